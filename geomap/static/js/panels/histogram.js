/**
 * How much happens when, behind the slider: above the line the changes, in the looks of those who gained; below it the
 * events.
 *
 * @typedef {import("../appearance.js").Appearance} Appearance
 * @typedef {{look: Appearance, days: Int32Array}} Layer changes of one look, by day
 * @typedef {{range: import("../axis.js").Range, width: number, height: number}} Picture
 */

import { appearances } from "../appearance.js";
import { rangeShown, shareOf } from "../axis.js";
import { binsOf, countsIn } from "../densities.js";
import { named, oncePerFrame } from "../elements.js";
import { changesShown, eventMask } from "../filters.js";
import { FINE, fillFor } from "../marks.js";
import { drawStill } from "../still.js";
import { currentTheme, onThemeChange } from "../theme.js";

/** The least width of a bar with its gap, in CSS pixels. */
const BAR = 6;
/** Room above the highest bar. */
const AIR = 4;
/** The row of events below the line, as high as the style sheet makes it, and the line itself. */
const EVENTS = 14;
const LINE = 2;

/** @param {import("../map_state.js").MapState} state */
export function connectHistogram(state) {
  const canvas = /** @type {HTMLCanvasElement} */ (named("histogram"));
  const frame = /** @type {HTMLElement} */ (canvas.parentElement);
  // What is counted is found when it is drawn: the first picture of the map does not wait for it.
  /** @type {Layer[] | null} */
  let layers = null;
  /** @type {Int32Array | null} */
  let events = null;
  const schedule = oncePerFrame(() => {
    const { clientWidth: width, clientHeight: height } = frame;
    if (width === 0) return;
    const picture = { range: rangeShown(state.current), width, height: height - EVENTS };
    drawStill(canvas, { width, height }, (context) => {
      drawChanges(context, layers ??= layersOf(state), picture);
      drawEvents(context, events ??= eventDays(state), picture);
    });
  });
  new ResizeObserver(schedule).observe(frame);
  onThemeChange(schedule);
  state.on(["span"], schedule);
  state.on(["timeline", "filters"], () => {
    layers = null;
    events = null;
    schedule();
  });
}

/**
 * The first days of the events that are shown.
 * @param {import("../map_state.js").MapState} state
 * @returns {Int32Array} rising
 */
function eventDays({ timeline, current: { filters } }) {
  const mask = eventMask(timeline, filters);
  return timeline.events.earliest.filter((_, at) => mask[at] === 1);
}

/**
 * The changes that are shown.
 * @param {import("../map_state.js").MapState} state
 * @returns {Layer[]}
 */
function layersOf({ timeline, current: { filters } }) {
  const lookOf = appearances(timeline);
  const { day, period } = changesShown(timeline, filters);
  /** @type {Map<Appearance, number[]>} */
  const found = new Map();
  period.forEach((number, at) => {
    const look = lookOf(number, day[at]);
    const days = found.get(look) ?? [];
    days.push(day[at]);
    found.set(look, days);
  });
  const sorted = [...found].sort(([one], [other]) => (one.key < other.key ? -1 : 1));
  return sorted.map(([look, days]) => ({ look, days: Int32Array.from(days) }));
}

/**
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {Layer[]} layers
 * @param {Picture} picture
 */
function drawChanges(context, layers, { range, width, height }) {
  const theme = currentTheme();
  const bins = binsOf(range, width, BAR);
  const stacks = layers.map(({ look, days }) => ({ fill: fillFor(context, look, theme, FINE) ?? theme.soft, counts: countsIn(days, bins) }));
  const sums = Array.from({ length: bins.count }, (_, bin) => stacks.reduce((sum, { counts }) => sum + counts[bin], 0));
  const most = Math.max(1, ...sums);
  for (let bin = 0; bin < bins.count; bin += 1) {
    const left = shareOf(bins.start + bin * bins.days, range) * width;
    const right = shareOf(bins.start + (bin + 1) * bins.days, range) * width;
    const unit = (heightOf(sums[bin], most) * (height - AIR)) / Math.max(1, sums[bin]);
    let top = height;
    for (const { fill, counts } of stacks) {
      if (counts[bin] === 0) continue;
      context.fillStyle = fill;
      top -= counts[bin] * unit;
      context.fillRect(left + 0.5, top, Math.max(1, right - left - 1), counts[bin] * unit);
    }
  }
}

/**
 * One offensive changes more in a week than other years do in a month; by the root the quiet weeks are seen beside it.
 * @param {number} count
 * @param {number} most
 * @returns {number} 0-1
 */
function heightOf(count, most) {
  return Math.sqrt(count / most);
}

/**
 * Events hang from the line: another side and another ink than changes.
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {Int32Array} days
 * @param {Picture} picture
 */
function drawEvents(context, days, { range, width, height }) {
  const bins = binsOf(range, width, BAR);
  const counts = countsIn(days, bins);
  const most = Math.max(1, ...counts);
  context.fillStyle = currentTheme().soft;
  counts.forEach((count, bin) => {
    if (count === 0) return;
    const [left, right] = [bin, bin + 1].map((edge) => shareOf(bins.start + edge * bins.days, range) * width);
    context.fillRect(left + 1, height + LINE, Math.max(1, right - left - 2), heightOf(count, most) * (EVENTS - LINE - 1));
  });
}
