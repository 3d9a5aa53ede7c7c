/**
 * One canvas that shows two pictures of its size, one laid over the other: a canvas is copied whole for each frame in which
 * anything on it changes, so that one costs half of two. What changed in either picture is put on it, a few rows at a time.
 *
 * @typedef {import("./mercator.js").Box} Box
 */

import { laidOver } from "./coats.js";
import { pixelSize } from "./mercator.js";
import { SIDE, Tiles } from "./tiles.js";

/** Changes so many squares apart are put together: each time that something is put costs as much as some squares. */
const NEAR = 1;
/** So many pairs of pixels are remembered, as a power of 2. */
const BITS = 12;

export class Overlaid {
  #width;
  #tiles;
  /** One row of squares, to be put on the canvas from there. */
  #strip;
  #pixels;
  /** Pairs of pixels and what they make together: most pairs come again and again. */
  #known = { below: new Uint32Array(1 << BITS), above: new Uint32Array(1 << BITS), both: new Uint32Array(1 << BITS) };

  /** @param {import("./mercator.js").View} view of which nothing is on the canvas yet */
  constructor(view) {
    const { width, height } = pixelSize(view);
    this.#width = width;
    this.#tiles = new Tiles({ width, height });
    this.#strip = new ImageData(width, SIDE);
    this.#pixels = new Uint32Array(this.#strip.data.buffer);
    this.mark([{ left: 0, top: 0, right: width, bottom: height }]);
  }

  /** @param {readonly Box[]} boxes in which a picture changed, of which parts may lie outside */
  mark(boxes) {
    for (const { left, top, right, bottom } of boxes) this.#tiles.mark(left, top, right, bottom);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Uint32Array} below
   * @param {Uint32Array | null} above null: nothing
   */
  show(context, below, above) {
    for (const box of this.#tiles.boxes(NEAR)) {
      this.#lay(box, below, above);
      context.putImageData(this.#strip, 0, box.top, box.left, 0, box.right - box.left, box.bottom - box.top);
    }
    this.#tiles.clear();
  }

  /**
   * @param {Box} box within one row of squares
   * @param {Uint32Array} below
   * @param {Uint32Array | null} above
   */
  #lay({ left, top, right, bottom }, below, above) {
    const pixels = this.#pixels;
    for (let row = top; row < bottom; row += 1) {
      const end = row * this.#width + right;
      let to = (row - top) * this.#width + left;
      for (let from = row * this.#width + left; from < end; from += 1, to += 1) {
        const over = above === null ? 0 : above[from];
        if (over === 0) pixels[to] = below[from];
        else pixels[to] = over >= 0xff000000 ? over : this.#together(below[from], over);
      }
    }
  }

  /**
   * @param {number} below
   * @param {number} above
   */
  #together(below, above) {
    const known = this.#known;
    const slot = Math.imul(below ^ Math.imul(above, 0x9e3779b1), 0x85ebca6b) >>> (32 - BITS);
    if (known.above[slot] !== above || known.below[slot] !== below) {
      known.below[slot] = below;
      known.above[slot] = above;
      known.both[slot] = laidOver(below, [above & 255, (above >>> 8) & 255, (above >>> 16) & 255], (above >>> 24) / 255);
    }
    return known.both[slot];
  }
}
