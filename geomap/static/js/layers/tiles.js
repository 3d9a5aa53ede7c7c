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
  #size;
  #isDirty;
  /** Their numbers. @type {number[]} */
  #dirty = [];

  /** @param {{width: number, height: number}} size of the picture in device pixels */
  constructor(size) {
    this.#size = size;
    this.#columns = Math.ceil(size.width / SIDE);
    this.#rows = Math.ceil(size.height / SIDE);
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
    for (const tile of this.#under(left, top, right, bottom)) {
      if (this.#isDirty[tile] === 1) continue;
      this.#isDirty[tile] = 1;
      this.#dirty.push(tile);
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
    const [west, north] = [Math.max(0, Math.floor(left / SIDE)), Math.max(0, Math.floor(top / SIDE))];
    for (let row = north; row < this.#rows && row * SIDE < bottom; row += 1) {
      for (let column = west; column < this.#columns && column * SIDE < right; column += 1) {
        if (this.#isDirty[row * this.#columns + column] === 1) return false;
      }
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
    return this.#under(left, top, right, bottom).filter((tile) => this.#isDirty[tile] === 1).map((tile) => this.#boxOf(tile, tile));
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
   * @param {number} left
   * @param {number} top
   * @param {number} right
   * @param {number} bottom
   * @returns {number[]}
   */
  #under(left, top, right, bottom) {
    const [west, north] = [Math.max(0, Math.floor(left / SIDE)), Math.max(0, Math.floor(top / SIDE))];
    const east = Math.min(this.#columns, Math.ceil(right / SIDE));
    const south = Math.min(this.#rows, Math.ceil(bottom / SIDE));
    /** @type {number[]} */
    const tiles = [];
    for (let row = north; row < south; row += 1) {
      for (let column = west; column < east; column += 1) tiles.push(row * this.#columns + column);
    }
    return tiles;
  }

  /**
   * @param {number} first of a row
   * @param {number} last of the same row
   * @returns {Box}
   */
  #boxOf(first, last) {
    const top = Math.floor(first / this.#columns) * SIDE;
    return {
      left: (first % this.#columns) * SIDE, right: Math.min(this.#size.width, ((last % this.#columns) + 1) * SIDE),
      top, bottom: Math.min(this.#size.height, top + SIDE),
    };
  }
}
