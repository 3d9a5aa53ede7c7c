/**
 * The pixels along each arc: how far each lies beside it and how far along, so that lines of any width up to the reach, dotted
 * or not, and soft edges can be painted pixel by pixel. Pure.
 *
 * @typedef {import("../arcs.js").Arcs} Arcs
 * @typedef {import("./mercator.js").View} View
 *
 * @typedef {object} Widths in device pixels
 * @property {number} reach how far from an arc pixels count that has a cell on one side only, at most 5
 * @property {number} inner the same between two cells
 * @property {number} period the length of a dot and its gap
 *
 * @typedef {object} Bands
 * @property {Int32Array} first of each arc, its first pixel in the three columns; one entry more closes the last
 * @property {Uint32Array} pixels row times width plus column; the columns may be longer than what is used of them
 * @property {Int8Array} beside distance to the arc in 1/`FINE` pixels, positive to its left
 * @property {Uint8Array} along distance from the start of the arc, as 1/256 of a dot and its gap
 */

import { pixelSize } from "./mercator.js";
import { PORTION } from "./raster.js";

export const FINE = 24;
/** Longer pieces are cut, so that the box of a piece stays small. */
const LONGEST = 192;
/** Room for pixels to begin with. */
const LEAST = 4096;
/** Side of the board on which pixels that were met before are looked up. */
const BOARD = 256;

/**
 * @param {Arcs} arcs
 * @param {View} view
 * @param {Widths} widths
 * @param {Bands} [spare] of a view that is not shown any more, to be written over
 * @returns {Generator<void, Bands>} pauses often
 */
export function* bandsOf(arcs, view, { reach, inner, period }, spare) {
  const { width, height } = pixelSize(view);
  const drawn = new Drawn(width, height, { period, spare });
  const first = spare?.first ?? new Int32Array(arcs.count + 1);
  const [scale, left, top] = [view.scale * view.pixelRatio, view.left * view.pixelRatio, view.top * view.pixelRatio];
  for (let arc = 0; arc < arcs.count; arc += 1) {
    if (arc % PORTION === 0) yield;
    if (isInSight(arcs.boxes, arc, { scale, left, top, width, height, reach })) {
      drawn.begin(arcs.right[arc] < 0 ? reach : inner);
      for (let at = arcs.first[arc] + 1; at < arcs.first[arc + 1]; at += 1) {
        drawn.side(arcs.x[at - 1] * scale - left, arcs.y[at - 1] * scale - top, arcs.x[at] * scale - left, arcs.y[at] * scale - top);
      }
    }
    first[arc + 1] = drawn.count;
  }
  return { first, ...drawn.columns() };
}

/**
 * @param {Float64Array} boxes
 * @param {number} arc
 * @param {{scale: number, left: number, top: number, width: number, height: number, reach: number}} view
 */
function isInSight(boxes, arc, { scale, left, top, width, height, reach }) {
  const at = 4 * arc;
  return boxes[at] * scale - left < width + reach && boxes[at + 2] * scale - left > -reach
    && boxes[at + 1] * scale - top < height + reach && boxes[at + 3] * scale - top > -reach;
}

/** The pixels that were met so far. Columns grow as needed. */
class Drawn {
  count = 0;
  #size;
  /** 1/256 of a dot and its gap in a pixel. */
  #turns;
  #reach = 0;
  #pixels;
  #beside;
  #along;
  /** Which entry a pixel near the present piece has; entries of earlier arcs are smaller than `#start`. */
  #board = new Int32Array(BOARD * BOARD).fill(-1);
  #start = 0;
  #length = 0;

  /**
   * @param {number} width
   * @param {number} height
   * @param {{period: number, spare: Bands | undefined}} how long a dot and its gap are, and columns to be written over
   */
  constructor(width, height, { period, spare }) {
    this.#size = { width, height };
    // Large columns that are thrown away for each view would have all memory searched for what else may go.
    this.#pixels = spare?.pixels ?? new Uint32Array(LEAST);
    this.#beside = spare?.beside ?? new Int8Array(LEAST);
    this.#along = spare?.along ?? new Uint8Array(LEAST);
    this.#turns = 256 / period;
  }

  /**
   * Another arc begins.
   * @param {number} reach
   */
  begin(reach) {
    this.#reach = reach;
    this.#start = this.count;
    this.#length = 0;
  }

