/**
 * The axis under the bars: its ticks, and all that makes it show more, less or other time.
 *
 * @typedef {import("../axis.js").Range} Range
 * @typedef {import("../map_state.js").MapState} MapState
 */

import { fitting, lengthOf, panned, rangeShown, revealing, shareOf, ticksOf, wholeRange, zoomed } from "../axis.js";
import { make, named, oncePerFrame } from "../elements.js";
import { monthNames } from "../months.js";
import { pageLocales } from "../say.js";

/** How much a press of a button or key zooms. */
const STEP = 1.6;
/** How far a wheel is turned, in CSS pixels, until half the time is left on the axis. */
const PIXELS_A_HALF = 240;
/** What a line of a wheel that counts in lines is worth, in CSS pixels. */
const LINE = 33;

/**
 * @param {MapState} state
 * @param {boolean} isEmbedded
 */
export function connectTimeAxis(state, isEmbedded) {
  const axis = named("axis");
  const [closer, farther, whole] = ["axisCloser", "axisFarther", "axisWhole"].map(named);
  let width = 0;
  const draw = oncePerFrame(() => drawTicks(axis, rangeShown(state.current), width));
  const show = () => {
    draw();
    const isWhole = state.current.span === null;
    for (const button of [farther, whole]) button.setAttribute("aria-disabled", String(isWhole));
  };
  closer.addEventListener("click", () => zoomAtDay(state, STEP));
  farther.addEventListener("click", () => zoomAtDay(state, 1 / STEP));
  whole.addEventListener("click", () => state.update({ span: null }));
  new ResizeObserver(([{ contentRect }]) => {
    width = contentRect.width;
    draw();
  }).observe(axis);
  state.on(["span", "timeline"], show);
  // A day that is reached in another way than by its place on the axis brings the axis along.
  state.on(["day"], ({ day, span }) => {
    if (span !== null && day !== null) showRange(state, revealing(span, wholeRange(state.timeline.atlas), day));
  });
  connectWheel(state, isEmbedded);
  show();
}

/**
 * @param {MapState} state
 * @param {Range} range
 */
export function showRange(state, range) {
  const before = state.current.span;
  if (before && before.start === range.start && before.end === range.end) return;
  state.update({ span: fitting(range, wholeRange(state.timeline.atlas)) });
}

/**
 * Zoom around the day on the map.
 * @param {MapState} state
 * @param {number} factor more than 1 shows less time
 */
export function zoomAtDay(state, factor) {
  const range = rangeShown(state.current);
  const day = state.current.day ?? range.start;
  showRange(state, zoomed(range, wholeRange(state.timeline.atlas), { factor, focus: day + 0.5 }));
}

/** What keys do to the axis wherever they are pressed in the time bar. @type {Record<string, (state: MapState) => void>} */
export const AXIS_KEYS = {
  "+": (state) => zoomAtDay(state, STEP),
  "=": (state) => zoomAtDay(state, STEP),
  "-": (state) => zoomAtDay(state, 1 / STEP),
  0: (state) => state.update({ span: null }),
};

/**
 * @param {MapState} state
 * @param {boolean} isEmbedded
 */
function connectWheel(state, isEmbedded) {
  const track = named("track");
  track.addEventListener("wheel", (event) => {
    // In a frame of another page the wheel moves that page, unless the control key says that zooming is meant.
    if (isEmbedded && !event.ctrlKey) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
    const { left, width } = track.getBoundingClientRect();
    const [range, whole] = [rangeShown(state.current), wholeRange(state.timeline.atlas)];
    const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const moved = (isSideways ? event.deltaX || event.deltaY : event.deltaY) * pixels;
    const focus = range.start + ((event.clientX - left) / width) * lengthOf(range);
    showRange(state, isSideways ? panned(range, whole, (moved / width) * lengthOf(range)) : zoomed(range, whole, { factor: 2 ** (-moved / PIXELS_A_HALF), focus }));
  }, { passive: false });
}

/**
 * @param {HTMLElement} axis
 * @param {Range} range
 * @param {number} width CSS pixels
 */
function drawTicks(axis, range, width) {
  if (width === 0) return;
  axis.replaceChildren(...ticksOf(range, width, monthNames("short", pageLocales())).map(({ start, label, isMajor }) => {
    const mark = make("span", { class: isMajor ? "tick is-major" : "tick" }, ...(label ? [make("bdi", {}, label)] : []));
    mark.style.left = `${Math.max(0, shareOf(start, range)) * 100}%`;
    return mark;
  }));
}
