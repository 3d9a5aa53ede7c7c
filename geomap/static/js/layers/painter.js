/**
 * Decides what is painted when: everything for a new view or theme, only what changed for a new day.
 *
 * @typedef {import("../appearance.js").Appearance} Appearance
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {import("./ground.js").Ground} Ground
 * @typedef {import("./canvas_stack.js").CanvasStack} CanvasStack
 * @typedef {import("./mercator.js").View} View
 */

import { appearances, UNKNOWN_APPEARANCE } from "../appearance.js";
import { answersOn } from "../periods.js";
import { currentTheme } from "../theme.js";
import { CellsLayer } from "./cells.js";
import { drawGround } from "./ground.js";
import { drawLabels } from "./labels.js";
import { PlacesLayer } from "./places.js";

/** The canvases that a painter needs, lowest first. */
export const CANVASES = /** @type {const} */ (["ground", "cells", "places", "labels"]);
/** How many steps are remembered for `timings`. */
const REMEMBERED = 240;

export class Painter {
  #timeline;
  #stack;
  #nameOf;
  #lookOf;
  #cells;
  #places;
  #answers;
  /** @type {Appearance[]} */
  #looks;
  /** @type {View | null} */
  #view = null;
  /** @type {Ground | null} */
  #ground = null;
  #theme = currentTheme();
  /** @type {string | null} */
  #selected = null;
  /** Milliseconds of work of the latest steps. @type {number[]} */
  timings = [];

  /**
   * @param {Timeline} timeline
   * @param {CanvasStack} stack
   * @param {(place: import("../timeline.js").Place) => string} nameOf
   */
  constructor(timeline, stack, nameOf) {
    this.#timeline = timeline;
    this.#stack = stack;
    this.#nameOf = nameOf;
    this.#lookOf = appearances(timeline);
    this.#cells = new CellsLayer(timeline);
    this.#places = new PlacesLayer(timeline.places);
    this.#answers = new Int32Array(timeline.places.length).fill(-1);
    this.#looks = timeline.places.map(() => UNKNOWN_APPEARANCE);
  }

  /**
   * A painter of another timeline in place of this one: same map, same selection, all painted anew in one go.
   * @param {Timeline} timeline
   * @param {number} day
   * @returns {Painter}
   */
  remade(timeline, day) {
    const other = new Painter(timeline, this.#stack, this.#nameOf);
    other.#ground = this.#ground;
    other.#selected = this.#selected;
    other.timings = this.timings;
    if (this.#view) other.#take(this.#view);
    other.#look(day);
    other.#drawAll();
    return other;
  }

  /** The look of each place on the day that is painted. */
  get looks() {
    return this.#looks;
  }

  get markers() {
    return this.#places.markers;
  }

  /** @param {View} view */
  setView(view) {
    this.#take(view);
    this.#drawAll();
  }

  /** @param {Ground} ground */
  setGround(ground) {
    this.#ground = ground;
    this.#drawGround();
    this.#drawLabels();
  }

  setTheme() {
    this.#theme = currentTheme();
    this.#drawAll();
  }

  /** @param {string | null} place its id */
  select(place) {
    this.#selected = place;
    this.#drawPlaces();
    this.#drawLabels();
  }

  /** @param {number} day */
  setDay(day) {
    const started = performance.now();
    const changed = this.#look(day);
    if (changed.size > 0) {
      const box = this.#cells.boxOf(changed);
      if (box && this.#view) this.#cells.draw(this.#brush("cells"), box);
      this.#drawPlaces();
    }
    this.timings.push(performance.now() - started);
    if (this.timings.length > REMEMBERED) this.timings.shift();
  }

  /**
   * The place that a click means: the marker under it, else the cell around it.
   * @param {{x: number, y: number}} point CSS pixels of the view
   * @returns {import("../timeline.js").Place | null}
   */
  placeAt(point) {
    const marked = this.#places.placeAt(point);
    if (marked) return marked;
    const cell = this.#cells.placeAt(this.#stack.context("cells"), point);
    return cell === null ? null : this.#timeline.places[cell];
  }

  /**
   * Find the look of each place.
   * @param {number} day
   * @returns {Set<number>} the places that look otherwise than before
   */
  #look(day) {
    answersOn(this.#timeline.periods, day, this.#answers);
    /** @type {Set<number>} */
    const changed = new Set();
    this.#answers.forEach((answer, place) => {
      const look = this.#lookOf(answer, day);
      if (look !== this.#looks[place]) changed.add(place);
      this.#looks[place] = look;
    });
    return changed;
  }

  /** @param {View} view */
  #take(view) {
    this.#view = view;
    this.#cells.setView(view);
    this.#places.setView(view);
  }

  #drawAll() {
    this.#drawGround();
    if (this.#view) this.#cells.draw(this.#brush("cells"), { left: 0, top: 0, right: this.#view.width, bottom: this.#view.height });
    this.#drawPlaces();
    this.#drawLabels();
  }

  #drawGround() {
    if (this.#view) drawGround(this.#stack.context("ground"), this.#view, this.#ground, this.#theme);
  }

  #drawPlaces() {
    if (this.#view) this.#places.draw(this.#brush("places"), this.#view, this.#selected);
  }

  #drawLabels() {
    if (!this.#view) return;
    const names = { markers: this.#places.markers, countries: this.#ground?.countries ?? [], selected: this.#selected, nameOf: this.#nameOf };
    drawLabels(this.#stack.context("labels"), this.#view, names, this.#theme);
  }

  /** @param {(typeof CANVASES)[number]} canvas */
  #brush(canvas) {
    return { context: this.#stack.context(canvas), looks: this.#looks, theme: this.#theme };
  }
}
