import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { appearanceOf, UNKNOWN_APPEARANCE } from "../../geomap/static/js/appearance.js";
import { NOTHING_HIDDEN, withHidden } from "../../geomap/static/js/filters.js";
import { Looks } from "../../geomap/static/js/layers/looks.js";
import { answerOn, isStale } from "../../geomap/static/js/periods.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { chance } from "./chance.js";
import { smallTimeline } from "./small_timeline.js";

const timeline = decodeTimeline(smallTimeline());
const EPOCH = timeline.periods.start[0] - 12;

test("whatever days are shown in whatever order, each place looks as its answer of the day", () => {
  const looks = new Looks(timeline);
  const random = chance(7);
  for (let times = 0; times < 400; times += 1) {
    const day = EPOCH + random(2000);
    const before = looks.looks.map((look, place) => `${look.key} ${looks.glows[place]}`);
    const changed = looks.setDay(day);
    timeline.places.forEach(({ index }) => {
      const answer = answerOn(timeline.periods, index, day);
      const expected = answer === -1 ? UNKNOWN_APPEARANCE : appearanceOf(timeline, answer, isStale(timeline.periods, answer, day));
      assert.equal(looks.looks[index].key, expected.key);
      assert.equal(changed.includes(index), `${looks.looks[index].key} ${looks.glows[index]}` !== before[index]);
    });
  }
});

test("a change of hands glows for six days, half as strong after three, from whichever side it is met", () => {
  const change = EPOCH + 1385;
  const glowOn = (/** @type {number} */ day, looks = new Looks(timeline)) => {
    looks.setDay(day);
    return Number(looks.glows[0].toFixed(2));
  };
  const days = [-1, 0, 1, 2, 3, 5, 6, 7];
  const expected = [0, 1, 1, 1, 0.5, 0.5, 0, 0];
  assert.deepEqual(days.map((day) => glowOn(change + day)), expected);
  const looks = new Looks(timeline);
  assert.deepEqual(days.map((day) => glowOn(change + day, looks)), expected);
  assert.deepEqual(days.toReversed().map((day) => glowOn(change + day, looks)), expected.toReversed());
});

test("new evidence for the same holder, and the first that is known of a place, do not glow", () => {
  const looks = new Looks(timeline);
  for (const day of [12, 100]) {
    looks.setDay(EPOCH + day);
    assert.equal(looks.glows[0], 0);
  }
});

test("what the reader hides is hidden, and shown again", () => {
  const looks = new Looks(timeline);
  const day = EPOCH + 50;
  looks.setDay(day);
  const before = looks.looks.map(({ key }) => key);
  assert.deepEqual(looks.setFilters(withHidden(NOTHING_HIDDEN, "actors", ["is"], true), day), [0, 1]);
  assert.deepEqual(looks.looks.map(({ pattern }) => pattern), ["hidden", "hidden", "outline"]);
  looks.setFilters(NOTHING_HIDDEN, day);
  assert.deepEqual(looks.looks.map(({ key }) => key), before);
});
