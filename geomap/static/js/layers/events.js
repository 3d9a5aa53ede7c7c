/**
 * Events as small marks around their places: those that overlap the days of the window, the forms by kind. From one day
 * to another only the squares of the picture are painted anew in which a mark comes, goes or pales.
 *
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {import("../theme.js").Theme} Theme
 * @typedef {import("./mercator.js").View} View
 * @typedef {import("./stamps.js").Form} Form
 * @typedef {import("./stamps.js").Stamp} Stamp
 * @typedef {{image: ImageData, pixels: Uint32Array, width: number, height: number, tiles: Tiles}} Picture
 */

import { rgbOf } from "../colours.js";
import { formOfKind } from "../event_forms.js";
import { unitX, unitY } from "./mercator.js";
import { radiusAt, sizeOf } from "./places.js";
import { stampAt, stampOf, wipeBox } from "./stamps.js";
import { Tiles } from "./tiles.js";

/** Events that last longer are kept apart, so that the others can be found by the day on which they begin. */
const SHORT = 45;
/** So many days a mark is full; older ones are paler. */
const FRESH_DAYS = 3;
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
/** @type {readonly Form[]} */
const FORMS = ["disc", "triangle", "square", "diamond"];

/** Of more of the picture than this, all is painted anew. */
const MOST_TILES = 0.4;

export class EventsLayer {
  #events;
  #form;
  #turn;
  #scale;
  #unitX;
  #unitY;
  #sizes;
  /** 1: lasts long. */
  #isLong;
  /** Numbers of the events that last long. */
  #long;
  /** @type {Uint8Array} */
  #mask;
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
  /** By event: 0 without a mark, else one more than the number of its stamp. */
  #shown;
  /** Between these numbers lie all short events that may have a mark. */
  #range = { first: 0, end: 0 };

