/**
 * The whole time under the axis, and which part of it the axis shows: to be dragged, or moved by keys.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 */

import { lengthOf, panned, rangeShown, shareOf, wholeRange } from "../axis.js";
import { clampDay, monthAndYear } from "../days.js";
import { named } from "../elements.js";
import { say } from "../say.js";
import { AXIS_KEYS, showRange } from "./time_axis.js";

/** How far a key pushes the axis, as a share of what it shows. */
const KEYS = { ArrowLeft: -0.1, ArrowDown: -0.1, ArrowRight: 0.1, ArrowUp: 0.1, PageUp: 0.9, PageDown: -0.9, Home: -Infinity, End: Infinity };

/** @param {MapState} state */
export function connectOverview(state) {
  const [overview, thumb, mark] = ["axisOverview", "axisThumb", "axisDay"].map(named);
  const showMark = () => {
    const whole = wholeRange(state.timeline.atlas);
    const day = clampDay(state.current.day ?? whole.start, whole.start, whole.end - 1);
    mark.style.left = `${shareOf(day + 0.5, whole) * 100}%`;
  };
  const show = () => {
    const [range, whole] = [rangeShown(state.current), wholeRange(state.timeline.atlas)];
    const share = shareOf(range.start, whole);
    thumb.style.left = `${share * 100}%`;
    thumb.style.width = `${(lengthOf(range) / lengthOf(whole)) * 100}%`;
    overview.classList.toggle("is-whole", state.current.span === null);
    overview.setAttribute("aria-valuenow", String(Math.round(share * 100)));
    overview.setAttribute("aria-valuetext", say("date.fromTo", { first: monthAndYear(Math.floor(range.start)), last: monthAndYear(Math.ceil(range.end) - 1) }));
    showMark();
  };
  overview.addEventListener("keydown", (event) => {
    const push = KEYS[/** @type {keyof typeof KEYS} */ (event.key)];
    if (event.ctrlKey || event.altKey || event.metaKey || (push === undefined && !(event.key in AXIS_KEYS))) return;
    event.preventDefault();
    if (push === undefined) return AXIS_KEYS[event.key](state);
    const [range, whole] = [rangeShown(state.current), wholeRange(state.timeline.atlas)];
    showRange(state, panned(range, whole, clampDay(push * lengthOf(range), -lengthOf(whole), lengthOf(whole))));
  });
  connectDrag(overview, state);
  state.on(["span", "timeline"], show);
  state.on(["day"], showMark);
  show();
}

/**
 * @param {HTMLElement} overview
 * @param {MapState} state
 */
function connectDrag(overview, state) {
  /** Where in the part that is shown it was taken hold of, in days from its start. */
  let held = 0;
  const dayUnder = (/** @type {PointerEvent} */ { clientX }) => {
    const { left, width } = overview.getBoundingClientRect();
    const whole = wholeRange(state.timeline.atlas);
    return whole.start + ((clientX - left) / width) * lengthOf(whole);
  };
  const drag = (/** @type {PointerEvent} */ event) => {
    const range = rangeShown(state.current);
    showRange(state, panned(range, wholeRange(state.timeline.atlas), dayUnder(event) - held - range.start));
  };
  overview.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    overview.focus({ preventScroll: true });
    overview.setPointerCapture(event.pointerId);
    const range = rangeShown(state.current);
    const at = dayUnder(event) - range.start;
    // Beside the part that is shown, a press brings it there.
    held = at >= 0 && at <= lengthOf(range) ? at : lengthOf(range) / 2;
    drag(event);
  });
  overview.addEventListener("pointermove", (event) => {
    if (overview.hasPointerCapture(event.pointerId)) drag(event);
  });
}
