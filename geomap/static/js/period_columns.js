/**
 * The periods of control in the timeline document: what is asked for at every step becomes typed arrays.
 *
 * @typedef {import("./columns.js").Columns} Columns
 * @typedef {import("./timeline.js").Status} Status
 *
 * @typedef {object} Periods who controls what and when, sorted by place and start; each is [start, end)
 * @property {number} count
 * @property {Int32Array} first of each place, the number of its first period; one entry more closes the last place
 * @property {Int32Array} place
 * @property {Int32Array} start
 * @property {Int32Array} end `OPEN` while it lasts
 * @property {[number, number][][]} stale days [start, end) on which the newest claim in force is an old one
 * @property {Int32Array} verdict equal for periods that say the same in all of the columns below
 * @property {Status[]} status
 * @property {number[][]} holders
 * @property {number[]} opposed
 * @property {number[]} uncertain
 * @property {number[][]} candidates
 */

import { lengthOf, NONE, OPEN, TimelineBroken } from "./columns.js";
import { say } from "./say.js";

/** @type {[number, number][]} */
const NO_SPANS = [];

/**
 * @param {Record<string, any>} document
 * @param {number} places
 * @param {number} epoch
 * @returns {Periods}
 */
export function decodePeriods({ verdicts, periods, period_counts: counts, stale }, places, epoch) {
  const kinds = lengthOf("verdicts", verdicts, ["status", "holders", "opposed", "uncertain", "candidates"]);
  const count = lengthOf("periods", periods, ["gap", "days", "verdict"]);
  const first = firstOfEach(counts, places, count);
  const verdict = new Int32Array(periods.verdict);
  if (verdict.some((code) => code < 0 || code >= kinds)) throw new TimelineBroken(say("problem.timelineOrder"));
  const of = (/** @type {any[]} */ column) => meant(verdict, column);
  return {
    count, first, verdict, ...spansOf(periods, first, epoch),
    stale: staleSpans(stale, count, epoch),
    status: of(verdicts.status), holders: of(verdicts.holders), opposed: of(verdicts.opposed), uncertain: of(verdicts.uncertain), candidates: of(verdicts.candidates),
  };
}

/**
 * @param {Int32Array} codes
 * @param {any[]} meanings
 * @returns {any[]}
 */
function meant(codes, meanings) {
  const column = new Array(codes.length);
  for (let at = 0; at < codes.length; at += 1) column[at] = meanings[codes[at]];
  return column;
}

/**
 * Where the periods of each place begin.
 * @param {unknown} counts periods of each place
 * @param {number} places
 * @param {number} count of all periods
 * @returns {Int32Array}
 */
function firstOfEach(counts, places, count) {
  const first = new Int32Array(places + 1);
  if (!Array.isArray(counts) || counts.length !== places) throw new TimelineBroken(say("problem.timelineLengths", { table: "period_counts" }));
  for (let place = 0; place < places; place += 1) first[place + 1] = first[place] + counts[place];
  if (first[places] !== count || counts.some((number) => number < 0)) throw new TimelineBroken(say("problem.timelineOrder"));
  return first;
}

/**
 * @param {Columns} columns each gap is counted from the end of the period before it, the first of a place from the epoch
 * @param {Int32Array} first
 * @param {number} epoch
 * @returns {Pick<Periods, "place" | "start" | "end">}
 */
function spansOf({ gap, days }, first, epoch) {
  const [place, start, end] = [new Int32Array(gap.length), new Int32Array(gap.length), new Int32Array(gap.length)];
  for (let index = 0; index + 1 < first.length; index += 1) {
    let day = epoch;
    for (let at = first[index]; at < first[index + 1]; at += 1) {
      place[at] = index;
      start[at] = day + gap[at];
      end[at] = days[at] === NONE ? OPEN : start[at] + days[at];
      day = end[at];
    }
  }
  return { place, start, end };
}

/**
 * @param {Columns} columns
 * @param {number} count of periods
 * @param {number} epoch
 * @returns {Periods["stale"]}
 */
function staleSpans(columns, count, epoch) {
  const spans = lengthOf("stale", columns, ["period", "start", "days"]);
  /** @type {Periods["stale"]} */
  const stale = new Array(count).fill(NO_SPANS);
  for (let at = 0, period = 0; at < spans; at += 1) {
    period += columns.period[at];
    const start = columns.start[at] + epoch;
    stale[period] = [...stale[period], [start, columns.days[at] === NONE ? OPEN : start + columns.days[at]]];
  }
  return stale;
}
