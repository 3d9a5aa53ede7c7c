import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { isoOf } from "../../geomap/static/js/days.js";
import { decodeTimeline, OPEN, TimelineBroken } from "../../geomap/static/js/timeline.js";
import { smallTimeline } from "./small_timeline.js";

test("days count from 1970 after decoding, and the ends are the last days", () => {
  const { atlas, periods } = decodeTimeline(smallTimeline());
  assert.equal(isoOf(periods.start[0]), "2014-01-13");
  assert.equal(isoOf(periods.start[2]), "2017-10-17");
  assert.equal(periods.end[2], OPEN);
  assert.deepEqual([atlas.start, atlas.last, atlas.viewStart, atlas.viewLast].map(isoOf), ["2011-01-01", "2019-12-31", "2014-01-01", "2019-12-31"]);
});

test("each place knows where its periods begin", () => {
  assert.deepEqual([...decodeTimeline(smallTimeline()).periods.first], [0, 3, 5, 5]);
});

test("an event has its days, its parties and its grade", () => {
  const { events } = decodeTimeline(smallTimeline());
  assert.deepEqual([events.earliest[0], events.latest[0], events.known[0]].map(isoOf), ["2017-06-06", "2017-10-17", "2017-06-06"]);
  assert.deepEqual([events.id[0], events.kind[0], events.place[0], events.actors[0], events.grade[0]], ["battle-of-raqqa", "battle", 0, [0, 1], "B2"]);
});

/** @type {[string, (document: any) => void][]} */
const SPOILED = [
  ["a missing table", (document) => delete document.periods],
  ["a missing column", (document) => delete document.periods.days],
  ["a short column", (document) => document.periods.days.pop()],
  ["fewer periods than its places have", (document) => { document.period_counts[0] = 4; }],
  ["a verdict that is not there", (document) => { document.periods.verdict[4] = 9; }],
  ["a border of a place that is not there", (document) => {
    document.arcs = { cell: [9], beside: [-1], points: [2] };
    document.points = { x: [0, 1], y: [0, 1] };
  }],
  ["a border without its points", (document) => { document.arcs = { cell: [0], beside: [-1], points: [2] }; }],
  ["an event of a kind that is not there", (document) => { document.events.kind[0] = 1; }],
  ["events without their kinds", (document) => delete document.event_codes],
  ["an event at a place that is not there", (document) => { document.events.place[0] = 3; }],
  ["an epoch that is no day", (document) => { document.epoch = "never"; }],
  ["no rule", (document) => delete document.rule],
  ["no places", (document) => { for (const column of Object.values(document.places)) column.length = 0; }],
];
for (const [name, spoil] of SPOILED) {
  test(`a timeline with ${name} is refused with a message`, () => {
    const document = smallTimeline();
    spoil(document);
    assert.throws(() => decodeTimeline(document), (error) => error instanceof TimelineBroken && error.message.endsWith("."));
  });
}

for (const nonsense of [null, undefined, 7, "timeline", [], {}]) {
  test(`${JSON.stringify(nonsense)} is not a timeline`, () => {
    assert.throws(() => decodeTimeline(nonsense), TimelineBroken);
  });
}
