/**
 * The marks of events in one part of a view, as pixels. Only the squares are painted anew in which a mark comes or
 * goes; a mark of a later event than all others is laid on top of them without that, and one that pales has its pixels known. Pure.
 *
 * @typedef {import("./mercator.js").Box} Box
 * @typedef {import("./mercator.js").View} View
 * @typedef {import("./stamps.js").Stamp} Stamp
 * @typedef {{left: number, top: number, owner: number}} Corner of a mark, in device pixels, and the event whose it is
 *
 * @typedef {(isNear: ((x: number, y: number, reach: number) => boolean) | null, found: (corner: Corner, stamp: Stamp) => void) => void} EachMark
 * calls back with the marks of all places, or of those near which `isNear` says that marks are wanted, in the order of their
 * events; all in device pixels of the view
 */

import { pixelSize } from "./mercator.js";
import { recolourAt, stampAt, wipeBox } from "./stamps.js";
import { Tiles } from "./tiles.js";

/** Of more of the picture than this, all is painted anew. */
const MOST_TILES = 0.4;
/** Sides of squares in device pixels: of those that are painted anew, and of those by which places near them are found. */
const SMALL = 8;
const LARGE = 64;

export class EventPicture {
  #image;
  #pixels;
  #owners;
  /** @type {number} */
  #width;
  /** @type {number} */
  #height;
  #tiles;
  #squares;
  /** Where the part lies in the view, in device pixels. */
  #left = 0;
  #top = 0;
  /** Where marks were laid on top. @type {Box[]} */
  #added = [];

  /** @param {{width: number, height: number}} size in device pixels */
  constructor({ width, height }) {
    this.#width = width;
    this.#height = height;
    this.#image = new ImageData(width, height);
    this.#pixels = new Uint32Array(this.#image.data.buffer);
    this.#owners = new Int32Array(width * height);
    this.#tiles = new Tiles({ width, height }, SMALL);
    this.#squares = new Tiles({ width, height }, LARGE);
  }

  /**
   * A picture of a part of a view, of which all is to be painted.
   * @param {View} view
   * @param {Box} box of the part
   * @param {EventPicture | undefined} spare to be painted on, if it is as large
   * @returns {EventPicture}
   */
  static of({ pixelRatio }, { left, top, right, bottom }, spare) {
    const size = pixelSize({ width: right - left, height: bottom - top, pixelRatio });
    const isFit = spare !== undefined && spare.#width === size.width && spare.#height === size.height;
    const picture = isFit ? spare : new EventPicture(size);
    [picture.#left, picture.#top] = [left * pixelRatio, top * pixelRatio];
    picture.#added = [];
    picture.#tiles.mark(0, 0, size.width, size.height);
    return picture;
  }

  /**
   * What lies around a mark is to be painted anew.
   * @param {Corner} corner
   * @param {number} side of the mark
   */
  mar(corner, side) {
    const [left, top] = this.#within(corner);
    if (left >= this.#width || top >= this.#height || left + side <= 0 || top + side <= 0) return;
    this.#tiles.mark(left, top, left + side, top + side);
    this.#squares.mark(left, top, left + side, top + side);
  }

  /**
   * Lay a mark over all others.
   * @param {Corner} corner
   * @param {Stamp} stamp
   */
  add(corner, stamp) {
    this.#change(stampAt, corner, stamp);
  }

  /**
   * Give a mark that is there another colour.
   * @param {Corner} corner
   * @param {Stamp} stamp
   */
  recolour(corner, stamp) {
    this.#change(recolourAt, corner, stamp);
  }

  /**
   * @param {typeof stampAt} change
   * @param {Corner} corner
   * @param {Stamp} stamp
   */
  #change(change, corner, stamp) {
    const [left, top] = this.#within(corner);
    change(this.#stamped, stamp, { left, top, owner: corner.owner }, { left: 0, top: 0, right: this.#width, bottom: this.#height });
    this.#added.push({ left, top, right: left + stamp.side, bottom: top + stamp.side });
  }

  get #stamped() {
    return { pixels: this.#pixels, owners: this.#owners, width: this.#width };
  }

  /**
   * Paint what is to be painted, and copy what has changed.
   * @param {CanvasRenderingContext2D} context
   * @param {number} side of a mark
   * @param {EachMark} eachMark
   */
  draw(context, side, eachMark) {
    const all = { left: 0, top: 0, right: this.#width, bottom: this.#height };
    const isMuch = this.#tiles.share > MOST_TILES;
    if (isMuch) this.#tiles.mark(0, 0, this.#width, this.#height);
    const boxes = isMuch ? [all] : this.#tiles.boxes();
    const picture = this.#stamped;
    for (const box of boxes) wipeBox(picture, box);
    eachMark(isMuch ? null : (x, y, reach) => this.#isMarredNear(x, y, reach), (corner, stamp) => {
      const [left, top] = this.#within(corner);
      for (const part of isMuch ? [all] : this.#tiles.within(left, top, left + side, top + side)) stampAt(picture, stamp, { left, top, owner: corner.owner }, part);
    });
    for (const { left, top, right, bottom } of [...boxes, ...this.#added]) context.putImageData(this.#image, 0, 0, left, top, right - left, bottom - top);
    this.#tiles.clear();
    this.#squares.clear();
    this.#added = [];
  }

  /** Whether there is anything to be painted or copied. */
  get isChanged() {
    return this.#tiles.share > 0 || this.#added.length > 0;
  }

  /** @param {Corner} corner in the view */
  #within({ left, top }) {
    return [Math.round(left - this.#left), Math.round(top - this.#top)];
  }

  /**
   * Whether something is to be painted anew near a point.
   * @param {number} x
   * @param {number} y
   * @param {number} reach
   */
  #isMarredNear(x, y, reach) {
    const [left, top, right, bottom] = [x - this.#left - reach, y - this.#top - reach, x - this.#left + reach, y - this.#top + reach];
    return !this.#squares.isClean(left, top, right, bottom) && !this.#tiles.isClean(left, top, right, bottom);
  }
}
