import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { MapState } from "../../geomap/static/js/map_state.js";
import { changesOf } from "../../geomap/static/js/periods.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { smallTimeline } from "./small_timeline.js";

test("listeners hear of the parts that they asked for, and only of real changes", () => {
  const state = new MapState();
  /** @type {(number | null)[]} */
  const heard = [];
  state.on(["day"], ({ day }) => heard.push(day));
  state.update({ day: 5 });
  state.update({ day: 5 });
  state.update({ zoom: 7 });
  state.update({ day: 6, zoom: 8 });
  assert.deepEqual(heard, [5, 6]);
  assert.equal(state.current.zoom, 8);
});

test("a listener is told what was before", () => {
  const state = new MapState();
  state.update({ day: 1 });
  let before = null;
  state.on(["day"], (_now, previous) => { before = previous.day; });
  state.update({ day: 2 });
  assert.equal(before, 1);
});

test("whoever has stopped listening hears nothing more", () => {
  const state = new MapState();
  let heard = 0;
  const stop = state.on(["day"], () => { heard += 1; });
  state.update({ day: 1 });
  stop();
  state.update({ day: 2 });
  assert.equal(heard, 1);
});

test("what need not be there at once comes after the picture, once for all changes until then", async () => {
  /** @type {(() => void)[]} */
  const frames = [];
  Object.assign(globalThis, { requestAnimationFrame: (/** @type {() => void} */ call) => frames.push(call) });
  const state = new MapState();
  /** @type {(number | null)[]} */
  const heard = [];
  const stop = state.later(["day"], ({ day }) => heard.push(day));
  const painted = async () => {
    frames.splice(0).forEach((call) => call());
    await new Promise((resolve) => setTimeout(resolve, 20));
  };
  state.update({ day: 1 });
  state.update({ day: 2 });
  assert.deepEqual([heard, frames.length], [[], 1]);
  while (heard.length === 0) await painted();
  assert.deepEqual(heard, [2]);
  state.update({ zoom: 7 });
  assert.equal(frames.length, 0);
  state.update({ day: 3 });
  stop();
  await painted();
  assert.deepEqual(heard, [2]);
});

test("a timeline that is not there yet cannot be read by mistake", () => {
  assert.throws(() => new MapState().timeline, /no timeline yet/);
});

test("two maps side by side have timelines of their own, and their own changes", () => {
  const [one, other] = [new MapState(), new MapState()];
  const earlier = smallTimeline();
  earlier.periods.days[1] = -1;
  earlier.period_counts = [2, 2, 0];
  earlier.stale = { period: [], start: [], days: [] };
  for (const column of Object.values(earlier.periods)) column.splice(2, 1);
  one.update({ timeline: decodeTimeline(smallTimeline()) });
  other.update({ timeline: decodeTimeline(earlier) });
  assert.deepEqual([one, other].map((state) => changesOf(state.timeline.periods).day.length), [2, 1]);
  assert.equal(changesOf(one.timeline.periods), changesOf(one.timeline.periods));
});
