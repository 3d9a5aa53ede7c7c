import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { appearances } from "../../geomap/static/js/appearance.js";
import { contrast, hexOf, mix, rgbOf, standingOut } from "../../geomap/static/js/colours.js";
import { dayOfIso } from "../../geomap/static/js/days.js";
import { UNKNOWN } from "../../geomap/static/js/periods.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { chance } from "./chance.js";
import { smallTimeline } from "./small_timeline.js";

const EPOCH = dayOfIso("2014-01-01");
const lookOf = appearances(decodeTimeline(smallTimeline()));

test("each status has its own pattern, so that colour is never the only sign", () => {
  assert.equal(lookOf(0, EPOCH + 20).pattern, "plain");
  assert.equal(lookOf(4, EPOCH + 1880).pattern, "bands");
  assert.equal(lookOf(UNKNOWN, EPOCH).pattern, "outline");
});

test("answers that look the same are one object, so that nothing is painted twice", () => {
  assert.equal(lookOf(0, EPOCH + 20), lookOf(3, EPOCH + 20));
  assert.notEqual(lookOf(0, EPOCH + 20), lookOf(1, EPOCH + 200));
});

test("a stale answer looks stale on its days", () => {
  assert.deepEqual([1749, 1750, 1800].map((day) => lookOf(2, EPOCH + day).stale), [false, true, false]);
});

test("a colour that does not stand out is changed until it does, and no more", () => {
  assert.equal(standingOut("#ee9400", "#2c3236", 2.6), "#ee9400");
  const pick = chance(8);
  for (let round = 0; round < 300; round += 1) {
    const [colour, ground] = [hexOf([pick(256), pick(256), pick(256)]), ["#2c3236", "#f4f0e6"][pick(2)]];
    assert.ok(contrast(rgbOf(standingOut(colour, ground, 2.6)), rgbOf(ground)) >= 2.6);
  }
});

test("colours survive the way to numbers and back", () => {
  assert.equal(hexOf(rgbOf("#b3433b")), "#b3433b");
  assert.deepEqual(rgbOf("#fff"), [255, 255, 255]);
  assert.deepEqual(rgbOf("red; background: url(x)"), [0, 0, 0]);
  assert.deepEqual(mix([0, 0, 0], [255, 255, 255], 0), [0, 0, 0]);
  assert.equal(Math.round(contrast([0, 0, 0], [255, 255, 255])), 21);
});
