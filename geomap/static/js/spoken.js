/**
 * What the slider says of a day: its date, how much changes on it, and the changes that matter to most people. Pure.
 *
 * @typedef {import("./timeline.js").Timeline} Timeline
 */

import { longDay } from "./days.js";
import { changesOf, countBefore } from "./periods.js";
import { inOneText } from "./picture.js";
import { say } from "./say.js";
import { answerInWords, nameIn } from "./words.js";

/** More than this nobody listens to. */
const MOST_NAMED = 3;

/**
 * @param {Timeline} timeline
 * @param {number} day
 * @returns {string} such as "17 October 2017, 4 changes"
 */
export function dayInShort({ periods }, day) {
  const { length } = periodsOf(periods, day);
  return length === 0 ? say("time.spokenNone", { day: longDay(day) }) : say("time.spoken", { day: longDay(day), count: length });
}

/**
 * @param {Timeline} timeline
 * @param {number} day
 * @param {string} language
 * @returns {string} such as "17 October 2017, 4 changes. Raqqa: Held by Syrian Democratic Forces; …"
 */
export function dayInFull(timeline, day, language) {
  const { periods, places } = timeline;
  const placeOf = (/** @type {number} */ period) => places[periods.place[period]];
  const found = [...periodsOf(periods, day)].sort((one, other) => placeOf(other).population - placeOf(one).population);
  const named = found.slice(0, MOST_NAMED).map((period) => `${nameIn(placeOf(period), language)}: ${inOneText(answerInWords(timeline, period, language))}`);
  return [dayInShort(timeline, day), named.join("; ")].filter(Boolean).join(". ");
}

/**
 * @param {import("./periods.js").Periods} periods
 * @param {number} day
 * @returns {Int32Array} the answers that begin on that day by a change
 */
function periodsOf(periods, day) {
  const changes = changesOf(periods);
  return changes.period.subarray(countBefore(changes, day), countBefore(changes, day + 1));
}
