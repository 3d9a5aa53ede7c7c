/**
 * How much there is of what: places and their land by holder and status on a day, events by kind. Pure.
 *
 * @typedef {import("./timeline.js").Timeline} Timeline
 * @typedef {{places: number, km2: number}} Amount
 * @typedef {(place: number) => boolean} Within whether a place counts, by its position
 */

import { FRESH_DAYS } from "./appearance.js";
import { answeredSince, answerOn, holdersOf, isStale, statusOf, UNKNOWN } from "./periods.js";

/** @type {Within} */
const EVERYWHERE = () => true;

/**
 * Places with their land by the position of the actor who holds them, by status, and by what makes an answer doubtful. A
 * place that is held counts with its holder; it counts again as uncertain, stale or fresh.
 * @param {Pick<Timeline, "periods" | "places" | "areas">} timeline
 * @param {number} day
 * @param {Within} [within]
 * @returns {Map<string, Amount>} keys such as "0", "contested", "uncertain"
 */
export function answersCounted({ periods, places, areas }, day, within = EVERYWHERE) {
  /** @type {Map<string, Amount>} */
  const counts = new Map();
  const add = (/** @type {string} */ key, /** @type {number} */ km2) => {
    const amount = counts.get(key) ?? { places: 0, km2: 0 };
    amount.places += 1;
    amount.km2 += km2;
    counts.set(key, amount);
  };
  for (let place = 0; place < places.length; place += 1) {
    if (!within(place)) continue;
    const answer = answerOn(periods, place, day);
    const status = statusOf(periods, answer);
    add(status === "held" ? String(holdersOf(periods, answer)[0]) : status, areas[place]);
    for (const mark of marksOf(periods, { place, answer, day })) add(mark, areas[place]);
  }
  return counts;
}

/**
 * @param {Timeline["periods"]} periods
 * @param {{place: number, answer: number, day: number}} found
 * @returns {string[]} what an answer is besides its status: in doubt, old, or new
 */
function marksOf(periods, { place, answer, day }) {
  if (answer === UNKNOWN) return [];
  const isFresh = day - answeredSince(periods, place, answer) < FRESH_DAYS;
  return [...(periods.uncertain[answer] ? ["uncertain"] : []), ...(isStale(periods, answer, day) ? ["stale"] : []), ...(isFresh ? ["fresh"] : [])];
}

/**
 * The events that may lie in the days (day - window, day], by kind.
 * @param {Pick<Timeline, "events">} timeline
 * @param {{day: number, window: number}} days
 * @param {Within} [within] leaves events without a place out; all count without it
 * @returns {Map<string, number>}
 */
export function eventsCounted({ events }, { day, window }, within) {
  const { count, earliest, latest, kind, place } = events;
  /** @type {Map<string, number>} */
  const counts = new Map();
  const isWithin = (/** @type {number} */ at) => !within || (at >= 0 && within(at));
  for (let event = 0; event < count && earliest[event] <= day; event += 1) {
    if (latest[event] <= day - window || !isWithin(place[event])) continue;
    counts.set(kind[event], (counts.get(kind[event]) ?? 0) + 1);
  }
  return counts;
}

/**
 * How often each value occurs.
 * @param {Iterable<string>} values
 * @returns {Map<string, number>}
 */
export function tally(values) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
