/** Swatches: how an answer looks, beside words. */

import { rgbOf } from "../colours.js";
import { sized } from "../elements.js";
import { stampOf } from "../layers/stamps.js";
import { FINE, fillFor, paintMarker } from "../marks.js";
import { currentTheme } from "../theme.js";

const SWATCH = { width: 34, height: 18 };
const EVENT_MARK = { side: 18, radius: 4.6, rim: 1.2 };

/**
 * A piece of territory with a marker on it, as on the map.
 * @param {HTMLCanvasElement} canvas
 * @param {import("../appearance.js").Appearance} look
 */
export function paintSwatch(canvas, look) {
  const { width, height } = SWATCH;
  const theme = currentTheme();
  const context = sized(canvas, width, height);
  context.fillStyle = theme.land;
  context.fillRect(0, 0, width, height);
  const fill = fillFor(context, look, theme, FINE);
  if (fill) {
    context.globalAlpha = theme.opacity * (look.stale ? 0.6 : 1);
    context.fillStyle = fill;
    context.fillRect(0, 0, width, height);
    context.globalAlpha = 1;
  }
  paintMarker(context, look, { x: width / 2, y: height / 2, radius: 5 }, theme);
}

/**
 * The mark of an event as on the map.
 * @param {HTMLCanvasElement} canvas
 * @param {import("../layers/stamps.js").Form} form
 */
export function paintEventMark(canvas, form) {
  const { side: size, radius, rim } = EVENT_MARK;
  const theme = currentTheme();
  const context = sized(canvas, size, size);
  const ratio = canvas.width / size;
  const { side, pixels } = stampOf(form, radius * ratio, rim * ratio, { fill: rgbOf(theme.ink), rim: rgbOf(theme.halo), strength: 1 });
  const image = context.createImageData(side, side);
  new Uint32Array(image.data.buffer).set(pixels);
  const corner = Math.round((canvas.width - side) / 2);
  context.putImageData(image, corner, corner);
}
