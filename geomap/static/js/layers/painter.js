/**
 * Decides what is painted when: everything for a new view or theme, only what changed for a new day.
 *
 * A new view is made ready in slices while the old picture stays; then all canvases in sight change at once. What lies beyond
 * the edges of the map follows (`Margins`).
 *
 * @typedef {import("../filters.js").Filters} Filters
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {import("./ground.js").Ground} Ground
 * @typedef {import("./canvas_stack.js").CanvasStack} CanvasStack
 * @typedef {import("./dressed.js").Change} Change
 * @typedef {import("./mercator.js").View} View
 */

import { HIDDEN_APPEARANCE } from "../appearance.js";
import { eventMask } from "../filters.js";
import { currentTheme } from "../theme.js";
import { CellsLayer } from "./cells.js";
import { Dressed } from "./dressed.js";
import { EventsLayer } from "./events.js";
import { drawGround } from "./ground.js";
import { Margins } from "./margins.js";
import { partAt, partOf, partsOf } from "./mercator.js";
import { Signs } from "./signs.js";
import { inSlices } from "./slices.js";
import { Timings } from "./timings.js";

/** The canvases that a painter needs, lowest first. */
export const CANVASES = [
  { name: "ground", isStill: true }, { name: "cells", isStill: false }, { name: "events", isStill: false }, { name: "places", isStill: false },
  { name: "labels", isStill: true },
];

