import assert from "node:assert/strict";
import { test } from "node:test";

import { Margins } from "../../geomap/static/js/layers/margins.js";
import { PARTS } from "../../geomap/static/js/layers/mercator.js";

/** Margins that write down what they have painted, under a clock that stands still. @param {import("node:test").TestContext} context */
function watched(context) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const done = [];
  const margins = new Margins({
    *make(part) {
      done.push(`make ${part}`);
      yield;
    },
    paint: (part, changed) => done.push(`paint ${part}: ${[...changed].join()}`),
  });
  return { margins, taken: () => done.splice(0), wait: (/** @type {number} */ time) => context.mock.timers.tick(time) };
}

const NUMBERS = Array.from({ length: PARTS - 1 }, (_, at) => at + 1);

test("what lies beyond the edges is made after what is in sight, each part once", (context) => {
  const { margins, taken, wait } = watched(context);
  margins.begin();
  assert.deepEqual(taken(), []);
  wait(1000);
  assert.deepEqual(taken(), NUMBERS.flatMap((part) => [`make ${part}`, `paint ${part}: `]));
  wait(1000);
  assert.deepEqual(taken(), []);
});

test("steps are painted there once the reader rests, all in one", (context) => {
  const { margins, taken, wait } = watched(context);
  margins.begin();
  wait(1000);
  taken();
  for (const place of [3, 4, 3]) {
    margins.touch([place]);
    wait(50);
    assert.deepEqual(taken(), []);
  }
  wait(1000);
  assert.deepEqual(taken(), NUMBERS.map((part) => `paint ${part}: 3,4`));
});

test("a map that is moved shows no other day at its edges", (context) => {
  const { margins, taken, wait } = watched(context);
  margins.begin();
  wait(1000);
  margins.touch([5]);
  taken();
  margins.setMoving(true);
  assert.deepEqual(taken(), NUMBERS.map((part) => `paint ${part}: 5`));
  margins.touch([6]);
  assert.deepEqual(taken(), NUMBERS.map((part) => `paint ${part}: 6`));
  margins.setMoving(false);
  // Until the next view is there, the one before rides along.
  margins.hold();
  margins.touch([7]);
  assert.deepEqual(taken(), NUMBERS.map((part) => `paint ${part}: 7`));
  margins.begin();
  margins.touch([8]);
  assert.deepEqual(taken(), []);
});

test("a map that is moved at once does not wait for its edges", (context) => {
  const { margins, taken } = watched(context);
  margins.begin();
  margins.setMoving(true);
  assert.deepEqual(taken(), NUMBERS.flatMap((part) => [`make ${part}`, `paint ${part}: `]));
});

test("nothing is made for a view that is not wanted any more", (context) => {
  const { margins, taken, wait } = watched(context);
  margins.begin();
  margins.stop();
  wait(1000);
  assert.deepEqual(taken(), []);
});
