/**
 * What an answer looks like pixel by pixel: one colour, or a tile of stripes or holes that repeats. Pure.
 *
 * Pixels are numbers as a canvas has them in memory: alpha, blue, green and red, 8 bits each, from the highest on.
 *
 * @typedef {import("../appearance.js").Appearance} Appearance
 * @typedef {import("../colours.js").Rgb} Rgb
 * @typedef {import("../theme.js").Theme} Theme
 *
 * @typedef {object} Coat
 * @property {Appearance} look
 * @property {number} glow 0-1, how fresh the change to it is
 * @property {boolean} isBare nothing is painted inside
 * @property {string} parties equal for cells between which no front runs
 * @property {number} pixel of one colour
 * @property {Uint32Array | null} tile in place of one colour
 * @property {number} side of the tile
 * @property {Rgb} contour
 */

import { rgbOf } from "../colours.js";
import { stripesOf } from "../marks.js";

/** Hatches have gaps and bands must show two colours: both are stronger than a held cell. */
const STRENGTH = { plain: 1, hatch: 1.6, bands: 1.25, passed: 1.35, outline: 0, hidden: 0 };
/** How much of the opacity is left when the answer is old or in doubt. */
const STALE = 0.72;
const UNCERTAIN = 0.7;
/** What is left of it in the holes of an old answer. */
const HOLE = 0.25;
const HOLES = { apart: 7, radius: 1.25 };
/** By how much a fresh change is stronger. */
const GLOW = 0.5;

/**
 * @param {Rgb} rgb
 * @param {number} alpha 0-1
 * @returns {number}
 */
export function pixelOf([red, green, blue], alpha) {
  return ((Math.round(alpha * 255) << 24) | (Math.round(blue) << 16) | (Math.round(green) << 8) | Math.round(red)) >>> 0;
}

/**
 * Some of one pixel and the rest of the other.
 * @param {number} one
 * @param {number} other
 * @param {number} share of the one, 0-1
 * @returns {number}
 */
export function mixed(one, other, share) {
  const [weight, rest] = [share * (one >>> 24), (1 - share) * (other >>> 24)];
  const alpha = weight + rest;
  if (alpha < 0.5) return 0;
  const part = (/** @type {number} */ shift) => Math.round((((one >>> shift) & 255) * weight + ((other >>> shift) & 255) * rest) / alpha) << shift;
  return ((Math.round(alpha) << 24) | part(16) | part(8) | part(0)) >>> 0;
}

/**
 * A colour laid over a pixel.
 * @param {number} below
 * @param {Rgb} rgb
 * @param {number} alpha 0-1
 * @returns {number}
 */
export function laidOver(below, [red, green, blue], alpha) {
  const rest = ((below >>> 24) / 255) * (1 - alpha);
  const sum = alpha + rest;
  if (sum < 0.002) return 0;
  const [share, left] = [alpha / sum, rest / sum];
  return ((Math.round(sum * 255) << 24)
    | (Math.round(blue * share + ((below >>> 16) & 255) * left) << 16)
    | (Math.round(green * share + ((below >>> 8) & 255) * left) << 8)
    | Math.round(red * share + (below & 255) * left)) >>> 0;
}

/** The coats of one theme at one pixel ratio, each made once. */
export class Coats {
  #theme;
  #ratio;
  /** By look and glow; equal looks of one timeline are one object. @type {Map<Appearance, Map<number, Coat>>} */
  #made = new Map();

  /**
   * @param {Theme} theme
   * @param {number} ratio device pixels for one CSS pixel
   */
  constructor(theme, ratio) {
    this.#theme = theme;
    this.#ratio = ratio;
  }

