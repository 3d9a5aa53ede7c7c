import assert from "node:assert/strict";
import { test } from "node:test";

import { speak } from "./languages.js";
import { fateInWords, isExplanation, summaryInWords } from "../../geomap/static/js/reasons.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { smallConsidered, smallExplanation } from "./small_explanation.js";
import { smallTimeline } from "./small_timeline.js";

const timeline = decodeTimeline(smallTimeline());
const text = (/** @type {import("../../geomap/static/js/say.js").Phrase} */ phrase) => phrase.map((part) => (typeof part === "string" ? part : part.name)).join("");

/** @param {Record<string, unknown>} [changes] */
const summary = (changes, language = "en") => summaryInWords(smallExplanation(changes), { timeline, language }).map(text);
/** @param {Record<string, unknown>} changes */
const fate = (changes) => text(fateInWords(smallConsidered({ by: "freed", ...changes }), smallExplanation(), { timeline, language: "en" }));
/** @param {Record<string, unknown>} changes */
const verdict = (changes) => ({ verdict: { ...smallExplanation().verdict, ...changes } });

test("the answer is told with its weights and the age of its newest claim", () => {
  assert.deepEqual(summary(), [
    "On 17 October 2017, Raqqa was held by Syrian Democratic Forces.",
    "Syrian Democratic Forces: 0.64 of 0.64, 100%.",
    "The newest claim that names Syrian Democratic Forces was 12 days old; the limit is 730.",
  ]);
});

test("each verdict has a sentence of its own", () => {
  const both = { holders: ["sdf", "is"] };
  const shares = [{ actor: "sdf", weight: 0.8, share: 0.7143 }, { actor: "is", weight: 0.32, share: 0.2857 }];
  assert.equal(summary({ ...verdict({ ...both, opposed: true }), shares })[0], "On 17 October 2017, Raqqa was held by Syrian Democratic Forces, with 71% of the weight; Islamic State also named.");
  assert.match(summary(verdict({ ...both, status: "disputed" }))[0], /disputed: sources name Syrian Democratic Forces and Islamic State, and none of them has 2\/3 of the weight/);
  assert.match(summary(verdict({ holders: [], status: "unknown" }))[0], /nobody is known to have held Raqqa/);
});

test("fighting decides whatever the weights are, so none are told", () => {
  assert.deepEqual(summary({ ...verdict({ ...{ holders: ["sdf", "is"] }, status: "contested" }), freshness: null }), ["On 17 October 2017, Raqqa was contested: a claim tells of fighting inside."]);
});

test("doubts and the standpoint are told", () => {
  const lines = summary({ ...verdict({ uncertain: true, candidates: ["is"] }), known: "2017-10-18", freshness: { age_days: 800, limit_days: 730, standing: false, stale: true } });
  assert.ok(lines.includes("As known on 18 October 2017."));
  assert.ok(lines.includes("A change was under way whose day is not known: Islamic State may have held it."));
  assert.ok(lines.includes("The answer is stale: the newest claim that names Syrian Democratic Forces was 800 days old."));
  const rule = { ...smallExplanation().rule, sources: ["sohr"], least_reliability: "B" };
  assert.deepEqual(summary({ rule }).slice(1, 3), ["Only these sources: sohr.", "Only sources of reliability B or better."]);
  assert.match(summary({ freshness: { age_days: 3, limit_days: 730, standing: true, stale: false } }).at(-1) ?? "", /standing claim/);
  assert.match(summary({ claims: [], freshness: null }).at(-1) ?? "", /No claim was ever made on Raqqa/);
});

test("what became of a claim is told by its fate", () => {
  assert.equal(fate({}), "Counts for Syrian Democratic Forces: 0.8 × 0.8 = 0.64.");
  assert.equal(fate({ counts_for: [] }), "Counts, and names nobody as the holder.");
  assert.equal(fate({ fate: "not_heard" }), "Left out: this answer does not hear SOHR, of reliability B.");
  assert.equal(fate({ fate: "not_known_yet" }), "Not known yet: it became known on 18 Oct 2017.");
  assert.equal(fate({ fate: "not_in_force_yet" }), "Not in force yet: it speaks of 17 Oct 2017 at the earliest.");
  assert.equal(fate({ fate: "pending" }), "Pending: it took effect on some day up to 20 Oct 2017, perhaps not yet.");
  const by = "“Syrian Democratic Forces takes it” (SOHR, 17 Oct 2017)";
  assert.equal(fate({ fate: "made_history" }), `History: control changed later, by ${by}.`);
  assert.equal(fate({ fate: "replaced_by_its_source" }), `Replaced: the same source said later, ${by}.`);
  assert.equal(fate({ fate: "outside_the_dispute_window", days: 1 }), `Too old to disagree: 1 day older than ${by}, which says otherwise; the dispute window is 14.`);
  assert.equal(fate({ fate: "below_a_smaller_place", place_id: "test:area", place: "An area" }), `Set aside: there is a claim on Raqqa, which goes before one on An area: ${by}.`);
  assert.equal(fate({ fate: "of_a_later_rule" }), "of_a_later_rule");
});

test("readers of every language are told in it", () => {
  for (const language of ["nl", "ar", "ku"]) {
    speak(language);
    const lines = summary({}, language);
    assert.ok(lines.every((line) => !/held|newest|why\./.test(line)), lines.join());
  }
  speak("nl");
  assert.equal(summary({}, "nl")[0], "Op 17 oktober 2017 was Rakka in handen van Syrian Democratic Forces.");
  speak("en");
});

test("what is no explanation is none", () => {
  assert.equal(isExplanation(smallExplanation()), true);
  for (const broken of [null, {}, { ...smallExplanation(), claims: {} }, { ...smallExplanation(), verdict: null }, { ...smallExplanation(), reports: null }, []]) assert.equal(isExplanation(broken), false);
});
