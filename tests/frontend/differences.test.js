import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { dayOfIso } from "../../geomap/static/js/days.js";
import { countDifferences } from "../../geomap/static/js/differences.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { smallTimeline } from "./small_timeline.js";

const now = decodeTimeline(smallTimeline());
/** The day on which Raqqa passes to the SDF. */
const HANDOVER = dayOfIso("2017-10-17");

/** What was known before anybody had heard of the hand-over: the places in another order, the actors too. */
function before() {
  const document = smallTimeline();
  document.actors.reverse();
  for (const column of Object.values(document.places)) column.unshift(...column.splice(1, 1));
  document.periods = {
    place: [0, 1], start: [0, 12], end: [1872, -1], status: ["held", "held"], holders: [[1], [1]], opposed: [0, 0], uncertain: [0, 0],
    candidates: [[], []], stale: [[], []], evidence: [[0], [0]],
  };
  return decodeTimeline(document);
}

test("what was known then differs where another holder has become known since", () => {
  assert.equal(countDifferences(before(), now, HANDOVER), 1);
  assert.equal(countDifferences(before(), now, HANDOVER - 1), 0);
});

test("a dispute that nobody knew of yet counts as a difference", () => {
  assert.equal(countDifferences(before(), now, dayOfIso("2014-01-01") + 1885), 2);
});

test("a timeline does not differ from itself", () => {
  for (const day of [0, HANDOVER, HANDOVER + 5000]) assert.equal(countDifferences(now, now, day), 0);
});

test("a place that only one of the two has counts once something is known of it", () => {
  const fewer = smallTimeline();
  for (const column of Object.values(fewer.places)) column.splice(1, 2);
  for (const column of Object.values(fewer.periods)) column.splice(3, 2);
  const first = decodeTimeline(fewer);
  assert.equal(countDifferences(first, now, HANDOVER), 1);
  assert.equal(countDifferences(now, first, HANDOVER), 1);
  assert.equal(countDifferences(first, now, dayOfIso("2013-01-01")), 0);
});
