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
  document.verdicts = { status: ["held"], holders: [[1]], opposed: [0], uncertain: [0], candidates: [[]] };
  document.periods = { gap: [0, 12], days: [1872, -1], verdict: [0, 0] };
  document.period_counts = [1, 1, 0];
  document.stale = { period: [], start: [], days: [] };
  return decodeTimeline(document);
}

test("what was known then differs where another holder has become known since", () => {
  assert.equal(countDifferences(before(), now, HANDOVER), 1);
  assert.equal(countDifferences(before(), now, dayOfIso("2014-01-01") + 50), 0);
});

test("the same holder with another doubt differs: the legend counts it apart", () => {
  const doubted = smallTimeline();
  doubted.verdicts.uncertain = [1, 1, 0, 0];
  const on = dayOfIso("2014-01-01") + 50;
  assert.equal(countDifferences(decodeTimeline(doubted), now, on), 2);
  const opposed = smallTimeline();
  opposed.verdicts.opposed = [0, 0, 1, 0];
  assert.equal(countDifferences(decodeTimeline(opposed), now, HANDOVER), 1);
  const fresher = smallTimeline();
  fresher.stale = { period: [], start: [], days: [] };
  assert.equal(countDifferences(decodeTimeline(fresher), now, dayOfIso("2014-01-01") + 1760), 1);
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
  fewer.period_counts = [3];
  const first = decodeTimeline(fewer);
  assert.equal(countDifferences(first, now, HANDOVER), 1);
  assert.equal(countDifferences(now, first, HANDOVER), 1);
  assert.equal(countDifferences(first, now, dayOfIso("2013-01-01")), 0);
});
