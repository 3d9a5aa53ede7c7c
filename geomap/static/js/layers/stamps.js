/**
 * Small marks made of pixels, drawn once and then copied: a disc, a triangle, a square or a diamond with a rim. Pure.
 *
 * @typedef {import("../colours.js").Rgb} Rgb
 * @typedef {"disc" | "triangle" | "square" | "diamond"} Form
 *
 * @typedef {object} Stamp
 * @property {number} side in device pixels, odd
 * @property {Uint32Array} pixels
 * @property {Uint8Array} covers how the mark covers each pixel, alike for all colours of a form: `NOTHING`, `WEAKLY` or `STRONGLY`
 * @property {Uint8Array} starts of each row, the first pixel that is not empty
 * @property {Uint8Array} ends the first after the last such
 */

import { mixed, pixelOf } from "./coats.js";

/** How far a point lies outside of each form of radius 1, about; below 0 inside. @type {Record<Form, (x: number, y: number) => number>} */
const OUTSIDE = {
  disc: (x, y) => Math.hypot(x, y) - 1,
  square: (x, y) => Math.max(Math.abs(x), Math.abs(y)) - 0.86,
  diamond: (x, y) => (Math.abs(x) + Math.abs(y) - 1.22) / Math.SQRT2,
  triangle: (x, y) => Math.max(y - 0.62, Math.abs(x) * 0.88 - (y + 1) * 0.475),
};

/** A weak edge shows where nothing else is; what is strong lies over what was there. */
const NOTHING = 0;
const WEAKLY = 1;
const STRONGLY = 2;
/** Less of a pixel than this is none. */
const LEAST_SHARE = 0.02;

/**
 * @param {Form} form
 * @param {number} radius device pixels
 * @param {number} rim its width in device pixels
 * @param {{fill: Rgb, rim: Rgb, strength: number}} colours
 * @returns {Stamp}
 */
export function stampOf(form, radius, rim, { fill, rim: rimColour, strength }) {
  const reach = Math.ceil(radius * 1.2 + rim);
  const side = 2 * reach + 1;
  const pixels = new Uint32Array(side * side);
  const covers = new Uint8Array(side * side);
  const [inner, outer] = [pixelOf(fill, strength), pixelOf(rimColour, strength)];
  for (let at = 0; at < pixels.length; at += 1) {
    const [column, row] = [(at % side) - reach, Math.floor(at / side) - reach];
    const distance = OUTSIDE[form](column / radius, row / radius) * radius;
    const body = mixed(inner, outer, clamped(0.5 - distance));
    const share = clamped(0.5 + rim - distance);
    if (share < LEAST_SHARE) continue;
    pixels[at] = mixed(body, 0, share);
    covers[at] = share < 0.5 ? WEAKLY : STRONGLY;
  }
  return { side, pixels, covers, ...extentOf(pixels, side) };
}

/**
 * Between which columns each row of a mark lies, so that its empty corners cost nothing.
 * @param {Uint32Array} pixels
 * @param {number} side
 * @returns {Pick<Stamp, "starts" | "ends">}
 */
function extentOf(pixels, side) {
  const [starts, ends] = [new Uint8Array(side), new Uint8Array(side)];
  for (let at = 0; at < pixels.length; at += 1) {
    if (pixels[at] === 0) continue;
    const row = Math.floor(at / side);
    if (ends[row] === 0) starts[row] = at % side;
    ends[row] = (at % side) + 1;
  }
  return { starts, ends };
}

/** @param {number} share */
function clamped(share) {
  return Math.max(0, Math.min(1, share));
}

/**
 * @typedef {{pixels: Uint32Array, owners: Int32Array, width: number}} Stamped `owners`: whose mark each pixel that is not empty is of
 */

/**
 * Copy the part of a mark that lies in a box of the picture. What shows through a mark below stays; weak edges do not
 * cover others.
 * @param {Stamped} picture
 * @param {Stamp} stamp
 * @param {{left: number, top: number, owner: number}} corner of the mark, and whose it is
 * @param {import("./mercator.js").Box} box
 */
export function stampAt({ pixels, owners, width }, { side, pixels: mark, covers, starts, ends }, { left, top, owner }, box) {
  const last = Math.min(side, box.bottom - top);
  for (let row = Math.max(0, box.top - top); row < last; row += 1) {
    const to = (top + row) * width + left;
    const from = row * side;
    const end = Math.min(ends[row], box.right - left);
    for (let column = Math.max(starts[row], box.left - left); column < end; column += 1) {
      const cover = covers[from + column];
      if (cover !== STRONGLY && (cover === NOTHING || pixels[to + column] !== 0)) continue;
      pixels[to + column] = mark[from + column];
      owners[to + column] = owner;
    }
  }
}

/**
 * Give a mark that is there another colour, where no other lies over it.
 * @param {Stamped} picture
 * @param {Stamp} stamp of the same form
 * @param {{left: number, top: number, owner: number}} corner of the mark, and whose it is
 * @param {import("./mercator.js").Box} box all of the picture
 */
export function recolourAt({ pixels, owners, width }, { side, pixels: mark, starts, ends }, { left, top, owner }, box) {
  const last = Math.min(side, box.bottom - top);
  for (let row = Math.max(0, -top); row < last; row += 1) {
    const to = (top + row) * width + left;
    const end = Math.min(ends[row], box.right - left);
    for (let column = Math.max(starts[row], -left); column < end; column += 1) {
      if (owners[to + column] === owner && pixels[to + column] !== 0) pixels[to + column] = mark[row * side + column];
    }
  }
}

/**
 * Empty a box of a picture.
 * @param {{pixels: Uint32Array, width: number}} picture
 * @param {import("./mercator.js").Box} box
 */
export function wipeBox({ pixels, width }, { left, top, right, bottom }) {
  for (let row = top; row < bottom; row += 1) pixels.fill(0, row * width + left, row * width + right);
}
