import assert from "node:assert/strict";
import { test } from "node:test";

import { MapState } from "../../geomap/static/js/map_state.js";

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
