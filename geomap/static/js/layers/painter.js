/**
 * Decides what is painted when: everything for a new view or theme, only what changed for a new day.
 *
 * A new view is made ready in slices while the old picture stays; then all canvases change at once.
 *
 * @typedef {import("../appearance.js").Appearance} Appearance
 * @typedef {import("../filters.js").Filters} Filters
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {import("./coats.js").Coat} Coat
 * @typedef {import("./ground.js").Ground} Ground
 * @typedef {import("./canvas_stack.js").CanvasStack} CanvasStack
 * @typedef {import("./mercator.js").View} View
 */

import { HIDDEN_APPEARANCE } from "../appearance.js";
import { eventMask } from "../filters.js";
import { currentTheme } from "../theme.js";
import { CellsLayer } from "./cells.js";
import { Coats } from "./coats.js";
import { EventsLayer } from "./events.js";
import { drawGround } from "./ground.js";
import { drawLabels } from "./labels.js";
import { Looks } from "./looks.js";
import { PlacesLayer } from "./places.js";
import { inSlices } from "./slices.js";

/** The canvases that a painter needs, lowest first. */
export const CANVASES = /** @type {const} */ (["ground", "cells", "events", "places", "labels"]);
/** How many steps and views are remembered. */
const REMEMBERED = 240;
/** Rings around a chosen place, beyond its marker, and around a chosen event, in CSS pixels. */
const RING = 5;
const EVENT_RING = 7;

export class Painter {
  #timeline;
  #stack;
  #nameOf;
  #looks;
  #cells;
  #places;
  #events;
  #theme = currentTheme();
  #coats = new Coats(this.#theme, 1);
  /** By place. @type {Coat[]} */
  #coatOf;
  /** @type {View | null} */
  #view = null;
  /** What changed since a new view began to be made ready; null while none is. @type {Set<number> | null} */
  #changedMeanwhile = null;
  #turn = 0;
  /** @type {Ground | null} */
  #ground = null;
  #selected = { place: /** @type {string | null} */ (null), event: /** @type {string | null} */ (null) };
  #shown = { day: 0, window: 0 };
  /** Milliseconds of work of the latest steps, and until the latest views were painted whole. */
  timings = { steps: /** @type {number[]} */ ([]), views: /** @type {number[]} */ ([]) };

  /**
   * @param {Timeline} timeline
   * @param {CanvasStack} stack
   * @param {(place: import("../timeline.js").Place) => string} nameOf
   * @param {CellsLayer} [cells] those of another standpoint, which has the same
   */
  constructor(timeline, stack, nameOf, cells = new CellsLayer(timeline.arcs, timeline.places.length)) {
    this.#timeline = timeline;
    this.#stack = stack;
    this.#nameOf = nameOf;
    this.#cells = cells;
    this.#looks = new Looks(timeline);
    this.#places = new PlacesLayer(timeline.places);
    this.#events = new EventsLayer(timeline);
    this.#coatOf = this.#looks.looks.map((look) => this.#coats.of(look));
  }

