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
import { covering, HALF, lined, MIDDLE, NOTHING, STRONGLY, WEAKLY } from "./seams.js";

/**
 * Paint the pixels along a border as if there were none.
 * @param {Prepared} prepared
 * @param {number} arc
 * @param {readonly Coat[]} coats
 */
export function wipeArc({ raster, bands, pixels }, arc, coats) {
  for (let at = bands.first[arc]; at < bands.first[arc + 1]; at += 1) {
    const pixel = bands.pixels[at];
    pixels[pixel] = baseAt(raster, coats, pixel);
  }
}

/**
 * Paint the pixels on a border in part as each of its two cells.
 * @param {Prepared} prepared
 * @param {Arcs} arcs
 * @param {number} arc
 * @param {readonly Coat[]} coats
 */
export function softenArc({ raster, bands, seams, pixels }, { left, right }, arc, coats) {
  const [one, other] = [coats[left[arc]], right[arc] < 0 ? null : coats[right[arc]]];
  if (one === other) return;
  const { isSoft, soft } = seams.between(one, other);
  if (!isSoft) return;
  for (let at = bands.first[arc]; at < bands.first[arc + 1]; at += 1) {
    const beside = bands.beside[at];
    if (beside <= -HALF || beside >= HALF) continue;
    const pixel = bands.pixels[at];
    pixels[pixel] = soft ? soft[beside + MIDDLE] : mixed(pixelAt(one, pixel, raster), pixelAt(other, pixel, raster), 0.5 + beside / (2 * HALF));
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
  const { raster: { ids }, bands, seams, pixels } = prepared;
  const seam = seams.between(coats[left[arc]], right[arc] < 0 ? null : coats[right[arc]]);
  if (!seam.line) return;
  const [leftId, rightId] = [left[arc] + 1, right[arc] + 1];
  for (let at = bands.first[arc]; at < bands.first[arc + 1]; at += 1) {
    const pixel = bands.pixels[at];
    const side = sideOf(seam, ids[pixel], leftId, rightId);
    if (side === null) {
      layOver(prepared, coats, seam.line, at);
      continue;
    }
    const distance = bands.beside[at] + MIDDLE;
    const covers = side.covers[distance];
    if (covers === STRONGLY || (covers === WEAKLY && pixels[pixel] === side.below)) pixels[pixel] = side.over[distance];
  }
}

/**
 * @param {import("./seams.js").Seam} seam
 * @param {number} id of a pixel
 * @param {number} leftId of the pixels to the left
 * @param {number} rightId
 */
function sideOf({ left, right }, id, leftId, rightId) {
  if (id === leftId) return left;
  return id === rightId ? right : null;
}

/**
 * Paint a pixel of a line over what no table knows: a third cell, stripes, or below dots.
 * @param {Prepared} prepared
 * @param {readonly Coat[]} coats
 * @param {import("./lines.js").Line} line
 * @param {number} at the pixel's position in the bands
 */
function layOver({ raster, bands, lines, pixels }, coats, line, at) {
  const [pixel, beside] = [bands.pixels[at], bands.beside[at]];
  const cover = line.isDotted ? lines.dotAt(beside, bands.along[at]) : line.cover[beside + MIDDLE];
  const covers = covering(line, { cover, beside, isCell: raster.ids[pixel] !== 0 });
  if (covers === NOTHING) return;
  const below = baseAt(raster, coats, pixel);
  if (covers === STRONGLY || pixels[pixel] === below) pixels[pixel] = lined(line, cover, below);
}

/**
 * @param {Coat | null} coat
 * @param {number} pixel its number
 * @param {Raster} raster
 * @returns {number}
 */
function pixelAt(coat, pixel, { width, left, top }) {
  if (coat === null) return 0;
  if (coat.tile === null) return coat.pixel;
  const row = Math.floor(pixel / width);
  return coat.tile[((top + row) % coat.side) * coat.side + ((left + pixel - row * width) % coat.side)];
}

/**
 * @param {Raster} raster
 * @param {readonly Coat[]} coats by place
 * @param {number} pixel its number
 */
function baseAt(raster, coats, pixel) {
  const id = raster.ids[pixel];
  return id === 0 ? 0 : pixelAt(coats[id - 1], pixel, raster);
}

/**
 * @param {Prepared} prepared
 * @param {number} place
 * @param {Coat} coat
 */
export function fillCell({ raster, pixels }, place, coat) {
  const { width, left, top, first, rows, starts, ends } = raster;
  for (let run = first[place]; run < first[place + 1]; run += 1) {
    const line = rows[run] * width;
    if (coat.tile === null) {
      pixels.fill(coat.pixel, line + starts[run], line + ends[run]);
      continue;
    }
    const tileRow = ((top + rows[run]) % coat.side) * coat.side;
    for (let column = starts[run]; column < ends[run]; column += 1) pixels[line + column] = coat.tile[tileRow + ((left + column) % coat.side)];
  }
}
