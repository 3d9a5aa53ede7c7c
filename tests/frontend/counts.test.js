import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { answersCounted, eventsCounted, tally } from "../../geomap/static/js/counts.js";
import { dayOfIso } from "../../geomap/static/js/days.js";
import { hiddenOn } from "../../geomap/static/js/panels/hidden_note.js";
import { parseHidden } from "../../geomap/static/js/filters.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { smallTimeline } from "./small_timeline.js";

const EPOCH = dayOfIso("2014-01-01");
const timeline = { ...decodeTimeline(smallTimeline()), areas: Float64Array.of(700, 50, 3) };
const EVENTS = {
  events: {
    ...timeline.events, count: 3, id: ["a", "b", "c"], kind: ["battle", "siege", "battle"], place: Int32Array.of(0, -1, 1),
    earliest: Int32Array.of(10, 20, 30), latest: Int32Array.of(10, 60, 30),
  },
};

/** @param {number} day since 2014 @param {(place: number) => boolean} [within] */
const counted = (day, within) => Object.fromEntries(answersCounted(timeline, EPOCH + day, within));
/** @param {number} day @param {number} window @param {(place: number) => boolean} [within] */
const happened = (day, window, within) => Object.fromEntries(eventsCounted(EVENTS, { day, window }, within));

test("places and their land count with the holder of the day", () => {
  assert.deepEqual(counted(50), { 0: { places: 2, km2: 750 }, unknown: { places: 1, km2: 3 } });
});

test("a doubtful answer counts once more, as doubtful", () => {
  assert.deepEqual(counted(200).uncertain, { places: 1, km2: 700 });
  assert.deepEqual(counted(1760).stale, { places: 1, km2: 700 });
  assert.deepEqual(counted(1885).disputed, { places: 1, km2: 50 });
});

test("a place that has just passed counts once more, as fresh, for six days", () => {
  assert.deepEqual([1384, 1385, 1390, 1391].map((day) => counted(day).fresh?.places ?? 0), [0, 1, 1, 0]);
  assert.equal(counted(101).fresh, undefined, "other evidence for the same answer is no change");
});

test("only places in view count when that is asked", () => {
  assert.deepEqual(counted(50, (place) => place === 1), { 0: { places: 1, km2: 50 } });
});

test("events count while they may lie in the days of the window", () => {
  assert.deepEqual(happened(10, 30), { battle: 1 });
  assert.deepEqual(happened(30, 30), { battle: 2, siege: 1 });
  assert.deepEqual(happened(40, 30), { siege: 1, battle: 1 });
  assert.deepEqual(happened(61, 1), {});
  assert.deepEqual(happened(9, 30), {});
});

test("an event without a place is nowhere in view", () => {
  assert.deepEqual(happened(30, 30, () => true), { battle: 2 });
  assert.deepEqual(happened(30, 30, (place) => place === 1), { battle: 1 });
});

test("what is hidden is counted plainly", () => {
  const both = { ...timeline, events: { ...EVENTS.events, actors: [[0], [], [1]], source: [0, 0, 0], grade: ["B2", "B2", "A1"] } };
  assert.deepEqual(hiddenOn(both, parseHidden(""), EPOCH + 50), { places: 0, events: 0 });
  assert.deepEqual(hiddenOn(both, parseHidden("actor/is"), EPOCH + 50), { places: 2, events: 1 });
  assert.deepEqual(hiddenOn(both, parseHidden("status/unknown,kind/battle"), EPOCH + 50), { places: 1, events: 2 });
});

test("values are counted", () => {
  assert.deepEqual([...tally(["b", "a", "b"])], [["b", 2], ["a", 1]]);
});
