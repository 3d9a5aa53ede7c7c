/**
 * Which cell each pixel of a view shows: all cells at once, row by row, from the arcs between them. Pure.
 *
 * In each row the arcs that cross its middle line are sorted from west to east; between two of them lies one cell. So
 * neighbours meet without a seam, and nothing is drawn twice.
 *
 * @typedef {import("../arcs.js").Arcs} Arcs
 * @typedef {import("./mercator.js").View} View
 *
 * @typedef {object} Raster
 * @property {number} width in device pixels
 * @property {number} height
 * @property {number} left of the picture in the world, in whole device pixels and above 0, so that patterns do not move with the map
 * @property {number} top
 * @property {Uint16Array | Uint32Array} ids of each pixel, the place plus 1; 0: no cell
 * @property {Int32Array} first of each place, its first run in the three columns; one entry more closes the last
 * @property {Uint16Array} rows
 * @property {Uint16Array} starts the first pixel of a run
 * @property {Uint16Array} ends the first pixel after it
 */

import { pixelSize } from "./mercator.js";

/** Pixels are told apart to this share where arcs cross a row; a row can have 2 ** 16 of them. */
const PARTS = 2 ** 10;
/** Room for the number of an arc and its direction beside the place of a crossing, in one number of 53 bits. */
const CODES = 2 ** 25;
const FARTHEST = 2 ** 26;
/** Arcs or rows worked on before others get their turn. */
export const PORTION = 256;

/**
 * @param {Arcs} arcs
 * @param {View} view
 * @param {number} places
 * @param {Raster} [spare] of a view that is not shown any more, to be written over
 * @returns {Generator<void, Raster>} pauses often
 */
export function* rasterised(arcs, view, places, spare) {
  const { width, height } = pixelSize(view);
  const lines = crossingLines(view, width, height);
  const first = new Int32Array(height + 2);
  for (let arc = 0; arc < arcs.count; arc += 1) {
    if (arc % (16 * PORTION) === 0) yield;
    eachCrossedLine(arcs, arc, lines, (from, to) => {
      first[from + 1] += 1;
      first[to + 1] -= 1;
    });
  }
  sumTwice(first);
  const crossings = new Float64Array(first[height]);
  const next = first.slice();
  for (let arc = 0; arc < arcs.count; arc += 1) {
    if (arc % (8 * PORTION) === 0) yield;
    fillCrossings(arcs, arc, lines, { crossings, next });
  }
  const corner = { left: Math.round(lines.left) + FARTHEST, top: Math.round(lines.top) + FARTHEST };
  return { ...corner, ...(yield* runsOf(arcs, { width, height, places, first, crossings, ids: idsOf(width * height, places, spare?.ids) })) };
}

/**
 * @param {number} pixels
 * @param {number} places
 * @param {Uint16Array | Uint32Array} [spare] if it is as large
 * @returns {Uint16Array | Uint32Array} nothing but 0
 */
function idsOf(pixels, places, spare) {
  if (spare?.length === pixels) return spare.fill(0);
  return places < 0xffff ? new Uint16Array(pixels) : new Uint32Array(pixels);
}

/**
 * @typedef {{scale: number, left: number, top: number, width: number, height: number}} Lines of pixels; scale and corner in device pixels
 */

/**
 * @param {View} view
 * @param {number} width
 * @param {number} height
 * @returns {Lines}
 */
function crossingLines({ scale, left, top, pixelRatio }, width, height) {
  return { scale: scale * pixelRatio, left: left * pixelRatio, top: top * pixelRatio, width, height };
}

/**
 * Call back with the rows [from, to) whose middle each side of an arc crosses.
 * @param {Arcs} arcs
 * @param {number} arc
 * @param {Lines} lines
 * @param {(from: number, to: number, point: number) => void} crossed
 */
function eachCrossedLine({ first, y, boxes }, arc, { scale, left, top, width, height }, crossed) {
  if (boxes[4 * arc] * scale - left > width || boxes[4 * arc + 3] * scale - top < 0 || boxes[4 * arc + 1] * scale - top > height) return;
  let last = y[first[arc]] * scale - top;
  for (let at = first[arc] + 1; at < first[arc + 1]; at += 1) {
    const now = y[at] * scale - top;
    const from = Math.max(0, Math.ceil(Math.min(last, now) - 0.5));
    const to = Math.min(height, Math.ceil(Math.max(last, now) - 0.5));
    if (from < to) crossed(from, to, at);
    last = now;
  }
}

/**
 * From changes of a count at each row to where the crossings of each row begin.
 * @param {Int32Array} counts the change at row r stands at r + 1
 */
function sumTwice(counts) {
  for (let at = 1; at < counts.length; at += 1) counts[at] += counts[at - 1];
  for (let at = 1; at < counts.length; at += 1) counts[at] += counts[at - 1];
}

/**
 * @param {Arcs} arcs
 * @param {number} arc
 * @param {Lines} lines
 * @param {{crossings: Float64Array, next: Int32Array}} found
 */
