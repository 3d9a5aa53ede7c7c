/** Cells for tests: a quilt of crooked patches, as arcs of the document, and as corners to check them by. */

import { decodeArcs, OUTSIDE } from "../../geomap/static/js/arcs.js";
import { chance } from "./chance.js";

const UNITS = 10_000;

/**
 * Patches in rows and columns, some left out, over one degree each, from 10° east and 10° north.
 * @param {number} seed
 * @param {{columns: number, rows: number, gaps?: number}} size `gaps`: one patch in so many is left out
 */
export function quilt(seed, { columns, rows, gaps = 5 }) {
  const pick = chance(seed);
  const corners = Array.from({ length: rows + 1 }, (_, row) => Array.from({ length: columns + 1 }, (__, column) =>
    [Math.round((10 + column) * UNITS + pick(6000) - 3000), Math.round((10 + row) * UNITS + pick(6000) - 3000)]));
  const there = Array.from({ length: rows * columns }, () => pick(gaps) !== 0);
  const placeAt = (/** @type {number} */ column, /** @type {number} */ row) =>
    (column < 0 || row < 0 || column >= columns || row >= rows || !there[row * columns + column] ? OUTSIDE : row * columns + column);
  /** @type {{cell: number, beside: number, points: number[][]}[]} */
  const arcs = [];
  const add = (/** @type {number} */ left, /** @type {number} */ right, /** @type {number[]} */ from, /** @type {number[]} */ to) => {
    if (left === OUTSIDE && right === OUTSIDE) return;
    if (left === OUTSIDE || (right !== OUTSIDE && right < left)) arcs.push({ cell: right, beside: left, points: [to, from] });
    else arcs.push({ cell: left, beside: right, points: [from, to] });
  };
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      // Eastwards the patch above lies to the left; northwards the one in the west.
      if (column < columns) add(placeAt(column, row), placeAt(column, row - 1), corners[row][column], corners[row][column + 1]);
      if (row < rows) add(placeAt(column - 1, row), placeAt(column, row), corners[row][column], corners[row + 1][column]);
    }
  }
  arcs.sort((one, other) => one.cell - other.cell);
  return { arcs: decodeArcs(columnsOf(arcs)), places: rows * columns, there, ring: (/** @type {number} */ place) => ringOf(corners, place % columns, Math.floor(place / columns)) };
}

/** @param {{cell: number, beside: number, points: number[][]}[]} arcs */
export function columnsOf(arcs) {
  const steps = (/** @type {number[]} */ numbers) => numbers.map((number, at) => number - (at === 0 ? 0 : numbers[at - 1]));
  const points = arcs.flatMap((arc) => arc.points);
  return {
    cell: steps(arcs.map(({ cell }) => cell)), beside: arcs.map(({ beside }) => beside), points: arcs.map((arc) => arc.points.length),
    x: steps(points.map(([x]) => x)), y: steps(points.map(([, y]) => y)), units: UNITS,
  };
}

/**
 * @param {number[][][]} corners
 * @param {number} column
 * @param {number} row
 * @returns {number[][]} degrees
 */
function ringOf(corners, column, row) {
  return [corners[row][column], corners[row][column + 1], corners[row + 1][column + 1], corners[row + 1][column]].map(([x, y]) => [x / UNITS, y / UNITS]);
}

/**
 * @param {number[][]} ring
 * @param {number} x
 * @param {number} y
 */
export function contains(ring, x, y) {
  return ring.reduce((inside, [x1, y1], at) => {
    const [x0, y0] = ring[(at + ring.length - 1) % ring.length];
    return (y0 > y) !== (y1 > y) && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0) ? !inside : inside;
  }, false);
}

/**
 * A view on the quilt.
 * @param {{longitude: number, latitude: number, zoom: number, width: number, height: number, pixelRatio?: number}} at its corner in the north-west
 * @returns {import("../../geomap/static/js/layers/mercator.js").View}
 */
export function viewAt({ longitude, latitude, zoom, width, height, pixelRatio = 1 }) {
  const scale = 256 * 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return {
    width, height, pixelRatio, scale, zoom, left: ((longitude + 180) / 360) * scale,
    top: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * scale, inner: { left: 0, top: 0, right: width, bottom: height },
  };
}

/**
 * Where the middle of a pixel lies.
 * @param {import("../../geomap/static/js/layers/mercator.js").View} view
 * @param {number} column
 * @param {number} row
 * @returns {[number, number]} longitude, latitude
 */
export function middleOf({ left, top, scale, pixelRatio }, column, row) {
  const x = ((column + 0.5) / pixelRatio + left) / scale;
  const y = ((row + 0.5) / pixelRatio + top) / scale;
  return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/**
 * @template T
 * @param {Generator<void, T>} work
 * @returns {T} what it comes to, without a pause
 */
export function finished(work) {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
