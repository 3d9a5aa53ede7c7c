/**
 * How far two timelines of one atlas agree: of what was known on a day and what is known now. Pure.
 *
 * @typedef {import("./timeline.js").Timeline} Timeline
 */

import { answerOn, holdersOf, isStale, statusOf, UNKNOWN } from "./periods.js";

/**
 * How many places have another answer: another status, other holders, or another doubt (a day that is not sure, sources that
 * say otherwise, no newer report). These are what the map and its legend tell apart. Places that only one of the two has count when
 * anything is known of them.
 * @param {Timeline} one
 * @param {Timeline} other
 * @param {number} day
 * @returns {number}
 */
export function countDifferences(one, other, day) {
  const shared = one.places.filter(({ id, index }) => answerIn(one, index, day) !== answerIn(other, other.placeIndex.get(id), day));
  const added = other.places.filter(({ id, index }) => !one.placeIndex.has(id) && answerIn(other, index, day) !== statusOf(other.periods, UNKNOWN));
  return shared.length + added.length;
}

/**
 * An answer as one text, so that answers of two timelines compare: they may number actors differently.
 * @param {Timeline} timeline
 * @param {number | undefined} place undefined when the timeline does not have it
 * @param {number} day
 */
function answerIn({ periods, actors }, place, day) {
  const answer = place === undefined ? UNKNOWN : answerOn(periods, place, day);
  const holders = holdersOf(periods, answer).map((actor) => actors[actor].id);
  const doubts = answer === UNKNOWN ? [] : [periods.uncertain[answer], periods.opposed[answer], isStale(periods, answer, day)];
  return [statusOf(periods, answer), ...holders.sort(), ...doubts].join(" ");
}
