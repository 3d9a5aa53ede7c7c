import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { smallTimeline } from "./small_timeline.js";
import { dayOfIso } from "../../geomap/static/js/days.js";
import { answerOn, UNKNOWN } from "../../geomap/static/js/periods.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { timelineWith } from "../../geomap/static/js/review/after_timeline.js";
import { Desk, nextWaiting } from "../../geomap/static/js/review/desk.js";
import { segmentsOf } from "../../geomap/static/js/review/segments.js";
import { proposalInWords, verdictInWords } from "../../geomap/static/js/review/statement_words.js";

const RAQQA = "geonames:172955";
const HELD = { status: /** @type {const} */ ("held"), holder: "sdf", holders: ["sdf"], opposed: false, uncertain: false, candidates: [] };

/** @param {import("../../geomap/static/js/say.js").Phrase} phrase */
const plain = (phrase) => phrase.map((part) => (typeof part === "string" ? part : part.name)).join("");

test("a text is cut where spans begin and end, and stays whole", () => {
  const parts = segmentsOf("one two three", [{ number: 1, start: 0, end: 7 }, { number: 2, start: 4, end: 13 }]);
  assert.deepEqual(parts, [{ text: "one ", numbers: [1] }, { text: "two", numbers: [1, 2] }, { text: " three", numbers: [2] }]);
});

test("characters are counted as the server counts them", () => {
  const parts = segmentsOf("🎉🎉 Raqqa", [{ number: 1, start: 3, end: 8 }]);
  assert.deepEqual(parts, [{ text: "🎉🎉 ", numbers: [] }, { text: "Raqqa", numbers: [1] }]);
});

test("spans beyond the text are cut or left out", () => {
  assert.deepEqual(segmentsOf("abc", [{ number: 1, start: 1, end: 9 }, { number: 2, start: 3, end: 5 }, { number: 3, start: 2, end: 2 }]), [
    { text: "a", numbers: [] }, { text: "bc", numbers: [1] },
  ]);
  assert.deepEqual(segmentsOf("", [{ number: 1, start: 0, end: 1 }]), []);
});

test("other periods of a place are answered, and those of all others stay", () => {
  const before = decodeTimeline(smallTimeline());
  const period = { ...HELD, start: "2016-01-01", end: null, stale: [] };
  const after = timelineWith(before, [{ place: { id: RAQQA }, periods: [period] }]);
  const day = dayOfIso("2017-01-01");
  assert.deepEqual(after.periods.holders[answerOn(after.periods, 0, day)], [1]);
  assert.equal(answerOn(after.periods, 0, dayOfIso("2015-01-01")), UNKNOWN);
  for (const one of ["2014-01-01", "2019-02-20", "2019-03-01"]) {
    const [then, now] = [before, after].map(({ periods }) => {
      const answer = answerOn(periods, 1, dayOfIso(one));
      return answer === UNKNOWN ? null : [periods.status[answer], periods.holders[answer], periods.stale[answer]];
    });
    assert.deepEqual(now, then);
  }
  assert.equal(after.arcs, before.arcs);
  assert.equal(new Set(after.periods.verdict).size, new Set(after.periods.status.map((_, at) => after.periods.verdict[at])).size);
});

test("periods of a place that the timeline lacks change nothing", () => {
  const timeline = decodeTimeline(smallTimeline());
  assert.equal(timelineWith(timeline, [{ place: { id: "geonames:1" }, periods: [] }]), timeline);
});

test("after a decision the next proposal that waits is looked at, and after the last the first", () => {
  const proposals = /** @type {any[]} */ ([{ number: 3, state: "proposed" }, { number: 5, state: "accepted" }, { number: 8, state: "proposed" }]);
  assert.equal(nextWaiting(proposals, 3)?.number, 8);
  assert.equal(nextWaiting(proposals, 8)?.number, 3);
  assert.equal(nextWaiting([proposals[1]], 0), null);
});

test("the desk tells only what differs", () => {
  const desk = new Desk();
  let told = 0;
  desk.on(["number"], () => { told += 1; });
  desk.update({ number: null });
  desk.update({ number: 4 });
  desk.update({ form: "reject" });
  assert.equal(told, 1);
});

test("proposals and what they change are told in words", () => {
  const timeline = decodeTimeline(smallTimeline());
  const proposal = (/** @type {any} */ kind, /** @type {any} */ statement) => plain(proposalInWords(timeline, /** @type {any} */ ({ kind, statement }), "en"));
  assert.equal(proposal("claim", { effect: "takes", holder: "sdf", loser: "is" }), "Syrian Democratic Forces takes it from Islamic State");
  assert.equal(proposal("claim", { effect: "contests", holder: null, loser: null }), "fighting inside");
  assert.equal(proposal("event", { kind: "battle", actors: ["sdf", "unheard-of"] }), "battle, Syrian Democratic Forces and unheard-of");
  assert.equal(proposal("figure", { measure: "killed", unit: "persons", value: 3250, low: null, high: null, actor: "is" }), "3,250 killed, Islamic State");
  assert.equal(plain(verdictInWords(timeline, HELD, "en")), "Held by Syrian Democratic Forces");
  assert.equal(plain(verdictInWords(timeline, { ...HELD, status: "contested", holder: null, holders: [] }, "en")), "Contested: fighting inside, nobody holds it whole");
});
