/**
 * What a border between two coats looks like: many borders run between few pairs of coats, so the pixels of each pair
 * are worked out once. Pure.
 *
 * @typedef {import("./coats.js").Coat} Coat
 * @typedef {import("./lines.js").Line} Line
 * @typedef {import("./lines.js").Lines} Lines
 *
 * @typedef {object} Seam
 * @property {Line | null} line
 * @property {boolean} isSoft whether the pixels on the border itself are part of each coat; not where a line hides them
 * @property {Uint32Array | null} soft those pixels, by distance from the border plus `MIDDLE`; null: they differ from place to place
 * @property {Lined | null} left what the line makes of the coat to the left; null: nothing, or it differs from place to place
 * @property {Lined | null} right
 *
 * @typedef {object} Lined
 * @property {number} below the pixel of the coat
 * @property {Uint32Array} over the pixels with the line over it, by distance plus `MIDDLE`
 * @property {Uint8Array} covers `NOTHING`, `WEAKLY` or `STRONGLY`, likewise
 */

import { FINE } from "./bands.js";
import { laidOver, mixed } from "./coats.js";

/** Distances are whole numbers of 1/`FINE` pixels from -128 to 127. */
export const MIDDLE = 128;
/** Half a pixel. */
export const HALF = FINE / 2;
/** How a line covers a pixel: where two meet, the weak edge of one must not wipe out the other. */
export const NOTHING = 0;
export const WEAKLY = 1;
export const STRONGLY = 2;

export class Seams {
  /** Seams by their coats, left and right. @type {Map<Coat, Map<Coat | null, Seam>>} */
  #made = new Map();
  /** What each line makes of each coat. @type {Map<Line, Map<Coat | null, Lined | null>>} */
  #over = new Map();
  #lines;

  /** @param {Lines} lines */
  constructor(lines) {
    this.#lines = lines;
  }

  /** @param {import("../theme.js").Theme} theme */
  setTheme(theme) {
    this.#lines.setTheme(theme);
    this.#made.clear();
    this.#over.clear();
  }

  /**
   * @param {Coat} left
   * @param {Coat | null} right null: no cell
   * @returns {Seam}
   */
  between(left, right) {
    let ofLeft = this.#made.get(left);
    if (!ofLeft) {
      ofLeft = new Map();
      this.#made.set(left, ofLeft);
    }
    let seam = ofLeft.get(right);
    if (!seam) {
      seam = this.#seamOf(this.#lines.between(left, right), left, right);
      ofLeft.set(right, seam);
    }
    return seam;
  }

  /**
   * @param {Line | null} line
   * @param {Coat} left
   * @param {Coat | null} right
   * @returns {Seam}
   */
  #seamOf(line, left, right) {
    const isSoft = left !== right && !hidesMiddle(line);
    const isEven = left.tile === null && (right === null || right.tile === null);
    return {
      line, isSoft,
      soft: isSoft && isEven ? byDistance((distance) => (Math.abs(distance) < HALF ? mixed(left.pixel, right?.pixel ?? 0, 0.5 + distance / FINE) : 0)) : null,
      left: this.#lined(line, left), right: this.#lined(line, right),
    };
  }

  /**
   * @param {Line | null} line
   * @param {Coat | null} coat below
   * @returns {Lined | null}
   */
  #lined(line, coat) {
    if (line === null) return null;
    const ofLine = this.#over.get(line) ?? new Map();
    this.#over.set(line, ofLine);
    if (!ofLine.has(coat)) ofLine.set(coat, linedOver(line, coat));
    return ofLine.get(coat);
  }
}

/** @param {Line | null} line */
function hidesMiddle(line) {
  if (line === null || line.isDotted) return false;
  return line.cover.subarray(MIDDLE - HALF + 1, MIDDLE + HALF).every((cover) => cover > 0);
}

/**
 * @param {Line} line
 * @param {Coat | null} coat below
 * @returns {Lined | null}
 */
function linedOver(line, coat) {
  if (line.isDotted || (coat !== null && coat.tile !== null)) return null;
  const below = coat?.pixel ?? 0;
  return {
    below, over: byDistance((distance) => lined(line, line.cover[distance + MIDDLE], below)),
    covers: Uint8Array.from(line.cover, (cover, at) => covering(line, { cover, beside: at - MIDDLE, isCell: coat !== null })),
  };
}

/**
 * How a line covers a pixel.
 * @param {Line} line
 * @param {{cover: number, beside: number, isCell: boolean}} pixel how much of it, 0-1, how far from the border, in 1/`FINE` pixels, and whether it is one of a cell
 */
export function covering({ isOutside }, { cover, beside, isCell }) {
  const isMiddle = Math.abs(beside) <= HALF;
  if (cover === 0 || (isOutside && isCell && !isMiddle)) return NOTHING;
  return cover >= 0.5 || isMiddle ? STRONGLY : WEAKLY;
}

/**
 * @param {(distance: number) => number} pixelAt
 * @returns {Uint32Array}
 */
function byDistance(pixelAt) {
  const pixels = new Uint32Array(2 * MIDDLE);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = pixelAt(at - MIDDLE);
  return pixels;
}

/**
 * A pixel of which a line covers some.
 * @param {Line} line
 * @param {number} cover 0-1
 * @param {number} below
 * @returns {number}
 */
export function lined({ colour, pixel, strength }, cover, below) {
  if (cover === 0) return below;
  return cover * strength === 1 ? pixel : laidOver(below, colour, cover * strength);
}
