/**
 * The time slider: an ARIA slider for the days of the view, by pointer and by keyboard.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {import("../periods.js").Changes} Changes
 */

import { addMonths, clampDay, isoOf, longDay, partsOf, dayOf } from "../days.js";
import { make, named } from "../elements.js";
import { changesOf, countBefore } from "../periods.js";
import { say } from "../say.js";

/**
 * How far each key moves.
 * @type {Record<string, (day: number, shift: boolean, range: {first: number, last: number}) => number>}
 */
const KEYS = {
  ArrowRight: (day, shift) => (shift ? addMonths(day, 1) : day + 1),
  ArrowUp: (day, shift) => (shift ? addMonths(day, 1) : day + 1),
  ArrowLeft: (day, shift) => (shift ? addMonths(day, -1) : day - 1),
  ArrowDown: (day, shift) => (shift ? addMonths(day, -1) : day - 1),
  PageUp: (day) => addMonths(day, 1),
  PageDown: (day) => addMonths(day, -1),
  Home: (_day, _shift, { first }) => first,
  End: (_day, _shift, { last }) => last,
};

/** @param {MapState} state */
export function connectSlider(state) {
  const { atlas } = state.timeline;
  const [track, handle, past] = ["track", "handle", "past"].map(named);
  const range = { first: atlas.viewStart, last: atlas.viewLast };
  handle.setAttribute("aria-valuemin", String(range.first));
  handle.setAttribute("aria-valuemax", String(range.last));
  drawAxis(named("axis"), range);
  connectPointer(track, handle, state, range);
  handle.addEventListener("keydown", (event) => {
    const move = KEYS[event.key];
    if (!move || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    // From a day before the slider begins, a step forward leads back onto it.
    const day = move(state.current.day ?? range.first, event.shiftKey, range);
    state.update({ day: clampDay(day, range.first, range.last), playing: false, moving: false });
  });
  const show = () => {
    const day = state.current.day ?? range.first;
    const share = shareOf(clampDay(day, range.first, range.last), range);
    handle.style.left = `${share * 100}%`;
    past.style.width = `${share * 100}%`;
    handle.setAttribute("aria-valuenow", String(clampDay(day, range.first, range.last)));
    handle.setAttribute("aria-valuetext", spoken(day, changesOf(state.timeline.periods)));
    handle.dataset.day = isoOf(day);
  };
  state.on(["day", "timeline"], show);
  show();
}

/**
 * @param {number} day
 * @param {Changes} changes
 */
function spoken(day, changes) {
  const count = countBefore(changes, day + 1) - countBefore(changes, day);
  return count === 0 ? say("time.spokenNone", { day: longDay(day) }) : say("time.spoken", { day: longDay(day), count });
}

/**
 * @param {number} day
 * @param {{first: number, last: number}} range
 * @returns {number} 0-1
 */
export function shareOf(day, { first, last }) {
  return (day - first) / Math.max(1, last - first);
}

/**
 * @param {HTMLElement} track
 * @param {HTMLElement} handle
 * @param {MapState} state
 * @param {{first: number, last: number}} range
 */
function connectPointer(track, handle, state, range) {
  const dayAt = (/** @type {PointerEvent} */ event) => {
    const { left, width } = track.getBoundingClientRect();
    return clampDay(Math.round(range.first + ((event.clientX - left) / width) * (range.last - range.first)), range.first, range.last);
  };
  track.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    handle.focus({ preventScroll: true });
    track.setPointerCapture(event.pointerId);
    state.update({ day: dayAt(event), playing: false, moving: true });
  });
  track.addEventListener("pointermove", (event) => {
    if (track.hasPointerCapture(event.pointerId)) state.update({ day: dayAt(event), moving: true });
  });
  track.addEventListener("lostpointercapture", () => state.update({ moving: false }));
}

/**
 * Years under the track, each at its first day.
 * @param {HTMLElement} axis
 * @param {{first: number, last: number}} range
 */
function drawAxis(axis, range) {
  const marks = [];
  for (let { year } = partsOf(range.first); year <= partsOf(range.last).year; year += 1) {
    const day = Math.max(range.first, /** @type {number} */ (dayOf(year, 1, 1)));
    const mark = make("span", {}, String(year));
    mark.style.left = `${shareOf(day, range) * 100}%`;
    marks.push(mark);
  }
  axis.replaceChildren(...marks);
}
