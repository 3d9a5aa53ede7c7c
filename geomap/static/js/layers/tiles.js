/**
 * The squares of a picture in which something changed, so that only they are painted anew. Pure.
 *
 * @typedef {import("./mercator.js").Box} Box
 */

/** Side of a square in device pixels: a mark lies in few of them, and a change in few marks. */
const SIDE = 16;

export class Tiles {
  #columns;
  #rows;
  #side;
  #size;
  #isDirty;
  /** Their numbers. @type {number[]} */
  #dirty = [];

  /**
   * @param {{width: number, height: number}} size of the picture in device pixels
   * @param {number} [side] of a square
   */
  constructor(size, side = SIDE) {
    this.#size = size;
    this.#side = side;
    this.#columns = Math.ceil(size.width / this.#side);
    this.#rows = Math.ceil(size.height / this.#side);
    this.#isDirty = new Uint8Array(this.#columns * this.#rows);
  }

  /** How much of the picture changed, 0-1. */
  get share() {
    return this.#dirty.length / Math.max(1, this.#isDirty.length);
  }

  /**
   * Something changed in a box of device pixels, of which parts may lie outside of the picture.
   * @param {number} left
   * @param {number} top
   * @param {number} right
   * @param {number} bottom
   */
  mark(left, top, right, bottom) {
    const { west, north, east, south } = this.#span(left, top, right, bottom);
    for (let row = north; row < south; row += 1) {
      for (let tile = row * this.#columns + west; tile < row * this.#columns + east; tile += 1) {
        if (this.#isDirty[tile] === 1) continue;
        this.#isDirty[tile] = 1;
        this.#dirty.push(tile);
      }
    }
  }

  /**
   * Whether nothing changed under a box.
   * @param {number} left
   * @param {number} top
   * @param {number} right
   * @param {number} bottom
   */
  isClean(left, top, right, bottom) {
    // Asked more often than all else, so without an object for the span.
    const side = this.#side;
    const east = Math.min(this.#columns, Math.ceil(right / side));
    const south = Math.min(this.#rows, Math.ceil(bottom / side));
    for (let row = Math.max(0, Math.floor(top / side)); row < south; row += 1) {
      for (let column = Math.max(0, Math.floor(left / side)); column < east; column += 1) if (this.#isDirty[row * this.#columns + column] === 1) return false;
    }
    return true;
  }

  /**
   * The squares under a box in which something changed.
   * @param {number} left
   * @param {number} top
   * @param {number} right
   * @param {number} bottom
   * @returns {Box[]}
   */
  within(left, top, right, bottom) {
    const { west, north, east, south } = this.#span(left, top, right, bottom);
    /** @type {Box[]} */
    const boxes = [];
    for (let row = north; row < south; row += 1) {
      for (let tile = row * this.#columns + west; tile < row * this.#columns + east; tile += 1) if (this.#isDirty[tile] === 1) boxes.push(this.#boxOf(tile, tile));
    }
    return boxes;
  }

  /**
   * All in which something changed: squares side by side are one box.
   * @returns {Box[]}
   */
  boxes() {
    const tiles = this.#dirty.sort((one, other) => one - other);
    /** @type {Box[]} */
    const boxes = [];
    for (let at = 0; at < tiles.length; at += 1) {
      const first = tiles[at];
      while (tiles[at + 1] === tiles[at] + 1 && tiles[at + 1] % this.#columns !== 0) at += 1;
      boxes.push(this.#boxOf(first, tiles[at]));
    }
    return boxes;
  }

  /** Nothing has changed any more. */
  clear() {
    for (const tile of this.#dirty) this.#isDirty[tile] = 0;
    this.#dirty = [];
  }

  /**
   * The columns and rows of the squares under a box.
   * @param {number} left
   * @param {number} top
   * @param {number} right
   * @param {number} bottom
   */
  #span(left, top, right, bottom) {
    const side = this.#side;
    return {
      west: Math.max(0, Math.floor(left / side)), north: Math.max(0, Math.floor(top / side)),
      east: Math.min(this.#columns, Math.ceil(right / side)), south: Math.min(this.#rows, Math.ceil(bottom / side)),
    };
  }

  /**
   * @param {number} first of a row
   * @param {number} last of the same row
   * @returns {Box}
   */
  #boxOf(first, last) {
    const top = Math.floor(first / this.#columns) * this.#side;
    return {
      left: (first % this.#columns) * this.#side, right: Math.min(this.#size.width, ((last % this.#columns) + 1) * this.#side),
      top, bottom: Math.min(this.#size.height, top + this.#side),
    };
  }
}
