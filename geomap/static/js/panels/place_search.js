/**
 * The search box over the atlas' places, by any of their names.
 *
 * @typedef {import("../timeline.js").Place} Place
 */

import { button, isolated, make, named } from "../elements.js";
import { say } from "../say.js";
import { placeSearch } from "../search.js";
import { nameIn, placeInWords } from "../words.js";

/**
 * @param {import("../map_state.js").MapState} state
 * @param {string} language
 * @param {(place: Place) => void} choose
 */
export function connectPlaceSearch(state, language, choose) {
  const field = /** @type {HTMLInputElement} */ (named("searchField"));
  const [list, status] = [named("searchResults"), named("searchStatus")];
  let find = placeSearch(state.timeline.places);
  const clear = () => {
    field.value = "";
    update();
  };
  const pick = (/** @type {Place} */ place) => {
    clear();
    choose(place);
  };
  const update = () => {
    const found = find(field.value);
    list.replaceChildren(...found.map((place) => make("li", {}, resultButton(place, language, () => pick(place)))));
    status.textContent = field.value.trim() === "" ? "" : foundInWords(found.length);
  };
  field.addEventListener("input", update);
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const [best] = find(field.value, 1);
    if (best) pick(best);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
    if (event.key === "ArrowDown") focusResult(list, 0, event);
  });
  list.addEventListener("keydown", (event) => {
    const at = [...list.querySelectorAll("button")].findIndex((element) => element === document.activeElement);
    if (event.key === "ArrowDown") focusResult(list, at + 1, event);
    if (event.key === "ArrowUp") at > 0 ? focusResult(list, at - 1, event) : field.focus();
  });
  state.on(["timeline"], ({ timeline }) => {
    find = placeSearch(timeline?.places ?? []);
    update();
  });
  field.disabled = false;
}

/** @param {number} count */
function foundInWords(count) {
  return count === 0 ? say("search.none") : say("search.count", { count });
}

/**
 * @param {Place} place
 * @param {string} language
 * @param {() => void} pick
 */
function resultButton(place, language, pick) {
  const arabic = place.names.ar && language !== "ar" ? [" ", make("bdi", { lang: "ar", dir: "rtl", class: "fine" }, place.names.ar)] : [];
  return button({ class: "result" }, pick, isolated(nameIn(place, language)), ...arabic, make("span", { class: "fine" }, ` ${placeInWords(place)}`));
}

/**
 * @param {HTMLElement} list
 * @param {number} at
 * @param {KeyboardEvent} event
 */
function focusResult(list, at, event) {
  const result = list.querySelectorAll("button")[at];
  if (!result) return;
  event.preventDefault();
  result.focus();
}
