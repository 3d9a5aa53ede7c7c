/**
 * The day on the map: an ARIA slider on the time axis.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {import("../periods.js").Changes} Changes
 */

import { rangeShown, shareOf, wholeRange } from "../axis.js";
import { clampDay, isoOf, longDay } from "../days.js";
import { named } from "../elements.js";
import { changesOf, countBefore } from "../periods.js";
import { say } from "../say.js";

/** @param {MapState} state */
export function connectSlider(state) {
  const [handle, past] = ["handle", "past"].map(named);
  const place = () => {
    const whole = wholeRange(state.timeline.atlas);
    const day = clampDay(state.current.day ?? whole.start, whole.start, whole.end - 1);
    placeOn(handle, day, state);
    past.style.width = handle.style.left;
  };
  const show = () => {
    const whole = wholeRange(state.timeline.atlas);
    const day = state.current.day ?? whole.start;
    handle.setAttribute("aria-valuemin", String(whole.start));
    handle.setAttribute("aria-valuemax", String(whole.end - 1));
    handle.setAttribute("aria-valuenow", String(clampDay(day, whole.start, whole.end - 1)));
    handle.setAttribute("aria-valuetext", spoken(day, changesOf(state.timeline.periods)));
    handle.dataset.day = isoOf(day);
    place();
  };
  state.on(["day", "timeline"], show);
  state.on(["span"], place);
  show();
}

/**
 * Put a handle where its day lies; one whose day lies beside the axis waits at the edge.
 * @param {HTMLElement} handle
 * @param {number} day
 * @param {MapState} state
 */
export function placeOn(handle, day, { current }) {
  const share = shareOf(day + 0.5, rangeShown(current));
  const shown = Math.max(0, Math.min(1, share));
  handle.style.left = `${shown * 100}%`;
  handle.classList.toggle("is-beside", shown !== share);
}

/**
 * @param {number} day
 * @param {Changes} changes
 */
function spoken(day, changes) {
  const count = countBefore(changes, day + 1) - countBefore(changes, day);
  return count === 0 ? say("time.spokenNone", { day: longDay(day) }) : say("time.spoken", { day: longDay(day), count });
}