  columns() {
    return { pixels: this.#pixels, beside: this.#beside, along: this.#along };
  }

  /**
   * One side of an arc, in pieces, without those out of sight.
   * @param {number} x0
   * @param {number} y0
   * @param {number} x1
   * @param {number} y1
   */
  side(x0, y0, x1, y1) {
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length === 0) return;
    const [from, to] = this.#seen({ x0, y0, x1, y1 });
    const pieces = Math.ceil(((to - from) * length) / LONGEST);
    const at = (/** @type {number} */ piece) => from + ((to - from) * piece) / pieces;
    for (let piece = 0; piece < pieces; piece += 1) {
      const [begin, end] = [at(piece), at(piece + 1)];
      this.#piece({ x: x0 + begin * (x1 - x0), y: y0 + begin * (y1 - y0), along: (x1 - x0) / length, down: (y1 - y0) / length }, (end - begin) * length, this.#length + begin * length);
    }
    this.#length += length;
  }

  /**
   * @param {{x0: number, y0: number, x1: number, y1: number}} side
   * @returns {[number, number]} shares of its length between which it may be seen
   */
  #seen({ x0, y0, x1, y1 }) {
    const reach = this.#reach;
    let [from, to] = [0, 1];
    for (const [start, step, most] of [[x0, x1 - x0, this.#size.width], [y0, y1 - y0, this.#size.height]]) {
      if (step === 0) {
        if (start < -reach || start > most + reach) return [0, 0];
        continue;
      }
      const [one, other] = [(-reach - start) / step, (most + reach - start) / step];
      from = Math.max(from, Math.min(one, other));
      to = Math.min(to, Math.max(one, other));
    }
    return from < to ? [from, to] : [0, 0];
  }

  /**
   * @param {{x: number, y: number, along: number, down: number}} start of the piece, and its direction
   * @param {number} length
   * @param {number} before the length of the arc up to the piece
   */
  #piece({ x, y, along, down }, length, before) {
    const reach = this.#reach;
    const [endX, endY] = [x + along * length, y + down * length];
    const top = Math.max(0, Math.floor(Math.min(y, endY) - reach));
    const bottom = Math.min(this.#size.height - 1, Math.ceil(Math.max(y, endY) + reach));
    const west = Math.max(0, Math.floor(Math.min(x, endX) - reach));
    const east = Math.min(this.#size.width - 1, Math.ceil(Math.max(x, endX) + reach));
    this.#reserve((bottom - top + 1) * (east - west + 1));
    // Where |dx * down - dy * along| <= reach; a level piece takes the whole box.
    const isLevel = Math.abs(down) < 1e-3;
    const [lean, half] = isLevel ? [0, Infinity] : [along / down, reach / Math.abs(down)];
    for (let row = top; row <= bottom; row += 1) {
      const dy = row + 0.5 - y;
      const middle = x + dy * lean;
      const last = Math.min(east, Math.ceil(middle + half));
      for (let column = Math.max(west, Math.floor(middle - half - 1)); column <= last; column += 1) {
        const dx = column + 0.5 - x;
        const ahead = Math.max(0, Math.min(length, dx * along + dy * down));
        const offX = dx - ahead * along;
        const offY = dy - ahead * down;
        const square = offX * offX + offY * offY;
        // To the left of the direction of travel, with y growing downwards.
        if (square <= reach * reach) this.#meet(row, column, dx * down - dy * along > 0 ? Math.sqrt(square) : -Math.sqrt(square), before + ahead);
      }
    }
  }

  /**
   * Keep a pixel, or the lesser distance of one that was met on an earlier piece of the arc.
   * @param {number} row
   * @param {number} column
   * @param {number} beside
   * @param {number} along
   */
  #meet(row, column, beside, along) {
    const { width } = this.#size;
    const square = (row % BOARD) * BOARD + (column % BOARD);
    const pixel = row * width + column;
    const known = this.#board[square];
    const isKnown = known >= this.#start && this.#pixels[known] === pixel;
    if (isKnown && Math.abs(this.#beside[known]) <= Math.abs(beside) * FINE) return;
    const entry = isKnown ? known : this.count++;
    this.#board[square] = entry;
    this.#pixels[entry] = pixel;
    this.#beside[entry] = Math.round(beside * FINE);
    this.#along[entry] = Math.floor(along * this.#turns) & 255;
  }

  /** @param {number} more pixels for which there must be room */
  #reserve(more) {
    if (this.count + more <= this.#pixels.length) return;
    const room = Math.max(this.count + more, this.#pixels.length * 2);
    const [pixels, beside, along] = [new Uint32Array(room), new Int8Array(room), new Uint8Array(room)];
    pixels.set(this.#pixels);
    beside.set(this.#beside);
    along.set(this.#along);
    this.#pixels = pixels;
    this.#beside = beside;
    this.#along = along;
  }
}
