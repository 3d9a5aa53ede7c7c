/**
 * Territory: the cell of each place in the coat of its answer, and the lines between cells that differ, as pixels.
 *
 * A view is prepared once, in slices: which cell each pixel shows and which pixels lie along each border. A step then
 * writes only the pixels of cells that changed and of the borders around them.
 *
 * @typedef {import("../arcs.js").Arcs} Arcs
 * @typedef {import("./bands.js").Bands} Bands
 * @typedef {import("./coats.js").Coat} Coat
 * @typedef {import("./mercator.js").Box} Box
 * @typedef {import("./mercator.js").View} View
 * @typedef {import("./raster.js").Raster} Raster
 * @typedef {import("./cell_pixels.js").Prepared} Prepared
 */

import { arcsByPlace } from "../arcs.js";
import { bandsOf } from "./bands.js";
import { fillCell, lineArc, softenArc, wipeArc } from "./cell_pixels.js";
import { Lines, lineScale } from "./lines.js";
import { PORTION, rasterised } from "./raster.js";
import { Seams } from "./seams.js";

export class CellsLayer {
  #arcs;
  #places;
  /** @type {ReturnType<typeof arcsByPlace> | null} */
  #around = null;
  /** @type {Prepared | null} */
  #prepared = null;
  /** The picture of the view before, to be painted on again. @type {Uint32Array | null} */
  #spare = null;
  #met;
  #round = 0;

  /**
   * @param {Arcs} arcs
   * @param {number} places
   */
  constructor(arcs, places) {
    this.#arcs = arcs;
    this.#places = places;
    this.#met = new Int32Array(arcs.count);
  }

  /**
   * Whether these are the cells.
   * @param {Arcs} arcs
   */
  isOf({ left, right, x, y }) {
    const same = (/** @type {Int32Array | Float64Array} */ one, /** @type {Int32Array | Float64Array} */ other) =>
      one.length === other.length && one.every((value, at) => value === other[at]);
    return same(this.#arcs.left, left) && same(this.#arcs.right, right) && same(this.#arcs.x, x) && same(this.#arcs.y, y);
  }

  /**
   * Make a view ready; the one before stays until it is taken.
   * @param {View} view
   * @param {import("../theme.js").Theme} theme
   * @param {readonly Coat[]} coats by place
   * @returns {Generator<void, Prepared>}
   */
  *prepared(view, theme, coats) {
    this.#around ??= arcsByPlace(this.#arcs, this.#places);
    yield;
    const raster = yield* rasterised(this.#arcs, view, this.#places);
    yield;
    const lines = new Lines(view.pixelRatio, lineScale(raster, view.pixelRatio));
    const bands = yield* bandsOf(this.#arcs, view, lines);
    const prepared = { raster, bands, lines, seams: new Seams(lines), pixels: this.#pixelsOf(raster) };
    yield* this.#painted(prepared, theme, coats);
    return prepared;
  }

  /** @param {Prepared} prepared */
  take(prepared) {
    this.#spare = this.#prepared?.pixels ?? null;
    this.#prepared = prepared;
  }

  /** @param {{width: number, height: number}} size */
  #pixelsOf({ width, height }) {
    const spare = this.#spare;
    this.#spare = null;
    return spare?.length === width * height ? spare : new Uint32Array(width * height);
  }

  /** The picture of all cells, row by row; null before the first view. */
  get pixels() {
    return this.#prepared?.pixels ?? null;
  }

  /**
   * Paint the same view in other coats.
   * @param {import("../theme.js").Theme} theme
   * @param {readonly Coat[]} coats by place
   */
  recoat(theme, coats) {
    if (this.#prepared) Array.from(this.#painted(this.#prepared, theme, coats));
  }

  /**
   * @param {Prepared} prepared
   * @param {import("../theme.js").Theme} theme
   * @param {readonly Coat[]} coats by place
   * @returns {Generator<void, void>}
   */
  *#painted(prepared, theme, coats) {
    prepared.seams.setTheme(theme);
    prepared.pixels.fill(0);
    for (let place = 0; place < this.#places; place += 1) {
      if (place % PORTION === 0) yield;
      fillCell(prepared, place, coats[place]);
    }
    for (const paintArc of [softenArc, lineArc]) {
      for (let arc = 0; arc < this.#arcs.count; arc += 1) {
        if (arc % PORTION === 0) yield;
        paintArc(prepared, this.#arcs, arc, coats);
      }
    }
  }

  /**
   * Paint what changed.
   * @param {readonly number[]} changed places
   * @param {readonly Coat[]} coats by place
   * @returns {Box[]} where the picture may have changed, in device pixels, some of them beyond it
   */
  repaint(changed, coats) {
    const prepared = this.#prepared;
    if (!prepared || !this.#around) return [];
    const { own, touching } = this.#around;
    const seen = changed.filter((place) => prepared.raster.first[place] < prepared.raster.first[place + 1]);
    for (const place of seen) fillCell(prepared, place, coats[place]);
    const inner = this.#gather(own, seen);
    for (const arc of inner) wipeArc(prepared, arc, coats);
    for (const arc of inner) softenArc(prepared, this.#arcs, arc, coats);
    for (const arc of [...inner, ...this.#gather(touching, seen, false)]) lineArc(prepared, this.#arcs, arc, coats);
    const margin = Math.ceil(prepared.lines.reach) + 1;
    return seen.map((place) => boxOf(prepared.raster, place, margin));
  }

  /**
   * The place whose cell lies under a point.
   * @param {{x: number, y: number}} point device pixels
   * @returns {number | null}
   */
  placeAt({ x, y }) {
    if (!this.#prepared) return null;
    const { width, height, ids } = this.#prepared.raster;
    const [column, row] = [Math.floor(x), Math.floor(y)];
    if (column < 0 || row < 0 || column >= width || row >= height) return null;
    const id = ids[row * width + column];
    return id === 0 ? null : id - 1;
  }

  /**
   * The arcs of some places, each once.
   * @param {import("../arcs.js").Groups} groups
   * @param {readonly number[]} places
   * @param {boolean} [isFirst] whether none were gathered for these places before
   * @returns {number[]}
   */
  #gather({ first, members }, places, isFirst = true) {
    if (isFirst) this.#round += 1;
    /** @type {number[]} */
    const arcs = [];
    for (const place of places) {
      for (let at = first[place]; at < first[place + 1]; at += 1) {
        if (this.#met[members[at]] === this.#round) continue;
        this.#met[members[at]] = this.#round;
        arcs.push(members[at]);
      }
    }
    return arcs;
  }
}

/**
 * @param {Raster} raster
 * @param {number} place
 * @param {number} margin
 * @returns {Box} device pixels
 */
function boxOf({ first, rows, starts, ends }, place, margin) {
  const box = { left: Infinity, top: rows[first[place]], right: 0, bottom: rows[first[place + 1] - 1] + 1 };
  for (let run = first[place]; run < first[place + 1]; run += 1) {
    if (starts[run] < box.left) box.left = starts[run];
    if (ends[run] > box.right) box.right = ends[run];
  }
  return { left: box.left - margin, top: box.top - margin, right: box.right + margin, bottom: box.bottom + margin };
}
