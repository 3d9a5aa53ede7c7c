import assert from "node:assert/strict";
import { test } from "node:test";

import { Overlaid } from "../../geomap/static/js/layers/overlaid.js";
import { chance } from "./chance.js";
import { viewAt } from "./quilt.js";

const [WIDTH, HEIGHT] = [150, 90];
const VIEW = viewAt({ longitude: 35, latitude: 37, zoom: 7, width: WIDTH, height: HEIGHT });

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

/** A canvas that keeps what is put on it. */
function canvas() {
  const pixels = new Uint32Array(WIDTH * HEIGHT);
  const found = { pixels, puts: 0 };
  const putImageData = (/** @type {ImageData} */ image, /** @type {number[]} */ ...[x, y, left, top, width, height]) => {
    found.puts += 1;
    const from = new Uint32Array(image.data.buffer);
    for (let row = top; row < top + height; row += 1) {
      for (let column = left; column < left + width; column += 1) pixels[(y + row) * WIDTH + x + column] = from[row * image.width + column];
    }
  };
  return { ...found, found, context: /** @type {any} */ ({ putImageData }) };
}

/**
 * A pixel over another, as the definition of "over" has it.
 * @param {number} below
 * @param {number} above
 * @returns {number[]} red, green and blue times alpha, and alpha, 0-1
 */
function over(below, above) {
  const parts = (/** @type {number} */ pixel) => [0, 8, 16, 24].map((shift) => ((pixel >>> shift) & 255) / 255);
  const times = (/** @type {number[]} */ [red, green, blue, alpha]) => [red * alpha, green * alpha, blue * alpha, alpha];
  const [one, other] = [times(parts(above)), times(parts(below))];
  return one.map((part, at) => part + other[at] * (1 - one[3]));
}

test("the canvas shows the upper picture over the lower, however many changes it was given", () => {
  const pick = chance(2);
  const [below, above] = [new Uint32Array(WIDTH * HEIGHT), new Uint32Array(WIDTH * HEIGHT)];
  const colours = [0, 0, 0xff2233aa, 0x8c00ff00, 0x20ffffff, 0xffffffff];
  const overlaid = new Overlaid(VIEW);
  const { pixels, context } = canvas();
  for (let times = 0; times < 40; times += 1) {
    const boxes = Array.from({ length: pick(5) }, () => {
      const [left, top] = [pick(WIDTH) - 10, pick(HEIGHT) - 10];
      return { left, top, right: left + 1 + pick(30), bottom: top + 1 + pick(30) };
    });
    for (const { left, top, right, bottom } of boxes) {
      const [picture, colour] = [pick(2) === 0 ? below : above, colours[pick(colours.length)]];
      for (let row = Math.max(0, top); row < Math.min(HEIGHT, bottom); row += 1) picture.fill(colour, row * WIDTH + Math.max(0, left), row * WIDTH + Math.min(WIDTH, right));
    }
    overlaid.mark(boxes);
    overlaid.show(context, below, above);
    pixels.forEach((pixel, at) => {
      const [expected, shown] = [over(below[at], above[at]), over(0, pixel)];
      expected.forEach((part, number) => assert.ok(Math.abs(part - shown[number]) < 1.5 / 255, `pixel ${at}`));
    });
  }
  assert.ok(new Set(pixels).size > 10);
});

test("without an upper picture the canvas shows the lower", () => {
  const below = new Uint32Array(WIDTH * HEIGHT).fill(0x80102030);
  const { pixels, context } = canvas();
  new Overlaid(VIEW).show(context, below, null);
  assert.deepEqual(pixels, below);
});

test("nothing is put on the canvas where nothing changed, and changes side by side are put together", () => {
  const picture = new Uint32Array(WIDTH * HEIGHT);
  const overlaid = new Overlaid(VIEW);
  const { found, context } = canvas();
  overlaid.show(context, picture, null);
  const puts = found.puts;
  overlaid.show(context, picture, null);
  assert.equal(found.puts, puts);
  overlaid.mark([{ left: 1, top: 1, right: 3, bottom: 3 }, { left: 17, top: 2, right: 19, bottom: 4 }, { left: 130, top: 2, right: 131, bottom: 3 }]);
  overlaid.show(context, picture, null);
  assert.equal(found.puts, puts + 2);
});
