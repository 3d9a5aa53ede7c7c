/**
 * The markers of places: sized by population, in the look of the answer of the day.
 *
 * @typedef {import("../appearance.js").Appearance} Appearance
 * @typedef {import("../theme.js").Theme} Theme
 * @typedef {import("../timeline.js").Place} Place
 * @typedef {import("./mercator.js").Box} Box
 * @typedef {import("./mercator.js").View} View
 * @typedef {{place: Place, x: number, y: number, radius: number}} Marker
 */

import { paintMarker } from "../marks.js";
import { pointIn } from "./mercator.js";

const LEAST_RADIUS = 3.4;
/** The least size of markers far out, as a share of their full size. */
const FAR = 0.58;
const MOST_RADIUS = 9;
/** How far beside a marker a click still means it, in CSS pixels. */
const REACH = 8;
/** Room for outlines and the ring of the selected place. */
const BLEED = 9;

export class PlacesLayer {
  /** Bigger places first, so that small ones lie on top and stay visible. @type {Place[]} */
  #places;
  /** @type {Marker[]} */
  #markers = [];

  /** @param {readonly Place[]} places */
  constructor(places) {
    this.#places = [...places].sort((one, other) => other.population - one.population || one.index - other.index);
  }

  /** In the order in which they are painted. */
  get markers() {
    return this.#markers;
  }

  /** @param {View} view */
  setView(view) {
    this.#markers = this.#places
      .map((place) => ({ place, ...pointIn(view, place), radius: radiusOf(place.population, view.zoom) }))
      .filter(({ x, y }) => x > -BLEED && y > -BLEED && x < view.width + BLEED && y < view.height + BLEED);
  }

  /**
   * @param {{context: CanvasRenderingContext2D, looks: readonly Appearance[], theme: Theme}} brush
   * @param {View} view
   * @param {string | null} selected
   */
  draw({ context, looks, theme }, view, selected) {
    context.clearRect(0, 0, view.width, view.height);
    for (const marker of this.#markers) paintMarker(context, looks[marker.place.index], marker, theme);
    const chosen = this.#markers.find(({ place }) => place.id === selected);
    if (chosen) drawRing(context, chosen, theme);
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
 * @param {CanvasRenderingContext2D} context
 * @param {Marker} marker
 * @param {Theme} theme
 */
function drawRing(context, { x, y, radius }, theme) {
  for (const [colour, width] of /** @type {[string, number][]} */ ([[theme.halo, 5], [theme.accent, 2.5]])) {
    context.beginPath();
    context.arc(x, y, radius + 5, 0, 2 * Math.PI);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
}

/**
 * @param {number} population
 * @param {number} zoom
 * @returns {number} CSS pixels; the area grows with the logarithm, so that a village is still seen beside Mosul
 */
function radiusOf(population, zoom) {
  const size = Math.max(0, Math.log10(Math.max(population, 1)) - 3) / 3.3;
  const base = LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.min(1, size) ** 1.4;
  return base * Math.max(FAR, Math.min(1.25, 1 + (zoom - 7) * 0.2));
}
