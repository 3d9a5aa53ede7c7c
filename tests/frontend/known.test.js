import assert from "node:assert/strict";
import { test } from "node:test";

import { speak } from "./languages.js";
import { fetchExplanation, FetchFailed, fetchRecord } from "../../geomap/static/js/api.js";
import { dayOfIso } from "../../geomap/static/js/days.js";
import { problemOf, readAsKnown } from "../../geomap/static/js/known.js";
import { TimelineStore } from "../../geomap/static/js/timeline_store.js";
import { smallExplanation } from "./small_explanation.js";
import { smallRecord } from "./small_record.js";
import { smallTimeline } from "./small_timeline.js";

const TODAY = dayOfIso("2026-11-22");
const START = dayOfIso("2011-01-01");
/** @param {import("../../geomap/static/js/standpoint.js").Standpoint} standpoint */
const read = (standpoint) => new TimelineStore().read(standpoint);

/**
 * Answer every fetch during some work, and say what was asked for.
 * @param {unknown} document
 * @param {() => Promise<void>} work
 * @param {(path: string) => boolean} [refuses] what the server does not take
 * @returns {Promise<string[]>}
 */
async function answering(document, work, refuses = () => false) {
  const real = globalThis.fetch;
  /** @type {string[]} */
  const asked = [];
  globalThis.fetch = (path) => {
    asked.push(String(path));
    return Promise.resolve(refuses(String(path)) ? Response.json({ detail: "revision: 9 is none." }, { status: 400 }) : Response.json(document));
  };
  try {
    await work();
  } finally {
    globalThis.fetch = real;
  }
  return asked;
}

test("an address without a day of knowledge shows all that is known", async () => {
  const asked = await answering(smallTimeline(), async () => {
    const { known, problem } = await readAsKnown("#date=2019-02-16", TODAY, read);
    assert.deepEqual({ known, problem }, { known: null, problem: "" });
  });
  assert.deepEqual(asked, ["/api/timeline"]);
});

test("an address with one asks for the timeline as it was known", async () => {
  const asked = await answering(smallTimeline(), async () => {
    const { known, problem } = await readAsKnown("#date=2019-02-16&known=2019-02-15", TODAY, read);
    assert.deepEqual({ known, problem }, { known: dayOfIso("2019-02-15"), problem: "" });
  });
  assert.equal(asked.at(-1), "/api/timeline?known=2019-02-15");
});

test("a day of knowledge that is broken is not left out in silence", async () => {
  for (const text of ["2019-02-30", "yesterday", "", "2019-2-3", "<b>now</b>", "x".repeat(500)]) {
    await answering(smallTimeline(), async () => {
      const { known, problem } = await readAsKnown(`#known=${encodeURIComponent(text)}`, TODAY, read);
      assert.equal(known, null);
      assert.match(problem, /^“.*” is not a date of the form 2019-02-16\. The map shows all that is known\.$/);
      assert.ok(problem.length < 130);
    });
  }
});

test("a day of knowledge before the atlas, or after today, is refused in words", async () => {
  const asked = await answering(smallTimeline(), async () => {
    const { known, problem } = await readAsKnown("#known=2010-12-31", TODAY, read);
    assert.equal(known, null);
    assert.equal(problem, "On 31 December 2010 nothing was known yet: the atlas begins on 1 Jan 2011. The map shows all that is known.");
  });
  assert.equal(asked.at(-1), "/api/timeline");
  assert.equal(problemOf(TODAY + 1, START, TODAY), "What will be known on 23 November 2026 nobody can say yet.");
});

test("the first and the last day that can be asked for are today and the start of the atlas", () => {
  for (const day of [null, START, TODAY]) assert.equal(problemOf(day, START, TODAY), "");
});

test("an explanation is asked for its place, its day and what was known", async () => {
  const asked = await answering(smallExplanation(), async () => {
    await fetchExplanation({ place: "odd id/with?signs&more=", day: dayOfIso("2019-02-16"), known: null, pins: {} });
    await fetchExplanation({ place: "geomap:al-baghuz", day: dayOfIso("2019-02-16"), known: dayOfIso("2019-02-17"), pins: { revision: "2", reliability: "B" } });
  });
  assert.deepEqual(asked, [
    "/api/explain?place=odd+id%2Fwith%3Fsigns%26more%3D&date=2019-02-16",
    "/api/explain?place=geomap%3Aal-baghuz&date=2019-02-16&known=2019-02-17&revision=2&reliability=B",
  ]);
});

test("a record is asked for its place, a day and the standpoint", async () => {
  const asked = await answering(smallRecord(), async () => {
    await fetchRecord({ place: "geomap:al-baghuz", day: dayOfIso("2019-02-16"), known: dayOfIso("2019-02-17"), pins: { source: "sohr" } }, []);
  });
  assert.deepEqual(asked, ["/api/places/geomap%3Aal-baghuz/record?around=2019-02-16&known=2019-02-17&source=sohr"]);
  await assert.rejects(answering({ place: {} }, async () => void await fetchRecord({ place: "p", day: 0, known: null, pins: {} }, [])), FetchFailed);
});

test("an answer that is no explanation is refused", async () => {
  for (const document of [null, {}, { summary: [] }, { summary: [], claims: {} }, { summary: [], claims: [] }, []]) {
    await answering(document, async () => {
      await assert.rejects(fetchExplanation({ place: "p", day: 0, known: null, pins: {} }), FetchFailed);
    });
  }
});

test("an address that pins a revision and the rule asks for just that", async () => {
  const asked = await answering(smallTimeline(), async () => {
    const { pins, known, problem } = await readAsKnown("#revision=2&dispute_window=30&reliability=B&source=sohr,ap", TODAY, read);
    assert.deepEqual({ pins, known, problem }, { pins: { revision: "2", dispute_window: "30", reliability: "B", source: "sohr,ap" }, known: null, problem: "" });
  });
  assert.equal(asked.at(-1), "/api/timeline?revision=2&dispute_window=30&reliability=B&source=sohr%2Cap");
});

test("a revision that does not exist is told, and the map as it is now is shown", async () => {
  const asked = await answering(smallTimeline(), async () => {
    const { pins, known, problem } = await readAsKnown("#known=2019-02-15&revision=9", TODAY, read);
    assert.deepEqual({ pins, known }, { pins: {}, known: null });
    assert.match(problem, /revision: 9 is none\. The map shows all that is known\.$/);
  }, (path) => path.includes("revision=9"));
  assert.equal(asked.at(-1), "/api/timeline");
});

test("a server that refuses even the plain question is a failure, not a fallback without end", async () => {
  await answering(smallTimeline(), async () => {
    await assert.rejects(readAsKnown("#revision=9", TODAY, read), FetchFailed);
  }, () => true);
});

test("what the server refuses is told in the reader's language, and in full to who reads English", async () => {
  const failure = async () => {
    let said = "";
    await answering(null, async () => {
      said = await read({ known: null, pins: { revision: "9" } }).then(() => "", (error) => error.message);
    }, () => true);
    return said;
  };
  assert.equal(await failure(), "The server answered with status 400. revision: 9 is none.");
  speak("nl");
  assert.equal(await failure(), "De server neemt deze vraag niet aan. De server antwoordde met status 400.");
  speak("en");
});
