/** Swatches: how an answer looks, beside words. */

import { rgbOf } from "../colours.js";
import { Coats } from "../layers/coats.js";
import { stampOf } from "../layers/stamps.js";
import { FINE, fillFor, paintMarker } from "../marks.js";
import { drawStill } from "../still.js";
import { currentTheme } from "../theme.js";

const SWATCH = { width: 34, height: 18 };
/** The width of a fresh front. */
const FRONT = 4;
const EVENT_MARK = { side: 18, radius: 4.6, rim: 1.2 };

/**
 * A piece of territory with a marker on it, as on the map.
 * @param {HTMLCanvasElement} canvas
 * @param {import("../appearance.js").Appearance} look
 * @param {number} [glow] 0-1, how fresh the change to it is; a fresh piece has a front at its end
 */
export function paintSwatch(canvas, look, glow = 0) {
  drawStill(canvas, SWATCH, (context) => drawSwatch(context, look, glow));
}

/**
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {import("../appearance.js").Appearance} look
 * @param {number} glow
 */
function drawSwatch(context, look, glow) {
  const { width, height } = SWATCH;
  const theme = currentTheme();
  context.fillStyle = theme.land;
  context.fillRect(0, 0, width, height);
  const fill = look.pattern === "plain" ? coatFor(context, look, glow) : fillFor(context, look, theme, FINE);
  if (fill) {
    // A coat has its own opacity.
    context.globalAlpha = look.pattern === "plain" ? 1 : theme.opacity;
    context.fillStyle = fill;
    context.fillRect(0, 0, width, height);
    context.globalAlpha = 1;
  }
  if (glow > 0) {
    context.fillStyle = theme.accent;
    context.fillRect(width - FRONT, 0, FRONT, height);
  }
  paintMarker(context, look, { x: width / 2, y: height / 2, radius: 5 }, theme);
}

/**
 * What cells of one colour are filled with on the map, holes and all.
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {import("../appearance.js").Appearance} look
 * @param {number} glow
 * @returns {CanvasPattern | null}
 */
function coatFor(context, look, glow) {
  const ratio = context.getTransform().a;
  const { tile, side, pixel } = new Coats(currentTheme(), ratio).of(look, glow);
  const image = document.createElement("canvas");
  [image.width, image.height] = tile ? [side, side] : [1, 1];
  const painted = /** @type {CanvasRenderingContext2D} */ (image.getContext("2d"));
  const data = painted.createImageData(image.width, image.height);
  new Uint32Array(data.data.buffer).set(tile ?? [pixel]);
  painted.putImageData(data, 0, 0);
  const pattern = context.createPattern(image, "repeat");
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}

/**
 * The mark of an event as on the map.
 * @param {HTMLCanvasElement} canvas
 * @param {import("../layers/stamps.js").Form} form
 */
export function paintEventMark(canvas, form) {
  const { side: size, radius, rim } = EVENT_MARK;
  const theme = currentTheme();
  drawStill(canvas, { width: size, height: size }, (context) => {
    const ratio = context.getTransform().a;
    const { side, pixels } = stampOf(form, radius * ratio, rim * ratio, { fill: rgbOf(theme.ink), rim: rgbOf(theme.halo), strength: 1 });
    const image = context.createImageData(side, side);
    new Uint32Array(image.data.buffer).set(pixels);
    const corner = Math.round((context.canvas.width - side) / 2);
    context.putImageData(image, corner, corner);
  });
}
