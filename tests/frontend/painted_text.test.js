/** What is written on canvases, read back: texts of the data that try to be more than text. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { makeAppearance } from "../../geomap/static/js/appearance.js";
import { drawLabels } from "../../geomap/static/js/layers/labels.js";
import { drawPicture } from "../../geomap/static/js/picture.js";
import { viewAt } from "./quilt.js";

const MARKUP = '<img src=x onerror="window.hacked=1">';
const HOSTILE = [
  MARKUP, `${MARKUP}<script>window.hacked=2</script>`, "\u202egnp.exe\u2066", "a\u0000b\u0007c\u001b[31md\u0085e\u2028f\ng", "half \ud800 of a letter \udc00",
  `${"word ".repeat(900)}${"x".repeat(5500)}`, "{{7*7}} ${window.hacked=4} </textarea>", "🗺".repeat(300),
];
/** What must not reach a canvas: it would turn what stands beside it, or be drawn as a box. */
const UNWANTED = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** @type {any} */
const THEME = { ink: "#111111", soft: "#555555", accent: "#cc3311", halo: "#ffffff", land: "#eeeeee" };

/** A canvas that keeps the texts written on it; each letter is six wide. */
function recorder() {
  /** @type {string[]} */
  const written = [];
  const write = (/** @type {string} */ text) => written.push(text);
  const known = { measureText: (/** @type {string} */ text) => ({ width: 6 * text.length }), fillText: write, strokeText: write };
  const context = new Proxy(/** @type {any} */ (known), { get: (target, name) => target[name] ?? (() => {}), set: () => true });
  return { written, context };
}

/** @param {readonly string[]} written */
function check(written) {
  assert.ok(written.length > HOSTILE.length);
  for (const text of written) assert.doesNotMatch(text, UNWANTED);
  assert.ok(written.some((text) => text.includes("<img src=x")), "markup is shown as text");
}

test("names on the map are short text without controls, whatever the data say", () => {
  const { written, context } = recorder();
  const view = viewAt({ longitude: 30, latitude: 40, zoom: 9, width: 2000, height: 900 });
  /** @type {any[]} */
  const markers = HOSTILE.map((name, at) => ({ place: { id: `${at}`, name, population: 1000 * (at + 1), index: at }, x: 400, y: 60 + 100 * at, radius: 5 }));
  const countries = HOSTILE.map((name, at) => ({ name, longitude: 34, latitude: 39.8 - 0.25 * at, extent: 300 }));
  drawLabels(context, view, { markers, countries, selected: "3", nameOf: ({ name }) => name }, THEME);
  check(written);
  for (const text of written) assert.ok([...text].length <= 40, text);
});

test("the picture of a view bears the texts of the data as text", async () => {
  const { written, context } = recorder();
  Object.assign(globalThis, { document: { createElement: () => ({ getContext: () => context }) } });
  const { tamed, inOneText } = await import("../../geomap/static/js/plain_text.js");
  const words = { title: tamed(HOSTILE.join(" ")), day: "24 May 2016", notes: [], credits: HOSTILE.map((name) => inOneText(["By ", { name }])), address: "http://localhost/" };
  const legend = HOSTILE.map((name) => ({ name: tamed(name), count: "1", swatch: /** @type {any} */ (makeAppearance("plain", ["#222222"])) }));
  drawPicture(/** @type {any} */ ({ canvas: { width: 900, height: 500 }, pixelRatio: 1 }), { words, legend }, { theme: THEME, isRightToLeft: true });
  check(written.map((text) => text.replace(/[\u2068\u2069]/g, "")));
  for (const text of written) assert.ok(6 * text.length <= 900, text);
});
