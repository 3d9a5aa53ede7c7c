import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import { LANGUAGES, speak, textsOf } from "./languages.js";
import { canSay, phrase, say, setWords, written } from "../../geomap/static/js/say.js";

const ROOT = new URL("../../", import.meta.url);
const english = textsOf("en");
/** Whose names are put together of a subject and a word of the data. */
const BY_DATA = /^(?:unit|kind|event|measure|figure|why|filters|status|grade|country|credits|chart|answer|claim|legend|reason)\./;

/** @param {import("../../geomap/static/js/say.js").Text} text */
const formsOf = (text) => (typeof text === "string" ? [text] : Object.values(text));

/** @param {string} form */
const namesIn = (form) => [...new Set(form.match(/\{\w+\}/g) ?? [])].sort();

/** All code that says something. */
function sources() {
  const scripts = readdirSync(new URL("geomap/static/js/", ROOT), { recursive: true }).map((path) => `geomap/static/js/${path}`);
  const files = [...scripts.filter((path) => path.endsWith(".js")), "templates/page.html", "templates/time_bar.html", "templates/compare.html", "templates/review.html"];
  return files.map((path) => readFileSync(fileURLToPath(new URL(path, ROOT)), "utf8")).join("\n");
}

for (const language of LANGUAGES) {
  const texts = textsOf(language);

  test(`the catalogue of ${language} has every text, and no other`, () => {
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(english).sort());
  });

  test(`the catalogue of ${language} fills in what the English one does`, () => {
    for (const [key, text] of Object.entries(texts)) {
      const wanted = namesIn(formsOf(english[key] ?? "").at(-1) ?? "");
      for (const form of formsOf(text)) {
        // "One day" may say the number in its words; no other name may be missing.
        const optional = typeof text === "string" ? [] : ["{count}"];
        const [names, least] = [namesIn(form), wanted.filter((name) => !optional.includes(name))];
        assert.deepEqual(least.filter((name) => !names.includes(name)), [], `${key}: ${form}`);
        assert.deepEqual(names.filter((name) => !wanted.includes(name)), [], `${key}: ${form}`);
      }
      assert.equal(typeof text, typeof (english[key] ?? text), key);
    }
  });

  test(`the catalogue of ${language} holds plain words`, () => {
    for (const [key, text] of Object.entries(texts)) {
      for (const form of formsOf(text)) {
        assert.doesNotMatch(form, /[<>&]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u, key);
        assert.doesNotMatch(form.replaceAll(/\{\w+\}/g, ""), /[{}]/, key);
        assert.notEqual(form.trim(), "", key);
      }
    }
  });

  test(`the catalogue of ${language} has all plurals of its language`, () => {
    const wanted = new Intl.PluralRules(language === "ku" ? "tr" : language).resolvedOptions().pluralCategories;
    for (const [key, text] of Object.entries(texts)) {
      if (typeof text !== "string") assert.deepEqual(Object.keys(text).sort(), [...wanted].sort(), key);
    }
  });
}

test("every text that the code names is there, and no text is left over", () => {
  const code = sources();
  const named = [...code.matchAll(/\b(?:say|phrase)\((?:[^"`(]*\? )?"([\w.]+)"(?:[^"`()]* : "([\w.]+)")?/g)].flatMap(([, one, other]) => (other ? [one, other] : [one]));
  assert.ok(named.length > 80);
  assert.deepEqual(named.filter((key) => !Object.hasOwn(english, key)), []);
  const unused = Object.keys(english).filter((key) => !code.includes(`"${key}"`) && !BY_DATA.test(key));
  assert.deepEqual(unused, []);
});

test("what is filled in is never read as a text", () => {
  assert.equal(say("changes.on", { day: "{day} {count} $& <b>" }), "Changes on {day} {count} $& <b>");
  assert.deepEqual(phrase("claim.takesFrom", { holder: { name: "{loser}" }, loser: { name: "$1" } }), [{ name: "{loser}" }, " takes it from ", { name: "$1" }]);
});

test("a number is told in the plural of its language", () => {
  assert.equal(say("search.count", { count: 1 }), "1 result");
  assert.equal(say("search.count", { count: 1234 }), "1,234 results");
  setWords({ language: "ar", direction: "rtl", texts: { days: { zero: "0", one: "1", two: "2", few: "3-10 {count}", many: "11-99 {count}", other: "100 {count}" } } });
  assert.deepEqual([0, 1, 2, 5, 25, 100].map((count) => say("days", { count })), ["0", "1", "2", "3-10 5", "11-99 25", "100 100"]);
  speak("en");
});

test("a plural that a text lacks falls back to its general form", () => {
  setWords({ language: "ar", direction: "rtl", texts: english });
  assert.equal(say("search.count", { count: 5 }), "5 results");
  speak("en");
});

test("a name in plain text keeps its direction to itself where lines run from the right", () => {
  setWords({ language: "ar", direction: "rtl", texts: english });
  assert.equal(say("changes.on", { day: "Raqqa" }), "Changes on \u2068Raqqa\u2069");
  assert.equal(say("changes.on", { day: "2017-10" }), "Changes on \u20662017-10\u2069");
  speak("en");
  assert.equal(say("changes.on", { day: "Raqqa" }), "Changes on Raqqa");
});

test("numbers are written as the language does, in the digits of the address", () => {
  const shown = LANGUAGES.map((language) => {
    speak(language);
    return written(1234567);
  });
  speak("en");
  assert.deepEqual(shown, ["1,234,567", "1.234.567", "1,234,567", "1.234.567"]);
});

test("a text that no catalogue has is shown by its name", () => {
  assert.equal(canSay("no.such"), false);
  assert.equal(say("no.such"), "no.such");
  assert.equal(say("toString"), "toString");
});
