/**
 * Which line runs between two cells: a front between unlike holders, a contour where territory ends, dots around what is
 * uncertain or unknown. Pure.
 *
 * @typedef {import("../colours.js").Rgb} Rgb
 * @typedef {import("../theme.js").Theme} Theme
 * @typedef {import("./coats.js").Coat} Coat
 * @typedef {import("./raster.js").Raster} Raster
 *
 * @typedef {object} Line
 * @property {Rgb} colour
 * @property {number} pixel of the whole colour
 * @property {number} strength 0-1
 * @property {Float32Array} cover 0-1 by distance from the border in 1/`FINE` pixels, plus 128
 * @property {boolean} isDotted then the cover is asked for pixel by pixel
 * @property {boolean} isOutside nothing of it lies on cells
 */

import { rgbOf } from "../colours.js";
import { FINE } from "./bands.js";
import { pixelOf } from "./coats.js";

/** Half the width of each line, and the dots, in CSS pixels. */
const FRONT = 0.8;
const CONTOUR = 1.7;
const DOT = { radius: 0.7, period: 4.6 };
/** Lines are thinner where cells are narrower than this, down to half. */
const WIDE_CELL = 16;

/**
 * How much of their full width lines have, so that small cells are not all line.
 * @param {Raster} raster
 * @param {number} ratio device pixels for one CSS pixel
 * @returns {number} 0.5-1
 */
export function lineScale({ first, starts, ends }, ratio) {
  let pixels = 0;
  for (let run = 0; run < starts.length; run += 1) pixels += ends[run] - starts[run];
  let cells = 0;
  for (let place = 0; place + 1 < first.length; place += 1) if (first[place] < first[place + 1]) cells += 1;
  return Math.max(0.5, Math.min(1, Math.sqrt(pixels / Math.max(1, cells)) / ratio / WIDE_CELL));
}

export class Lines {
  #front;
  #glow;
  #outer;
  #inner;
  #none = new Float32Array(256);
  #radius;
  /** Equal lines are one object. @type {Map<string, Line>} */
  #made = new Map();
  /** @type {{front: Rgb, accent: Rgb, ink: Rgb, soft: Rgb}} */
  #colours = { front: [0, 0, 0], accent: [0, 0, 0], ink: [0, 0, 0], soft: [0, 0, 0] };

  /**
   * @param {number} ratio device pixels for one CSS pixel
   * @param {number} scale of widths
   */
  constructor(ratio, scale) {
    const wide = ratio * scale;
    /** How far from a border pixels matter, in device pixels. */
    this.reach = Math.min(5, CONTOUR * wide + 0.5);
    /** The same between two cells; small cells have no room for a wide glow. */
    this.inner = scale < 1 ? FRONT * wide + 0.5 : this.reach;
    /** The length of a dot and its gap. */
    this.period = DOT.period * ratio;
    this.#radius = DOT.radius * ratio;
    this.#front = covers((distance) => FRONT * wide + 0.5 - Math.abs(distance));
    this.#glow = covers((distance) => 1.2 * (1 - Math.abs(distance) / this.inner) + 0.2);
    this.#outer = covers((distance) => Math.min(0.5 - distance, CONTOUR * wide + 0.5 + distance));
    this.#inner = covers((distance) => Math.min(0.5 + distance, CONTOUR * wide + 0.5 - distance));
  }

  /** @param {Theme} theme */
  setTheme({ front, accent, ink, soft }) {
    this.#made.clear();
    this.#colours = { front: rgbOf(front), accent: rgbOf(accent), ink: rgbOf(ink), soft: rgbOf(soft) };
  }

  /**
   * @param {Coat} left
   * @param {Coat | null} right null: no cell
   * @returns {Line | null}
   */
  between(left, right) {
    const [isLeft, isRight] = [left.look.pattern !== "hidden", right !== null && right.look.pattern !== "hidden"];
    if (isLeft && isRight) return this.#inside(left, /** @type {Coat} */ (right));
    if (isLeft) return this.#around(left, this.#outer);
    return isRight ? this.#around(/** @type {Coat} */ (right), this.#inner) : null;
  }

  /**
   * How much of a pixel a dotted line covers.
   * @param {number} beside distance from the border in 1/`FINE` pixels
   * @param {number} along in 1/256 of a dot and its gap
   */
  dotAt(beside, along) {
    const [dx, dy] = [(along / 256 - 0.5) * this.period, beside / FINE];
    const distance = Math.sqrt(dx * dx + dy * dy);
    return Math.max(0, Math.min(1, this.#radius + 0.5 - distance));
  }

  /**
   * @param {Coat} one
   * @param {Coat} other
   * @returns {Line | null}
   */
  #inside(one, other) {
    const { ink, soft } = this.#colours;
    const isBare = one.isBare || other.isBare;
    if (!isBare && one.parties !== other.parties) return this.#fronting(Math.max(one.glow, other.glow));
    if (one.look.uncertain || other.look.uncertain) return this.#dotted(ink);
    return isBare ? this.#dotted(soft) : null;
  }

  /**
   * @param {number} glow how fresh it is, 0-1
   * @returns {Line}
   */
  #fronting(glow) {
    const { front, accent } = this.#colours;
    if (glow > 0) return this.#one(`glow ${glow}`, { colour: accent, strength: 0.45 + 0.5 * glow, cover: this.#glow });
    return this.#one("front", { colour: front, strength: 1, cover: this.#front });
  }

  /**
   * The line around territory beside which nobody is named.
   * @param {Coat} coat
   * @param {Float32Array} cover
   * @returns {Line}
   */
  #around(coat, cover) {
    if (coat.isBare) return this.#dotted(this.#colours.soft);
    const strength = coat.look.stale ? 0.62 : 1;
    return this.#one(`around ${coat.contour} ${strength} ${cover === this.#outer}`, { colour: coat.contour, strength, cover, isOutside: true });
  }

  /** @param {Rgb} colour */
  #dotted(colour) {
    return this.#one(`dots ${colour}`, { colour, strength: 1, cover: this.#none, isDotted: true });
  }

  /**
   * @param {string} key equal for equal lines
   * @param {Pick<Line, "colour" | "strength" | "cover"> & Partial<Line>} line
   * @returns {Line}
   */
  #one(key, line) {
    const known = this.#made.get(key);
    if (known) return known;
    const made = { isDotted: false, isOutside: false, pixel: pixelOf(line.colour, 1), ...line };
    this.#made.set(key, made);
    return made;
  }
}

/**
 * @param {(distance: number) => number} at cover at a distance in device pixels, positive to the left
 * @returns {Float32Array}
 */
function covers(at) {
  return Float32Array.from({ length: 256 }, (_, number) => Math.max(0, Math.min(1, at((number - 128) / FINE))));
}
