/**
 * The markers of places: sized by population, in the look of the answer of the day.
 *
 * @typedef {import("../appearance.js").Appearance} Appearance
 * @typedef {import("../theme.js").Theme} Theme
 * @typedef {import("../timeline.js").Place} Place
 * @typedef {import("./mercator.js").Box} Box
 * @typedef {import("./mercator.js").View} View
 * @typedef {{place: Place, x: number, y: number, radius: number}} Marker
 *
 * @typedef {object} Brush
 * @property {CanvasRenderingContext2D} context of a part of the view
 * @property {Box} box of the part
 * @property {readonly Appearance[]} looks by place
 * @property {Theme} theme
 * @property {readonly import("../marks.js").Disc[]} rings around what is chosen
 */

import { HIDDEN_APPEARANCE } from "../appearance.js";
import { paintMarker } from "../marks.js";
import { overlap, unitX, unitY } from "./mercator.js";

const LEAST_RADIUS = 3.4;
/** The least size of markers far out, as a share of their full size. */
const FAR = 0.58;
const MOST_RADIUS = 9;
/** How far beside a marker a click still means it, in CSS pixels. */
const REACH = 8;
/** Room for outlines and the ring of the selected place. */
const BLEED = 9;
/** Room for the outline of a marker. */
const MARGIN = 3;
/** So many markers of one view are told apart at a glance; of more, the biggest places of each neighbourhood are shown. */
const MOST_MARKERS = 600;
/** More changed markers than this are drawn anew together. */
const MOST_APART = 60;

export class PlacesLayer {
  /** Bigger places first, so that small ones lie on top and stay visible. @type {Place[]} */
  #places;
  /** @type {Marker[]} */
  #markers = [];

  /** Where they lie in the unit square, in the same order. */
  #x;
  #y;
  #sizes;

  /** @param {readonly Place[]} places */
  constructor(places) {
    this.#places = [...places].sort((one, other) => other.population - one.population || one.index - other.index);
    this.#x = Float64Array.from(this.#places, ({ longitude }) => unitX(longitude));
    this.#sizes = Float64Array.from(this.#places, ({ population }) => sizeOf(population));
    this.#y = Float64Array.from(this.#places, ({ latitude }) => unitY(latitude));
  }

  /** In the order in which they are painted. */
  get markers() {
    return this.#markers;
  }

  /**
   * @param {View} view
   * @param {string | null} selected the id of a place that is always marked, even while a filter hides its answer
   * @param {readonly Appearance[]} looks by place
   */
  setView(view, selected, looks) {
    /** @type {Marker[]} */
    const inSight = [];
    this.#places.forEach((place, at) => {
      if (looks[place.index] === HIDDEN_APPEARANCE && place.id !== selected) return;
      const [x, y] = [this.#x[at] * view.scale - view.left, this.#y[at] * view.scale - view.top];
      if (x <= -BLEED || y <= -BLEED || x >= view.width + BLEED || y >= view.height + BLEED) return;
      inSight.push({ place, x, y, radius: radiusAt(this.#sizes[at], view.zoom) });
    });
    this.#markers = inSight.length <= MOST_MARKERS ? inSight : thinned(inSight, view, selected);
  }

  /** @param {Brush} brush */
  draw({ context, box, looks, theme, rings }) {
    context.clearRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    for (const marker of this.#markers) if (overlap(boxAround(marker), box)) paintMarker(context, looks[marker.place.index], marker, theme);
    for (const ring of rings) drawRing(context, ring, theme);
  }

  /**
   * Draw anew the markers of places that changed.
   * @param {Brush} brush
   * @param {readonly number[]} changed
   */
  repaint(brush, changed) {
    const places = new Set(changed);
    const markers = this.#markers.filter((marker) => places.has(marker.place.index) && overlap(boxAround(marker), brush.box));
    if (markers.length > MOST_APART) return this.draw(brush);
    for (const marker of markers) this.#redrawAround(brush, marker);
  }

  /**
   * Draw a marker anew, and whatever lies over or under it.
   * @param {Brush} brush
   * @param {Marker} marker
   */
  #redrawAround({ context, looks, theme, rings }, { x, y, radius }) {
    const reach = radius * 1.25 + MARGIN;
    context.save();
    context.beginPath();
    context.rect(Math.floor(x - reach), Math.floor(y - reach), Math.ceil(2 * reach), Math.ceil(2 * reach));
    context.clip();
    context.clearRect(x - reach - 1, y - reach - 1, 2 * reach + 2, 2 * reach + 2);
    const touches = (/** @type {import("../marks.js").Disc} */ other) =>
      Math.abs(other.x - x) < reach + other.radius * 1.25 + MARGIN && Math.abs(other.y - y) < reach + other.radius * 1.25 + MARGIN;
    for (const other of this.#markers) if (touches(other)) paintMarker(context, looks[other.place.index], other, theme);
    for (const ring of rings) if (touches(ring)) drawRing(context, ring, theme);
    context.restore();
  }

  /**
   * The marker nearest to a point, if one is within reach.
   * @param {{x: number, y: number}} point CSS pixels of the view
   * @returns {Place | null}
   */
  placeAt({ x, y }) {
    let [best, least] = [/** @type {Place | null} */ (null), REACH];
    for (const marker of this.#markers) {
      const distance = Math.hypot(marker.x - x, marker.y - y) - marker.radius;
      if (distance <= least) [best, least] = [marker.place, distance];
    }
    return best;
  }
}

/**
 * Where the marker of a place may be painted.
 * @param {Marker} marker
 * @returns {Box}
 */
function boxAround({ x, y, radius }) {
  const reach = radius * 1.25 + MARGIN;
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
}

/**
 * The biggest place of each square of a grid that is laid over the world, so that it stays while the map is moved.
 * @param {readonly Marker[]} markers bigger places first
 * @param {View} view
 * @param {string | null} selected
 * @returns {Marker[]}
 */
function thinned(markers, { width, height, left, top }, selected) {
  const side = Math.sqrt((width * height) / MOST_MARKERS);
  /** @type {Set<number>} */
  const taken = new Set();
  const rows = 2 ** 20;
  return markers.filter(({ place, x, y }) => {
    const square = Math.floor((x + left) / side) * rows + Math.floor((y + top) / side);
    const isFree = !taken.has(square);
    taken.add(square);
    return isFree || place.id === selected;
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import("../marks.js").Disc} ring
 * @param {Theme} theme
 */
function drawRing(context, { x, y, radius }, theme) {
  for (const [colour, width] of /** @type {[string, number][]} */ ([[theme.halo, 5], [theme.accent, 2.5]])) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
}

/**
 * @param {number} population
 * @returns {number} CSS pixels; the area grows with the logarithm, so that a village is still seen beside Mosul
 */
export function sizeOf(population) {
  const size = Math.max(0, Math.log10(Math.max(population, 1)) - 3) / 3.3;
  return LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.min(1, size) ** 1.4;
}

/**
 * @param {number} size of a place
 * @param {number} zoom
 * @returns {number} CSS pixels
 */
export function radiusAt(size, zoom) {
  return size * Math.max(FAR, Math.min(1.25, 1 + (zoom - 7) * 0.2));
}