export class Painter {
  #timeline;
  #stack;
  #nameOf;
  #dressed;
  #cells;
  #signs;
  #events;
  #theme = currentTheme();
  /** @type {View | null} */
  #view = null;
  /** What changed since a new view began to be made ready; null while none is. @type {Set<number> | null} */
  #changedMeanwhile = null;
  #turn = 0;
  /** @type {Ground | null} */
  #ground = null;
  /** The id of the chosen one. @type {string | null} */
  #event = null;
  #shown = { day: 0, window: 0 };
  #margins = new Margins({ make: (part) => this.#extend(part), paint: (part, changed) => this.#paintMargin(part, changed) });
  timings = new Timings();

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
    this.#dressed = new Dressed(timeline, this.#theme);
    this.#signs = new Signs(timeline.places, stack, nameOf);
    this.#events = new EventsLayer(timeline);
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
    other.#event = this.#event;
    other.#signs.selected = this.#signs.selected;
    other.timings = this.timings;
    other.#shown = { day, window };
    other.#dressed.setFilters(filters, day);
    other.#events.setMask(eventMask(timeline, filters));
    // What was being made ready for the old painter is not wanted any more.
    const isUnsettled = this.#changedMeanwhile !== null;
    this.#turn += 1;
    this.#margins.stop();
    if (!this.#view || isUnsettled || other.#cells !== this.#cells) {
      this.#stack.refresh(other);
    } else {
      other.#view = this.#view;
      other.#settle(this.#view);
      this.#stack.handTo(other);
    }
    return other;
  }

  /** The look of each place on the day that is painted. */
  get looks() {
    return this.#dressed.looks;
  }

  get markers() {
    return this.#signs.markers;
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
    this.#margins.hold();
    this.#changedMeanwhile = new Set();
    this.#dressed.renew(this.#theme, view.pixelRatio);
    inSlices(this.#cells.prepared(partOf(view, 0), this.#theme, this.#dressed.coats), {
      isWanted: () => turn === this.#turn,
      // There is no picture to look at before the first.
      ...(this.#view ? {} : { slice: Infinity }),
      done: (prepared) => {
        settle();
        this.#cells.take(prepared);
        this.#settle(view);
        this.timings.add("views", started);
      },
    });
  }

  /** @param {boolean} isMoving whether the map is being moved, and what lies beyond its edges may come into sight */
  setMoving(isMoving) {
    this.#margins.setMoving(isMoving);
  }

  /** @param {Ground} ground */
  setGround(ground) {
    this.#ground = ground;
    this.#drawGround();
    this.#drawNames();
  }

  setTheme() {
    this.#theme = currentTheme();
    if (this.#view) this.#settle(this.#view);
  }

  /**
   * @param {Filters} filters
   * @param {number} day
   */
  setFilters(filters, day) {
    this.#events.setMask(eventMask(this.#timeline, filters));
    this.#step(this.#dressed.setFilters(filters, day));
  }

  /** @param {{place: string | null, event: string | null}} selected ids */
  select({ place, event }) {
    this.#signs.selected = place;
    this.#event = event;
    this.#drawPlaces();
    this.#drawNames();
    this.#margins.touch([]);
  }

  /**
   * @param {number} day
   * @param {number} window in days, of events
   */
  setDay(day, window) {
    const started = performance.now();
    this.#shown = { day, window };
    this.#step(this.#dressed.setDay(day));
    // The ring around an event comes and goes with its mark.
    if (this.#event !== null) this.#drawPlaces();
    this.timings.add("steps", started);
  }

  /**
   * The place that a click means: the marker under it, else the cell around it.
   * @param {{x: number, y: number}} point CSS pixels of the view
   * @returns {import("../timeline.js").Place | null}
   */
  placeAt(point) {
    const marked = this.#signs.placeAt(point);
    if (marked) return marked;
    if (!this.#view) return null;
    const { pixelRatio } = this.#view;
    const part = partAt(this.#view, point);
    const { left, top } = partsOf(this.#view)[part];
    const cell = this.#cells.placeAt(part, { x: (point.x - left) * pixelRatio, y: (point.y - top) * pixelRatio });
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

  /** @param {Change} change */
  #step(change) {
    for (const place of change.places) this.#changedMeanwhile?.add(place);
    this.#repaint(change);
    this.#events.show(this.#shown.day, this.#shown.window);
    this.#events.draw(0, this.#stack.context("events"));
    if (this.#view) this.#margins.touch(change.places);
  }

  /** @param {Change} change */
  #repaint({ places, marked, isOtherCrowd }) {
    if (!this.#view || places.length === 0) return;
    this.#cells.repaint(0, this.#stack.context("cells"), places, this.#dressed.coats);
    if (!isOtherCrowd) return this.#signs.repaint(marked, this.#scene(this.#view));
    // Markers and names that come or go make room for others, or take it.
    this.#drawPlaces();
    this.#drawNames();
  }

  /**
   * Paint all that is in sight of a view whose cells are ready.
   * @param {View} view
   */
  #settle(view) {
    const meanwhile = this.#changedMeanwhile;
    this.#changedMeanwhile = null;
    this.#view = view;
    if (meanwhile) {
      this.#cells.repaint(0, null, meanwhile, this.#dressed.coats);
    } else {
      this.#dressed.renew(this.#theme, view.pixelRatio);
      this.#cells.recoat(this.#theme, this.#dressed.coats);
    }
    this.#events.setView(view, this.#theme);
    this.#events.show(this.#shown.day, this.#shown.window);
    this.#drawGround();
    this.#cells.show(0, this.#stack.context("cells"));
    this.#stack.wipe("events", 0);
    this.#events.draw(0, this.#stack.context("events"));
    this.#drawPlaces();
    this.#drawNames();
    this.#stack.conceal();
    this.#margins.begin();
  }

  /**
   * Make a part of the view ready that lies beyond the edges of the map.
   * @param {number} part
   * @returns {Generator<void, void>}
   */
  *#extend(part) {
    if (!this.#view) return;
    yield* this.#cells.extended(part, partOf(this.#view, part), this.#dressed.coats);
    this.#stack.wipe("events", part);
    this.#cells.show(part, this.#stack.context("cells", part));
    this.#stack.reveal(part);
  }

  /**
   * @param {number} part beyond the edges of the map, of a view that is ready
   * @param {Set<number>} changed places
   */
  #paintMargin(part, changed) {
    this.#cells.repaint(part, this.#stack.context("cells", part), changed, this.#dressed.coats);
    this.#events.draw(part, this.#stack.context("events", part));
    if (this.#view) this.#signs.drawPart(part, this.#scene(this.#view));
  }

  #drawGround() {
    const view = this.#view;
    if (view) this.#stack.drawStill("ground", (context) => drawGround(context, view, this.#ground, this.#theme));
  }

  #drawPlaces() {
    if (this.#view) this.#signs.draw(this.#scene(this.#view));
  }

  #drawNames() {
    if (this.#view) this.#signs.drawNames(this.#scene(this.#view));
  }

  /**
   * @param {View} view
   * @returns {import("./signs.js").Scene}
   */
  #scene(view) {
    const number = this.#event === null ? -1 : this.#timeline.events.id.indexOf(this.#event);
    return { view, looks: this.looks, theme: this.#theme, countries: this.#ground?.countries ?? [], event: number === -1 ? null : this.#events.pointOf(number) };
  }
}
