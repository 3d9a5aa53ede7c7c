/**
 * Two views of one atlas beside each other: another day, another day of knowledge, or both. Pure.
 *
 * One of the two sides is in hand: the time bar and the panel act on it, and the state of the page is its state. The other
 * one is kept here. The first side lies left of the second, as time runs to the right.
 *
 * @typedef {import("./timeline.js").Timeline} Timeline
 * @typedef {"side" | "swipe" | "difference"} Arrangement
 * @typedef {{day: number, known: number | null}} Side
 *
 * @typedef {{timeline: Timeline, day: number}} Loaded a side with its timeline
 *
 * @typedef {object} Comparison
 * @property {number} day of the side that is not in hand
 * @property {number | null} known of the side that is not in hand; null: all that is known
 * @property {Arrangement} view
 * @property {boolean} isFirst whether the side that is not in hand is the first
 *
 * @typedef {object} Passing a place whose answer differs between the sides
 * @property {string} place its id
 * @property {string} from the party that has it on the first side: an actor, or the status when nobody holds it
 * @property {string} to the party that has it on the second side
 *
 * @typedef {object} Transfer what passed from one party to another
 * @property {string} from
 * @property {string} to
 * @property {string[]} places their ids
 */

import { addMonths } from "./days.js";
import { answerShown } from "./filters.js";
import { answerOn, holdersOf, statusOf, UNKNOWN } from "./periods.js";

/** @type {readonly Arrangement[]} */
export const ARRANGEMENTS = ["side", "swipe", "difference"];
/** How far apart the sides lie when a comparison begins. */
const MONTHS = 12;

/**
 * @param {Side & {compare: Comparison | null}} state
 * @returns {{first: Side, second: Side} | null} null when nothing is compared
 */
export function sidesOf({ day, known, compare }) {
  if (!compare) return null;
  const [inHand, other] = [{ day, known }, { day: compare.day, known: compare.known }];
  return compare.isFirst ? { first: other, second: inHand } : { first: inHand, second: other };
}

/**
 * The comparison with which a reader begins: the day shown and the same day a year later, or else earlier.
 * @param {number} day
 * @param {number | null} known
 * @param {{atlas: import("./timeline.js").Atlas, view: Arrangement}} options
 * @returns {Comparison}
 */
export function begun(day, known, { atlas, view }) {
  const later = addMonths(day, MONTHS);
  if (later <= atlas.viewLast) return { day: later, known, view, isFirst: false };
  return { day: Math.max(atlas.start, addMonths(day, -MONTHS)), known, view, isFirst: true };
}

/**
 * @param {Loaded} side
 * @param {string} place
 * @returns {number} the answer of a place; unknown when the timeline does not have it
 */
function answerOf({ timeline: { periods, placeIndex }, day }, place) {
  const index = placeIndex.get(place);
  return index === undefined ? UNKNOWN : answerOn(periods, index, day);
}

/**
 * The party that has a place: whoever holds it, else the status.
 * @param {Loaded} side
 * @param {number} answer
 * @returns {string}
 */
function partyOf({ timeline: { periods, actors } }, answer) {
  const status = statusOf(periods, answer);
  return status === "held" ? actors[holdersOf(periods, answer)[0]].id : status;
}

/**
 * Every place that another party has on the second side, unless the answers of both sides are hidden.
 * @param {Loaded} first
 * @param {Loaded} second
 * @param {import("./filters.js").Filters} filters
 * @returns {Passing[]}
 */
export function passings(first, second, filters) {
  const places = new Set([...first.timeline.places, ...second.timeline.places].map(({ id }) => id));
  return [...places].flatMap((place) => {
    const [before, after] = [answerOf(first, place), answerOf(second, place)];
    const [from, to] = [partyOf(first, before), partyOf(second, after)];
    const isShown = answerShown(first.timeline, before, filters) || answerShown(second.timeline, after, filters);
    return from === to || !isShown ? [] : [{ place, from, to }];
  });
}

/**
 * The same by pairs of parties, those with most places first.
 * @param {readonly Passing[]} passed
 * @returns {Transfer[]}
 */
export function transfers(passed) {
  /** @type {Map<string, Transfer>} */
  const pairs = new Map();
  for (const { place, from, to } of passed) {
    const key = JSON.stringify([from, to]);
    const pair = pairs.get(key) ?? { from, to, places: [] };
    pair.places.push(place);
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort((one, other) => other.places.length - one.places.length);
}
