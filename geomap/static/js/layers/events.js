/**
 * Events as small marks around their places: those that overlap the days of the window, the forms by kind. Of marks that
 * cover each other the one of the later event lies on top.
 *
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {import("../theme.js").Theme} Theme
 * @typedef {import("./mercator.js").View} View
 * @typedef {import("./stamps.js").Stamp} Stamp
 */

import { grouped } from "../arcs.js";
import { rgbOf } from "../colours.js";
import { positionOf } from "../rising.js";
import { EventMarks, FORMS } from "./event_marks.js";
import { EventPicture } from "./event_picture.js";
import { partsOf, unitX, unitY } from "./mercator.js";
import { radiusAt, sizeOf } from "./places.js";
import { stampOf } from "./stamps.js";

const PALE = 0.55;
const RADIUS = 3.1;
const RIM = 1.1;
/** How far beside a mark a click still means it, in CSS pixels. */
const REACH = 4;
/** Marks of one place lie on a spiral around it, so that they cover each other little. */
const SPIRAL = { turn: Math.PI * (3 - Math.sqrt(5)), places: 20, step: 2.1, start: 4.5 };
const TURNS = Array.from({ length: SPIRAL.places }, (_, turn) =>
  ({ cos: Math.cos(turn * SPIRAL.turn), sin: Math.sin(turn * SPIRAL.turn), away: SPIRAL.start + SPIRAL.step * Math.sqrt(turn) }));
const FARTHEST = Math.max(...TURNS.map(({ away }) => away));
/** Where so many days have so many events as a rule, their marks are smaller. */
const CROWD = { events: 2000, days: 30, scale: 0.68 };

export class EventsLayer {
  #events;
  #marks;
  #turn;
  #scale;
  #unitX;
  #unitY;
  #sizes;
  /** The events of each place, made when they are first needed. @type {import("../arcs.js").Groups | null} */
  #byPlace = null;
  /** @type {View | null} */
  #view = null;
  /** Of each place, in CSS pixels of the view. */
  #x = new Float64Array(0);
  #y = new Float64Array(0);
  #radius = new Float64Array(0);
  /** Fresh and pale, by form. @type {Stamp[]} */
  #stamps = [];
  /** By part of the view; the first is what is in sight. @type {EventPicture[]} */
  #pictures = [];
  /** All events in sight have lesser numbers: a mark of this one or a later one lies on top. None does while all is to be painted anew. */
  #end = Infinity;

  /** @param {Pick<Timeline, "events" | "places">} timeline */
  constructor({ events, places }) {
    this.#events = events;
    this.#marks = new EventMarks(events);
    const seen = new Int32Array(places.length);
    this.#turn = Uint8Array.from(events.place, (place) => (place < 0 ? 0 : seen[place]++ % SPIRAL.places));
    const days = events.count === 0 ? 1 : events.earliest[events.count - 1] - events.earliest[0] + 1;
    this.#scale = (events.count * CROWD.days) / days > CROWD.events ? CROWD.scale : 1;
    this.#unitX = Float64Array.from(places, ({ longitude }) => unitX(longitude));
    this.#sizes = Float64Array.from(places, ({ population }) => sizeOf(population));
    this.#unitY = Float64Array.from(places, ({ latitude }) => unitY(latitude));
  }

  /** @param {Uint8Array} mask 1: shown */
  setMask(mask) {
    this.#marks.setMask(mask);
  }

