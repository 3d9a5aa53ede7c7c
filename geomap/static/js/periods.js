/**
 * Questions to the periods of control: pure functions, no page and no map.
 *
 * An answer is the number of a period, or `UNKNOWN` when no period covers the day.
 *
 * @typedef {import("./timeline.js").Periods} Periods
 * @typedef {import("./timeline.js").Status} Status
 *
 * @typedef {object} Changes every day on which a place passes to another answer, in order of day
 * @property {Int32Array} day
 * @property {Int32Array} period the answer from that day on
 *
 * @typedef {object} Spell neighbouring periods with the same answer, told as one
 * @property {number} start
 * @property {number} end `OPEN` while it lasts
 * @property {Status} status
 * @property {number[]} holders
 * @property {number[]} periods their numbers
 */

import { positionOf } from "./rising.js";
import { OPEN } from "./timeline.js";

export const UNKNOWN = -1;

/** @type {WeakMap<Periods, Changes>} */
const changesFound = new WeakMap();

/**
 * The answer of a place on a day. Periods are half-open: on the day of a hand-over the new one holds.
 * @param {Periods} periods
 * @param {number} place
 * @param {number} day
 * @returns {number}
 */
export function answerOn(periods, place, day) {
  let low = periods.first[place];
  let high = periods.first[place + 1];
  // Find the first period that starts after the day; the one before it is the only one that can cover the day.
  while (low < high) {
    const middle = (low + high) >> 1;
    if (periods.start[middle] <= day) low = middle + 1;
    else high = middle;
  }
  const found = low - 1;
  return found >= periods.first[place] && day < periods.end[found] ? found : UNKNOWN;
}

/**
 * @param {Periods} periods
 * @param {number} answer
 * @returns {Status}
 */
export function statusOf(periods, answer) {
  return answer === UNKNOWN ? "unknown" : periods.status[answer];
}

/**
 * @param {Periods} periods
 * @param {number} answer
 * @returns {number[]} numbers of actors
 */
export function holdersOf(periods, answer) {
  return answer === UNKNOWN ? [] : periods.holders[answer];
}

/**
 * Whether the newest claim behind an answer is an old one by that day.
 * @param {Periods} periods
 * @param {number} answer
 * @param {number} day
 */
export function isStale(periods, answer, day) {
  return answer !== UNKNOWN && periods.stale[answer].some(([start, end]) => start <= day && day < end);
}

/**
 * Whether two answers say the same: the same status and holders, whatever their evidence.
 * @param {Periods} periods
 * @param {number} one
 * @param {number} other
 */
export function sameAnswer(periods, one, other) {
  if (statusOf(periods, one) !== statusOf(periods, other)) return false;
  const [holders, others] = [holdersOf(periods, one), holdersOf(periods, other)];
  return holders.length === others.length && holders.every((actor) => others.includes(actor));
}

/**
 * The answer of the day before a period starts.
 * @param {Periods} periods
 * @param {number} period
 * @returns {number}
 */
export function answerBefore(periods, period) {
  return answerOn(periods, periods.place[period], periods.start[period] - 1);
}

/**
 * The day from which on a place had the answer; long ago when it had no other before.
 * @param {Periods} periods
 * @param {number} place
 * @param {number} answer
 * @returns {number}
 */
export function answeredSince(periods, place, answer) {
  if (answer === UNKNOWN) return -OPEN;
  const first = periods.first[place];
  let at = answer;
  while (at > first && periods.end[at - 1] === periods.start[at] && sameAnswer(periods, at - 1, at)) at -= 1;
  return at === first ? -OPEN : periods.start[at];
}

/**
 * Every change of hands, worked out once for each timeline.
 * @param {Periods} periods
 * @returns {Changes}
 */
export function changesOf(periods) {
  const changes = changesFound.get(periods) ?? findChanges(periods);
  changesFound.set(periods, changes);
  return changes;
}

/**
 * The first answer that a place ever has is not a change: nothing is known of the time before.
 * @param {Periods} periods
 * @returns {Changes}
 */
function findChanges(periods) {
  const found = [];
  for (let period = 0; period < periods.count; period += 1) {
    const isFirst = period === periods.first[periods.place[period]];
    if (!isFirst && !sameAnswer(periods, answerBefore(periods, period), period)) found.push(period);
  }
  found.sort((one, other) => periods.start[one] - periods.start[other] || one - other);
  return { day: Int32Array.from(found, (period) => periods.start[period]), period: Int32Array.from(found) };
}

/**
 * How many of the changes come before a day.
 * @param {Changes} changes
 * @param {number} day
 * @returns {number} also the position of the first change on or after the day
 */
export function countBefore(changes, day) {
  return positionOf(changes.day, day);
}

/**
 * The history of a place as a reader wants it: what says the same without a gap is one spell.
 * @param {Periods} periods
 * @param {number} place
 * @returns {Spell[]} oldest first
 */
export function spellsOf(periods, place) {
  /** @type {Spell[]} */
  const spells = [];
  for (let period = periods.first[place]; period < periods.first[place + 1]; period += 1) {
    const last = spells.at(-1);
    if (last && last.end === periods.start[period] && sameAnswer(periods, period - 1, period)) {
      last.end = periods.end[period];
      last.periods.push(period);
    } else {
      const [start, end] = [periods.start[period], periods.end[period]];
      spells.push({ start, end, status: periods.status[period], holders: periods.holders[period], periods: [period] });
    }
  }
  return spells;
}

/**
 * @param {number} end of a period
 * @returns {number} Infinity in place of the stored `OPEN`
 */
export function endOrInfinity(end) {
  return end === OPEN ? Infinity : end;
}
