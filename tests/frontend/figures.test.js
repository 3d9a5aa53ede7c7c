import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { boundsInWords } from "../../geomap/static/js/panels/place_figures.js";
import { decodeRecord } from "../../geomap/static/js/record.js";
import { smallRecord } from "./small_record.js";

const [figure] = decodeRecord(smallRecord(), [])?.figures ?? [];

/** @param {number | null} low @param {number | null} value @param {number | null} high */
const told = (low, value, high, unit = "persons") => boundsInWords({ ...figure, low, value, high, unit });

test("a figure is told with its bounds, as far as they are known", () => {
  assert.equal(told(250, 300, 400), "300 (250 to 400)");
  assert.equal(told(300, 300, 300), "300");
  assert.equal(told(null, 1300, null), "1,300");
  assert.equal(told(250, 300, null), "300 (at least 250)");
  assert.equal(told(10, null, 20), "10 to 20");
  assert.equal(told(10, null, null), "at least 10");
  assert.equal(told(null, null, 20), "at most 20");
});

test("a figure is told in its unit", () => {
  assert.equal(told(null, 2.5, null, "km2"), "2.5 km²");
  assert.equal(told(30, null, 40, "percent"), "30 % to 40 %");
});
