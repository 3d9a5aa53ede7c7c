/**
 * The days whose events are on the map, as a span on the axis that ends with the day shown: its beginning can be dragged
 * and moved by keys.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 */

import { lengthOf, rangeShown, shareOf, wholeRange } from "../axis.js";
import { clampDay, longDay } from "../days.js";
import { named } from "../elements.js";
import { fittingWindow, LONGEST_WINDOW, windowInWords, WINDOWS } from "../event_window.js";
import { say } from "../say.js";

/**
 * How far each key moves the beginning.
 * @type {Record<string, (window: number) => number>}
 */
const KEYS = {
  ArrowLeft: (window) => window + 1,
  ArrowUp: (window) => window + 1,
  ArrowRight: (window) => window - 1,
  ArrowDown: (window) => window - 1,
  PageUp: (window) => WINDOWS.find((days) => days > window) ?? window,
  PageDown: (window) => WINDOWS.findLast((days) => days < window) ?? window,
  Home: () => LONGEST_WINDOW,
  End: () => 1,
};

/** @param {MapState} state */
export function connectWindowSpan(state) {
  const [span, grip] = ["windowSpan", "windowGrip"].map(named);
  const show = () => {
    const { day, window } = state.current;
    const range = rangeShown(state.current);
    const whole = wholeRange(state.timeline.atlas);
    const last = clampDay(day ?? whole.start, whole.start, whole.end - 1) + 1;
    const [from, to] = [last - window, last].map((at) => Math.max(0, Math.min(1, shareOf(at, range))));
    span.style.left = `${from * 100}%`;
    span.style.width = `${(to - from) * 100}%`;
    grip.style.left = `${from * 100}%`;
    grip.classList.toggle("is-beside", last - window < range.start || last - window > range.end);
    grip.setAttribute("aria-valuenow", String(window));
    grip.setAttribute("aria-valuetext", say("time.windowSpoken", { window: windowInWords(window), first: longDay(last - window), last: longDay(last - 1) }));
  };
  grip.setAttribute("aria-valuemax", String(LONGEST_WINDOW));
  grip.addEventListener("keydown", (event) => {
    const move = KEYS[event.key];
    if (!move || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    state.update({ window: fittingWindow(move(state.current.window)) });
  });
  connectDrag(grip, state);
  state.on(["day", "window", "span", "timeline"], show);
  show();
}

/**
 * @param {HTMLElement} grip
 * @param {MapState} state
 */
function connectDrag(grip, state) {
  const track = named("track");
  /** How far beside its line the grip was taken hold of, in CSS pixels. */
  let held = 0;
  grip.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    // The track below would take this for the day.
    event.stopPropagation();
    event.preventDefault();
    grip.focus({ preventScroll: true });
    grip.setPointerCapture(event.pointerId);
    const { left, width } = grip.getBoundingClientRect();
    held = event.clientX - left - width / 2;
  });
  grip.addEventListener("pointermove", (event) => {
    if (!grip.hasPointerCapture(event.pointerId)) return;
    event.stopPropagation();
    const { left, width } = track.getBoundingClientRect();
    const range = rangeShown(state.current);
    const first = range.start + ((event.clientX - held - left) / width) * lengthOf(range);
    state.update({ window: fittingWindow((state.current.day ?? range.start) + 1 - first) });
  });
}
