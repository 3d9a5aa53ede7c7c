/**
 * Events as small marks around their places: those that overlap the days of the window, the forms by kind.
 *
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {import("../theme.js").Theme} Theme
 * @typedef {import("./mercator.js").View} View
 * @typedef {import("./stamps.js").Form} Form
 * @typedef {import("./stamps.js").Stamp} Stamp
 * @typedef {{image: ImageData, pixels: Uint32Array, width: number, height: number}} Picture
 */

import { rgbOf } from "../colours.js";
import { formOfKind } from "../event_forms.js";
import { unitX, unitY } from "./mercator.js";
import { radiusAt, sizeOf } from "./places.js";
import { stampAt, stampOf, wipeAt } from "./stamps.js";

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
/** Where so many days have so many events as a rule, their marks are smaller. */
const CROWD = { events: 2000, days: 30, scale: 0.68 };
/** @type {readonly Form[]} */
const FORMS = ["disc", "triangle", "square", "diamond"];

export class EventsLayer {
  #events;
  #form;
  #turn;
  #scale;
  #unitX;
  #unitY;
  #sizes;
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
  /** What is drawn: the event, its stamp, and the corner of its mark. */
  #drawn = { count: 0, event: new Int32Array(1024), stamp: new Int32Array(1024), left: new Int32Array(1024), top: new Int32Array(1024) };

  /** @param {Pick<Timeline, "events" | "places">} timeline */
  constructor({ events, places }) {
    this.#events = events;
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
    this.#long = new Int32Array(events.count).map((_, event) => event).filter((event) => events.latest[event] - events.earliest[event] > SHORT);
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
      this.#picture = { image, pixels: new Uint32Array(image.data.buffer), width, height };
    }
    this.#picture?.pixels.fill(0);
    this.#drawn.count = 0;
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
    if (!this.#picture) return;
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    this.#wipe(box);
    this.#eachOn(day, window, (event) => this.#mark(event, day, box));
    if (box.left < box.right) context.putImageData(this.#picture.image, 0, 0, box.left, box.top, box.right - box.left, box.bottom - box.top);
  }

  /**
   * The event whose mark lies at a point.
   * @param {{x: number, y: number}} point CSS pixels of the view
   * @returns {number | null} its number
   */
  eventAt({ x, y }) {
    const ratio = this.#view?.pixelRatio ?? 1;
    const { count, event, left, top } = this.#drawn;
    const half = this.#stamps.length > 0 ? this.#stamps[0].side / 2 : 0;
    let [best, least] = [/** @type {number | null} */ (null), (RADIUS + REACH) * ratio];
    for (let at = 0; at < count; at += 1) {
      const distance = Math.hypot(left[at] + half - x * ratio, top[at] + half - y * ratio);
      if (distance <= least) [best, least] = [event[at], distance];
    }
    return best;
  }

  /**
   * Where the mark of an event lies on the day that is drawn.
   * @param {number} wanted its number
   * @returns {{x: number, y: number} | null} CSS pixels of the view
   */
  pointOf(wanted) {
    const at = this.#drawn.event.subarray(0, this.#drawn.count).indexOf(wanted);
    if (at < 0 || !this.#view) return null;
    const half = this.#stamps[0].side / 2;
    return { x: (this.#drawn.left[at] + half) / this.#view.pixelRatio, y: (this.#drawn.top[at] + half) / this.#view.pixelRatio };
  }

  /** How many marks are drawn. */
  get count() {
    return this.#drawn.count;
  }

  /**
   * The events that overlap (day - window, day], in no order.
   * @param {number} day
   * @param {number} window
   * @param {(event: number) => void} found
   */
  #eachOn(day, window, found) {
    const { earliest, latest } = this.#events;
    const after = day - window;
    const isOn = (/** @type {number} */ event) => latest[event] > after && this.#mask[event] === 1;
    const end = firstAfter(earliest, day);
    for (let event = firstAfter(earliest, after - SHORT - 1); event < end; event += 1) {
      if (isOn(event) && latest[event] - earliest[event] <= SHORT) found(event);
    }
    for (const event of this.#long) if (event < end && isOn(event)) found(event);
  }

  /**
   * @param {number} event
   * @param {number} day
   * @param {import("./mercator.js").Box} box grows around what is drawn
   */
  #mark(event, day, box) {
    const [view, picture] = [/** @type {View} */ (this.#view), /** @type {Picture} */ (this.#picture)];
    const place = this.#events.place[event];
    const { cos, sin, away: beyond } = TURNS[this.#turn[event]];
    const away = (this.#radius[place] + beyond) * this.#scale;
    const number = this.#form[event] + (this.#events.latest[event] > day - FRESH_DAYS ? 0 : FORMS.length);
    const stamp = this.#stamps[number];
    const half = stamp.side >> 1;
    const left = Math.round((this.#x[place] + away * cos) * view.pixelRatio) - half;
    const top = Math.round((this.#y[place] + away * sin) * view.pixelRatio) - half;
    if (left < 0 || top < 0 || left + stamp.side > picture.width || top + stamp.side > picture.height) return;
    stampAt(picture, stamp, left, top);
    this.#remember(event, number, left, top);
    grow(box, left, top, stamp.side);
  }

  /**
   * @param {number} event
   * @param {number} stamp
   * @param {number} left
   * @param {number} top
   */
  #remember(event, stamp, left, top) {
    const drawn = this.#drawn;
    if (drawn.count === drawn.event.length) {
      const longer = (/** @type {Int32Array} */ column) => {
        const copy = new Int32Array(column.length * 2);
        copy.set(column);
        return copy;
      };
      this.#drawn = { count: drawn.count, event: longer(drawn.event), stamp: longer(drawn.stamp), left: longer(drawn.left), top: longer(drawn.top) };
    }
    const { count } = this.#drawn;
    this.#drawn.event[count] = event;
    this.#drawn.stamp[count] = stamp;
    this.#drawn.left[count] = left;
    this.#drawn.top[count] = top;
    this.#drawn.count = count + 1;
  }

  /** @param {import("./mercator.js").Box} box grows around what is taken away */
  #wipe(box) {
    const picture = /** @type {Picture} */ (this.#picture);
    const { count, stamp, left, top } = this.#drawn;
    for (let at = 0; at < count; at += 1) {
      const mark = this.#stamps[stamp[at]];
      wipeAt(picture, mark, left[at], top[at]);
      grow(box, left[at], top[at], mark.side);
    }
    this.#drawn.count = 0;
  }
}

/**
 * @param {import("./mercator.js").Box} box
 * @param {number} left
 * @param {number} top
 * @param {number} side
 */
function grow(box, left, top, side) {
  if (left < box.left) box.left = left;
  if (top < box.top) box.top = top;
  if (left + side > box.right) box.right = left + side;
  if (top + side > box.bottom) box.bottom = top + side;
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