  /** @param {Pick<Timeline, "events" | "places">} timeline */
  constructor({ events, places }) {
    this.#events = events;
    this.#shown = new Uint8Array(events.count);
    this.#mask = Uint8Array.from(events.place, (place) => (place < 0 ? 0 : 1));
    /** @type {Map<string, number>} */
    const forms = new Map();
    this.#form = Uint8Array.from({ length: events.count }, (_, event) => {
      const kind = events.kind[event];
      const form = forms.get(kind) ?? FORMS.indexOf(formOfKind(kind));
      forms.set(kind, form);
      return form;
    });
    const seen = new Int32Array(places.length);
    this.#turn = Uint8Array.from(events.place, (place) => (place < 0 ? 0 : seen[place]++ % SPIRAL.places));
    const days = events.count === 0 ? 1 : events.earliest[events.count - 1] - events.earliest[0] + 1;
    this.#scale = (events.count * CROWD.days) / days > CROWD.events ? CROWD.scale : 1;
    this.#unitX = Float64Array.from(places, ({ longitude }) => unitX(longitude));
    this.#sizes = Float64Array.from(places, ({ population }) => sizeOf(population));
    this.#unitY = Float64Array.from(places, ({ latitude }) => unitY(latitude));
    this.#isLong = Uint8Array.from({ length: events.count }, (_, event) => Number(events.latest[event] - events.earliest[event] > SHORT));
    this.#long = new Int32Array(events.count).map((_, event) => event).filter((event) => this.#isLong[event] === 1);
  }

  /** @param {Uint8Array} mask 1: shown */
  setMask(mask) {
    // What names no place has none on the map.
    this.#mask = mask.map((shown, event) => (this.#events.place[event] < 0 ? 0 : shown));
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
      this.#picture = { image, pixels: new Uint32Array(image.data.buffer), width, height, tiles: new Tiles({ width, height }) };
    }
    this.#picture?.pixels.fill(0);
    this.#shown.fill(0);
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
    const { tiles, image, width, height } = picture;
    this.#exchange(day, window);
    const isMuch = tiles.share > MOST_TILES;
    if (isMuch) tiles.mark(0, 0, width, height);
    const boxes = tiles.boxes();
    for (const box of boxes) wipeBox(picture, box);
    if (isMuch) this.#markAll(picture);
    else if (boxes.length > 0) this.#markWhereMarred(picture);
    for (const { left, top, right, bottom } of boxes) context.putImageData(image, 0, 0, left, top, right - left, bottom - top);
    tiles.clear();
  }

  /**
   * The event whose mark lies at a point.
   * @param {{x: number, y: number}} point CSS pixels of the view
   * @returns {number | null} its number
   */
  eventAt({ x, y }) {
    let [best, least] = [/** @type {number | null} */ (null), RADIUS + REACH];
    this.#eachShown((event) => {
      const place = this.#events.place[event];
      const reach = (this.#radius[place] + FARTHEST) * this.#scale + least;
      if (Math.abs(this.#x[place] - x) > reach || Math.abs(this.#y[place] - y) > reach) return;
      const point = this.#pointOf(event);
      const distance = Math.hypot(point.x - x, point.y - y);
      if (distance <= least && this.#isInside(point)) [best, least] = [event, distance];
    });
    return best;
  }

  /**
   * Where the mark of an event lies on the day that is drawn.
   * @param {number} wanted its number
   * @returns {{x: number, y: number} | null} CSS pixels of the view
   */
  pointOf(wanted) {
    if (!this.#view || !this.#shown[wanted]) return null;
    const point = this.#pointOf(wanted);
    return this.#isInside(point) ? point : null;
  }

  /** How many marks there are on the day that is drawn, those out of view included. */
  get count() {
    return this.#shown.reduce((count, stamp) => count + Number(stamp > 0), 0);
  }

  /**
   * Note which events have a mark, and in which squares of the picture that changes anything.
   * @param {number} day
   * @param {number} window
   */
  #exchange(day, window) {
    const { earliest } = this.#events;
    const before = this.#range;
    const now = { first: firstAfter(earliest, day - window - SHORT - 1), end: firstAfter(earliest, day) };
    this.#range = now;
    const compare = (/** @type {number} */ event) => {
      const stamp = this.#stampOn(event, day, window);
      if (stamp === this.#shown[event]) return;
      this.#shown[event] = stamp;
      this.#mar(event);
    };
    for (let event = Math.min(before.first, now.first); event < Math.max(before.end, now.end); event += 1) if (this.#isLong[event] === 0) compare(event);
    this.#long.forEach(compare);
  }

  /**
   * @param {number} event
   * @param {number} day
   * @param {number} window
   * @returns {number} one more than the number of its stamp, or 0: it overlaps (day - window, day], or it does not
   */
  #stampOn(event, day, window) {
    const { earliest, latest } = this.#events;
    if (this.#mask[event] === 0 || earliest[event] > day || latest[event] <= day - window) return 0;
    return 1 + this.#form[event] + (latest[event] > day - FRESH_DAYS ? 0 : FORMS.length);
  }

  /**
   * What lies around the mark of an event is to be painted anew.
   * @param {number} event
   */
  #mar(event) {
    const { left, top } = this.#cornerOf(event);
    const { side } = this.#stamps[0];
    this.#picture?.tiles.mark(left, top, left + side, top + side);
  }

  /** @param {(event: number) => void} found each event with a mark, always in the same order */
  #eachShown(found) {
    const shown = this.#shown;
    const { first, end } = this.#range;
    for (let event = first; event < end; event += 1) if (shown[event] !== 0 && this.#isLong[event] === 0) found(event);
    for (const event of this.#long) if (shown[event] !== 0) found(event);
  }

  /** @param {Picture} picture an empty one */
  #markAll(picture) {
    const all = { left: 0, top: 0, right: picture.width, bottom: picture.height };
    this.#eachShown((event) => stampAt(picture, this.#stamps[this.#shown[event] - 1], this.#cornerOf(event), all));
  }

  /** @param {Picture} picture whose marred squares are empty */
  #markWhereMarred(picture) {
    const { tiles } = picture;
    const { place } = this.#events;
    const isNear = this.#placesNear(tiles);
    this.#eachShown((event) => {
      if (isNear[place[event]] === 0) return;
      const corner = this.#cornerOf(event);
      const stamp = this.#stamps[this.#shown[event] - 1];
      const box = /** @type {const} */ ([corner.left, corner.top, corner.left + stamp.side, corner.top + stamp.side]);
      if (!tiles.isClean(...box)) for (const part of tiles.within(...box)) stampAt(picture, stamp, corner, part);
    });
  }

  /**
   * @param {Tiles} tiles
   * @returns {Uint8Array} by place: 1 when a mark of it may lie in a marred square
   */
  #placesNear(tiles) {
    const ratio = this.#view?.pixelRatio ?? 1;
    const near = new Uint8Array(this.#x.length);
    for (let place = 0; place < near.length; place += 1) {
      const [x, y] = [this.#x[place] * ratio, this.#y[place] * ratio];
      const reach = (this.#radius[place] + FARTHEST) * this.#scale * ratio + this.#stamps[0].side;
      near[place] = tiles.isClean(x - reach, y - reach, x + reach, y + reach) ? 0 : 1;
    }
    return near;
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

/**
 * @param {Int32Array} days rising
 * @param {number} day
 * @returns {number} the position of the first day after it
 */
export function firstAfter(days, day) {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
