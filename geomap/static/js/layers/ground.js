/**
 * Draws the ground under the conflict. Until it is loaded there is only water.
 *
 * @typedef {import("./mercator.js").Shape} Shape
 * @typedef {import("./mercator.js").View} View
 * @typedef {{name: string, longitude: number, latitude: number, extent: number}} CountryLabel extent in degrees
 *
 * @typedef {object} Ground
 * @property {Shape[]} land
 * @property {Shape[]} lakes
 * @property {Shape} borders
 * @property {Shape} rivers
 * @property {CountryLabel[]} countries
 */

import { trace, traceSmooth } from "./mercator.js";

/** Points closer than this to the last one drawn, in CSS pixels, add nothing to a coast that can be seen. */
const LEAST_STEP = 0.6;

/**
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {View} view
 * @param {Ground | null} ground
 * @param {import("../theme.js").Theme} theme
 */
export function drawGround(context, view, ground, theme) {
  context.fillStyle = theme.water;
  context.fillRect(0, 0, view.width, view.height);
  if (!ground) return;
  context.lineJoin = "round";
  context.lineCap = "round";
  fillShapes(context, view, ground.land, theme.land);
  context.beginPath();
  traceSmooth(context, ground.rivers, view);
  stroke(context, theme.river, view.zoom < 6 ? 1 : 1.6);
  fillShapes(context, view, ground.lakes, theme.water);
  context.beginPath();
  trace(context, ground.borders, view, LEAST_STEP);
  stroke(context, theme.border, 1.1);
}

/**
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {View} view
 * @param {Shape[]} shapes
 * @param {string} colour
 */
function fillShapes(context, view, shapes, colour) {
  context.beginPath();
  for (const shape of shapes) trace(context, shape, view, LEAST_STEP);
  context.fillStyle = colour;
  context.fill();
}

/**
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {string} colour
 * @param {number} width
 */
function stroke(context, colour, width) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
