import assert from "node:assert/strict";
import { test } from "node:test";

import { pictureName, wrapped } from "../../geomap/static/js/picture.js";
import { inOneText, tamed } from "../../geomap/static/js/plain_text.js";

/** Every letter is one wide. @param {string} text */
const measure = (text) => text.length;

test("words are kept whole where they fit", () => {
  assert.deepEqual(wrapped("who held which place", measure, 9, 9), ["who held", "which", "place"]);
  assert.deepEqual(wrapped("   ", measure, 9, 9), []);
});

test("a word that fits in no line is broken", () => {
  assert.deepEqual(wrapped("at https://maps.example", measure, 8, 9), ["at", "https://", "maps.exa", "mple"]);
  assert.deepEqual(wrapped("abc", measure, 0, 9), ["a", "b", "c"]);
});

test("a letter of two halves is kept whole wherever a word is broken", () => {
  for (const width of [1, 2, 3, 4, 5]) {
    const lines = wrapped("🗺x🗺🗺x🗺", measure, width, 9);
    assert.ok(lines.every((line) => !/\p{Cs}/u.test(line)));
    assert.equal(lines.join(""), "🗺x🗺🗺x🗺");
  }
});

test("a text that would fill the picture is cut, with a sign", () => {
  const lines = wrapped("x".repeat(10_000), measure, 40, 3);
  assert.equal(lines.length, 3);
  assert.ok(lines.every((line) => line.length <= 40));
  assert.match(lines[2], /…$/);
  assert.deepEqual(wrapped("one two three", measure, 5, 2), ["one", "two…"]);
});

test("no name turns what stands beside it, and none is longer than anybody reads", () => {
  assert.equal(tamed("Raq\u202eqa\u2069\n<b>"), "Raqqa <b>");
  assert.equal(tamed("x".repeat(10_000)).length, 600);
  assert.equal(tamed("a\u0000\u001b[31mb\u0085c\ud800d", 40), "a[31mbcd");
  assert.equal(tamed("كو\u200cبانى 🗺", 40), "كو\u200cبانى 🗺", "what joins or parts letters, and letters of two halves, stay");
  assert.equal(tamed("🗺🗺🗺🗺", 3), "🗺🗺…");
  assert.equal(inOneText(["Licence: ", { name: "\u202eCC" }]), "Licence: \u2068CC\u2069");
});

test("the file is named by the atlas and the day, whatever the id is", () => {
  assert.equal(pictureName("isis-campaign", "2017-10-17"), "isis-campaign-2017-10-17.png");
  assert.equal(pictureName("../../etc/passwd", "2017-10-17"), "-etc-passwd-2017-10-17.png");
  assert.equal(pictureName("", "2017-10-17"), "map-2017-10-17.png");
});
