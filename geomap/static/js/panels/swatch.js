/** Swatches: how an answer looks, beside words. */

import { sized } from "../elements.js";
import { FINE, fillFor, paintMarker } from "../marks.js";
import { currentTheme } from "../theme.js";

const SWATCH = { width: 34, height: 18 };

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
