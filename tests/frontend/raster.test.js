import assert from "node:assert/strict";
import { test } from "node:test";

import { makeAppearance, UNKNOWN_APPEARANCE } from "../../geomap/static/js/appearance.js";
import { bandsOf, FINE } from "../../geomap/static/js/layers/bands.js";
import { CellsLayer } from "../../geomap/static/js/layers/cells.js";
import { Coats } from "../../geomap/static/js/layers/coats.js";
import { PARTS, partOf, partsOf } from "../../geomap/static/js/layers/mercator.js";
import { rasterised } from "../../geomap/static/js/layers/raster.js";
import { chance } from "./chance.js";
import { contains, finished, middleOf, quilt, viewAt } from "./quilt.js";

const VIEWS = {
  "all of it": viewAt({ longitude: 9, latitude: 16.5, zoom: 5, width: 180, height: 180 }),
  "its middle at two pixels for one": viewAt({ longitude: 11.3, latitude: 14.2, zoom: 6.5, width: 120, height: 100, pixelRatio: 2 }),
  "far inside one patch": viewAt({ longitude: 12.45, latitude: 12.45, zoom: 13, width: 40, height: 40 }),
  "far beside it": viewAt({ longitude: 40, latitude: 13, zoom: 6, width: 50, height: 50 }),
};

for (const [name, view] of Object.entries(VIEWS)) {
  for (const seed of [1, 2, 3]) {
    test(`each pixel shows the cell that its middle lies in: quilt ${seed}, ${name}`, () => {
      const { arcs, places, there, ring } = quilt(seed, { columns: 6, rows: 6 });
      const { width, height, ids } = finished(rasterised(arcs, view, places));
      let wrong = 0;
      for (let pixel = 0; pixel < ids.length; pixel += 1) {
        const [x, y] = middleOf(view, pixel % width, Math.floor(pixel / width));
        const inside = there.findIndex((isThere, place) => isThere && contains(ring(place), x, y));
        if (ids[pixel] !== inside + 1) wrong += 1;
      }
      // Sides are straight on the map and not in degrees, so a pixel right on a border may belong to either.
      assert.ok(wrong <= (width * height) / 300, `${wrong} of ${width * height}`);
    });
  }
}

test("a cell that is left where it is entered fills no row behind it", () => {
  const view = viewAt({ longitude: 9, latitude: 19, zoom: 5, width: 60, height: 40 });
  /** @param {number} pixel */
  const across = (pixel) => (view.left + pixel) / view.scale;
  /** @param {number} pixel */
  const down = (pixel) => (view.top + pixel) / view.scale;
  // All run north: out of cell 0, into cell 0 from cell 1 at the same place, and into cell 1.
  const columns = [20.3, 20.3, 8];
  const x = Float64Array.from(columns.flatMap((pixel) => [across(pixel), across(pixel)]));
  const y = Float64Array.from(columns.flatMap(() => [down(30), down(10)]));
  const boxes = Float64Array.from(columns.flatMap((pixel) => [across(pixel), down(10), across(pixel), down(30)]));
  const sides = { left: Int32Array.of(0, 1, -1), right: Int32Array.of(-1, 0, 1) };
  const arcs = /** @type {any} */ ({ count: 3, first: Int32Array.of(0, 2, 4, 6), x, y, boxes, ...sides });
  const { ids, width } = finished(rasterised(arcs, view, 2));
  for (let row = 0; row < 40; row += 1) {
    const isCrossed = row >= 10 && row < 30;
    const shown = Array.from(ids.subarray(row * width, row * width + 60));
    assert.deepEqual(shown, Array.from({ length: 60 }, (_, at) => (isCrossed && at >= 8 && at < 20 ? 2 : 0)));
  }
});

test("the runs of a cell are its pixels, each once", () => {
  const { arcs, places } = quilt(4, { columns: 6, rows: 6 });
  const { width, ids, first, rows, starts, ends } = finished(rasterised(arcs, VIEWS["all of it"], places));
  const painted = new Uint16Array(ids.length);
  for (let place = 0; place < places; place += 1) {
    for (let run = first[place]; run < first[place + 1]; run += 1) {
      for (let column = starts[run]; column < ends[run]; column += 1) painted[rows[run] * width + column] += place + 1;
    }
  }
  assert.deepEqual(painted, ids);
});

