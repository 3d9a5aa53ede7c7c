import assert from "node:assert/strict";
import { test } from "node:test";

import { speak } from "./languages.js";
import { dayOfIso } from "../../geomap/static/js/days.js";
import { NOTHING_HIDDEN, parseHidden } from "../../geomap/static/js/filters.js";
import { dayInFull, dayInShort } from "../../geomap/static/js/spoken.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { smallTimeline } from "./small_timeline.js";

const HANDOVER = dayOfIso("2017-10-17");
const ENGLISH = { language: "en", filters: NOTHING_HIDDEN };
const timeline = decodeTimeline(smallTimeline());

test("a day says its date, how much changes on it, and what", () => {
  assert.equal(dayInShort(timeline, HANDOVER, NOTHING_HIDDEN), "17 October 2017, 1 change");
  assert.match(dayInFull(timeline, HANDOVER, ENGLISH), /^17 October 2017, 1 change\. Raqqa: Held by .*Syrian Democratic Forces/);
});

test("a day on which nothing changes says so and no more", () => {
  assert.equal(dayInFull(timeline, HANDOVER - 1, ENGLISH), "16 October 2017, no changes");
});

test("a change that the reader has hidden is not said", () => {
  assert.equal(dayInShort(timeline, HANDOVER, parseHidden("actor/is/sdf")), "17 October 2017, no changes");
});

test("of many changes those of the biggest places are named", () => {
  const document = smallTimeline();
  document.places = Object.fromEntries(Object.keys(document.places).map((column) => [column, []]));
  for (let place = 0; place < 5; place += 1) {
    const values = { id: `p:${place}`, name: `Town ${place}`, names: {}, longitude: 39, latitude: 35, kind: "city", country: "SY", population: place * 1000, area_km2: 1 };
    for (const [column, value] of Object.entries(values)) document.places[column].push(value);
  }
  document.periods = { gap: Array(10).fill(0), days: Array(5).fill([10, -1]).flat(), verdict: Array(5).fill([0, 2]).flat(), evidence: Array(10).fill([0]) };
  document.period_counts = Array(5).fill(2);
  document.stale = { period: [], start: [], days: [] };
  const told = dayInFull(decodeTimeline(document), dayOfIso("2014-01-11"), ENGLISH);
  assert.match(told, /5 changes\. Town 4: .*; Town 3: .*; Town 2: /);
  assert.doesNotMatch(told, /Town [01]/);
});

test("a name that turns the direction of text does not reach beyond itself", () => {
  const document = smallTimeline();
  document.actors[1].name = "SDF\u202e";
  assert.doesNotMatch(dayInFull(decodeTimeline(document), HANDOVER, ENGLISH), /\u202e/);
  speak("en");
});
