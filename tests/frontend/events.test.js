import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { EventMarks } from "../../geomap/static/js/layers/event_marks.js";
import { EventsLayer } from "../../geomap/static/js/layers/events.js";
import { formOfKind } from "../../geomap/static/js/event_forms.js";
import { PARTS, partsOf } from "../../geomap/static/js/layers/mercator.js";
import { stampAt, stampOf, wipeBox } from "../../geomap/static/js/layers/stamps.js";
import { positionOf } from "../../geomap/static/js/rising.js";
import { chance } from "./chance.js";
import { viewAt } from "./quilt.js";

Object.assign(globalThis, {
  ImageData: class {
    /**
     * @param {number} width
     * @param {number} height
     */
    constructor(width, height) {
      Object.assign(this, { width, height, data: new Uint8ClampedArray(4 * width * height) });
    }
  },
});

/** @type {any} */
const THEME = { ink: "#1d2226", halo: "#fffdf8" };
const SIDE = 700;
/** @param {number} longitude of its corner */
function viewFrom(longitude) {
  return { ...viewAt({ longitude, latitude: 37, zoom: 7, width: SIDE, height: SIDE }), inner: { left: 120, top: 90, right: 610, bottom: 560 } };
}
const VIEW = viewFrom(35);

/** Events of all lengths at ten places, one of them nowhere. */
function madeUp() {
  const pick = chance(3);
  const places = Array.from({ length: 10 }, (_, index) => ({ index, longitude: 36 + 0.3 * index, latitude: 36 - 0.3 * index, population: 10 ** (index % 7) }));
  const events = Array.from({ length: 300 }, () => ({ day: pick(400), length: pick(8) === 0 ? pick(pick(3) === 0 ? 900 : 200) : pick(3), place: pick(11) - 1, kind: ["battle", "siege", "air_strike", "agreement"][pick(4)] }))
    .sort((one, other) => one.day - other.day);
  const column = (/** @type {(event: typeof events[0]) => number} */ of) => Int32Array.from(events, of);
  return /** @type {any} */ ({
    places, events: { count: 300, id: events.map((_, at) => `event-${at}`), kind: events.map(({ kind }) => kind), place: column(({ place }) => place), earliest: column(({ day }) => day), latest: column(({ day, length }) => day + length) },
  });
}

test("exactly the events that overlap the window have a mark, wherever the day comes from", () => {
  const timeline = madeUp();
  const layer = new EventsLayer(timeline);
  layer.setView(VIEW, THEME);
  const pick = chance(4);
  for (let times = 0; times < 80; times += 1) {
    const [day, window] = [pick(500), 1 + pick(60)];
    layer.show(day, window);
    const { earliest, latest, place } = timeline.events;
    const expected = [...earliest.keys()].filter((at) => earliest[at] <= day && latest[at] > day - window && place[at] >= 0);
    assert.deepEqual([...earliest.keys()].filter((at) => layer.pointOf(at) !== null), expected);
    assert.equal(layer.count, expected.length);
  }
});

test("a step names each event whose mark is another than before, once, and no other", () => {
  const { events } = madeUp();
  const stepped = new EventMarks(events);
  const pick = chance(6);
  for (let times = 0; times < 200; times += 1) {
    if (pick(20) === 0) stepped.setMask(Uint8Array.from({ length: 300 }, () => pick(3)));
    const [day, window] = [pick(600) - 50, 1 + pick(pick(2) === 0 ? 5 : 1000)];
    const before = stepped.marks.slice();
    /** @type {number[]} */
    const changed = [];
    stepped.show(day, window, (event) => changed.push(event));
    const differing = [...before.keys()].filter((event) => before[event] !== stepped.marks[event]);
    assert.deepEqual(changed.sort((one, other) => one - other), differing);
    const again = stepped.marks.slice();
    stepped.show(day, window, () => assert.fail("nothing has changed"));
    assert.deepEqual(stepped.marks, again);
  }
});

test("an atlas without events has no marks on any day", () => {
  const none = new Int32Array(0);
  const marks = new EventMarks(/** @type {any} */ ({ count: 0, kind: [], place: none, earliest: none, latest: none }));
  for (const day of [5, 9, 2]) marks.show(day, 30, () => assert.fail("there is none"));
  assert.equal(marks.marks.length, 0);
});

test("what the reader hides has no mark", () => {
  const timeline = madeUp();
  const layer = new EventsLayer(timeline);
  layer.setView(VIEW, THEME);
  layer.setMask(Uint8Array.from(timeline.events.kind, (/** @type {string} */ kind) => Number(kind !== "battle")));
  layer.show(200, 200);
  timeline.events.kind.forEach((/** @type {string} */ kind, /** @type {number} */ at) => assert.ok(kind !== "battle" || layer.pointOf(at) === null));
  assert.ok(layer.count > 0);
});

test("a click on a mark finds its event, one far from all finds none", () => {
  const layer = new EventsLayer(madeUp());
  layer.setView(VIEW, THEME);
  layer.show(100, 3);
  const drawn = [...Array(300).keys()].filter((at) => layer.pointOf(at) !== null);
  assert.ok(drawn.length > 1);
  for (const at of drawn) {
    const point = /** @type {{x: number, y: number}} */ (layer.pointOf(at));
    const found = /** @type {number} */ (layer.eventAt(point));
    assert.deepEqual(layer.pointOf(found), point);
  }
  assert.equal(layer.eventAt({ x: 690, y: 5 }), null);
});

