import assert from "node:assert/strict";
import { test } from "node:test";

import { answerShown, eventMask, formatHidden, happeningShown, hidesAnything, NOBODY, NOTHING_HIDDEN, parseHidden, withHidden } from "../../geomap/static/js/filters.js";

const ACTORS = [{ id: "is" }, { id: "sdf" }];
/** Held by IS, held by SDF though some say IS, disputed, contested by nobody named. */
const PERIODS = {
  count: 4,
  status: /** @type {("held" | "disputed" | "contested")[]} */ (["held", "held", "disputed", "contested"]),
  holders: [[0], [1, 0], [0, 1], []],
};
const ANSWERS = { actors: ACTORS, periods: PERIODS };
const EVENTS = {
  actors: ACTORS,
  sources: [{ id: "sohr" }, { id: "reuters" }],
  events: { count: 3, kind: ["battle", "air_strike", "battle"], actors: [[0, 1], [0], []], source: [0, 1, 1], grade: ["B2", "A1", "B2"] },
};

/** @param {string} hidden as in an address */
const shown = (hidden) => PERIODS.status.map((_, answer) => Number(answerShown(ANSWERS, answer, parseHidden(hidden))));
/** @param {string} hidden as in an address */
const happened = (hidden) => [...eventMask(EVENTS, parseHidden(hidden))];

test("nothing is hidden at first", () => {
  assert.equal(hidesAnything(NOTHING_HIDDEN), false);
  assert.deepEqual(shown(""), [1, 1, 1, 1]);
  assert.deepEqual(happened(""), [1, 1, 1]);
  assert.equal(answerShown(ANSWERS, -1, NOTHING_HIDDEN), true);
});

test("an answer is hidden by its status, or when all its holders are", () => {
  assert.deepEqual(shown("actor/is"), [0, 1, 1, 1]);
  assert.deepEqual(shown("actor/sdf"), [1, 0, 1, 1]);
  assert.deepEqual(shown("actor/is/sdf"), [0, 0, 0, 1]);
  assert.deepEqual(shown("status/disputed"), [1, 1, 0, 1]);
  assert.deepEqual(shown(`actor/${NOBODY}`), [1, 1, 1, 0]);
  assert.equal(answerShown(ANSWERS, -1, parseHidden("status/unknown")), false);
  assert.equal(answerShown(ANSWERS, -1, parseHidden("actor/is/sdf/-")), true);
});

test("sources, grades and kinds hide no answer", () => {
  assert.deepEqual(shown("kind/battle,source/sohr/reuters,grade/B2"), [1, 1, 1, 1]);
});

test("an event is hidden by its kind, source or grade, or when all its actors are", () => {
  assert.deepEqual(happened("kind/battle"), [0, 1, 0]);
  assert.deepEqual(happened("source/reuters"), [1, 0, 0]);
  assert.deepEqual(happened("grade/A1"), [1, 0, 1]);
  assert.deepEqual(happened("actor/is"), [1, 0, 1]);
  assert.deepEqual(happened("actor/is/sdf"), [0, 0, 1]);
  assert.deepEqual(happened(`actor/${NOBODY}`), [1, 1, 0]);
  assert.deepEqual(happened("status/held"), [1, 1, 1]);
});

test("what is hidden stands in the address, the same however it came about", () => {
  const one = withHidden(withHidden(NOTHING_HIDDEN, "kinds", ["shelling", "battle"], true), "actors", ["sdf"], true);
  assert.equal(formatHidden(one), "actor/sdf,kind/battle/shelling");
  assert.deepEqual(parseHidden(formatHidden(one)), one);
  assert.equal(formatHidden(withHidden(one, "kinds", ["battle", "shelling"], false)), "actor/sdf");
  assert.equal(formatHidden(NOTHING_HIDDEN), "");
});

test("a damaged part of an address hides nothing", () => {
  assert.deepEqual(parseHidden("actor/is/<b>/../,kind//BATTLE,colour/red,grade/B7/A1,status/lost,"), parseHidden("actor/is,grade/A1"));
  assert.deepEqual(parseHidden("held,is,/is,__proto__/is,constructor/x"), NOTHING_HIDDEN);
});

test("an event of a record is hidden as the same event of the timeline is", () => {
  const { actors, sources, events } = EVENTS;
  for (const hidden of ["", "actor/is", "actor/is/sdf", "actor/-", "kind/battle", "source/sohr", "grade/A1", "kind/battle,source/reuters"]) {
    const alike = [...Array(events.count).keys()].map((event) => ({
      kind: events.kind[event], grade: events.grade[event], source: sources[events.source[event]], actors: events.actors[event].map((at) => actors[at]),
    }));
    assert.deepEqual(alike.map((event) => Number(happeningShown(event, parseHidden(hidden)))), happened(hidden), hidden);
  }
});
