/**
 * Painting cells and the borders between them pixel by pixel. Pure.
 *
 * @typedef {import("../arcs.js").Arcs} Arcs
 * @typedef {import("./bands.js").Bands} Bands
 * @typedef {import("./coats.js").Coat} Coat
 * @typedef {import("./lines.js").Lines} Lines
 * @typedef {import("./raster.js").Raster} Raster
 *
 * @typedef {object} Prepared a view that is ready to be painted
 * @property {Raster} raster
 * @property {Bands} bands
 * @property {Lines} lines
 * @property {ImageData} image
 * @property {Uint32Array} pixels of the image
 */

import { FINE } from "./bands.js";
import { laidOver, mixed } from "./coats.js";

/**
 * Paint the pixels along a border as its two cells have them; those on the border itself in part as each.
 * @param {Prepared} prepared
 * @param {Arcs} arcs
 * @param {number} arc
 * @param {readonly Coat[]} coats
 */
export function softenArc({ raster: { width, ids }, bands, pixels }, { left, right }, arc, coats) {
  const [one, other] = [coats[left[arc]], right[arc] < 0 ? null : coats[right[arc]]];
  for (let at = bands.first[arc]; at < bands.first[arc + 1]; at += 1) {
    const pixel = bands.pixels[at];
    const beside = bands.beside[at] / FINE;
    if (one !== other && beside > -0.5 && beside < 0.5) pixels[pixel] = mixed(pixelAt(one, pixel, width), pixelAt(other, pixel, width), 0.5 + beside);
    else pixels[pixel] = baseAt(ids[pixel], coats, pixel, width);
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
  const { bands, lines } = prepared;
  const line = lines.between(coats[left[arc]], right[arc] < 0 ? null : coats[right[arc]]);
  if (!line) return;
  const { cover } = line;
  for (let at = bands.first[arc]; at < bands.first[arc + 1]; at += 1) {
    const share = line.isDotted ? lines.dotAt(bands.beside[at], bands.along[at]) : cover[bands.beside[at] + 128];
    if (share > 0 && !(line.isOutside && isInside(prepared, at))) layOver(prepared, coats, { line, cover: share, at });
  }
}

/**
 * Whether a pixel lies inside a cell: a contour lies around territory, also where it ends beside another cell.
 * @param {Prepared} prepared
 * @param {number} at the pixel's position in the bands
 */
function isInside({ raster: { ids }, bands }, at) {
  return ids[bands.pixels[at]] !== 0 && Math.abs(bands.beside[at]) > FINE / 2;
}

/**
 * @param {Prepared} prepared
 * @param {readonly Coat[]} coats
 * @param {{line: import("./lines.js").Line, cover: number, at: number}} what a line, and how much of the pixel at a position in the bands it covers
 */
function layOver({ raster: { width, ids }, bands, pixels }, coats, { line, cover, at }) {
  const pixel = bands.pixels[at];
  if (cover * line.strength === 1) {
    pixels[pixel] = line.pixel;
    return;
  }
  const below = baseAt(ids[pixel], coats, pixel, width);
  // Where two lines meet, the weak edge of one must not wipe out the other.
  const isStrong = cover >= 0.5 || Math.abs(bands.beside[at]) <= FINE / 2;
  if (isStrong || pixels[pixel] === below) pixels[pixel] = laidOver(below, line.colour, cover * line.strength);
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
