/**
 * What stands on the map for places: their markers, rings around what the reader has chosen, and names.
 *
 * @typedef {object} Scene
 * @property {import("./mercator.js").View} view
 * @property {readonly import("../appearance.js").Appearance[]} looks by place
 * @property {import("../theme.js").Theme} theme
 * @property {readonly import("./ground.js").CountryLabel[]} countries
 * @property {{x: number, y: number} | null} event where the mark of the chosen one lies, in CSS pixels of the view
 */

import { drawLabels } from "./labels.js";
import { partsOf } from "./mercator.js";
import { PlacesLayer } from "./places.js";

/** Rings around a chosen place, beyond its marker, and around a chosen event, in CSS pixels. */
const RING = 5;
const EVENT_RING = 7;

export class Signs {
  #places;
  #stack;
  #nameOf;
  /** The id of the chosen place. @type {string | null} */
  selected = null;

  /**
   * @param {readonly import("../timeline.js").Place[]} places
   * @param {import("./canvas_stack.js").CanvasStack} stack
   * @param {(place: import("../timeline.js").Place) => string} nameOf
   */
  constructor(places, stack, nameOf) {
    this.#places = new PlacesLayer(places);
    this.#stack = stack;
    this.#nameOf = nameOf;
  }

  get markers() {
    return this.#places.markers;
  }

  /**
   * @param {{x: number, y: number}} point CSS pixels of the view
   * @returns {import("../timeline.js").Place | null} the place whose marker lies there
   */
  placeAt(point) {
    return this.#places.placeAt(point);
  }

  /**
   * Choose the places that have markers, and draw those in sight.
   * @param {Scene} scene
   */
  draw(scene) {
    this.#places.setView(scene.view, this.selected, scene.looks);
    this.drawPart(0, scene);
  }

  /**
   * @param {number} part of the view
   * @param {Scene} scene
   */
  drawPart(part, scene) {
    this.#places.draw(this.#brush(part, scene));
  }

  /**
   * Draw anew the markers in sight of places that changed.
   * @param {readonly number[]} changed
   * @param {Scene} scene
   */
  repaint(changed, scene) {
    this.#places.repaint(this.#brush(0, scene), changed);
  }

  /** @param {Scene} scene */
  drawNames({ view, theme, countries }) {
    const names = { markers: this.markers, countries, selected: this.selected, nameOf: this.#nameOf };
    this.#stack.drawStill("labels", (context) => drawLabels(context, view, names, theme));
  }

  /**
   * @param {number} part
   * @param {Scene} scene
   * @returns {import("./places.js").Brush}
   */
  #brush(part, { view, looks, theme, event }) {
    const chosen = this.markers.find(({ place }) => place.id === this.selected);
    const rings = [...(chosen ? [{ x: chosen.x, y: chosen.y, radius: chosen.radius + RING }] : []), ...(event ? [{ ...event, radius: EVENT_RING }] : [])];
    return { context: this.#stack.context("places", part), box: partsOf(view)[part], looks, theme, rings };
  }
}
