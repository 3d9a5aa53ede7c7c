import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { foldName, placeSearch, skeletonOf } from "../../geomap/static/js/search.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { smallTimeline } from "./small_timeline.js";

const find = placeSearch(decodeTimeline(smallTimeline()).places);

test("spellings of one name fold alike", () => {
  assert.equal(foldName("Ar-Raqqah"), foldName("ar raqqah"));
  assert.equal(foldName("Ash-Sha‘fah"), foldName("Shafah"));
  assert.equal(foldName("الرقة"), foldName("رقه"));
  assert.equal(foldName("Ḥajīn"), foldName("Hajin"));
});

test("a place is found by any of its names", () => {
  for (const query of ["Raqqa", "raq", "rakka", "الرقة", "الرقه", " RAQQA "]) assert.equal(find(query)[0]?.id, "geonames:172955", query);
  assert.equal(find("baghuz")[0]?.id, "geomap:al-baghuz");
});

test("nothing asked and nothing found give nothing", () => {
  assert.deepEqual(find(""), []);
  assert.deepEqual(find("-"), []);
  assert.deepEqual(find("Atlantis"), []);
});

test("press spellings of one name share their consonants", () => {
  const pairs = [["Mayadin", "Mayadeen"], ["Al-Baghuz", "Baghouz"], ["Deir ez-Zor", "Deir Ezzour"], ["Ash-Shaddadi", "Shadadi"], ["Kobani", "Kobane"]];
  for (const [one, other] of pairs) assert.equal(skeletonOf(foldName(one)), skeletonOf(foldName(other)), one);
  assert.equal(find("Baghouz")[0]?.id, "geomap:al-baghuz");
  assert.deepEqual(find("oo"), []);
});
