/**
 * Web Mercator on the unit square, and shapes stored in it. Pure: knows no map and no canvas element.
 *
 * @typedef {object} Shape rings or lines, one after another
 * @property {Float64Array} points x, y, x, y ... in the unit square; x grows to the east, y to the south
 * @property {number[]} ends of each ring or line, as a number of points
 * @property {[number, number, number, number][]} boxes of each: least x, least y, most x, most y
 *
 * @typedef {object} View what the canvases cover
 * @property {number} width in CSS pixels
 * @property {number} height in CSS pixels
 * @property {number} pixelRatio device pixels for one CSS pixel
 * @property {number} scale CSS pixels for the whole unit square
 * @property {number} left of the view in the unit square times `scale`
 * @property {number} top of the view in the unit square times `scale`
 * @property {number} zoom
 * @property {Box} inner the part that a reader sees while the map rests
 *
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box in CSS pixels of a view
 */

/** How many parts a view has: what is in sight, and what lies beyond each of its edges. */
export const PARTS = 5;

/**
 * The parts of a view, which do not overlap: first what is in sight, then what lies north, south, west and east of it.
 * @param {Pick<View, "width" | "height" | "inner">} view
 * @returns {Box[]} in CSS pixels of the view
 */
export function partsOf({ width, height, inner }) {
  const { left, top, right, bottom } = inner;
  return [
    inner, { left: 0, top: 0, right: width, bottom: top }, { left: 0, top: bottom, right: width, bottom: height },
    { left: 0, top, right: left, bottom }, { left: right, top, right: width, bottom },
  ];
}

/**
 * @param {Pick<View, "width" | "height" | "inner">} view
 * @param {{x: number, y: number}} point CSS pixels of the view
 * @returns {number} the part in which it lies; a point beyond all parts lies in the one that is in sight
 */
export function partAt(view, { x, y }) {
  const part = partsOf(view).findIndex(({ left, top, right, bottom }) => x >= left && x < right && y >= top && y < bottom);
  return Math.max(0, part);
}

/**
 * A part of a view as a view of its own.
 * @param {View} view
 * @param {number} part its number
 * @returns {View}
 */
export function partOf(view, part) {
  const { left, top, right, bottom } = partsOf(view)[part];
  const [width, height] = [right - left, bottom - top];
  return { ...view, width, height, left: view.left + left, top: view.top + top, inner: { left: 0, top: 0, right: width, bottom: height } };
}

/**
 * @param {Pick<View, "width" | "height" | "pixelRatio">} view
 * @returns {{width: number, height: number}} of a picture of it, in device pixels
 */
export function pixelSize({ width, height, pixelRatio }) {
  return { width: Math.round(width * pixelRatio), height: Math.round(height * pixelRatio) };
}

/**
 * @param {number} longitude degrees
 * @returns {number} 0-1
 */
export function unitX(longitude) {
  return (longitude + 180) / 360;
}

/**
 * @param {number} latitude degrees; beyond 85.06 the projection ends
 * @returns {number} 0-1
 */
export function unitY(latitude) {
  const sine = Math.sin((Math.max(-85.06, Math.min(85.06, latitude)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/**
 * @param {View} view
 * @param {{longitude: number, latitude: number}} position
 * @returns {{x: number, y: number}} CSS pixels of the view
 */
export function pointIn(view, { longitude, latitude }) {
  return { x: unitX(longitude) * view.scale - view.left, y: unitY(latitude) * view.scale - view.top };
}

/**
 * @param {readonly (readonly number[])[][]} lines each a list of [longitude, latitude]
 * @returns {Shape}
 */
export function shapeOf(lines) {
  const points = new Float64Array(lines.reduce((sum, line) => sum + line.length, 0) * 2);
  /** @type {Shape} */
  const shape = { points, ends: [], boxes: [] };
  let at = 0;
  for (const line of lines) {
    /** @type {[number, number, number, number]} */
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [longitude, latitude] of line) {
      const [x, y] = [unitX(longitude), unitY(latitude)];
      points[at] = x;
      points[at + 1] = y;
      at += 2;
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
    shape.ends.push(at / 2);
    shape.boxes.push(box);
  }
  return shape;
}

/**
 * @param {readonly (readonly number[])[]} ring closed
 * @returns {number} positive when it turns counterclockwise with north up
 */
export function signedArea(ring) {
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1) sum += ring[at - 1][0] * ring[at][1] - ring[at][0] * ring[at - 1][1];
  return sum / 2;
}

/**
 * @param {Box} one
 * @param {Box} other
 */
export function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/**
 * Trace a shape into a path. Lines outside the view are left out, and so are points nearer than the least step to the
 * last one drawn. Neighbours that must meet exactly need every point.
 * @param {{moveTo: (x: number, y: number) => void, lineTo: (x: number, y: number) => void}} path
 * @param {Shape} shape
 * @param {View} view
 * @param {number} [leastStep] CSS pixels
 */
export function trace(path, shape, view, leastStep = 0) {
  const { points, ends, boxes } = shape;
  const { scale, left, top, width, height } = view;
  for (let line = 0, from = 0; line < ends.length; from = ends[line], line += 1) {
    const [west, north, east, south] = boxes[line];
    if (east * scale - left < 0 || west * scale - left > width || south * scale - top < 0 || north * scale - top > height) continue;
    traceLine(path, points, { from, to: ends[line], leastStep, view });
  }
}

/**
 * @param {{moveTo: (x: number, y: number) => void, lineTo: (x: number, y: number) => void}} path
 * @param {Float64Array} points
 * @param {{from: number, to: number, leastStep: number, view: View}} part
 */
function traceLine(path, points, { from, to, leastStep, view: { scale, left, top } }) {
  let lastX = points[2 * from] * scale - left;
  let lastY = points[2 * from + 1] * scale - top;
  path.moveTo(lastX, lastY);
  for (let at = from + 1; at < to; at += 1) {
    const x = points[2 * at] * scale - left;
    const y = points[2 * at + 1] * scale - top;
    if (at < to - 1 && Math.abs(x - lastX) < leastStep && Math.abs(y - lastY) < leastStep) continue;
    path.lineTo(x, y);
    lastX = x;
    lastY = y;
  }
}

/**
 * Trace lines as smooth curves through the middles of their segments. For lines whose source is coarser than the view.
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {Shape} shape
 * @param {View} view
 */
export function traceSmooth(context, { points, ends, boxes }, { scale, left, top, width, height }) {
  for (let line = 0, from = 0; line < ends.length; from = ends[line], line += 1) {
    const [west, north, east, south] = boxes[line];
    if (east * scale - left < 0 || west * scale - left > width || south * scale - top < 0 || north * scale - top > height) continue;
    const x = (/** @type {number} */ at) => points[2 * at] * scale - left;
    const y = (/** @type {number} */ at) => points[2 * at + 1] * scale - top;
    context.moveTo(x(from), y(from));
    for (let at = from + 1; at < ends[line] - 1; at += 1) {
      context.quadraticCurveTo(x(at), y(at), (x(at) + x(at + 1)) / 2, (y(at) + y(at + 1)) / 2);
    }
    context.lineTo(x(ends[line] - 1), y(ends[line] - 1));
  }
}
