import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { dayOfIso } from "../../geomap/static/js/days.js";
import { eventsIn, merged, spotsIn } from "../../geomap/static/js/finding.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { smallTimeline } from "./small_timeline.js";

const timeline = decodeTimeline(smallTimeline());
const [raqqa, baghuz] = timeline.places;
const geometry = { type: "Point", coordinates: [39, 35.95] };
/** @param {string} id */
const feature = (id) => ({ id, geometry, properties: { name: "A town", kind: "town", country: "SY", admin1_name: "Hama", population: null } });

test("a place of the gazetteer is told with where it lies", () => {
  const [spot] = spotsIn({ features: [feature("geonames:1")] }) ?? [];
  assert.deepEqual(spot, { id: "geonames:1", name: "A town", kind: "town", country: "SY", governorate: "Hama", population: 0, longitude: 39, latitude: 35.95 });
});

test("what only sounds a little like it is left out", () => {
  const scored = (/** @type {string} */ id, /** @type {number} */ score) => ({ ...feature(id), properties: { ...feature(id).properties, score } });
  const spots = spotsIn({ features: [scored("best", 0.62), scored("near", 0.25), scored("alike", 0.12)] });
  assert.deepEqual(spots?.map(({ id }) => id), ["best", "near"]);
});

test("an event is told with its day, and its place if it has one", () => {
  const told = { id: "e", title: "Talks", kind: "agreement", when: "2016", earliest: "2016-01-01", place: null, geometry: null };
  const [talks, battle] = eventsIn({ told: [told, { ...told, place: { id: "p", name: "P", names: {} }, geometry }] }) ?? [];
  assert.deepEqual([talks.place, talks.earliest], [null, dayOfIso("2016-01-01")]);
  assert.deepEqual(battle.place, { id: "p", name: "P", names: {}, longitude: 39, latitude: 35.95 });
});

test("what is no answer is none", () => {
  for (const broken of [null, {}, { features: {} }, { features: [{}] }]) assert.equal(spotsIn(broken), null);
  for (const broken of [null, {}, { told: [{ earliest: "never" }] }]) assert.equal(eventsIn(broken), null);
});

test("places of the atlas come first, each once, also those that only the gazetteer knows by this spelling", () => {
  const spots = spotsIn({ features: [feature("geonames:1"), feature(baghuz.id), feature(raqqa.id)] }) ?? [];
  const found = merged([raqqa], spots, timeline);
  assert.deepEqual(found.places, [raqqa, baghuz]);
  assert.deepEqual(found.elsewhere.map(({ id }) => id), ["geonames:1"]);
});