  /**
   * @param {View} view
   * @param {Theme} theme
   */
  setView(view, theme) {
    this.#view = view;
    if (this.#events.count > 0) this.#pictures = partsOf(view).map((box, part) => EventPicture.of(view, box, this.#pictures[part]));
    this.#end = Infinity;
    this.#x = this.#unitX.map((x) => x * view.scale - view.left);
    this.#y = this.#unitY.map((y) => y * view.scale - view.top);
    this.#radius = this.#sizes.map((size) => radiusAt(size, view.zoom));
    const ratio = view.pixelRatio * this.#scale;
    const colours = { fill: rgbOf(theme.ink), rim: rgbOf(theme.halo) };
    this.#stamps = [1, PALE].flatMap((strength) => FORMS.map((form) => stampOf(form, RADIUS * ratio, RIM * ratio, { ...colours, strength })));
  }

  /**
   * The marks of another day or window, to be drawn.
   * @param {number} day
   * @param {number} window in days
   */
  show(day, window) {
    if (!this.#view) return;
    const [inSight, ...beyond] = this.#pictures;
    this.#marks.show(day, window, (event, before) => {
      const corner = this.#cornerOf(event);
      for (const picture of beyond) picture.mar(corner, this.#side);
      const stamp = this.#stamps[this.#marks.marks[event] - 1];
      if (stamp && before !== 0) inSight?.recolour(corner, stamp);
      else if (event < this.#end) inSight?.mar(corner, this.#side);
      else inSight?.add(corner, stamp);
    });
    this.#end = positionOf(this.#events.earliest, day + 1);
  }

  /**
   * Draw the marks of a part of the view where they are not yet those to be shown. What is in sight is drawn after each day
   * that is shown.
   * @param {number} part
   * @param {CanvasRenderingContext2D} context
   */
  draw(part, context) {
    const picture = this.#pictures[part];
    if (picture?.isChanged) picture.draw(context, this.#side, (isNear, found) => this.#eachMark(isNear, found));
  }

  /**
   * The event whose mark lies at a point.
   * @param {{x: number, y: number}} point CSS pixels of the view
   * @returns {number | null} its number
   */
  eventAt({ x, y }) {
    let [best, least] = [/** @type {number | null} */ (null), RADIUS + REACH];
    const isNear = (/** @type {number} */ place) => {
      const reach = (this.#radius[place] + FARTHEST) * this.#scale + least;
      return Math.abs(this.#x[place] - x) <= reach && Math.abs(this.#y[place] - y) <= reach;
    };
    for (const event of this.#shownAt(isNear, () => true)) {
      const point = this.#pointOf(event);
      const distance = Math.hypot(point.x - x, point.y - y);
      if (distance <= least && this.#isInside(point)) [best, least] = [event, distance];
    }
    return best;
  }

  /**
   * Where the mark of an event lies on the day that is drawn.
   * @param {number} wanted its number
   * @returns {{x: number, y: number} | null} CSS pixels of the view
   */
  pointOf(wanted) {
    if (!this.#view || !this.#marks.marks[wanted]) return null;
    const point = this.#pointOf(wanted);
    return this.#isInside(point) ? point : null;
  }

  /** How many marks there are on the day that is drawn, those out of view included. */
  get count() {
    return this.#marks.count;
  }

  /** Of each mark, in device pixels. */
  get #side() {
    return this.#stamps[0].side;
  }

  /** @type {import("./event_picture.js").EachMark} */
  #eachMark(isNear, found) {
    const { marks } = this.#marks;
    const paint = (/** @type {number} */ event) => found(this.#cornerOf(event), this.#stamps[marks[event] - 1]);
    if (isNear) return this.#shownNear(isNear).forEach(paint);
    for (let event = 0; event < marks.length; event += 1) if (marks[event] !== 0) paint(event);
  }

  /**
   * @param {(x: number, y: number, reach: number) => boolean} isNear asked in device pixels
   * @returns {Int32Array} the events with a mark near what is wanted, in their order
   */
  #shownNear(isNear) {
    const ratio = this.#view?.pixelRatio ?? 1;
    const half = this.#side / 2 + 1;
    const isMeant = (/** @type {number} */ event) => {
      const { x, y } = this.#pointOf(event);
      return isNear(x * ratio, y * ratio, half);
    };
    // Where few events have a mark they are looked at one by one, where many have, by their places.
    if (this.#marks.count < this.#x.length) return this.#shown(isMeant);
    return this.#shownAt((place) => {
      const reach = (this.#radius[place] + FARTHEST) * this.#scale * ratio + half;
      return isNear(this.#x[place] * ratio, this.#y[place] * ratio, reach);
    }, isMeant);
  }

  /**
   * @param {(event: number) => boolean} isMeant
   * @returns {Int32Array} the events with a mark that are meant, in their order
   */
  #shown(isMeant) {
    const { marks } = this.#marks;
    /** @type {number[]} */
    const events = [];
    for (let event = 0; event < marks.length; event += 1) if (marks[event] !== 0 && isMeant(event)) events.push(event);
    return new Int32Array(events);
  }

  /**
   * @param {(place: number) => boolean} isWanted
   * @param {(event: number) => boolean} isMeant asked of the events of these places
   * @returns {Int32Array} the events with a mark that are meant, in their order
   */
  #shownAt(isWanted, isMeant) {
    const { count, place: places } = this.#events;
    this.#byPlace ??= grouped(places, Int32Array.from({ length: count }, (_, event) => event), this.#x.length);
    const { first, members } = this.#byPlace;
    const { marks } = this.#marks;
    /** @type {number[]} */
    const events = [];
    for (let place = 0; place < this.#x.length; place += 1) {
      if (first[place] === first[place + 1] || !isWanted(place)) continue;
      for (let at = first[place]; at < first[place + 1]; at += 1) if (marks[members[at]] !== 0 && isMeant(members[at])) events.push(members[at]);
    }
    return new Int32Array(events).sort();
  }

  /** @param {number} event */
  #pointOf(event) {
    const place = this.#events.place[event];
    const { cos, sin, away: beyond } = TURNS[this.#turn[event]];
    const away = (this.#radius[place] + beyond) * this.#scale;
    return { x: this.#x[place] + away * cos, y: this.#y[place] + away * sin };
  }

  /**
   * @param {number} event
   * @returns {import("./event_picture.js").Corner} of its mark in the view
   */
  #cornerOf(event) {
    const ratio = this.#view?.pixelRatio ?? 1;
    const half = this.#side >> 1;
    const { x, y } = this.#pointOf(event);
    return { left: x * ratio - half, top: y * ratio - half, owner: event };
  }

  /** @param {{x: number, y: number}} point CSS pixels of the view */
  #isInside({ x, y }) {
    const { width, height } = /** @type {View} */ (this.#view);
    return x >= 0 && y >= 0 && x < width && y < height;
  }
}
