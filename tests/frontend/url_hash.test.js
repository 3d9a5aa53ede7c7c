import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { dayOfIso } from "../../geomap/static/js/days.js";
import { parseHidden } from "../../geomap/static/js/filters.js";
import { formatAddress, parseAddress } from "../../geomap/static/js/url_hash.js";
import { chance } from "./chance.js";

test("an address is readable", () => {
  const address = { day: dayOfIso("2017-10-17"), zoom: 8, longitude: 39.00788, latitude: 35.95283, place: "geonames:172955", event: "battle of Raqqa" };
  assert.equal(formatAddress(address), "date=2017-10-17&zoom=8&longitude=39.00788&latitude=35.95283&place=geonames:172955&event=battle%20of%20Raqqa");
});

test("an address restores what it was made from", () => {
  const pick = chance(7);
  const ids = ["geonames:1", "geomap:al-baghuz", "odd id/with?signs&more=", "بلد", undefined];
  for (let round = 0; round < 500; round += 1) {
    const place = ids[pick(ids.length)];
    const known = pick(2) === 0 ? {} : { known: pick(30_000) };
    const pins = pick(2) === 0 ? {} : { pins: { revision: String(pick(90)), ...(pick(2) === 0 ? {} : { source: "a b,c&d=e" }) } };
    const address = { day: pick(30_000), ...known, ...pins, zoom: pick(52) / 4, longitude: (pick(36_000_000) - 18_000_000) / 1e5, latitude: (pick(16_000_000) - 8_000_000) / 1e5, ...(place ? { place } : {}) };
    assert.deepEqual(parseAddress(`#${formatAddress(address)}`), address);
  }
});

test("what was known stands beside the day", () => {
  const address = { day: dayOfIso("2019-02-16"), known: dayOfIso("2019-02-15") };
  assert.equal(formatAddress(address), "date=2019-02-16&known=2019-02-15");
});

test("a broken day of knowledge is kept as it stands, so that the reader can be told", () => {
  assert.deepEqual(parseAddress("#known=2019-02-30"), { brokenKnown: "2019-02-30" });
  assert.deepEqual(parseAddress("#known="), { brokenKnown: "" });
});

test("what is hidden stands in the address, and nothing when nothing is", () => {
  const filters = parseHidden("actor/is,kind/air_strike/battle");
  assert.equal(formatAddress({ filters }), "hide=actor/is,kind/air_strike/battle");
  assert.deepEqual(parseAddress("#hide=actor/is,kind/air_strike/battle"), { filters });
  assert.equal(formatAddress({ filters: parseHidden("") }), "");
  assert.deepEqual(parseAddress("#hide=actor,nonsense/x"), {});
});

test("parts that make no sense are left out", () => {
  assert.deepEqual(parseAddress(""), {});
  assert.deepEqual(parseAddress("#date=2017-02-30"), {});
  assert.deepEqual(parseAddress("#zoom=8&longitude=39"), {});
  assert.deepEqual(parseAddress("#zoom=&longitude=0&latitude=0"), {});
  assert.deepEqual(parseAddress("#zoom=8&longitude=999&latitude=0&date=2017-10-17"), { day: dayOfIso("2017-10-17") });
  assert.deepEqual(parseAddress("#%E0%A4%A&place="), {});
});

test("an address keeps what the axis shows and how time is stepped through", () => {
  const address = { day: dayOfIso("2017-10-17"), span: { start: dayOfIso("2017-01-01"), end: dayOfIso("2018-01-01") }, window: 90, unit: /** @type {const} */ ("week"), speed: 90, isLooping: true, scope: /** @type {const} */ ("actor:is") };
  assert.equal(formatAddress(address), "date=2017-10-17&span=2017-01-01/2017-12-31&window=90&step=week&speed=90&loop=1&changes=actor:is");
  assert.deepEqual(parseAddress(formatAddress(address)), address);
});

test("an address does not say what the page does by itself", () => {
  assert.equal(formatAddress({ window: 30, unit: "day", speed: 30, isLooping: false, scope: "any" }), "");
});

test("days of an axis that is zoomed are rounded to whole ones", () => {
  const start = dayOfIso("2017-01-01");
  assert.equal(formatAddress({ span: { start: start + 0.4, end: start + 19.2 } }), "span=2017-01-01/2017-01-20");
});

test("a stretch of time or a window that is none is left out", () => {
  for (const hash of ["span=2017-01-01", "span=2018-01-01/2017-01-01", "span=now/later", "span=", "window=0", "window=1.5", "window=99999", "step=hour", "speed=31", "loop=yes", "changes=actor:", "changes=<b>", "changes=near"]) {
    assert.deepEqual(parseAddress(hash), {}, hash);
  }
});
