import assert from "node:assert/strict";
import { test } from "node:test";

import { Room } from "../../geomap/static/js/layers/room.js";

const HALF = { share: 0.5, step: 0.25 };
const DOUBLE = { share: 2, step: 0.25 };

test("a map that becomes half as wide shows what it showed, and as before once it is alone", () => {
  const room = new Room(false);
  assert.equal(room.zoomFor(true, 7, HALF), 6);
  assert.equal(room.zoomFor(true, 6, { share: 0.98, step: 0.25 }), null);
  assert.equal(room.zoomFor(false, 6, DOUBLE), 7);
  assert.equal(room.zoomFor(false, 7, HALF), null, "a window that becomes narrower is no other map");
});

test("the zoom that a reader has chosen meanwhile is kept", () => {
  const room = new Room(false);
  room.zoomFor(true, 7, HALF);
  assert.equal(room.zoomFor(false, 9.5, DOUBLE), null);
});

test("a zoom lies on a step and hides nothing of what was seen", () => {
  assert.equal(new Room(false).zoomFor(true, 7, { share: 0.47, step: 0.25 }), 5.75);
});

test("a map that begins beside another has the zoom of its address, and keeps it alone", () => {
  const room = new Room(true);
  assert.equal(room.zoomFor(true, 8, HALF), null);
  assert.equal(room.zoomFor(false, 8, DOUBLE), null);
});