test("pixels along a border know how far beside it they lie, and on which side", () => {
  const { arcs, places } = quilt(5, { columns: 5, rows: 5, gaps: 99 });
  const view = VIEWS["its middle at two pixels for one"];
  const { ids } = finished(rasterised(arcs, view, places));
  const bands = finished(bandsOf(arcs, view, { reach: 3, inner: 3, period: 9 }));
  const [width, scale] = [view.width * 2, view.scale * 2];
  assert.ok(bands.pixels.length > 1000);
  for (let arc = 0; arc < arcs.count; arc += 1) {
    const at = arcs.first[arc];
    const [x0, y0, x1, y1] = [arcs.x[at] * scale - view.left * 2, arcs.y[at] * scale - view.top * 2, arcs.x[at + 1] * scale - view.left * 2, arcs.y[at + 1] * scale - view.top * 2];
    const seen = new Set();
    for (let entry = bands.first[arc]; entry < bands.first[arc + 1]; entry += 1) {
      const [x, y] = [(bands.pixels[entry] % width) + 0.5, Math.floor(bands.pixels[entry] / width) + 0.5];
      const along = Math.max(0, Math.min(1, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / ((x1 - x0) ** 2 + (y1 - y0) ** 2)));
      const distance = Math.hypot(x - x0 - along * (x1 - x0), y - y0 - along * (y1 - y0));
      assert.ok(Math.abs(Math.abs(bands.beside[entry]) / FINE - distance) < 0.05);
      assert.ok(!seen.has(bands.pixels[entry]));
      seen.add(bands.pixels[entry]);
      const isMiddle = along > 0.3 && along < 0.7 && distance > 0.2;
      if (isMiddle) assert.equal(ids[bands.pixels[entry]], (bands.beside[entry] > 0 ? arcs.left[arc] : arcs.right[arc]) + 1);
    }
  }
});

/** Node has none; this one has all that is asked of it. */
class FakeImage {
  /**
   * @param {number} width
   * @param {number} height
   */
  constructor(width, height) {
    Object.assign(this, { width, height, data: new Uint8ClampedArray(4 * width * height) });
  }
}
Object.assign(globalThis, { ImageData: FakeImage });

/** @type {any} */
const THEME = { opacity: 0.5, soft: "#7a756a", ink: "#1d2226", front: "#2b2926", accent: "#d0361b", actor: (/** @type {string} */ colour) => colour, contour: () => "#333333" };
const LOOKS = [
  UNKNOWN_APPEARANCE, makeAppearance("plain", ["#b3433b"]), makeAppearance("plain", ["#2255aa"]), makeAppearance("plain", ["#2255aa"], { stale: true }),
  makeAppearance("plain", ["#b3433b"], { uncertain: true }), makeAppearance("hatch", ["#b3433b"]), makeAppearance("bands", ["#b3433b", "#2255aa"]), makeAppearance("hidden", []),
];

test("painting what changed step by step gives the picture that painting all at once gives", () => {
  const { arcs, places } = quilt(6, { columns: 8, rows: 8 });
  const view = viewAt({ longitude: 9, latitude: 19, zoom: 5, width: 240, height: 260 });
  const [cells, coats, pick] = [new CellsLayer(arcs, places), new Coats(THEME, 1), chance(8)];
  const coatOf = Array.from({ length: places }, () => coats.of(LOOKS[1]));
  const prepared = finished(cells.prepared(view, THEME, coatOf));
  cells.take(prepared);
  for (let step = 0; step < 60; step += 1) {
    const changed = [...new Set(Array.from({ length: 1 + pick(5) }, () => pick(places)))];
    for (const place of changed) coatOf[place] = coats.of(LOOKS[pick(LOOKS.length)], pick(3) / 2);
    cells.repaint(0, null, changed, coatOf);
  }
  const anew = finished(cells.prepared(view, THEME, coatOf));
  const differing = prepared.pixels.reduce((count, pixel, at) => count + (pixel === anew.pixels[at] ? 0 : 1), 0);
  // Where several lines meet in one corner, the order in which they were painted may show in a pixel or two.
  assert.ok(differing < prepared.pixels.length / 500, `${differing} of ${prepared.pixels.length}`);
  assert.ok(new Set(anew.pixels).size > 20);
});

