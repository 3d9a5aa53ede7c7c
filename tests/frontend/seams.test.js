import assert from "node:assert/strict";
import { test } from "node:test";

import { makeAppearance } from "../../geomap/static/js/appearance.js";
import { Coats, laidOver, mixed } from "../../geomap/static/js/layers/coats.js";
import { Lines } from "../../geomap/static/js/layers/lines.js";
import { HALF, MIDDLE, Seams } from "../../geomap/static/js/layers/seams.js";

/** @type {any} */
const THEME = { opacity: 0.5, soft: "#7a756a", ink: "#1d2226", front: "#2b2926", accent: "#d0361b", actor: (/** @type {string} */ colour) => colour, contour: () => "#333333" };
const [RED, BLUE] = ["#b3433b", "#2255aa"];

/** @typedef {import("../../geomap/static/js/layers/coats.js").Coat} Coat */

/**
 * @param {import("../../geomap/static/js/layers/lines.js").Line} line
 * @param {number} cover
 * @param {number} below
 */
function asWorkedOut({ colour, pixel, strength }, cover, below) {
  if (cover === 0) return below;
  return cover * strength === 1 ? pixel : laidOver(below, colour, cover * strength);
}

/** A new set at two pixels for one. */
function opened() {
  const [coats, seams] = [new Coats(THEME, 2), new Seams(new Lines(2, 1))];
  seams.setTheme(THEME);
  return { coats, seams };
}

test("a line over a coat is the same from the table as pixel by pixel", () => {
  const { coats, seams } = opened();
  const [one, other] = [coats.of(makeAppearance("plain", [RED])), coats.of(makeAppearance("plain", [BLUE]), 0.5)];
  for (const [left, right] of /** @type {[Coat, Coat | null][]} */ ([[one, other], [other, one], [one, null]])) {
    const { line, left: onLeft, right: onRight } = seams.between(left, right);
    assert.ok(line && onLeft && onRight);
    for (const [side, below] of /** @type {[import("../../geomap/static/js/layers/seams.js").Lined, number][]} */ ([[onLeft, left.pixel], [onRight, right?.pixel ?? 0]])) {
      assert.equal(side.below, below);
      assert.deepEqual(side.over, Uint32Array.from(line.cover, (cover) => asWorkedOut(line, cover, below)));
    }
  }
});

test("where no line runs, the middle of a border is part of each coat", () => {
  const { coats, seams } = opened();
  const [fresh, stale] = [coats.of(makeAppearance("plain", [RED]), 0.5), coats.of(makeAppearance("plain", [RED]))];
  const { line, isSoft, soft } = seams.between(fresh, stale);
  assert.equal(line, null);
  assert.ok(isSoft && soft);
  assert.equal(soft[MIDDLE], mixed(fresh.pixel, stale.pixel, 0.5));
  assert.equal(soft[MIDDLE + HALF - 1], mixed(fresh.pixel, stale.pixel, (2 * HALF - 1) / (2 * HALF)));
  assert.equal(seams.between(fresh, fresh).isSoft, false);
});

test("a front hides the middle of a border, and stripes have no table", () => {
  const { coats, seams } = opened();
  const [red, blue, striped] = [coats.of(makeAppearance("plain", [RED])), coats.of(makeAppearance("plain", [BLUE])), coats.of(makeAppearance("hatch", [BLUE]))];
  assert.equal(seams.between(red, blue).isSoft, false);
  const { left, right } = seams.between(red, striped);
  assert.ok(left);
  assert.equal(right, null);
});

test("another theme has other seams", () => {
  const { coats, seams } = opened();
  const [red, blue] = [coats.of(makeAppearance("plain", [RED])), coats.of(makeAppearance("plain", [BLUE]))];
  const before = seams.between(red, blue);
  assert.equal(seams.between(red, blue), before);
  seams.setTheme({ ...THEME, front: "#ffffff" });
  assert.notEqual(seams.between(red, blue).line?.pixel, before.line?.pixel);
});
