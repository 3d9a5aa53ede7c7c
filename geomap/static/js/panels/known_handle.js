/**
 * The second clock on the axis: a handle for the day up to which anything was known. It is off until the reader asks for it.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {import("../standpoints.js").Standpoints} Standpoints
 */

import { dayAt, rangeShown, revealing, wholeRange } from "../axis.js";
import { addMonths, clampDay, longDay } from "../days.js";
import { countDifferences } from "../differences.js";
import { named } from "../elements.js";
import { stepped } from "../pace.js";
import { say } from "../say.js";
import { placeOn } from "./slider.js";
import { showRange } from "./time_axis.js";

/** @typedef {(day: number, state: MapState) => number} Move */

/** @type {Record<string, Move>} */
const KEYS = {
  ArrowRight: (day, { current: { unit } }) => stepped(day, unit, 1),
  ArrowUp: (day, { current: { unit } }) => stepped(day, unit, 1),
  ArrowLeft: (day, { current: { unit } }) => stepped(day, unit, -1),
  ArrowDown: (day, { current: { unit } }) => stepped(day, unit, -1),
  PageUp: (day) => addMonths(day, 1),
  PageDown: (day) => addMonths(day, -1),
  Home: (_day, state) => wholeRange(state.timeline.atlas).start,
  End: (_day, state) => wholeRange(state.timeline.atlas).end - 1,
};

/**
 * @param {MapState} state
 * @param {Standpoints} standpoints
 */
export function connectKnownHandle(state, standpoints) {
  const [toggle, handle, unknown] = ["knownToggle", "knownHandle", "knownUnknown"].map(named);
  const show = () => {
    const known = knownOn(state);
    toggle.setAttribute("aria-pressed", String(known !== null));
    handle.hidden = known === null;
    unknown.hidden = known === null;
    if (known === null) return;
    const whole = wholeRange(state.timeline.atlas);
    placeOn(handle, clampDay(known, whole.start, whole.end - 1), state);
    unknown.style.left = handle.style.left;
    handle.classList.toggle("is-waiting", state.current.awaited !== null);
    handle.setAttribute("aria-valuemin", String(whole.start));
    handle.setAttribute("aria-valuemax", String(Math.max(known, whole.end - 1)));
    handle.setAttribute("aria-valuenow", String(known));
    tell();
  };
  const tell = () => {
    if (!state.current.moving) handle.setAttribute("aria-valuetext", spoken(state));
  };
  toggle.addEventListener("click", () => {
    if (knownOn(state) !== null) return void standpoints.show({ known: null });
    const whole = wholeRange(state.timeline.atlas);
    const known = clampDay(state.current.day ?? whole.start, whole.start, whole.end - 1);
    showRange(state, revealing(rangeShown(state.current), whole, known));
    void standpoints.show({ known });
  });
  connectKeys(handle, state, standpoints);
  connectDrag(handle, state, standpoints);
  state.on(["known", "awaited", "span", "timeline"], show);
  state.on(["day", "base", "moving"], () => handle.hidden || tell());
  show();
}

/**
 * The day that the handle stands on: the one that is on its way, or the one that is shown.
 * @param {MapState} state
 * @returns {number | null}
 */
function knownOn({ current: { known, awaited } }) {
  return awaited ? awaited.known : known;
}

/**
 * @param {MapState} state
 * @returns {string} the day of knowledge, and how much has become known since
 */
function spoken({ timeline, current: { day, known, awaited, base } }) {
  if (awaited?.known) return say("known.fetching", { day: longDay(awaited.known) });
  if (known === null) return "";
  if (day === null || base === null) return say("known.asKnown", { day: longDay(known) });
  const count = countDifferences(timeline, base, day);
  return say("known.spoken", { known: longDay(known), differing: count === 0 ? say("known.same") : say("known.differ", { count }) });
}

/**
 * @param {HTMLElement} handle
 * @param {MapState} state
 * @param {Standpoints} standpoints
 */
function connectKeys(handle, state, standpoints) {
  handle.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") {
      void standpoints.show({ known: null });
      named("knownToggle").focus({ preventScroll: true });
    }
    const move = KEYS[event.key];
    if (!move) return;
    event.preventDefault();
    const whole = wholeRange(state.timeline.atlas);
    const known = clampDay(move(knownOn(state) ?? whole.start, state), whole.start, whole.end - 1);
    showRange(state, revealing(rangeShown(state.current), whole, known));
    standpoints.wish({ known });
  });
}

/**
 * @param {HTMLElement} handle
 * @param {MapState} state
 * @param {Standpoints} standpoints
 */
function connectDrag(handle, state, standpoints) {
  const track = named("track");
  /** How far beside its line the handle was taken hold of, in CSS pixels. */
  let held = 0;
  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    // The track below would take this for the day on the map.
    event.stopPropagation();
    event.preventDefault();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    held = event.clientX - handle.getBoundingClientRect().left;
  });
  handle.addEventListener("pointermove", (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    event.stopPropagation();
    const { left, width } = track.getBoundingClientRect();
    const known = dayAt(Math.max(0, Math.min(1, (event.clientX - held - left) / width)), rangeShown(state.current));
    if (known === knownOn(state)) return;
    state.update({ moving: true });
    standpoints.wish({ known });
  });
  handle.addEventListener("lostpointercapture", (event) => {
    event.stopPropagation();
    state.update({ moving: false });
  });
}
