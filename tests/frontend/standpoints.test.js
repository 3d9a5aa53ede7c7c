import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { FetchFailed, Refused } from "../../geomap/static/js/api.js";
import { dayOfIso, isoOf } from "../../geomap/static/js/days.js";
import { MapState } from "../../geomap/static/js/map_state.js";
import { Standpoints } from "../../geomap/static/js/standpoints.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { TimelineStore } from "../../geomap/static/js/timeline_store.js";
import { smallTimeline } from "./small_timeline.js";

const TODAY = dayOfIso("2026-11-22");
const DAY = dayOfIso("2017-10-17");
const THEN = dayOfIso("2017-10-16");

/**
 * @typedef {object} Asked a question to the server that the test answers
 * @property {string} known the ISO day, or nothing
 * @property {AbortSignal} [signal]
 * @property {(error?: Error) => Promise<void>} answer with its timeline, or with a failure
 */

/** A map that shows all that is known, and a server that answers when the test says so. */
function aMap() {
  /** @type {Asked[]} */
  const asked = [];
  class Store extends TimelineStore {
    /**
     * @override
     * @type {TimelineStore["read"]}
     */
    async read(standpoint, signal) {
      const kept = this.kept(standpoint);
      if (kept) return kept;
      await new Promise((resolve, reject) => {
        const answer = (/** @type {Error | undefined} */ error) => {
          error ? reject(error) : resolve(undefined);
          return settled();
        };
        asked.push({ known: standpoint.known === null ? "" : isoOf(standpoint.known), signal, answer });
      });
      globalThis.fetch = () => Promise.resolve(Response.json(smallTimeline()));
      return super.read(standpoint);
    }
  }
  const state = new MapState();
  const timeline = decodeTimeline(smallTimeline());
  state.update({ timeline, day: DAY, place: "geonames:172955", status: "ready" });
  return { state, timeline, asked, standpoints: new Standpoints(state, { store: new Store(), today: () => TODAY }) };
}

