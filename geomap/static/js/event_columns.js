/**
 * The events of the timeline document: what maps, histograms and filters ask of them, in the order in which they begin.
 *
 * @typedef {object} Events
 * @property {number} count
 * @property {string[]} id
 * @property {string[]} kind
 * @property {Int32Array} place
 * @property {Int32Array} earliest the first day on which an event may lie, rising
 * @property {Int32Array} latest the last day of it
 * @property {Int32Array} known the day on which it became public
 * @property {number[][]} actors positions in the actors of the timeline
 * @property {number[]} source position in the sources of the timeline
 * @property {string[]} grade such as B2
 */

import { lengthOf, TimelineBroken } from "./columns.js";
import { say } from "./say.js";

/**
 * @param {Record<string, any>} document
 * @param {number} places
 * @param {number} epoch
 * @returns {Events}
 * @throws {TimelineBroken}
 */
export function decodeEvents({ events, event_codes: codes }, places, epoch) {
  const count = lengthOf("events", events, ["id", "kind", "place", "earliest", "days", "known", "parties", "source", "grade"]);
  const decoded = {
    count, id: events.id, place: Int32Array.from(events.place), source: events.source,
    kind: meant(events.kind, codes?.kind), actors: meant(events.parties, codes?.parties), grade: meant(events.grade, codes?.grade),
    earliest: new Int32Array(count), latest: new Int32Array(count), known: new Int32Array(count),
  };
  for (let at = 0, day = epoch; at < count; at += 1) {
    day += events.earliest[at];
    decoded.earliest[at] = day;
    decoded.latest[at] = day + events.days[at];
    decoded.known[at] = day + events.known[at];
    if (events.earliest[at] < 0 || decoded.place[at] >= places) throw new TimelineBroken(say("problem.timelineOrder"));
  }
  return decoded;
}

/**
 * @param {number[]} column of codes
 * @param {unknown} meanings
 * @returns {any[]}
 */
function meant(column, meanings) {
  if (!Array.isArray(meanings) || column.some((code) => meanings[code] === undefined)) throw new TimelineBroken(say("problem.timelineOrder"));
  return column.map((code) => meanings[code]);
}
