/**
 * Painting cells and the borders between them pixel by pixel. Pure.
 *
 * @typedef {import("../arcs.js").Arcs} Arcs
 * @typedef {import("./bands.js").Bands} Bands
 * @typedef {import("./coats.js").Coat} Coat
 * @typedef {import("./lines.js").Lines} Lines
 * @typedef {import("./seams.js").Seams} Seams
 * @typedef {import("./raster.js").Raster} Raster
 *
 * @typedef {object} Prepared a view that is ready to be painted
 * @property {Raster} raster
 * @property {Bands} bands
 * @property {Lines} lines
 * @property {Seams} seams
 * @property {ImageData} image
 * @property {Uint32Array} pixels of the image
 */

import { mixed } from "./coats.js";
import { HALF, lined, MIDDLE } from "./seams.js";

/**
 * Paint the pixels along a border as if there were none.
 * @param {Prepared} prepared
 * @param {number} arc
 * @param {readonly Coat[]} coats
 */
export function wipeArc({ raster: { width, ids }, bands, pixels }, arc, coats) {
  for (let at = bands.first[arc]; at < bands.first[arc + 1]; at += 1) {
    const pixel = bands.pixels[at];
    pixels[pixel] = baseAt(ids[pixel], coats, pixel, width);
  }
}

/**
 * Paint the pixels on a border in part as each of its two cells.
 * @param {Prepared} prepared
 * @param {Arcs} arcs
 * @param {number} arc
 * @param {readonly Coat[]} coats
 */
export function softenArc({ raster: { width }, bands, seams, pixels }, { left, right }, arc, coats) {
  const [one, other] = [coats[left[arc]], right[arc] < 0 ? null : coats[right[arc]]];
  if (one === other) return;
  const { isSoft, soft } = seams.between(one, other);
  if (!isSoft) return;
  for (let at = bands.first[arc]; at < bands.first[arc + 1]; at += 1) {
    const beside = bands.beside[at];
    if (beside <= -HALF || beside >= HALF) continue;
    const pixel = bands.pixels[at];
    pixels[pixel] = soft ? soft[beside + MIDDLE] : mixed(pixelAt(one, pixel, width), pixelAt(other, pixel, width), 0.5 + beside / (2 * HALF));
  }
}

/**
 * Paint the line that a border calls for, if any.
 * @param {Prepared} prepared
 * @param {Arcs} arcs
 * @param {number} arc
 * @param {readonly Coat[]} coats
 */
export function lineArc(prepared, { left, right }, arc, coats) {
  const { bands, lines, seams } = prepared;
  const seam = seams.between(coats[left[arc]], right[arc] < 0 ? null : coats[right[arc]]);
  const { line } = seam;
  if (!line) return;
  const sides = { seam, left: left[arc] + 1, right: right[arc] + 1 };
  for (let at = bands.first[arc]; at < bands.first[arc + 1]; at += 1) {
    const beside = bands.beside[at];
    const cover = line.isDotted ? lines.dotAt(beside, bands.along[at]) : line.cover[beside + MIDDLE];
    if (cover > 0 && !(line.isOutside && isInside(prepared, at))) layOver(prepared, coats, sides, { line, cover, at });
  }
}

/**
 * Whether a pixel lies inside a cell: a contour lies around territory, also where it ends beside another cell.
 * @param {Prepared} prepared
 * @param {number} at the pixel's position in the bands
 */
function isInside({ raster: { ids }, bands }, at) {
  return Math.abs(bands.beside[at]) > HALF && ids[bands.pixels[at]] !== 0;
}

/**
 * @param {Prepared} prepared
 * @param {readonly Coat[]} coats
 * @param {{seam: import("./seams.js").Seam, left: number, right: number}} sides what a border looks like, and the ids of the pixels beside it
 * @param {{line: import("./lines.js").Line, cover: number, at: number}} what a line, and how much of the pixel at a position in the bands it covers
 */
function layOver({ raster: { width, ids }, bands, pixels }, coats, { seam, left, right }, { line, cover, at }) {
  const pixel = bands.pixels[at];
  const beside = bands.beside[at];
  const id = ids[pixel];
  // Where two lines meet, the weak edge of one must not wipe out the other.
  const isStrong = cover >= 0.5 || Math.abs(beside) <= HALF;
  if (!isStrong && pixels[pixel] !== baseAt(id, coats, pixel, width)) return;
  const table = tableOf(seam, id, left, right);
  pixels[pixel] = table ? table[beside + MIDDLE] : lined(line, cover, baseAt(id, coats, pixel, width));
}

/**
 * @param {import("./seams.js").Seam} seam
 * @param {number} id of the pixel
 * @param {number} left
 * @param {number} right
 */
function tableOf({ overLeft, overRight }, id, left, right) {
  if (id === left) return overLeft;
  return id === right ? overRight : null;
}

/**
 * @param {Coat | null} coat
 * @param {number} pixel its number
 * @param {number} width of the image
 * @returns {number}
 */
function pixelAt(coat, pixel, width) {
  if (coat === null) return 0;
  if (coat.tile === null) return coat.pixel;
  const row = Math.floor(pixel / width);
  return coat.tile[(row % coat.side) * coat.side + ((pixel - row * width) % coat.side)];
}

/**
 * @param {number} id of the pixel
 * @param {readonly Coat[]} coats by place
 * @param {number} pixel its number
 * @param {number} width of the image
 */
function baseAt(id, coats, pixel, width) {
  return id === 0 ? 0 : pixelAt(coats[id - 1], pixel, width);
}

/**
 * @param {Prepared} prepared
 * @param {number} place
 * @param {Coat} coat
 */
export function fillCell({ raster, pixels }, place, coat) {
  const { width, first, rows, starts, ends } = raster;
  for (let run = first[place]; run < first[place + 1]; run += 1) {
    const line = rows[run] * width;
    if (coat.tile === null) {
      pixels.fill(coat.pixel, line + starts[run], line + ends[run]);
      continue;
    }
    const tileRow = (rows[run] % coat.side) * coat.side;
    for (let column = starts[run]; column < ends[run]; column += 1) pixels[line + column] = coat.tile[tileRow + (column % coat.side)];
  }
}