/** All that follows from an answer has happened. */
async function settled() {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test("another day of knowledge exchanges the timeline and nothing else", async () => {
  const { state, timeline, asked, standpoints } = aMap();
  void standpoints.show({ known: THEN });
  assert.deepEqual([state.current.timeline, state.current.known, state.current.awaited?.known], [timeline, null, THEN]);
  await asked[0].answer();
  assert.notEqual(state.current.timeline, timeline);
  const { known, awaited, day, place, problem } = state.current;
  assert.deepEqual({ known, awaited, day, place, problem }, { known: THEN, awaited: null, day: DAY, place: "geonames:172955", problem: "" });
});

test("what is known now is fetched once beside it, for comparison, and let go of with the day of knowledge", async () => {
  const { state, asked, standpoints } = aMap();
  void standpoints.show({ known: THEN });
  await asked[0].answer();
  assert.deepEqual(asked.map(({ known }) => known), ["2017-10-16", ""]);
  assert.equal(state.current.base, null);
  await asked[1].answer();
  assert.notEqual(state.current.base, null);
  await standpoints.show({ known: null });
  await settled();
  assert.equal(state.current.base, null);
  await standpoints.show({ known: THEN });
  assert.equal(asked.length, 2);
});

test("a comparison that does not come is left out", async () => {
  const { state, asked, standpoints } = aMap();
  void standpoints.show({ known: THEN });
  await asked[0].answer();
  await asked[1].answer(new FetchFailed("The server does not answer."));
  assert.deepEqual([state.current.base, state.current.problem], [null, ""]);
});

test("a question that a later one overtakes is called off, whatever comes of it", async () => {
  const { state, asked, standpoints } = aMap();
  void standpoints.show({ known: THEN });
  void standpoints.show({ known: THEN - 30 });
  assert.equal(asked[0].signal?.aborted, true);
  await asked[1].answer();
  await asked[0].answer();
  assert.equal(state.current.known, THEN - 30);
  assert.equal(state.current.problem, "");
});

test("the server is asked when the handle rests, and once", async (context) => {
  const { state, asked, standpoints } = aMap();
  context.mock.timers.enable({ apis: ["setTimeout"] });
  for (let step = 0; step < 40; step += 1) {
    standpoints.wish({ known: THEN - step });
    context.mock.timers.tick(30);
  }
  assert.deepEqual([asked.length, state.current.awaited?.known], [0, THEN - 39]);
  context.mock.timers.tick(500);
  assert.deepEqual(asked.map(({ known }) => known), [isoOf(THEN - 39)]);
});

test("a failure leaves the picture as it was, says so, and can be tried again", async () => {
  const { state, timeline, asked, standpoints } = aMap();
  void standpoints.show({ known: THEN });
  await asked[0].answer(new FetchFailed("The server does not answer."));
  assert.deepEqual([state.current.timeline, state.current.problem, state.current.awaited?.known], [timeline, "The server does not answer.", THEN]);
  standpoints.retry();
  assert.equal(state.current.problem, "");
  await asked[1].answer();
  assert.equal(state.current.known, THEN);
});

test("after a failure the reader can stay with what is shown", async () => {
  const { state, timeline, asked, standpoints } = aMap();
  void standpoints.show({ known: THEN });
  await asked[0].answer(new FetchFailed("The server does not answer."));
  standpoints.stay();
  assert.deepEqual([state.current.timeline, state.current.awaited, state.current.problem], [timeline, null, ""]);
  standpoints.retry();
  assert.equal(asked.length, 1);
});

test("what the server refuses is told and not asked again", async () => {
  const { state, asked, standpoints } = aMap();
  void standpoints.show({ pins: { revision: "9" } });
  await asked[0].answer(new Refused("revision: 9 is none."));
  assert.deepEqual([state.current.problem, state.current.awaited], ["revision: 9 is none.", null]);
});

test("a day on which nothing can have been known is refused without asking", async () => {
  const { state, asked, standpoints } = aMap();
  for (const [known, words] of /** @type {[number, RegExp][]} */ ([[TODAY + 1, /nobody can say yet/], [dayOfIso("1999-01-01"), /nothing was known yet/]])) {
    await standpoints.show({ known });
    assert.match(state.current.problem, words);
    assert.equal(state.current.awaited, null);
  }
  assert.equal(asked.length, 0);
});

test("a day and a place that the other revision does not have are left", async () => {
  const { state, asked, standpoints } = aMap();
  state.update({ place: "geomap:gone" });
  void standpoints.show({ pins: { revision: "1" } });
  await asked[0].answer();
  assert.deepEqual([state.current.place, state.current.pins], [null, { revision: "1" }]);
});

test("the first map asks for what is known now once, and beside it only when something else is shown", async () => {
  const plain = aMap();
  void plain.standpoints.begin("#date=2017-10-17");
  await settled();
  assert.deepEqual(plain.asked.map(({ known }) => known), [""]);
  const { state, asked, standpoints } = aMap();
  void standpoints.begin("#known=2017-10-16");
  await settled();
  assert.deepEqual(asked.map(({ known }) => known), ["", "2017-10-16"]);
  await asked[0].answer();
  await asked[1].answer();
  assert.equal(state.current.known, THEN);
  assert.notEqual(state.current.base, null);
  assert.equal(asked.length, 2);
});

test("an address with a broken day of knowledge is told, and all that is known shown", async () => {
  const { state, asked, standpoints } = aMap();
  const followed = standpoints.follow("#known=yesterday");
  await settled();
  await asked[0].answer();
  await followed;
  assert.equal(state.current.known, null);
  assert.match(state.current.problem, /^“yesterday” is not a date/);
});

test("a store keeps the timelines that were asked for last", async () => {
  const store = new TimelineStore();
  let count = 0;
  globalThis.fetch = () => {
    count += 1;
    return Promise.resolve(Response.json(smallTimeline()));
  };
  const first = await store.read({ known: THEN, pins: {} });
  for (let step = 1; step < 6; step += 1) await store.read({ known: THEN + step, pins: {} });
  assert.equal(await store.read({ known: THEN, pins: {} }), first);
  assert.equal(count, 6);
  await store.read({ known: THEN + 6, pins: {} });
  assert.equal(store.kept({ known: THEN, pins: {} }), first);
  assert.equal(store.kept({ known: THEN + 1, pins: {} }), null);
});
