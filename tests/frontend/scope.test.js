import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { dayOfIso } from "../../geomap/static/js/days.js";
import { NOTHING_HIDDEN, parseHidden } from "../../geomap/static/js/filters.js";
import { actorIn, daysWithin, nearest, scopeOf } from "../../geomap/static/js/scope.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { smallTimeline } from "./small_timeline.js";

const EPOCH = dayOfIso("2014-01-01");
const timeline = decodeTimeline(smallTimeline());
/** The hand-over of Raqqa, and the dispute over Al-Baghuz. */
const [RAQQA, BAGHUZ] = [EPOCH + 1385, EPOCH + 1880];
/** @type {import("../../geomap/static/js/scope.js").Bounds} */
const AROUND_RAQQA = [38.5, 35.5, 39.5, 36.5];

/** @param {Partial<import("../../geomap/static/js/scope.js").Circumstances>} circumstances */
const found = (circumstances) => [...daysWithin(timeline, { scope: "any", bounds: null, place: null, filters: NOTHING_HIDDEN, ...circumstances })];

test("changes anywhere are all changes", () => {
  assert.deepEqual(found({}), [RAQQA, BAGHUZ]);
});

test("changes from one hidden answer to another are passed over, whatever the scope", () => {
  assert.deepEqual(found({ filters: parseHidden("actor/is") }), [RAQQA, BAGHUZ]);
  assert.deepEqual(found({ filters: parseHidden("actor/is/sdf") }), [BAGHUZ], "it was unknown before, and that is shown");
  assert.deepEqual(found({ filters: parseHidden("actor/is/sdf,status/unknown") }), []);
  assert.deepEqual(found({ filters: parseHidden("status/disputed/unknown") }), [RAQQA]);
  assert.deepEqual(found({ filters: parseHidden("status/disputed/unknown"), scope: "place", place: "geomap:al-baghuz" }), []);
  assert.deepEqual(found({ filters: parseHidden("kind/battle") }), [RAQQA, BAGHUZ]);
});

test("changes in view are those of places on the map", () => {
  assert.deepEqual(found({ scope: "view", bounds: AROUND_RAQQA }), [RAQQA]);
  assert.deepEqual(found({ scope: "view", bounds: [0, 0, 1, 1] }), []);
  assert.deepEqual(found({ scope: "view" }), [RAQQA, BAGHUZ]);
});

test("changes at the open place are its own; without one they are all", () => {
  assert.deepEqual(found({ scope: "place", place: "geomap:al-baghuz" }), [BAGHUZ]);
  assert.deepEqual(found({ scope: "place", place: "geomap:nowhere" }), []);
  assert.deepEqual(found({ scope: "place" }), [RAQQA, BAGHUZ]);
});

test("changes of an actor are gains and losses", () => {
  assert.deepEqual(found({ scope: "actor:is" }), [RAQQA, BAGHUZ]);
  const alone = smallTimeline();
  alone.actors.push({ id: "other", name: "Other", names: {}, kind: "state", colour: "#00ff00" });
  alone.verdicts.holders[3] = [2];
  const days = daysWithin(decodeTimeline(alone), { scope: "actor:sdf", bounds: null, place: null, filters: NOTHING_HIDDEN });
  assert.deepEqual([...days], [RAQQA]);
});

test("the nearest day lies strictly before or after", () => {
  const days = Int32Array.from([3, 5, 5, 9]);
  assert.deepEqual([0, 3, 5, 9].map((day) => nearest(days, day, 1)), [3, 5, 9, null]);
  assert.deepEqual([3, 5, 9, 20].map((day) => nearest(days, day, -1)), [null, 3, 5, 9]);
});

test("a text that is no scope is none", () => {
  assert.deepEqual(["any", "view", "place", "actor:sdf"].map(scopeOf), ["any", "view", "place", "actor:sdf"]);
  assert.deepEqual([null, "", "actor:", "actor:<b>", "actors"].map(scopeOf), [null, null, null, null, null]);
  assert.equal(actorIn("actor:turkey-sna"), "turkey-sna");
  assert.equal(actorIn("view"), null);
});