function fillCrossings(arcs, arc, lines, { crossings, next }) {
  const { x, y } = arcs;
  const { scale, left, top } = lines;
  eachCrossedLine(arcs, arc, lines, (from, to, at) => {
    const [x0, y0] = [x[at - 1] * scale - left, y[at - 1] * scale - top];
    const [x1, y1] = [x[at] * scale - left, y[at] * scale - top];
    const slope = (x1 - x0) / (y1 - y0);
    const code = 2 * arc + (y1 < y0 ? 1 : 0);
    for (let row = from; row < to; row += 1) {
      const across = Math.round((x0 + (row + 0.5 - y0) * slope) * PARTS);
      crossings[next[row]++] = (Math.max(-FARTHEST, Math.min(FARTHEST, across)) + FARTHEST) * CODES + code;
    }
  });
}

/**
 * @param {Arcs} arcs
 * @param {{width: number, height: number, places: number, first: Int32Array, crossings: Float64Array, ids: Uint16Array | Uint32Array}} rows
 * @returns {Generator<void, Omit<Raster, "left" | "top">>}
 */
function* runsOf(arcs, { width, height, places, first, crossings, ids }) {
  const most = crossings.length + 1;
  const runs = { count: 0, cells: new Int32Array(most), rows: new Uint16Array(most), starts: new Uint16Array(most), ends: new Uint16Array(most) };
  for (let row = 0; row < height; row += 1) {
    if (row % 64 === 0) yield;
    const crossed = crossings.subarray(first[row], first[row + 1]).sort();
    walkRow(arcs, crossed, { row, width, ids, runs });
  }
  yield;
  return { width, height, ids, ...byPlace(runs, places) };
}

/**
 * @typedef {{count: number, cells: Int32Array, rows: Uint16Array, starts: Uint16Array, ends: Uint16Array}} Runs
 */

/**
 * Follow a row from west to east and write down which cell each stretch shows.
 * @param {Arcs} arcs
 * @param {Float64Array} crossed
 * @param {{row: number, width: number, ids: Uint16Array | Uint32Array, runs: Runs}} into
 */
function walkRow(arcs, crossed, into) {
  let here = -1;
  let start = 0;
  for (let number = 0; number < crossed.length; number += 1) {
    putNext(arcs, crossed, number, here);
    const across = Math.floor(crossed[number] / CODES);
    const [west, east] = sidesOf(arcs, crossed[number] - across * CODES);
    // A cell is not left that was not entered.
    if (west !== here && east < 0) continue;
    const at = Math.max(0, Math.ceil((across - FARTHEST) / PARTS - 0.5));
    if (at >= into.width) break;
    addRun(into, here, start, at);
    here = east;
    start = at;
  }
  addRun(into, here, start, into.width);
}

/**
 * Arcs closer than rounding may come in the wrong order: the one that leaves the cell that was come to goes first.
 * @param {Arcs} arcs
 * @param {Float64Array} crossed two of which may change places
 * @param {number} number of the next one
 * @param {number} here the cell that was come to
 */
function putNext(arcs, crossed, number, here) {
  const [one, other] = [crossed[number], crossed[number + 1]];
  const [across, further] = [Math.floor(one / CODES), Math.floor(other / CODES)];
  if (!(further - across <= 1)) return;
  if (sidesOf(arcs, one - across * CODES)[0] === here || sidesOf(arcs, other - further * CODES)[0] !== here) return;
  [crossed[number], crossed[number + 1]] = [other, one];
}

/**
 * @param {Arcs} arcs
 * @param {number} code of a crossing
 * @returns {[number, number]} the cell in the west of the arc and the one in its east; an arc that runs north has its left side in the west
 */
function sidesOf({ left, right }, code) {
  const arc = code >> 1;
  return code % 2 === 1 ? [left[arc], right[arc]] : [right[arc], left[arc]];
}

/**
 * @param {{row: number, width: number, ids: Uint16Array | Uint32Array, runs: Runs}} into
 * @param {number} cell
 * @param {number} start
 * @param {number} end
 */
function addRun({ row, width, ids, runs }, cell, start, end) {
  if (cell < 0 || start >= end) return;
  ids.fill(cell + 1, row * width + start, row * width + end);
  const at = runs.count;
  runs.cells[at] = cell;
  runs.rows[at] = row;
  runs.starts[at] = start;
  runs.ends[at] = end;
  runs.count += 1;
}

/**
 * @param {Runs} runs by row
 * @param {number} places
 * @returns {Pick<Raster, "first" | "rows" | "starts" | "ends">} by place
 */
function byPlace(runs, places) {
  const first = new Int32Array(places + 1);
  for (let at = 0; at < runs.count; at += 1) first[runs.cells[at] + 1] += 1;
  for (let place = 0; place < places; place += 1) first[place + 1] += first[place];
  const next = first.slice();
  const [rows, starts, ends] = [new Uint16Array(runs.count), new Uint16Array(runs.count), new Uint16Array(runs.count)];
  for (let at = 0; at < runs.count; at += 1) {
    const to = next[runs.cells[at]]++;
    rows[to] = runs.rows[at];
    starts[to] = runs.starts[at];
    ends[to] = runs.ends[at];
  }
  return { first, rows, starts, ends };
}
