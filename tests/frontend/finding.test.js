import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { dayOfIso } from "../../geomap/static/js/days.js";
import { beginsSo, eventsIn, isLikely, merged, spotsIn } from "../../geomap/static/js/finding.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { smallTimeline } from "./small_timeline.js";

const timeline = decodeTimeline(smallTimeline());
const [raqqa, baghuz] = timeline.places;
const geometry = { type: "Point", coordinates: [39, 35.95] };
/** @param {string} id */
const feature = (id) => ({ id, geometry, properties: { name: "A town", kind: "town", country: "SY", admin1_name: "Hama", population: null } });

test("a place of the gazetteer is told with where it lies", () => {
  const [spot] = spotsIn({ features: [feature("geonames:1")] }, beginsSo) ?? [];
  assert.deepEqual(spot, { id: "geonames:1", name: "A town", kind: "town", country: "SY", governorate: "Hama", population: 0, longitude: 39, latitude: 35.95 });
});

test("what only sounds a little like it is left out, and so is what is hardly meant", () => {
  const told = (/** @type {string} */ id, /** @type {string} */ tier, /** @type {number} */ confidence) => ({ ...feature(id), properties: { ...feature(id).properties, tier, confidence } });
  const features = [told("begins", "folded", 0.01), told("sounds", "strict", 0.6), told("written", "trigram", 0.02)];
  assert.deepEqual(spotsIn({ features }, beginsSo)?.map(({ id }) => id), ["begins"]);
  assert.deepEqual(spotsIn({ features }, isLikely)?.map(({ id }) => id), ["sounds"]);
});

test("an event is told with its day, and its place if it has one", () => {
  const told = { id: "e", title: "Talks", kind: "agreement", when: "2016", earliest: "2016-01-01", place: null, geometry: null };
  const [talks, battle] = eventsIn({ told: [told, { ...told, place: { id: "p", name: "P", names: {} }, geometry }] }) ?? [];
  assert.deepEqual([talks.place, talks.earliest], [null, dayOfIso("2016-01-01")]);
  assert.deepEqual(battle.place, { id: "p", name: "P", names: {}, longitude: 39, latitude: 35.95 });
});

test("what is no answer is none", () => {
  for (const broken of [null, {}, { features: {} }, { features: [{}] }]) assert.equal(spotsIn(broken, beginsSo), null);
  for (const broken of [null, {}, { told: [{ earliest: "never" }] }]) assert.equal(eventsIn(broken), null);
});

test("places of the atlas come first, each once, also those that only the gazetteer knows by this spelling", () => {
  const spots = spotsIn({ features: [feature("geonames:1"), feature(baghuz.id), feature(raqqa.id)] }, beginsSo) ?? [];
  const found = merged([raqqa], spots, timeline);
  assert.deepEqual(found.places, [raqqa, baghuz]);
  assert.deepEqual(found.elsewhere.map(({ id }) => id), ["geonames:1"]);
});
