/**
 * Which events have a mark on a day, and which mark. From one day or window to another only those are looked at that come,
 * pale or go in between. Pure.
 *
 * @typedef {import("../timeline.js").Timeline["events"]} Events
 * @typedef {import("./stamps.js").Form} Form
 */

import { grouped } from "../arcs.js";
import { formOfKind } from "../event_forms.js";
import { positionOf } from "../rising.js";

/** So many days a mark is full; older ones are paler. */
const FRESH_DAYS = 3;
/** @type {readonly Form[]} */
export const FORMS = ["disc", "triangle", "square", "diamond"];

export class EventMarks {
  #events;
  #form;
  /** @type {Uint8Array} */
  #mask;
  /** By event: 0 without a mark, else one more than its number: fresh ones by form, then pale ones by form. */
  #marks;
  #count = 0;
  /** For which these are the marks; null while nobody knows. @type {{day: number, window: number} | null} */
  #shown = null;
  /** By their last day, made when the first step is taken. @type {ReturnType<typeof byLastDay> | null} */
  #ending = null;

  /** @param {Events} events in the order in which they begin */
  constructor(events) {
    this.#events = events;
    this.#marks = new Uint8Array(events.count);
    this.#mask = Uint8Array.from(events.place, (place) => (place < 0 ? 0 : 1));
    /** @type {Map<string, number>} */
    const forms = new Map();
    this.#form = Uint8Array.from({ length: events.count }, (_, event) => {
      const kind = events.kind[event];
      const form = forms.get(kind) ?? FORMS.indexOf(formOfKind(kind));
      forms.set(kind, form);
      return form;
    });
  }

  /** By event: 0 without a mark, else one more than its number. */
  get marks() {
    return this.#marks;
  }

  /** How many events have a mark. */
  get count() {
    return this.#count;
  }

  /** @param {Uint8Array} mask 1: shown */
  setMask(mask) {
    // What names no place has none on the map.
    this.#mask = mask.map((shown, event) => (this.#events.place[event] < 0 ? 0 : shown));
    this.#shown = null;
  }

  /**
   * @param {number} day
   * @param {number} window in days: what overlaps (day - window, day] has a mark
   * @param {(event: number, before: number) => void} changed each event whose mark is another than before
   */
  show(day, window, changed) {
    const before = this.#shown;
    this.#shown = { day, window };
    const compare = (/** @type {number} */ event) => {
      const mark = this.#markOn(event, day, window);
      const was = this.#marks[event];
      if (mark === was) return;
      this.#count += Number(mark !== 0) - Number(was !== 0);
      this.#marks[event] = mark;
      changed(event, was);
    };
    if (!before) {
      for (let event = 0; event < this.#events.count; event += 1) compare(event);
      return;
    }
    const { earliest } = this.#events;
    const end = positionOf(earliest, Math.max(before.day, day) + 1);
    for (let event = positionOf(earliest, Math.min(before.day, day) + 1); event < end; event += 1) compare(event);
    this.#eachEnding(before.day - before.window, day - window, compare);
    this.#eachEnding(before.day - FRESH_DAYS, day - FRESH_DAYS, compare);
  }

  /**
   * @param {number} event
   * @param {number} day
   * @param {number} window
   * @returns {number} its mark
   */
  #markOn(event, day, window) {
    const { earliest, latest } = this.#events;
    if (this.#mask[event] === 0 || earliest[event] > day || latest[event] <= day - window) return 0;
    return 1 + this.#form[event] + (latest[event] > day - FRESH_DAYS ? 0 : FORMS.length);
  }

  /**
   * @param {number} one a day
   * @param {number} other
   * @param {(event: number) => void} found each event of which the last day lies after the earlier of them, up to the later
   */
  #eachEnding(one, other, found) {
    if (one === other) return;
    this.#ending ??= byLastDay(this.#events);
    const { start, first, members } = this.#ending;
    const firstAfterDay = (/** @type {number} */ day) => first[Math.max(0, Math.min(first.length - 1, day + 1 - start))];
    const end = firstAfterDay(Math.max(one, other));
    for (let at = firstAfterDay(Math.min(one, other)); at < end; at += 1) found(members[at]);
  }
}

/**
 * @param {Events} events
 * @returns {import("../arcs.js").Groups & {start: number}} the events of each last day, from the earliest of these days on
 */
function byLastDay({ count, latest }) {
  const start = latest.reduce((least, day) => Math.min(least, day), Infinity);
  const end = latest.reduce((most, day) => Math.max(most, day), -Infinity);
  return { start, ...grouped(latest.map((day) => day - start), Int32Array.from({ length: count }, (_, event) => event), count === 0 ? 0 : end - start + 1) };
}
