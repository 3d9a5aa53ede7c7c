/**
 * Events as small marks around their places: those that overlap the days of the window, the forms by kind. From one day
 * to another only the squares of the picture are painted anew in which a mark comes, goes or pales. Of marks that cover
 * each other the one of the later event lies on top.
 *
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {import("../theme.js").Theme} Theme
 * @typedef {import("./mercator.js").View} View
 * @typedef {import("./stamps.js").Stamp} Stamp
 * @typedef {{pixels: Uint32Array, width: number, height: number, tiles: Tiles, squares: Tiles}} Picture
 */

import { grouped } from "../arcs.js";
import { rgbOf } from "../colours.js";
import { EventMarks, firstAfter, FORMS } from "./event_marks.js";
import { pixelSize, unitX, unitY } from "./mercator.js";
import { radiusAt, sizeOf } from "./places.js";
import { stampAt, stampOf, wipeBox } from "./stamps.js";
import { Tiles } from "./tiles.js";

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
/** Of more of the picture than this, all is painted anew. */
const MOST_TILES = 0.4;
/** Sides of squares in device pixels: of those that are painted anew, and of those by which places near them are found. */
const SMALL = 8;
const LARGE = 64;

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
  /** @type {Picture | null} */
  #picture = null;
  /** All events in the picture have lesser numbers: a mark of this one or a later one lies on top. None does while all is to be painted anew. */
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
    const size = pixelSize(view);
    const { width, height } = size;
    if (this.#events.count > 0 && (this.#picture?.width !== width || this.#picture.height !== height)) {
      this.#picture = { ...size, pixels: new Uint32Array(width * height), tiles: new Tiles(size, SMALL), squares: new Tiles(size, LARGE) };
    }
    this.#picture?.tiles.mark(0, 0, width, height);
    this.#end = Infinity;
    this.#x = this.#unitX.map((x) => x * view.scale - view.left);
    this.#y = this.#unitY.map((y) => y * view.scale - view.top);
    this.#radius = this.#sizes.map((size) => radiusAt(size, view.zoom));
    const ratio = view.pixelRatio * this.#scale;
    const colours = { fill: rgbOf(theme.ink), rim: rgbOf(theme.halo) };
    this.#stamps = [1, PALE].flatMap((strength) => FORMS.map((form) => stampOf(form, RADIUS * ratio, RIM * ratio, { ...colours, strength })));
  }

  /** The picture of all marks, row by row; null while there is none. */
  get pixels() {
    return this.#picture?.pixels ?? null;
  }

  /**
   * @param {number} day
   * @param {number} window in days
   * @returns {import("./mercator.js").Box[]} where the picture has changed
   */
  draw(day, window) {
    const picture = this.#picture;
    if (!picture) return [];
    const { tiles, squares, width, height } = picture;
    /** @type {import("./mercator.js").Box[]} */
    const added = [];
    this.#marks.show(day, window, (event) => {
      if (event < this.#end) this.#mar(picture, event);
      else added.push(this.#add(picture, event));
    });
    this.#end = firstAfter(this.#events.earliest, day);
    const isMuch = tiles.share > MOST_TILES;
    if (isMuch) tiles.mark(0, 0, width, height);
    const boxes = tiles.boxes();
    for (const box of boxes) wipeBox(picture, box);
    if (isMuch) this.#markAll(picture);
    else if (boxes.length > 0) this.#markWhereMarred(picture);
    tiles.clear();
    squares.clear();
    return [...boxes, ...added];
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
    return this.#marks.marks.reduce((count, mark) => count + Number(mark > 0), 0);
  }

  /**
   * Lay the mark of an event over all others.
   * @param {Picture} picture
   * @param {number} event
   * @returns {import("./mercator.js").Box} where it lies
   */
  #add(picture, event) {
    const { left, top } = this.#cornerOf(event);
    const stamp = this.#stamps[this.#marks.marks[event] - 1];
    stampAt(picture, stamp, { left, top }, { left: 0, top: 0, right: picture.width, bottom: picture.height });
    return { left, top, right: left + stamp.side, bottom: top + stamp.side };
  }

  /**
   * What lies around the mark of an event is to be painted anew.
   * @param {Picture} picture
   * @param {number} event
   */
  #mar({ tiles, squares }, event) {
    const { left, top } = this.#cornerOf(event);
    const { side } = this.#stamps[0];
    tiles.mark(left, top, left + side, top + side);
    squares.mark(left, top, left + side, top + side);
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

  /** @param {Picture} picture an empty one */
  #markAll(picture) {
    const all = { left: 0, top: 0, right: picture.width, bottom: picture.height };
    const { marks } = this.#marks;
    for (let event = 0; event < marks.length; event += 1) {
      if (marks[event] !== 0) stampAt(picture, this.#stamps[marks[event] - 1], this.#cornerOf(event), all);
    }
  }

  /** @param {Picture} picture whose marred squares are empty */
  #markWhereMarred(picture) {
    const { tiles } = picture;
    const { side } = this.#stamps[0];
    const isMarred = (/** @type {number} */ event) => {
      const { left, top } = this.#cornerOf(event);
      return !tiles.isClean(left, top, left + side, top + side);
    };
    for (const event of this.#shownAt((place) => this.#isNearMarred(picture, place), isMarred)) {
      const corner = this.#cornerOf(event);
      const stamp = this.#stamps[this.#marks.marks[event] - 1];
      for (const part of tiles.within(corner.left, corner.top, corner.left + side, corner.top + side)) stampAt(picture, stamp, corner, part);
    }
  }

  /**
   * Whether a mark of a place may lie where the picture is marred.
   * @param {Picture} picture
   * @param {number} place
   */
  #isNearMarred({ tiles, squares }, place) {
    const ratio = this.#view?.pixelRatio ?? 1;
    const [x, y] = [this.#x[place] * ratio, this.#y[place] * ratio];
    const reach = (this.#radius[place] + FARTHEST) * this.#scale * ratio + this.#stamps[0].side / 2 + 1;
    const box = /** @type {const} */ ([x - reach, y - reach, x + reach, y + reach]);
    return !squares.isClean(...box) && !tiles.isClean(...box);
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
   * @returns {{left: number, top: number}} of its mark, in device pixels
   */
  #cornerOf(event) {
    const ratio = this.#view?.pixelRatio ?? 1;
    const half = this.#stamps[0].side >> 1;
    const { x, y } = this.#pointOf(event);
    return { left: Math.round(x * ratio) - half, top: Math.round(y * ratio) - half };
  }

  /** @param {{x: number, y: number}} point CSS pixels of the view */
  #isInside({ x, y }) {
    const { width, height } = /** @type {View} */ (this.#view);
    return x >= 0 && y >= 0 && x < width && y < height;
  }
}
