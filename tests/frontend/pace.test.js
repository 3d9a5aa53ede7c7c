import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { binsOf, countsIn } from "../../geomap/static/js/densities.js";
import { dayOfIso, isoOf } from "../../geomap/static/js/days.js";
import { fittingWindow, LONGEST_WINDOW, windowInWords } from "../../geomap/static/js/event_window.js";
import { otherUnit, stepped, stepsDue } from "../../geomap/static/js/pace.js";

const DAY = dayOfIso("2016-01-31");

test("a step is a day, a week or a month, and months end where they end", () => {
  assert.deepEqual(/** @type {const} */ (["day", "week", "month"]).map((unit) => isoOf(stepped(DAY, unit, 1))), ["2016-02-01", "2016-02-07", "2016-02-29"]);
  assert.equal(isoOf(stepped(DAY, "month", -2)), "2015-11-30");
});

test("there is no step longer than a month nor shorter than a day", () => {
  assert.deepEqual([otherUnit("day", 1), otherUnit("week", 1), otherUnit("month", 1)], ["week", "month", "month"]);
  assert.deepEqual([otherUnit("month", -1), otherUnit("day", -1)], ["week", "day"]);
});

test("days that pass become whole steps, and none is lost", () => {
  assert.deepEqual(stepsDue(2.5, "day"), { steps: 2, left: 0.5 });
  assert.deepEqual(stepsDue(6.9, "week"), { steps: 0, left: 6.9 });
  let [steps, left] = [0, 0];
  for (let frame = 0; frame < 600; frame += 1) {
    const due = stepsDue(left + 0.5, "week");
    steps += due.steps;
    left = due.left;
  }
  assert.equal(steps, 42);
});

test("bars have whole days and stay where they are while the axis is pushed", () => {
  for (const width of [300, 860]) {
    for (const length of [14, 30, 365, 2191]) {
      const bins = binsOf({ start: 16000.3, end: 16000.3 + length }, width, 6);
      assert.ok(Number.isInteger(bins.days) && (bins.days * width) / length >= 6);
      assert.equal(bins.start % bins.days, 0);
      assert.ok(bins.start <= 16000.3 && bins.start + bins.count * bins.days >= 16000.3 + length);
      const pushed = binsOf({ start: 16001.9, end: 16001.9 + length }, width, 6);
      assert.equal((pushed.start - bins.start) % bins.days, 0);
    }
  }
});

test("every day is counted in one bar", () => {
  const days = Int32Array.from([5, 10, 10, 11, 19, 20, 29, 30, 44]);
  assert.deepEqual(countsIn(days, { start: 10, days: 10, count: 3 }), [4, 2, 1]);
  assert.deepEqual(countsIn(new Int32Array(), { start: 0, days: 1, count: 2 }), [0, 0]);
});

test("a window has at least a day and is told in words", () => {
  assert.deepEqual([fittingWindow(-3), fittingWindow(12.4), fittingWindow(1e9)], [1, 12, LONGEST_WINDOW]);
  assert.equal(windowInWords(1), "Of the last day");
  assert.equal(windowInWords(30), "Of the last 30 days");
});
