/**
 * A field in which a place of the gazetteer is chosen by its name.
 *
 * @typedef {{id: string, name: string}} Chosen
 */

import { FetchFailed, fetchSpots } from "../api.js";
import { make } from "../elements.js";
import { OptionList } from "../panels/option_list.js";
import { spotOption } from "../panels/search_options.js";
import { pageLanguage, say } from "../say.js";

/** How long somebody must rest until the server is asked, in milliseconds. */
const REST = 200;

/**
 * @param {Chosen | null} chosen
 * @param {{longitude: number, latitude: number}} near places there come first
 * @param {(place: Chosen | null) => void} changed
 * @returns {{element: HTMLElement, field: HTMLInputElement}}
 */
export function placeField(chosen, near, changed) {
  const id = "correct-place";
  const field = make("input", { type: "text", id, role: "combobox", "aria-expanded": "false", "aria-controls": `${id}-list`, "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false", dir: "auto", value: chosen?.name ?? "", "data-ref": "correctPlace" });
  const list = make("div", { class: "results", id: `${id}-list`, role: "listbox", "aria-label": say("search.found"), hidden: "" });
  const status = make("p", { class: "fine", role: "status" });
  const options = new OptionList(field, list);
  const pick = (/** @type {Chosen} */ place) => {
    field.value = place.name;
    status.textContent = "";
    options.show([]);
    changed(place);
  };
  const find = finder(near, (spots) => {
    options.show([{ name: say("search.elsewhere"), options: spots.map((spot) => spotOption(spot, () => pick(spot))) }]);
    status.textContent = spots.length === 0 ? say("search.none") : say("search.count", { count: spots.length });
  }, (problem) => { status.textContent = problem; });
  field.addEventListener("input", () => {
    if (field.value.trim() !== "") return find(field.value.trim());
    options.show([]);
    status.textContent = "";
    changed(null);
  });
  field.addEventListener("keydown", (event) => {
    if (options.count === 0) return;
    if (event.key === "Enter") {
      event.preventDefault();
      options.choose();
    } else if (event.key === "Escape") {
      // The first Escape closes the list, the next one the form.
      event.stopPropagation();
      options.show([]);
    }
  });
  return { element: make("div", { class: "note place-field" }, make("label", { class: "fine", for: id }, say("review.place")), field, list, status), field };
}

/**
 * @param {{longitude: number, latitude: number}} near
 * @param {(spots: import("../finding.js").Spot[]) => void} found
 * @param {(problem: string) => void} failed
 * @returns {(text: string) => void} asks when nobody has typed for a moment
 */
function finder(near, found, failed) {
  let timer = 0;
  let asked = new AbortController();
  const ask = async (/** @type {string} */ text) => {
    asked = new AbortController();
    const { signal } = asked;
    try {
      const spots = await fetchSpots({ text, language: pageLanguage(), ...near }, signal);
      if (!signal.aborted) found(spots);
    } catch (error) {
      if (!(error instanceof FetchFailed)) throw error;
      if (!signal.aborted) failed(error.message);
    }
  };
  return (text) => {
    asked.abort();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask(text), REST);
  };
}
