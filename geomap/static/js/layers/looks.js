/**
 * How each place looks on a day: found again only for places whose look ends. Pure.
 *
 * @typedef {import("../appearance.js").Appearance} Appearance
 * @typedef {import("../filters.js").Filters} Filters
 * @typedef {import("../timeline.js").Timeline} Timeline
 */

import { appearances, FRESH_DAYS, HIDDEN_APPEARANCE, UNKNOWN_APPEARANCE } from "../appearance.js";
import { answerShown, NOTHING_HIDDEN } from "../filters.js";
import { answeredSince, answerOn, UNKNOWN } from "../periods.js";
import { OPEN } from "../timeline.js";

/** After so many days each a change glows weaker. */
const GLOW_STEP = 3;

export class Looks {
  #timeline;
  #lookOf;
  #from;
  #until;
  #filters = NOTHING_HIDDEN;
  /** By place. @type {Appearance[]} */
  looks;
  /** By place: 1 on the day of a change of hands, 0 some days later. */
  glows;

  /** @param {Timeline} timeline */
  constructor(timeline) {
    const count = timeline.places.length;
    this.#timeline = timeline;
    this.#lookOf = appearances(timeline);
    this.#from = new Int32Array(count).fill(OPEN);
    this.#until = new Int32Array(count).fill(-OPEN);
    this.looks = new Array(count).fill(UNKNOWN_APPEARANCE);
    this.glows = new Float32Array(count);
  }

  /**
   * @param {Filters} filters
   * @param {number} day
   * @returns {number[]} the places that look otherwise than before
   */
  setFilters(filters, day) {
    this.#filters = filters;
    this.#until.fill(-OPEN);
    return this.setDay(day);
  }

  /**
   * @param {number} day
   * @returns {number[]} the places that look otherwise than before
   */
  setDay(day) {
    const changed = [];
    for (let place = 0; place < this.looks.length; place += 1) {
      if (this.#from[place] <= day && day < this.#until[place]) continue;
      const { look, glow } = this.#find(place, day);
      if (look === this.looks[place] && glow === this.glows[place]) continue;
      this.looks[place] = look;
      this.glows[place] = glow;
      changed.push(place);
    }
    return changed;
  }

  /**
   * @param {number} place
   * @param {number} day
   */
  #find(place, day) {
    const { periods } = this.#timeline;
    const answer = answerOn(periods, place, day);
    const [from, until] = sameAge(answer === UNKNOWN ? [] : periods.stale[answer], spanOf(periods, place, answer, day), day);
    const isShown = answerShown(this.#timeline, answer, this.#filters);
    const changed = answeredSince(periods, place, answer);
    const steps = Math.floor((day - changed) / GLOW_STEP);
    const isFresh = isShown && steps * GLOW_STEP < FRESH_DAYS;
    this.#from[place] = Math.max(from, changed + Math.min(steps * GLOW_STEP, FRESH_DAYS));
    this.#until[place] = isFresh ? Math.min(until, changed + (steps + 1) * GLOW_STEP) : until;
    return { look: isShown ? this.#lookOf(answer, day) : HIDDEN_APPEARANCE, glow: isFresh ? 1 - (steps * GLOW_STEP) / FRESH_DAYS : 0 };
  }
}

/**
 * The part of the days of an answer in which it is as fresh or as old as on one of them.
 * @param {readonly [number, number][]} stale
 * @param {[number, number]} span [from, until)
 * @param {number} day
 * @returns {[number, number]}
 */
function sameAge(stale, [from, until], day) {
  for (const [start, end] of stale) {
    if (day < start) return [from, Math.min(until, start)];
    if (day < end) return [Math.max(from, start), Math.min(until, end)];
    from = Math.max(from, end);
  }
  return [from, until];
}

/**
 * The days [from, until) around a day with the same answer.
 * @param {import("../timeline.js").Periods} periods
 * @param {number} place
 * @param {number} answer
 * @param {number} day
 * @returns {[number, number]}
 */
function spanOf({ first, start, end }, place, answer, day) {
  if (answer !== UNKNOWN) return [start[answer], end[answer]];
  let from = -OPEN;
  for (let period = first[place]; period < first[place + 1]; period += 1) {
    if (end[period] > day) return [from, start[period]];
    from = end[period];
  }
  return [from, OPEN];
}
