import assert from "node:assert/strict";
import { test } from "node:test";

import { UNKNOWN } from "../../geomap/static/js/periods.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { dayOfIso } from "../../geomap/static/js/days.js";
import { answerInWords, countryInWords, doubtsInWords, effectInWords, gradeInWords, kindInWords, nameIn, placeInWords } from "../../geomap/static/js/words.js";
import { speak } from "./languages.js";
import { smallTimeline } from "./small_timeline.js";

const timeline = decodeTimeline(smallTimeline());
const text = (/** @type {import("../../geomap/static/js/words.js").Phrase} */ phrase) => phrase.map((part) => (typeof part === "string" ? part : part.name)).join("");

test("names fall back to the English one", () => {
  assert.equal(nameIn(timeline.places[0], "nl"), "Rakka");
  assert.equal(nameIn(timeline.places[2], "ar"), "Nowhere");
});

test("an answer is told in words", () => {
  assert.equal(text(answerInWords(timeline, 2, "en")), "Held by Syrian Democratic Forces");
  assert.equal(text(answerInWords(timeline, 0, "nl")), "Held by Islamitische Staat");
  assert.match(text(answerInWords(timeline, 4, "en")), /disagree between Islamic State and Syrian Democratic Forces/);
  assert.match(text(answerInWords(timeline, UNKNOWN, "en")), /no claim covers this day/);
});

test("of a place that is held, who is named besides does not hold it", () => {
  const document = smallTimeline();
  const verdict = document.periods.verdict[2];
  document.verdicts.holders[verdict] = [1, 0];
  document.verdicts.opposed[verdict] = 1;
  assert.equal(text(answerInWords(decodeTimeline(document), 2, "en")), "Held by Syrian Democratic Forces");
});

test("doubts are told beside it", () => {
  const epoch = dayOfIso("2014-01-01");
  assert.match(text(doubtsInWords(timeline, 1, { day: epoch + 200, language: "en" })[0]), /already have passed to Syrian Democratic Forces/);
  assert.match(text(doubtsInWords(timeline, 2, { day: epoch + 1760, language: "en" })[0]), /more than 365 days old/);
  assert.deepEqual(doubtsInWords(timeline, UNKNOWN, { day: epoch, language: "en" }), []);
});

test("what is said in Arabic keeps its names apart", () => {
  speak("ar");
  const parts = answerInWords(timeline, 4, "ar");
  speak("en");
  assert.deepEqual(parts.filter((part) => typeof part !== "string"), [{ name: "Islamic State" }, { name: "Syrian Democratic Forces" }]);
  assert.match(text(parts), /المصادر .* بين Islamic State وSyrian Democratic Forces$/);
});

test("a kind without a word of its own is shown as it is", () => {
  assert.equal(kindInWords("kind", "oil_field"), "oil field");
  assert.equal(kindInWords("event", "prison_break"), "prison break");
  assert.equal(countryInWords("SY"), "Syria");
  assert.equal(countryInWords("NL"), "Netherlands");
});

test("claims and grades are told in words", () => {
  assert.equal(text(effectInWords({ effect: "takes", holder: timeline.actors[0], loser: null }, "en")), "Islamic State takes it");
  assert.equal(gradeInWords("B2"), "source usually reliable, statement probably true");
  assert.equal(gradeInWords("?"), "not graded");
  assert.equal(placeInWords(timeline.places[0]), "city in Syria, 531,952 people");
});
