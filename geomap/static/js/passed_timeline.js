/**
 * What passed from whom to whom, as a timeline of its own: a map that can draw any timeline then draws the difference of two.
 * Every place that passed has one answer, with the status `passed` and two holders: the party that has it now, and the one
 * that had it. All others have none. Pure.
 *
 * @typedef {import("./timeline.js").Actor} Actor
 * @typedef {import("./timeline.js").Timeline} Timeline
 */

import { passings } from "./comparison.js";
import { OPEN } from "./columns.js";

/** What is nobody's is grey, so that it passes for no actor. */
const NOBODY = { contested: "#77706a", disputed: "#a39b93", unknown: "#d8d2c8" };

/**
 * @param {import("./comparison.js").Loaded} first
 * @param {import("./comparison.js").Loaded} second
 * @param {{filters: import("./filters.js").Filters, nameOf: (status: string) => string}} how what the reader has hidden; a status in words
 * @returns {Timeline}
 */
export function passedTimeline(first, second, { filters, nameOf }) {
  // What was known earlier may lack places that are known now.
  const base = second.timeline.places.length >= first.timeline.places.length ? second.timeline : first.timeline;
  const actors = partiesOf([first.timeline, second.timeline], nameOf);
  const numberOf = new Map(actors.map(({ id }, number) => [id, number]));
  const number = (/** @type {string} */ party) => numberOf.get(party) ?? 0;
  const passed = passings(first, second, filters).flatMap(({ place, from, to }) => {
    const index = base.placeIndex.get(place);
    return index === undefined ? [] : [{ index, holders: [number(to), number(from)] }];
  }).sort((one, other) => one.index - other.index);
  return { ...base, actors, periods: periodsOf(passed, base.places.length) };
}

/**
 * @param {readonly Timeline[]} timelines
 * @param {(status: string) => string} nameOf
 * @returns {Actor[]} each actor once, and those that are none
 */
export function partiesOf(timelines, nameOf) {
  const nobody = Object.entries(NOBODY).map(([id, colour]) => ({ id, name: nameOf(id), names: {}, kind: "", colour }));
  const all = [...timelines.flatMap(({ actors }) => actors), ...nobody];
  return [...new Map(all.map((actor) => [actor.id, actor])).values()];
}

/**
 * @param {readonly {index: number, holders: number[]}[]} passed by place
 * @param {number} places
 * @returns {import("./period_columns.js").Periods}
 */
function periodsOf(passed, places) {
  const count = passed.length;
  const none = () => Array.from({ length: count }, () => []);
  const zeros = () => new Array(count).fill(0);
  const first = new Int32Array(places + 1);
  for (const { index } of passed) first[index + 1] = 1;
  for (let place = 0; place < places; place += 1) first[place + 1] += first[place];
  return {
    count, first,
    place: Int32Array.from(passed, ({ index }) => index),
    start: new Int32Array(count).fill(-OPEN),
    end: new Int32Array(count).fill(OPEN),
    status: new Array(count).fill("passed"),
    // Each place has passed in its own way.
    verdict: Int32Array.from({ length: count }, (_, at) => at),
    holders: passed.map(({ holders }) => holders),
    opposed: zeros(), uncertain: zeros(), candidates: none(), stale: none(),
  };
}