test("nothing but cells that changed and what surrounds them is painted", () => {
  const { arcs, places, there } = quilt(7, { columns: 8, rows: 8, gaps: 1e9 });
  const view = viewAt({ longitude: 9, latitude: 19, zoom: 5, width: 240, height: 260 });
  const [cells, coats] = [new CellsLayer(arcs, places), new Coats(THEME, 1)];
  const coatOf = Array.from({ length: places }, () => coats.of(LOOKS[1]));
  const prepared = finished(cells.prepared(view, THEME, coatOf));
  cells.take(prepared);
  const before = prepared.pixels.slice();
  assert.ok(there[27]);
  coatOf[27] = coats.of(LOOKS[2]);
  cells.repaint(0, null, [27], coatOf);
  const { ids } = prepared.raster;
  const around = new Set([27, 18, 19, 20, 26, 28, 34, 35, 36]);
  before.forEach((pixel, at) => {
    if (pixel !== prepared.pixels[at]) assert.ok(around.has(ids[at] - 1), `a pixel of ${ids[at] - 1}`);
  });
  assert.equal(before.reduce((count, pixel, at) => count + Number(ids[at] === 28 && pixel === prepared.pixels[at]), 0), 0);
});

test("parts of a view meet as if they were one, and each can be painted later than the others", () => {
  const { arcs, places } = quilt(11, { columns: 8, rows: 8 });
  const view = { ...viewAt({ longitude: 9, latitude: 19, zoom: 5, width: 240, height: 260 }), inner: { left: 41, top: 33, right: 190, bottom: 201 } };
  const [coats, pick] = [new Coats(THEME, 1), chance(12)];
  const coatOf = Array.from({ length: places }, () => coats.of(LOOKS[pick(LOOKS.length)]));
  const cells = new CellsLayer(arcs, places);
  const part = { 0: finished(cells.prepared(partOf(view, 0), THEME, coatOf)) };
  cells.take(part[0]);
  for (let number = 1; number < PARTS; number += 1) finished(cells.extended(number, partOf(view, number), coatOf));
  const changed = [...coatOf.keys()].filter(() => pick(3) === 0);
  for (const place of changed) coatOf[place] = coats.of(LOOKS[pick(LOOKS.length)], pick(3) / 2);
  const seen = new Uint32Array(240 * 260);
  for (const number of [2, 0, 4, 3, 1]) {
    cells.repaint(number, null, changed, coatOf);
    const { left, top } = partsOf(view)[number];
    cells.show(number, /** @type {any} */ ({
      putImageData: (/** @type {ImageData} */ { width, height, data }) => {
        const pixels = new Uint32Array(data.buffer);
        for (let row = 0; row < height; row += 1) seen.set(pixels.subarray(row * width, (row + 1) * width), (top + row) * 240 + left);
      },
    }));
  }
  const whole = finished(new CellsLayer(arcs, places).prepared(view, THEME, coatOf));
  const differing = whole.pixels.reduce((count, pixel, at) => count + Number(pixel !== seen[at]), 0);
  // As above, in the corners.
  assert.ok(differing < seen.length / 500, `${differing} of ${seen.length}`);
  assert.ok(new Set(seen).size > 20);
});

test("a click finds the cell under it", () => {
  const { arcs, places, there, ring } = quilt(9, { columns: 6, rows: 6 });
  const view = VIEWS["all of it"];
  const cells = new CellsLayer(arcs, places);
  assert.equal(cells.placeAt(0, { x: 5, y: 5 }), null);
  const coatOf = Array.from({ length: places }, () => new Coats(THEME, 1).of(LOOKS[1]));
  cells.take(finished(cells.prepared(view, THEME, coatOf)));
  const place = there.indexOf(true);
  const middle = ring(place).reduce(([x, y], corner) => [x + corner[0] / 4, y + corner[1] / 4], [0, 0]);
  let hits = 0;
  for (let row = 0; row < view.height; row += 1) {
    for (let column = 0; column < view.width; column += 1) {
      const [x, y] = middleOf(view, column, row);
      if (Math.hypot(x - middle[0], y - middle[1]) > 0.08) continue;
      assert.equal(cells.placeAt(0, { x: column + 0.5, y: row + 0.5 }), place);
      hits += 1;
    }
  }
  assert.ok(hits > 0);
  assert.equal(cells.placeAt(0, { x: -1, y: 3 }), null);
});
