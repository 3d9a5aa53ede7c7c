/**
 * The changes behind the slider: a bar for each stretch of time, in the colours of those who gained.
 *
 * @typedef {import("../appearance.js").Appearance} Appearance
 */

import { appearances } from "../appearance.js";
import { named, sized } from "../elements.js";
import { FINE, fillFor } from "../marks.js";
import { changesOf, histogram } from "../periods.js";
import { currentTheme, onThemeChange } from "../theme.js";

/** The least width of a bar with its gap, in CSS pixels. */
const BAR = 7;

/** @param {import("../map_state.js").MapState} state */
export function connectHistogram(state) {
  const canvas = /** @type {HTMLCanvasElement} */ (named("histogram"));
  const frame = /** @type {HTMLElement} */ (canvas.parentElement);
  const draw = () => {
    const { timeline } = state;
    const lookOf = appearances(timeline);
    const { clientWidth: width, clientHeight: height } = frame;
    if (width === 0) return;
    const range = { first: timeline.atlas.viewStart, last: timeline.atlas.viewLast, bins: Math.max(1, Math.floor(width / BAR)) };
    /** @type {Map<string, Appearance>} */
    const looks = new Map();
    const bins = histogram(changesOf(timeline.periods), range, (period) => {
      const look = lookOf(period, timeline.periods.start[period]);
      looks.set(look.key, look);
      return look.key;
    });
    drawBars(sized(canvas, width, height), bins, { looks, width, height });
  };
  new ResizeObserver(draw).observe(frame);
  onThemeChange(draw);
  state.on(["timeline"], draw);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Map<string, number>[]} bins
 * @param {{looks: Map<string, Appearance>, width: number, height: number}} picture
 */
function drawBars(context, bins, { looks, width, height }) {
  const theme = currentTheme();
  const most = Math.max(1, ...bins.map((bin) => [...bin.values()].reduce((sum, count) => sum + count, 0)));
  const step = width / bins.length;
  const unit = (height - 4) / most;
  for (const [number, bin] of bins.entries()) {
    let top = height;
    for (const [key, count] of [...bin].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const look = /** @type {Appearance} */ (looks.get(key));
      context.fillStyle = fillFor(context, look, theme, FINE) ?? theme.soft;
      context.fillRect(number * step + 0.5, top - count * unit, step - 1, count * unit);
      top -= count * unit;
    }
  }
}
