import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { dayOfIso } from "../../geomap/static/js/days.js";
import { answerBefore, answerOn, changesOf, countBefore, holdersOf, isStale, spellsOf, statusOf, UNKNOWN } from "../../geomap/static/js/periods.js";
import { decodeTimeline, OPEN } from "../../geomap/static/js/timeline.js";
import { chance } from "./chance.js";
import { smallTimeline } from "./small_timeline.js";

const EPOCH = dayOfIso("2014-01-01");
const { periods } = decodeTimeline(smallTimeline());
const [RAQQA, BAGHUZ, NOWHERE] = [0, 1, 2];

test("on the day of a hand-over the new holder holds", () => {
  assert.deepEqual(holdersOf(periods, answerOn(periods, RAQQA, EPOCH + 1384)), [0]);
  assert.deepEqual(holdersOf(periods, answerOn(periods, RAQQA, EPOCH + 1385)), [1]);
});

test("before the first period, in a gap and after the last, nothing is known", () => {
  assert.equal(answerOn(periods, RAQQA, EPOCH + 11), UNKNOWN);
  assert.equal(answerOn(periods, BAGHUZ, EPOCH + 1872), UNKNOWN);
  assert.equal(answerOn(periods, BAGHUZ, EPOCH + 1890), UNKNOWN);
  assert.equal(answerOn(periods, NOWHERE, EPOCH + 500), UNKNOWN);
  assert.equal(statusOf(periods, UNKNOWN), "unknown");
});

test("an open period lasts", () => {
  assert.equal(answerOn(periods, RAQQA, EPOCH + 100_000), 2);
});

test("the binary search agrees with looking at every period", () => {
  const pick = chance(4);
  for (let round = 0; round < 200; round += 1) {
    const made = randomPeriods(pick);
    for (let place = 0; place < made.first.length - 1; place += 1) {
      for (let day = -2; day < 60; day += 1) assert.equal(answerOn(made, place, day), slowAnswer(made, place, day));
    }
  }
});

test("each day of a place has at most one answer, and each period is the answer of all its days", () => {
  const made = randomPeriods(chance(5));
  for (let period = 0; period < made.count; period += 1) {
    for (let day = made.start[period]; day < Math.min(made.end[period], 80); day += 1) {
      assert.equal(answerOn(made, made.place[period], day), period);
    }
  }
});

test("a change is a change of hands: neither a first answer nor new evidence is one", () => {
  const changes = changesOf(periods);
  assert.deepEqual([...changes.period], [2, 4]);
  assert.deepEqual([...changes.day], [EPOCH + 1385, EPOCH + 1880]);
  assert.equal(answerBefore(periods, 2), 1);
});

test("changes are counted up to a day, without it", () => {
  const changes = changesOf(periods);
  assert.deepEqual([EPOCH, EPOCH + 1385, EPOCH + 1386, EPOCH + 9999].map((day) => countBefore(changes, day)), [0, 0, 1, 2]);
});

test("periods that say the same are told as one spell", () => {
  const spells = spellsOf(periods, RAQQA);
  assert.deepEqual(spells.map(({ start, end, periods: parts }) => [start - EPOCH, end === OPEN ? OPEN : end - EPOCH, parts]), [[12, 1385, [0, 1]], [1385, OPEN, [2]]]);
  assert.deepEqual(spellsOf(periods, BAGHUZ).map(({ status }) => status), ["held", "disputed"]);
  assert.deepEqual(spellsOf(periods, NOWHERE), []);
});

test("an answer is stale on the days of its spans only", () => {
  const stale = [1749, 1750, 1799, 1800, 1899, 1900, 9000].map((day) => isStale(periods, 2, EPOCH + day));
  assert.deepEqual(stale, [false, true, true, false, false, true, true]);
  assert.equal(isStale(periods, UNKNOWN, EPOCH), false);
});

/**
 * @param {(below: number) => number} pick
 * @returns {import("../../geomap/static/js/timeline.js").Periods} of four places, with gaps and open ends
 */
function randomPeriods(pick) {
  const [place, start, end, holders, first] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([]), /** @type {number[]} */ ([]), /** @type {number[][]} */ ([]), [0]];
  for (let number = 0; number < 4; number += 1) {
    let day = pick(8);
    const count = pick(6);
    for (let period = 0; period < count; period += 1) {
      const length = 1 + pick(12);
      place.push(number);
      start.push(day);
      end.push(period === count - 1 && pick(2) ? OPEN : day + length);
      holders.push([pick(3)]);
      day += length + (pick(3) ? 0 : pick(5));
    }
    first.push(place.length);
  }
  const count = place.length;
  const none = Array(count).fill(0);
  return {
    count, first: Int32Array.from(first), place: Int32Array.from(place), start: Int32Array.from(start), end: Int32Array.from(end),
    verdict: Int32Array.from(holders, ([holder]) => holder), stale: none.map(() => []), status: Array(count).fill("held"), holders, opposed: none, uncertain: none, candidates: none.map(() => []),
  };
}

/**
 * @param {import("../../geomap/static/js/timeline.js").Periods} made
 * @param {number} place
 * @param {number} day
 */
function slowAnswer(made, place, day) {
  return made.place.findIndex((owner, period) => owner === place && made.start[period] <= day && day < made.end[period]);
}