  /**
   * A painter of another timeline in place of this one: same map, same selection, all painted anew in one go.
   * @param {Timeline} timeline
   * @param {{day: number, window: number, filters: Filters}} shown
   * @returns {Painter}
   */
  remade(timeline, { day, window, filters }) {
    const other = new Painter(timeline, this.#stack, this.#nameOf, this.#cells.isOf(timeline.arcs) ? this.#cells : undefined);
    other.#ground = this.#ground;
    other.#selected = this.#selected;
    other.timings = this.timings;
    other.#shown = { day, window };
    other.#looks.setFilters(filters, day);
    other.#events.setMask(eventMask(timeline, filters));
    // What was being made ready for the old painter is not wanted any more.
    const isUnsettled = this.#changedMeanwhile !== null;
    this.#turn += 1;
    if (!this.#view || isUnsettled || other.#cells !== this.#cells) {
      this.#stack.refresh(other);
    } else {
      other.#view = this.#view;
      other.#coats = this.#coats;
      other.#settle(this.#view);
      this.#stack.handTo(other);
    }
    return other;
  }

  /** The look of each place on the day that is painted. */
  get looks() {
    return this.#looks.looks;
  }

  get markers() {
    return this.#places.markers;
  }

  /**
   * Make a view ready and paint it. The picture of the one before stays until then.
   * @param {View} view
   * @param {() => void} settle lays the canvases where the view is
   */
  setView(view, settle) {
    const started = performance.now();
    this.#turn += 1;
    const turn = this.#turn;
    this.#changedMeanwhile = new Set();
    if (this.#view?.pixelRatio !== view.pixelRatio) this.#coats = new Coats(this.#theme, view.pixelRatio);
    this.#coatOf = this.#looks.looks.map((look, place) => this.#coats.of(look, this.#looks.glows[place]));
    inSlices(this.#cells.prepared(view, this.#theme, this.#coatOf), {
      isWanted: () => turn === this.#turn,
      // There is no picture to look at before the first.
      ...(this.#view ? {} : { slice: Infinity }),
      done: (prepared) => {
        settle();
        this.#cells.take(prepared);
        this.#settle(view);
        remember(this.timings.views, performance.now() - started);
      },
    });
  }

  /** @param {Ground} ground */
  setGround(ground) {
    this.#ground = ground;
    this.#drawGround();
    this.#drawLabels();
  }

  setTheme() {
    this.#theme = currentTheme();
    if (!this.#view) return;
    this.#coats = new Coats(this.#theme, this.#view.pixelRatio);
    this.#settle(this.#view);
  }

  /**
   * @param {Filters} filters
   * @param {number} day
   */
  setFilters(filters, day) {
    this.#events.setMask(eventMask(this.#timeline, filters));
    this.#repaint(this.#looks.setFilters(filters, day));
    this.#drawEvents();
  }

  /** @param {{place: string | null, event: string | null}} selected ids */
  select(selected) {
    this.#selected = selected;
    this.#drawPlaces();
    this.#drawLabels();
  }

  /**
   * @param {number} day
   * @param {number} window in days, of events
   */
  setDay(day, window) {
    const started = performance.now();
    this.#shown = { day, window };
    this.#repaint(this.#looks.setDay(day));
    this.#drawEvents();
    // The ring around an event comes and goes with its mark.
    if (this.#selected.event !== null) this.#drawPlaces();
    remember(this.timings.steps, performance.now() - started);
  }

  /**
   * The place that a click means: the marker under it, else the cell around it.
   * @param {{x: number, y: number}} point CSS pixels of the view
   * @returns {import("../timeline.js").Place | null}
   */
  placeAt(point) {
    const marked = this.#places.placeAt(point);
    if (marked) return marked;
    const ratio = this.#view?.pixelRatio ?? 1;
    const cell = this.#cells.placeAt({ x: point.x * ratio, y: point.y * ratio });
    return cell === null || this.looks[cell] === HIDDEN_APPEARANCE ? null : this.#timeline.places[cell];
  }

  /**
   * The event whose mark lies at a point.
   * @param {{x: number, y: number}} point CSS pixels of the view
   * @returns {number | null} its number
   */
  eventAt(point) {
    return this.#events.eventAt(point);
  }

  /** @param {readonly number[]} changed places that look otherwise than before */
  #repaint(changed) {
    const isHidden = (/** @type {Appearance} */ look) => look === HIDDEN_APPEARANCE;
    const isOtherCrowd = changed.some((place) => isHidden(this.#coatOf[place].look) !== isHidden(this.looks[place]));
    for (const place of changed) {
      this.#coatOf[place] = this.#coats.of(this.#looks.looks[place], this.#looks.glows[place]);
      this.#changedMeanwhile?.add(place);
    }
    if (!this.#view || changed.length === 0) return;
    this.#cells.repaint(this.#stack.context("cells"), changed, this.#coatOf);
    if (!isOtherCrowd) return this.#places.repaint(this.#brush(), this.#view, changed);
    // Markers and names that come or go make room for others, or take it.
    this.#drawPlaces();
    this.#drawLabels();
  }

  /**
   * Paint all for a view whose cells are ready.
   * @param {View} view
   */
  #settle(view) {
    const meanwhile = this.#changedMeanwhile;
    this.#changedMeanwhile = null;
    this.#view = view;
    if (meanwhile) {
      this.#cells.repaint(null, [...meanwhile], this.#coatOf);
    } else {
      this.#coatOf = this.#looks.looks.map((look, place) => this.#coats.of(look, this.#looks.glows[place]));
      this.#cells.recoat(this.#theme, this.#coatOf);
    }
    this.#events.setView(view, this.#theme);
    this.#drawGround();
    this.#cells.show(this.#stack.context("cells"));
    this.#stack.wipe("events");
    this.#drawEvents();
    this.#drawPlaces();
    this.#drawLabels();
  }

  #drawGround() {
    if (this.#view) drawGround(this.#stack.context("ground"), this.#view, this.#ground, this.#theme);
  }

  #drawEvents() {
    if (this.#view) this.#events.draw(this.#stack.context("events"), this.#shown.day, this.#shown.window);
  }

  #drawPlaces() {
    if (!this.#view) return;
    this.#places.setView(this.#view, this.#selected.place, this.looks);
    this.#places.draw(this.#brush(), this.#view);
  }

  /**
   * Rings around what the reader has chosen.
   * @returns {import("../marks.js").Disc[]}
   */
  #rings() {
    const { place, event } = this.#selected;
    const marker = this.#places.markers.find((one) => one.place.id === place);
    const number = event === null ? -1 : this.#timeline.events.id.indexOf(event);
    const point = number === -1 ? null : this.#events.pointOf(number);
    return [...(marker ? [{ x: marker.x, y: marker.y, radius: marker.radius + RING }] : []), ...(point ? [{ ...point, radius: EVENT_RING }] : [])];
  }

  #drawLabels() {
    if (!this.#view) return;
    const names = { markers: this.#places.markers, countries: this.#ground?.countries ?? [], selected: this.#selected.place, nameOf: this.#nameOf };
    drawLabels(this.#stack.context("labels"), this.#view, names, this.#theme);
  }

  #brush() {
    return { context: this.#stack.context("places"), looks: this.#looks.looks, theme: this.#theme, rings: this.#rings() };
  }
}

/**
 * @param {number[]} timings
 * @param {number} milliseconds
 */
function remember(timings, milliseconds) {
  timings.push(milliseconds);
  if (timings.length > REMEMBERED) timings.shift();
}
