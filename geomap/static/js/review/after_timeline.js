/**
 * The timeline as it would be with other periods for some places. Pure; the borders of cells and all else stay the same.
 *
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {import("../period_columns.js").Periods} Periods
 * @typedef {import("./desk.js").Period} Period
 * @typedef {{start: number, end: number, stale: [number, number][], status: import("../timeline.js").Status, holders: number[], opposed: number, uncertain: number, candidates: number[], verdict: number}} Row
 */

import { OPEN } from "../columns.js";
import { dayOfIso } from "../days.js";

/**
 * @param {Timeline} timeline
 * @param {readonly {place: {id: string}, periods: readonly Period[]}[]} changes
 * @returns {Timeline} itself when the timeline has none of the places
 */
export function timelineWith(timeline, changes) {
  const { periods, placeIndex, actors } = timeline;
  const actorIndex = new Map(actors.map(({ id }, index) => [id, index]));
  /** Verdicts of their own, so that none is taken for one that looks otherwise. */
  let verdict = periods.verdict.reduce((most, code) => Math.max(most, code), -1);
  /** @type {Map<number, Row[]>} */
  const changed = new Map();
  for (const { place, periods: told } of changes) {
    const index = placeIndex.get(place.id);
    if (index !== undefined) changed.set(index, told.map((period) => rowOf(period, actorIndex, (verdict += 1))));
  }
  return changed.size === 0 ? timeline : { ...timeline, periods: columnsOf(periods, timeline.places.length, changed) };
}

/**
 * @param {Period} period
 * @param {ReadonlyMap<string, number>} actorIndex
 * @param {number} verdict
 * @returns {Row}
 */
function rowOf(period, actorIndex, verdict) {
  const numbers = (/** @type {string[]} */ ids) => ids.flatMap((id) => actorIndex.get(id) ?? []);
  const endOf = (/** @type {string | null} */ end) => (end === null ? OPEN : dayOfIso(end));
  return {
    start: dayOfIso(period.start),
    end: endOf(period.end),
    stale: period.stale.map(({ start, end }) => [dayOfIso(start), endOf(end)]),
    status: period.status,
    holders: numbers(period.holders),
    opposed: period.opposed ? 1 : 0,
    uncertain: period.uncertain ? 1 : 0,
    candidates: numbers(period.candidates),
    verdict,
  };
}

/**
 * @param {Periods} periods
 * @param {number} places
 * @param {ReadonlyMap<number, Row[]>} changed by place
 * @returns {Periods}
 */
function columnsOf(periods, places, changed) {
  /** @type {Row[]} */
  const rows = [];
  const first = new Int32Array(places + 1);
  /** @type {number[]} */
  const place = [];
  for (let index = 0; index < places; index += 1) {
    const own = changed.get(index) ?? rowsOf(periods, index);
    for (const row of own) {
      rows.push(row);
      place.push(index);
    }
    first[index + 1] = rows.length;
  }
  return {
    count: rows.length,
    first,
    place: Int32Array.from(place),
    start: Int32Array.from(rows, ({ start }) => start),
    end: Int32Array.from(rows, ({ end }) => end),
    verdict: Int32Array.from(rows, ({ verdict }) => verdict),
    stale: rows.map(({ stale }) => stale),
    status: rows.map(({ status }) => status),
    holders: rows.map(({ holders }) => holders),
    opposed: rows.map(({ opposed }) => opposed),
    uncertain: rows.map(({ uncertain }) => uncertain),
    candidates: rows.map(({ candidates }) => candidates),
  };
}

/**
 * @param {Periods} periods
 * @param {number} index of a place
 * @returns {Row[]}
 */
function rowsOf(periods, index) {
  const { start, end, stale, status, holders, opposed, uncertain, candidates, verdict } = periods;
  return Array.from({ length: periods.first[index + 1] - periods.first[index] }, (_, offset) => {
    const at = periods.first[index] + offset;
    return { start: start[at], end: end[at], stale: stale[at], status: status[at], holders: holders[at], opposed: opposed[at], uncertain: uncertain[at], candidates: candidates[at], verdict: verdict[at] };
  });
}
