/**
 * The keys of time. They work in the time bar, and where nothing else has the focus; fields and other controls keep theirs.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 */

import { wholeRange } from "../axis.js";
import { addMonths, clampDay } from "../days.js";
import { named } from "../elements.js";
import { otherUnit, stepped } from "../pace.js";
import { say } from "../say.js";
import { AXIS_KEYS } from "./time_axis.js";

/** Where keys belong to the element. */
const OWN_KEYS = "input, textarea, select, [role=slider]:not([data-ref=handle]), dialog, [contenteditable]";

/**
 * Where each key leads.
 * @type {Record<string, (state: MapState, day: number, shift: boolean) => number>}
 */
const DAYS = {
  ArrowRight: ({ current: { unit } }, day, shift) => stepped(day, shift ? "month" : unit, 1),
  ArrowLeft: ({ current: { unit } }, day, shift) => stepped(day, shift ? "month" : unit, -1),
  PageUp: (_state, day) => addMonths(day, 1),
  PageDown: (_state, day) => addMonths(day, -1),
  Home: (state) => wholeRange(state.timeline.atlas).start,
  End: (state) => wholeRange(state.timeline.atlas).end - 1,
};
/** @type {Record<string, 1 | -1>} */
const UNITS = { ArrowUp: 1, ArrowDown: -1 };

/** @param {MapState} state */
export function connectTimeKeys(state) {
  const bar = named("timeBar");
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || !isMeant(event.target, bar)) return;
    if (press(state, event)) event.preventDefault();
  });
  // A key that is held runs through time; what is slow waits until it is let go.
  document.addEventListener("keyup", ({ key }) => {
    if (key in DAYS && !state.current.playing) state.update({ moving: false });
  });
}

/**
 * @param {EventTarget | null} target
 * @param {HTMLElement} bar
 */
function isMeant(target, bar) {
  if (target === document.body || target === document.documentElement) return true;
  return target instanceof Element && bar.contains(target) && !target.closest(OWN_KEYS);
}

/**
 * @param {MapState} state
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key means something
 */
function press(state, { key, shiftKey, repeat }) {
  const lead = DAYS[key];
  if (lead) {
    const whole = wholeRange(state.timeline.atlas);
    // From a day before the slider begins, a step forward leads back onto it.
    const day = clampDay(lead(state, state.current.day ?? whole.start, shiftKey), whole.start, whole.end - 1);
    state.update({ day, playing: false, moving: repeat });
  } else if (key in UNITS) changeUnit(state, UNITS[key]);
  else if (key in AXIS_KEYS) AXIS_KEYS[key](state);
  else return false;
  return true;
}

/**
 * @param {MapState} state
 * @param {1 | -1} by
 */
function changeUnit(state, by) {
  const unit = otherUnit(state.current.unit, by);
  state.update({ unit });
  named("timeStatus").textContent = say("time.stepIs", { unit: say(`unit.${unit}`) });
}
