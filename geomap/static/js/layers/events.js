/**
 * Events as small marks around their places: those that overlap the days of the window, the forms by kind. From one day
 * to another only the squares of the picture are painted anew in which a mark comes, goes or pales. Of marks that cover
 * each other the one of the later event lies on top.
 *
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {import("../theme.js").Theme} Theme
 * @typedef {import("./mercator.js").View} View
 * @typedef {import("./stamps.js").Stamp} Stamp
 * @typedef {{image: ImageData, pixels: Uint32Array, width: number, height: number, tiles: Tiles, squares: Tiles}} Picture
 */

import { grouped } from "../arcs.js";
import { rgbOf } from "../colours.js";
import { EventMarks, FORMS } from "./event_marks.js";
import { unitX, unitY } from "./mercator.js";
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
/** Side of the squares by which places are found around which something changed, in device pixels. */
const SQUARE = 64;

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
    const [width, height] = [Math.round(view.width * view.pixelRatio), Math.round(view.height * view.pixelRatio)];
    if (this.#events.count > 0 && (this.#picture?.width !== width || this.#picture.height !== height)) {
      const image = new ImageData(width, height);
      this.#picture = { image, pixels: new Uint32Array(image.data.buffer), width, height, tiles: new Tiles({ width, height }), squares: new Tiles({ width, height }, SQUARE) };
    }
    this.#picture?.tiles.mark(0, 0, width, height);
    this.#x = this.#unitX.map((x) => x * view.scale - view.left);
    this.#y = this.#unitY.map((y) => y * view.scale - view.top);
    this.#radius = this.#sizes.map((size) => radiusAt(size, view.zoom));
    const ratio = view.pixelRatio * this.#scale;
    const colours = { fill: rgbOf(theme.ink), rim: rgbOf(theme.halo) };
    this.#stamps = [1, PALE].flatMap((strength) => FORMS.map((form) => stampOf(form, RADIUS * ratio, RIM * ratio, { ...colours, strength })));
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} day
   * @param {number} window in days
   */
  draw(context, day, window) {
    const picture = this.#picture;
    if (!picture) return;
    const { tiles, squares, image, width, height } = picture;
    this.#marks.show(day, window, (event) => this.#mar(picture, event));
    const isMuch = tiles.share > MOST_TILES;
    if (isMuch) tiles.mark(0, 0, width, height);
    const boxes = tiles.boxes();
    for (const box of boxes) wipeBox(picture, box);
    if (isMuch) this.#markAll(picture);
    else if (boxes.length > 0) this.#markWhereMarred(picture);
    for (const { left, top, right, bottom } of boxes) context.putImageData(image, 0, 0, left, top, right - left, bottom - top);
    tiles.clear();
    squares.clear();
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
    for (const event of this.#shownAt(isNear)) {
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
   * @returns {Int32Array} the events with a mark at some places, in their order
   */
  #shownAt(isWanted) {
    const { count, place: places } = this.#events;
    this.#byPlace ??= grouped(places, Int32Array.from({ length: count }, (_, event) => event), this.#x.length);
    const { first, members } = this.#byPlace;
    /** @type {number[]} */
    const events = [];
    for (let place = 0; place < this.#x.length; place += 1) {
      if (first[place] === first[place + 1] || !isWanted(place)) continue;
      for (let at = first[place]; at < first[place + 1]; at += 1) if (this.#marks.marks[members[at]] !== 0) events.push(members[at]);
    }
    return Int32Array.from(events).sort();
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
    for (const event of this.#shownAt((place) => this.#isNearMarred(picture, place))) {
      const corner = this.#cornerOf(event);
      const stamp = this.#stamps[this.#marks.marks[event] - 1];
      const box = /** @type {const} */ ([corner.left, corner.top, corner.left + stamp.side, corner.top + stamp.side]);
      if (!tiles.isClean(...box)) for (const part of tiles.within(...box)) stampAt(picture, stamp, corner, part);
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
