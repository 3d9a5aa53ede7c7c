/**
 * How much the reader has hidden, told in plain numbers wherever the panel is, and the one way to show all again.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 */

import { named } from "../elements.js";
import { answerShown, eventMask, hidesAnything, NOTHING_HIDDEN } from "../filters.js";
import { answerOn } from "../periods.js";
import { say } from "../say.js";

/** @param {MapState} state */
export function connectHiddenNote(state) {
  const [note, words, all] = [named("hiddenNote"), named("hiddenWords"), named("hiddenShow")];
  const show = () => {
    const { filters, day, moving } = state.current;
    note.hidden = !hidesAnything(filters);
    if (note.hidden || moving || day === null) return;
    const { places, events } = hiddenOn(state.timeline, filters, day);
    words.textContent = say("filters.hidden", { places, events });
  };
  all.addEventListener("click", () => {
    state.update({ filters: NOTHING_HIDDEN });
    named("searchField").focus({ preventScroll: true });
  });
  state.later(["filters", "day", "moving", "timeline"], show);
  show();
}

/**
 * @param {import("../timeline.js").Timeline} timeline
 * @param {import("../filters.js").Filters} filters
 * @param {number} day
 * @returns {{places: number, events: number}} places whose answer of the day is hidden, and events of any day
 */
export function hiddenOn(timeline, filters, day) {
  const places = timeline.places.filter(({ index }) => !answerShown(timeline, answerOn(timeline.periods, index, day), filters)).length;
  const events = eventMask(timeline, filters).reduce((hidden, shown) => hidden + 1 - shown, 0);
  return { places, events };
}
