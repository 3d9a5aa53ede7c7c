import assert from "node:assert/strict";
import { test } from "node:test";

import { arcsByPlace, decodeArcs, OUTSIDE } from "../../geomap/static/js/arcs.js";
import { unitX, unitY } from "../../geomap/static/js/layers/mercator.js";
import { columnsOf } from "./quilt.js";

// Three squares in a row: 0 and 1 touch, 2 stands alone.
const ARCS = [
  { cell: 0, beside: OUTSIDE, points: [[10000, 10000], [0, 10000], [0, 0], [10000, 0]] },
  { cell: 0, beside: 1, points: [[10000, 0], [10000, 10000]] },
  { cell: 1, beside: OUTSIDE, points: [[10000, 0], [20000, 0], [20000, 10000], [10000, 10000]] },
  { cell: 2, beside: OUTSIDE, points: [[-50000, 0], [-40000, 0], [-40000, 10000], [-50000, 0]] },
];

test("steps become points on the map, and cells stand by their arcs", () => {
  const arcs = decodeArcs(columnsOf(ARCS));
  assert.deepEqual([...arcs.left], [0, 0, 1, 2]);
  assert.deepEqual([...arcs.right], [OUTSIDE, 1, OUTSIDE, OUTSIDE]);
  assert.deepEqual([...arcs.first], [0, 4, 6, 10, 14]);
  assert.deepEqual([arcs.x[5], arcs.y[5]], [unitX(1), unitY(1)]);
  assert.deepEqual([arcs.x[10], arcs.y[10]], [unitX(-5), unitY(0)]);
});

test("each arc has a box around it", () => {
  const { boxes } = decodeArcs(columnsOf(ARCS));
  assert.deepEqual([...boxes.subarray(12, 16)], [unitX(-5), unitY(1), unitX(-4), unitY(0)]);
});

test("a cell has its own arcs, and those that end where one of them ends", () => {
  const { own, touching } = arcsByPlace(decodeArcs(columnsOf(ARCS)), 4);
  const of = (/** @type {import("../../geomap/static/js/arcs.js").Groups} */ { first, members }) =>
    [0, 1, 2, 3].map((place) => [...members.subarray(first[place], first[place + 1])].sort());
  assert.deepEqual(of(own), [[0, 1], [1, 2], [3], []]);
  assert.deepEqual(of(touching), [[2], [0], [], []]);
});
