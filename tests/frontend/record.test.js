import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { dayOfIso } from "../../geomap/static/js/days.js";
import { claimsDuring, decodeRecord, nearestInTime } from "../../geomap/static/js/record.js";
import { smallRecord } from "./small_record.js";
import { smallTimeline } from "./small_timeline.js";

const { actors } = smallTimeline();

/** @param {any} document */
function decoded(document) {
  const record = decodeRecord(document, actors);
  assert.ok(record);
  return record;
}

/** @param {string} start @param {string} end */
const during = (start, end) => claimsDuring(decoded(smallRecord()), dayOfIso(start), dayOfIso(end)).map(({ id }) => id);

test("an answer rests on the claims of its own days", () => {
  assert.deepEqual(during("2014-01-12", "2014-01-13"), []);
  assert.deepEqual(during("2014-01-13", "2014-01-14"), ["falls"]);
  assert.deepEqual(during("2017-10-16", "2017-10-17"), ["falls", "doubt"]);
  assert.deepEqual(during("2017-10-17", "2017-10-18"), ["freed"]);
  assert.deepEqual(during("2014-01-13", "2019-01-01"), ["falls", "doubt", "freed"]);
});

test("statements know their actors, source and report", () => {
  const { claims, events, figures, governorate, nearKm } = decoded(smallRecord());
  const freed = claims.get("freed");
  assert.deepEqual([freed?.holder?.name, freed?.loser?.name, freed?.quote], ["Syrian Democratic Forces", "Islamic State", ""]);
  assert.deepEqual([freed?.source.name, freed?.report?.title, claims.get("falls")?.report], ["SOHR", "Freed", null]);
  assert.deepEqual(events.told[0].actors.map(({ id }) => id), ["is"]);
  assert.deepEqual([events.matched, events.told[0].place.longitude, figures[0].high, governorate, nearKm], [7, 39, 20, "Raqqa Governorate", 25]);
});

test("what is no record is none", () => {
  for (const broken of [null, "", [], {}, { ...smallRecord(), claims: null }, { ...smallRecord(), figures: [{}] }, { ...smallRecord(), events: [] }]) {
    assert.equal(decodeRecord(broken, actors), null);
  }
  const spoiled = smallRecord();
  spoiled.periods[0].evidence[0].start = "never";
  assert.equal(decodeRecord(spoiled, actors), null);
});

test("the events nearest to a day are found", () => {
  const [event] = decoded(smallRecord()).events.told;
  const on = (/** @type {number} */ earliest, latest = earliest) => ({ ...event, earliest, latest });
  const events = [on(10), on(40), on(90, 200)];
  assert.deepEqual([...nearestInTime(events, 100, 1)], [events[2]]);
  assert.deepEqual([...nearestInTime(events, 26, 2)], [events[1], events[0]]);
  assert.deepEqual([...nearestInTime([], 26, 2)], []);
});