test("the first day after a day is found among rising ones", () => {
  const days = Int32Array.from([1, 3, 3, 3, 8]);
  assert.deepEqual([0, 1, 2, 3, 8, 9].map((day) => positionOf(days, day + 1)), [0, 1, 1, 4, 5, 5]);
});

test("each form has a shape of its own, whole inside its stamp, with soft edges", () => {
  const forms = /** @type {const} */ (["disc", "triangle", "square", "diamond"]);
  const shapes = forms.map((form) => stampOf(form, 6, 2, { fill: [0, 0, 0], rim: [255, 255, 255], strength: 1 }));
  assert.equal(new Set(shapes.map(({ pixels }) => pixels.join())).size, 4);
  for (const { side, pixels } of shapes) {
    assert.equal(pixels[((side * side) >> 1)], 0xff000000);
    const edge = pixels.filter((_, at) => at < side || at >= side * (side - 1) || at % side === 0 || at % side === side - 1);
    assert.ok(edge.every((pixel) => pixel >>> 24 < 255));
    assert.ok(pixels.some((pixel) => pixel >>> 24 > 20 && pixel >>> 24 < 235));
  }
  assert.deepEqual(["air_strike", "battle", "withdrawal", "siege", "something new"].map(formOfKind), ["triangle", "disc", "diamond", "square", "disc"]);
});

test("a mark is copied where its box allows, and a box that is wiped leaves nothing", () => {
  const picture = { pixels: new Uint32Array(900), owners: new Int32Array(900), width: 30, height: 30 };
  const stamp = stampOf("disc", 4, 1, { fill: [9, 9, 9], rim: [255, 255, 255], strength: 1 });
  const box = { left: 0, top: 0, right: 10, bottom: 30 };
  stampAt(picture, stamp, { left: 5, top: 7, owner: 1 }, box);
  assert.ok(picture.pixels.some((pixel) => pixel !== 0));
  assert.ok(picture.pixels.every((pixel, at) => pixel === 0 || at % 30 < 10));
  wipeBox(picture, box);
  assert.ok(picture.pixels.every((pixel) => pixel === 0));
  stampAt(picture, stamp, { left: -6, top: 25, owner: 1 }, { left: 0, top: 0, right: 30, bottom: 30 });
  assert.ok(picture.pixels.every((pixel, at) => pixel === 0 || (at % 30 < 8 && at >= 25 * 30)), "what lies beyond an edge is left out");
});

/** The canvases of all parts of a view as one picture, of which a reader sees only what is put on them. */
function canvas() {
  const pixels = new Uint32Array(SIDE * SIDE);
  /** @param {EventsLayer} layer @param {number} part */
  const draw = (layer, part) => {
    const corner = partsOf(VIEW)[part];
    layer.draw(part, /** @type {any} */ ({
      putImageData: (/** @type {ImageData} */ image, /** @type {number[]} */ ...[, , left, top, width, height]) => {
        const from = new Uint32Array(image.data.buffer);
        const [start, end] = [Math.max(0, left), Math.min(image.width, left + width)];
        for (let row = Math.max(0, top); row < Math.min(image.height, top + height); row += 1) {
          if (start < end) pixels.set(from.subarray(row * image.width + start, row * image.width + end), (corner.top + row) * SIDE + corner.left + start);
        }
      },
    }));
  };
  return { pixels, draw };
}

test("the picture after any steps is that of a layer that draws only the last", () => {
  const [stepped, timeline] = [new EventsLayer(madeUp()), madeUp()];
  const shown = canvas();
  stepped.setView(VIEW, THEME);
  const pick = chance(5);
  let day = 150;
  let mask = new Uint8Array(300).fill(1);
  let view = VIEW;
  for (let times = 0; times < 60; times += 1) {
    day += pick(9) === 0 ? pick(200) - 100 : pick(5) - 1;
    const window = [60, 60, 60, 61, 400, 1][pick(6)];
    if (pick(10) === 0) stepped.setMask((mask = Uint8Array.from({ length: 300 }, () => Number(pick(4) > 0))));
    if (pick(10) === 0) stepped.setView((view = viewFrom(34 + pick(3))), THEME);
    stepped.show(day, window);
    shown.draw(stepped, 0);
    // What lies beyond the edges is drawn when there is time.
    if (pick(3) > 0) continue;
    for (let part = 1; part < PARTS; part += 1) shown.draw(stepped, part);
    const [fresh, expected] = [new EventsLayer(timeline), canvas()];
    fresh.setMask(mask);
    fresh.setView(view, THEME);
    fresh.show(day, window);
    for (let part = 0; part < PARTS; part += 1) expected.draw(fresh, part);
    assert.ok(Buffer.from(shown.pixels.buffer).equals(Buffer.from(expected.pixels.buffer)), `day ${day}`);
    assert.ok(times > 5 || expected.pixels.some((pixel) => pixel !== 0));
  }
});

test("a mark on the edge between two parts is the same as in one", () => {
  const [inParts, whole] = [canvas(), canvas()];
  const all = { ...VIEW, inner: { left: 0, top: 0, right: SIDE, bottom: SIDE } };
  const [layer, other] = [new EventsLayer(madeUp()), new EventsLayer(madeUp())];
  layer.setView(VIEW, THEME);
  other.setView(all, THEME);
  for (const one of [layer, other]) one.show(200, 400);
  for (let part = 0; part < PARTS; part += 1) inParts.draw(layer, part);
  other.draw(0, /** @type {any} */ ({ putImageData: (/** @type {ImageData} */ image) => whole.pixels.set(new Uint32Array(image.data.buffer)) }));
  assert.deepEqual(inParts.pixels, whole.pixels);
  assert.ok(whole.pixels.some((pixel) => pixel !== 0));
});
