/**
 * What the slider says of a day: its date, how much changes on it, and the changes that matter to most people. Pure.
 *
 * @typedef {import("./timeline.js").Timeline} Timeline
 * @typedef {import("./filters.js").Filters} Filters what is hidden is not said
 */

import { longDay } from "./days.js";
import { changesShown } from "./filters.js";
import { countBefore } from "./periods.js";
import { inOneText } from "./plain_text.js";
import { say } from "./say.js";
import { answerInWords, nameIn } from "./words.js";

/** More than this nobody listens to. */
const MOST_NAMED = 3;

/**
 * @param {Timeline} timeline
 * @param {number} day
 * @param {Filters} filters
 * @returns {string} such as "17 October 2017, 4 changes"
 */
export function dayInShort(timeline, day, filters) {
  const { length } = periodsOf(timeline, day, filters);
  return length === 0 ? say("time.spokenNone", { day: longDay(day) }) : say("time.spoken", { day: longDay(day), count: length });
}

/**
 * @param {Timeline} timeline
 * @param {number} day
 * @param {{language: string, filters: Filters}} how
 * @returns {string} such as "17 October 2017, 4 changes. Raqqa: Held by Syrian Democratic Forces; …"
 */
export function dayInFull(timeline, day, { language, filters }) {
  const { periods, places } = timeline;
  const placeOf = (/** @type {number} */ period) => places[periods.place[period]];
  const found = [...periodsOf(timeline, day, filters)].sort((one, other) => placeOf(other).population - placeOf(one).population);
  const named = found.slice(0, MOST_NAMED).map((period) => `${nameIn(placeOf(period), language)}: ${inOneText(answerInWords(timeline, period, language))}`);
  return [dayInShort(timeline, day, filters), named.join("; ")].filter(Boolean).join(". ");
}

/**
 * @param {Timeline} timeline
 * @param {number} day
 * @param {Filters} filters
 * @returns {Int32Array} the answers that begin on that day by a change
 */
function periodsOf(timeline, day, filters) {
  const changes = changesShown(timeline, filters);
  return changes.period.subarray(countBefore(changes, day), countBefore(changes, day + 1));
}
