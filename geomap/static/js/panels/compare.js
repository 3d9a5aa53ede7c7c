/**
 * Comparing two days, or two days of knowledge: two maps side by side or under a divider, or one map of what passed from whom
 * to whom. The time bar and the panel act on the side that the reader has in hand; to take the other one in hand exchanges the
 * states of the two maps and their places on the page.
 *
 * @typedef {import("../comparison.js").Arrangement} Arrangement
 * @typedef {import("../map_state.js").MapState} MapState
 *
 * @typedef {object} Context
 * @property {MapState} state of the side in hand
 * @property {import("../compared_maps.js").ComparedMaps} maps
 * @property {boolean} isEmbedded in a frame of another page, which nobody may turn into another map
 */

import { begun, sidesOf } from "../comparison.js";
import { named } from "../elements.js";
import { sideInWords } from "../sides_in_words.js";
import { connectDivider } from "./compare_divider.js";

/** A map that is narrower has no room for two beside each other, in CSS pixels. */
const ROOM_FOR_TWO = 700;

/** @param {Context} context */
export function connectCompare(context) {
  const { state, maps, isEmbedded } = context;
  const frame = /** @type {HTMLElement} */ (named("map").parentElement);
  const sides = named("compareSides");
  const choices = /** @type {NodeListOf<HTMLInputElement>} */ (sides.querySelectorAll("input"));
  const show = () => {
    const { compare } = state.current;
    sides.hidden = !compare;
    if (!compare) return delete frame.dataset.compare;
    frame.dataset.compare = compare.view;
    for (const choice of choices) choice.checked = choice.value === (compare.isFirst ? "second" : "first");
    return tellSides(state);
  };
  for (const choice of choices) {
    choice.addEventListener("change", () => {
      maps.exchange();
    });
  }
  connectDivider(state, maps, frame);
  if (!isEmbedded) connectControls(context, frame);
  connectProblem(maps);
  state.on(["compare", "day", "known", "awaited"], show);
  maps.connect();
  show();
}

/**
 * @param {Context} context
 * @param {HTMLElement} frame of the maps
 */
function connectControls({ state, maps }, frame) {
  const [open, bar] = [/** @type {HTMLButtonElement} */ (named("compareOpen")), named("compareBar")];
  const views = /** @type {NodeListOf<HTMLInputElement>} */ (bar.querySelectorAll("input"));
  const show = () => {
    const { compare } = state.current;
    bar.hidden = !compare;
    open.setAttribute("aria-pressed", String(compare !== null));
    for (const view of views) view.checked = view.value === compare?.view;
  };
  const close = () => {
    maps.close();
    open.focus({ preventScroll: true });
  };
  open.addEventListener("click", () => {
    const { day, known, compare } = state.current;
    if (compare) return close();
    if (day === null) return undefined;
    const view = frame.clientWidth < ROOM_FOR_TWO ? "swipe" : "side";
    return state.update({ compare: begun(day, known, { atlas: state.timeline.atlas, view }), playing: false, moving: false });
  });
  for (const view of views) {
    view.addEventListener("change", () => {
      const { compare } = state.current;
      if (compare) state.update({ compare: { ...compare, view: /** @type {Arrangement} */ (view.value) } });
    });
  }
  named("compareClose").addEventListener("click", close);
  state.on(["compare"], show);
  show();
  open.disabled = false;
}

/**
 * What each side shows, in words: on its label, and at the head of the panel for the side in hand.
 * @param {MapState} state
 */
function tellSides({ current: { day, known, compare } }) {
  const sides = day === null ? null : sidesOf({ day, known, compare });
  if (!sides) return;
  named("firstWords").textContent = sideInWords(sides.first);
  named("secondWords").textContent = sideInWords(sides.second);
}

/**
 * The other side has a timeline of its own, which may not come.
 * @param {import("../compared_maps.js").ComparedMaps} maps
 */
function connectProblem(maps) {
  const [box, text] = [named("compareProblem"), named("compareProblemText")];
  const show = () => {
    const { problem } = maps.other.current;
    box.hidden = problem === "";
    text.textContent = problem;
  };
  named("compareRetry").addEventListener("click", () => maps.retry());
  maps.other.on(["problem"], show);
}
