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
 * @param {import("./columns.js").Columns} columns
 * @param {number} places
 * @param {number} epoch
 * @returns {Events}
 * @throws {TimelineBroken}
 */
export function decodeEvents(columns, places, epoch) {
  const count = lengthOf("events", columns, ["id", "kind", "place", "earliest", "latest", "known", "actors", "source", "grade"]);
  const place = Int32Array.from(columns.place);
  const days = (/** @type {number[]} */ column) => Int32Array.from(column, (day) => day + epoch);
  const earliest = days(columns.earliest);
  if (place.some((index) => index >= places) || earliest.some((day, at) => at > 0 && day < earliest[at - 1])) throw new TimelineBroken(say("problem.timelineOrder"));
  const { id, kind, actors, source, grade } = columns;
  return { count, id, kind, place, earliest, latest: days(columns.latest), known: days(columns.known), actors, source, grade };
}