  /**
   * @param {Appearance} look
   * @param {number} [glow] 0-1
   * @returns {Coat} the same one for equal looks
   */
  of(look, glow = 0) {
    const known = this.#made.get(look)?.get(glow);
    if (known) return known;
    const made = coatOf(look, glow, this.#theme, this.#ratio);
    const coats = this.#made.get(look) ?? new Map();
    this.#made.set(look, coats.set(glow, made));
    return made;
  }
}

/**
 * @param {Appearance} look
 * @param {number} glow
 * @param {Theme} theme
 * @param {number} ratio
 * @returns {Coat}
 */
function coatOf(look, glow, theme, ratio) {
  const colour = theme.actor(look.colours[0] ?? theme.soft);
  const isBare = look.pattern === "outline" || look.pattern === "hidden";
  const alpha = opacityOf(look, glow, theme);
  return {
    look, glow, isBare, parties: [look.pattern, ...look.colours].join(), contour: rgbOf(theme.contour(colour)),
    pixel: isBare ? 0 : pixelOf(rgbOf(colour), alpha), ...(tileOf(look, { theme, ratio, alpha }) ?? { tile: null, side: 0 }),
  };
}

/**
 * @param {Appearance} look
 * @param {number} glow
 * @param {Theme} theme
 * @returns {number} 0-1
 */
function opacityOf(look, glow, theme) {
  const doubt = (look.stale ? STALE : 1) * (look.uncertain ? UNCERTAIN : 1);
  const opacity = Math.min(1, theme.opacity * STRENGTH[look.pattern]) * doubt;
  return opacity + (1 - opacity) * GLOW * glow;
}

/**
 * @param {Appearance} look
 * @param {{theme: Theme, ratio: number, alpha: number}} how
 * @returns {{tile: Uint32Array, side: number} | null} null for one colour
 */
function tileOf(look, how) {
  if (look.pattern === "hatch" || look.pattern === "bands" || look.pattern === "passed") return stripedTile(look, how);
  if (look.pattern !== "plain" || !look.stale) return null;
  return holedTile(rgbOf(how.theme.actor(look.colours[0])), how.alpha, how.ratio);
}

/**
 * @param {Appearance} look
 * @param {{theme: Theme, ratio: number, alpha: number}} how
 * @returns {{tile: Uint32Array, side: number}}
 */
function stripedTile(look, { theme, ratio, alpha }) {
  const { stripes, width, lean } = stripesOf(look, theme);
  const pixels = stripes.map((colour) => (colour === null ? 0 : pixelOf(rgbOf(colour), alpha)));
  // A whole number of pixels, so that the tiles meet without a seam.
  const side = Math.max(pixels.length * 2, Math.round(pixels.length * width * ratio));
  const wide = side / pixels.length;
  const tile = new Uint32Array(side * side);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const across = ((((column + 0.5 - lean * row) % side) + side) % side) / wide;
      const number = Math.floor(across) % pixels.length;
      const within = (across - Math.floor(across)) * wide;
      const next = pixels[(number + 1) % pixels.length];
      const previous = pixels[(number + pixels.length - 1) % pixels.length];
      // Half a pixel on each side of a border is shared, as if both had been drawn smoothly.
      if (wide - within < 0.5) tile[row * side + column] = mixed(pixels[number], next, 0.5 + wide - within);
      else tile[row * side + column] = within < 0.5 ? mixed(pixels[number], previous, 0.5 + within) : pixels[number];
    }
  }
  return { tile, side };
}

/**
 * @param {Rgb} colour
 * @param {number} alpha
 * @param {number} ratio
 * @returns {{tile: Uint32Array, side: number}} one colour with holes in staggered rows
 */
function holedTile(colour, alpha, ratio) {
  const side = Math.round(HOLES.apart * ratio);
  const centres = [[0, 0], [side, 0], [0, side], [side, side], [side / 2, side / 2]];
  const tile = new Uint32Array(side * side);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const distance = Math.min(...centres.map(([x, y]) => Math.hypot(column + 0.5 - x, row + 0.5 - y)));
      const inside = Math.max(0, Math.min(1, HOLES.radius * ratio - distance + 0.5));
      tile[row * side + column] = pixelOf(colour, alpha * (1 - inside * (1 - HOLE)));
    }
  }
  return { tile, side };
}
