import assert from "node:assert/strict";
import { test } from "node:test";

import { PARTS, partAt, partsOf, pointIn, shapeOf, signedArea, trace, unitX, unitY } from "../../geomap/static/js/layers/mercator.js";

const VIEW = { width: 256, height: 256, pixelRatio: 1, scale: 256, left: 0, top: 0, zoom: 0, inner: { left: 0, top: 0, right: 256, bottom: 256 } };

test("the unit square has its middle at 0, 0 and grows to the east and south", () => {
  assert.equal(unitX(0), 0.5);
  assert.ok(Math.abs(unitY(0) - 0.5) < 1e-12);
  assert.ok(unitY(10) < 0.5 && unitX(10) > 0.5);
  assert.ok(Math.abs(unitY(85.0511287798) - 0) < 1e-9);
  assert.deepEqual(pointIn(VIEW, { longitude: -180, latitude: 0 }), { x: 0, y: 128 });
});

test("a ring that turns counterclockwise has a positive area, its reverse a negative one", () => {
  const square = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]];
  assert.ok(signedArea(square) > 0);
  assert.ok(signedArea([...square].reverse()) < 0);
});

test("lines outside the view and points too close are not traced, but the last point always is", () => {
  /** @type {string[]} */
  const calls = [];
  const path = { moveTo: () => calls.push("move"), lineTo: () => calls.push("line") };
  trace(path, shapeOf([[[0, 0], [0.001, 0.001], [0.002, 0.002]]]), VIEW, 0.6);
  assert.deepEqual(calls, ["move", "line"]);
  trace(path, shapeOf([[[10, 10], [20, 20]]]), { ...VIEW, left: 5000 });
  assert.equal(calls.length, 2);
  trace(path, shapeOf([[[0, 0], [0.001, 0.001], [0.002, 0.002]]]), VIEW);
  assert.equal(calls.length, 5);
});

test("the parts of a view cover each of its points once, and what is in sight is the first", () => {
  const view = { width: 50, height: 40, inner: { left: 7, top: 9, right: 41, bottom: 33 } };
  const boxes = partsOf(view);
  assert.equal(boxes.length, PARTS);
  for (let x = 0.5; x < 50; x += 1) {
    for (let y = 0.5; y < 40; y += 1) {
      const around = [...boxes.keys()].filter((part) => x > boxes[part].left && x < boxes[part].right && y > boxes[part].top && y < boxes[part].bottom);
      assert.deepEqual(around, [partAt(view, { x, y })]);
      assert.equal(around[0] === 0, x > 7 && x < 41 && y > 9 && y < 33);
    }
  }
  assert.equal(partAt(view, { x: -3, y: 90 }), 0);
});
