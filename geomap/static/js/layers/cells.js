/**
 * Territory: the cell of each place in the coat of its answer, and the lines between cells that differ, as pixels.
 *
 * Each part of a view is prepared once, in slices: which cell each pixel shows and which pixels lie along each border. A
 * step then writes only the pixels of cells that changed and of the borders around them.
 *
 * @typedef {import("../arcs.js").Arcs} Arcs
 * @typedef {import("./bands.js").Bands} Bands
 * @typedef {import("./coats.js").Coat} Coat
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

/** Boxes of changed cells that are copied one by one; more are copied as one box around all. */
const MOST_BOXES = 400;

export class CellsLayer {
  #arcs;
  #places;
  /** @type {ReturnType<typeof arcsByPlace> | null} */
  #around = null;
  /** By part of the view; the first is what is in sight. @type {(Prepared | undefined)[]} */
  #parts = [];
  /** Those of the view before, to be written over: they are large. @type {(Prepared | undefined)[]} */
  #spares = [];
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
   * Make what is in sight ready; the view before stays until it is taken.
   * @param {View} view
   * @param {import("../theme.js").Theme} theme
   * @param {readonly Coat[]} coats by place
   * @returns {Generator<void, Prepared>}
   */
  *prepared(view, theme, coats) {
    this.#around ??= arcsByPlace(this.#arcs, this.#places);
    yield;
    const spare = this.#spare(0);
    const raster = yield* rasterised(this.#arcs, view, this.#places, spare?.raster);
    yield;
    const lines = new Lines(view.pixelRatio, lineScale(raster, view.pixelRatio));
    const seams = new Seams(lines);
    seams.setTheme(theme);
    return yield* this.#drawn(view, { spare, raster, lines, seams }, coats);
  }

  /**
   * What is in sight is another view from now on; nothing beyond its edges is ready.
   * @param {Prepared} prepared
   */
  take(prepared) {
    this.#spares = this.#parts.map((part, number) => part ?? this.#spares[number]);
    this.#parts = [prepared];
  }

  /**
   * Make another part of the view ready, with lines like those in sight.
   * @param {number} part
   * @param {View} view the part as a view of its own
   * @param {readonly Coat[]} coats by place
   * @returns {Generator<void, void>}
   */
  *extended(part, view, coats) {
    const inSight = this.#parts[0];
    if (!inSight) return;
    const spare = this.#spare(part);
    const raster = yield* rasterised(this.#arcs, view, this.#places, spare?.raster);
    yield;
    this.#parts[part] = yield* this.#drawn(view, { lines: inSight.lines, seams: inSight.seams, spare, raster }, coats);
  }

  /**
   * @param {View} view
   * @param {{spare: Prepared | undefined, raster: Raster, lines: Lines, seams: Seams}} begun
   * @param {readonly Coat[]} coats by place
   * @returns {Generator<void, Prepared>}
   */
  *#drawn(view, { spare, raster, lines, seams }, coats) {
    const bands = yield* bandsOf(this.#arcs, view, lines, spare?.bands);
    const { width, height } = raster;
    const image = spare?.image.width === width && spare.image.height === height ? spare.image : new ImageData(width, height);
    const prepared = { raster, bands, lines, seams, image, pixels: new Uint32Array(image.data.buffer) };
    yield* this.#painted(prepared, coats);
    return prepared;
  }

  /**
   * What may be written over, once.
   * @param {number} part
   */
  #spare(part) {
    const spare = this.#spares[part];
    this.#spares[part] = undefined;
    return spare;
  }

  /**
   * Paint what is in sight in other coats.
   * @param {import("../theme.js").Theme} theme
   * @param {readonly Coat[]} coats by place
   */
  recoat(theme, coats) {
    const inSight = this.#parts[0];
    inSight?.seams.setTheme(theme);
    if (inSight) Array.from(this.#painted(inSight, coats));
  }

  /**
   * @param {Prepared} prepared
   * @param {readonly Coat[]} coats by place
   * @returns {Generator<void, void>}
   */
  *#painted(prepared, coats) {
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
   * @param {number} part
   * @param {CanvasRenderingContext2D} context
   */
  show(part, context) {
    const prepared = this.#parts[part];
    if (prepared) context.putImageData(prepared.image, 0, 0);
  }

  /**
   * Paint what changed.
   * @param {number} part
   * @param {CanvasRenderingContext2D | null} context null: only in memory
   * @param {Iterable<number>} changed places
   * @param {readonly Coat[]} coats by place
   */
  repaint(part, context, changed, coats) {
    const prepared = this.#parts[part];
    if (!prepared || !this.#around) return;
    const { own, touching } = this.#around;
    const seen = [...changed].filter((place) => prepared.raster.first[place] < prepared.raster.first[place + 1]);
    for (const place of seen) fillCell(prepared, place, coats[place]);
    const inner = this.#gather(own, seen);
    for (const arc of inner) wipeArc(prepared, arc, coats);
    for (const arc of inner) softenArc(prepared, this.#arcs, arc, coats);
    for (const arc of [...inner, ...this.#gather(touching, seen, false)]) lineArc(prepared, this.#arcs, arc, coats);
    if (context) copyBoxes(context, prepared, seen);
  }

  /**
   * The place whose cell lies under a point.
   * @param {number} part
   * @param {{x: number, y: number}} point of the part, in device pixels
   * @returns {number | null}
   */
  placeAt(part, { x, y }) {
    const prepared = this.#parts[part];
    if (!prepared) return null;
    const { width, height, ids } = prepared.raster;
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
 * Copy what was painted to the canvas: box by box, or, where cells are many, the box around all.
 * @param {CanvasRenderingContext2D} context
 * @param {Prepared} prepared
 * @param {readonly number[]} places
 */
function copyBoxes(context, { raster, lines, image }, places) {
  const boxes = places.map((place) => boxOf(raster, place, Math.ceil(lines.reach) + 1));
  if (boxes.length === 0) return;
  const area = boxes.reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0);
  const whole = {
    left: Math.min(...boxes.map(({ left }) => left)), top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)), bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
  const isFew = boxes.length <= MOST_BOXES && area < ((whole.right - whole.left) * (whole.bottom - whole.top)) / 2;
  for (const { left, top, right, bottom } of isFew ? boxes : [whole]) context.putImageData(image, 0, 0, left, top, right - left, bottom - top);
}

/**
 * @param {Raster} raster
 * @param {number} place
 * @param {number} margin
 * @returns {import("./mercator.js").Box} device pixels
 */
function boxOf({ first, rows, starts, ends }, place, margin) {
  const box = { left: Infinity, top: rows[first[place]], right: 0, bottom: rows[first[place + 1] - 1] + 1 };
  for (let run = first[place]; run < first[place + 1]; run += 1) {
    if (starts[run] < box.left) box.left = starts[run];
    if (ends[run] > box.right) box.right = ends[run];
  }
  return { left: box.left - margin, top: box.top - margin, right: box.right + margin, bottom: box.bottom + margin };
}
