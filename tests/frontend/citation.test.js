import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { citation, embedCode, permanentLink } from "../../geomap/static/js/citation.js";
import { dayOfIso } from "../../geomap/static/js/days.js";
import { NOTHING_HIDDEN } from "../../geomap/static/js/filters.js";
import { pinsIn, pinsOf, samePins, standpointInWords } from "../../geomap/static/js/standpoint.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { parseAddress } from "../../geomap/static/js/url_hash.js";
import { smallTimeline } from "./small_timeline.js";

const timeline = decodeTimeline(smallTimeline());
const PAGE = "https://maps.example/geomap/?lang=nl&embed=1#date=1900-01-01";
const DAY = dayOfIso("2017-10-17");
const VIEW = { day: DAY, known: null, compare: null, pins: {}, longitude: 39, latitude: 36, zoom: 8, place: null, filters: NOTHING_HIDDEN, playing: false, status: /** @type {const} */ ("ready"), moving: false };

/** @param {import("../../geomap/static/js/say.js").Phrase} phrase */
const plain = (phrase) => phrase.map((part) => (typeof part === "string" ? part : part.name)).join("");

test("a permanent link pins all that decides on the view, and never opens an embedded map", () => {
  const link = permanentLink({ ...VIEW, known: DAY + 3, place: "geonames:172955" }, timeline, PAGE);
  assert.equal(link, "https://maps.example/geomap/?lang=nl#date=2017-10-17&known=2017-10-20&revision=1&dispute_window=14&zoom=8&longitude=39&latitude=36&place=geonames:172955");
  const read = parseAddress(new URL(link).hash);
  assert.deepEqual(read.pins, timeline.pins);
});

test("a timeline is pinned by its revision and by each setting of the rule that can be asked for", () => {
  const rule = { name: "rule-1", dispute_window_days: 30, least_reliability: "B", sources: ["ap", "sohr"] };
  const pins = pinsOf({ revision: 7, rule });
  assert.deepEqual(pins, { revision: "7", dispute_window: "30", reliability: "B", source: "ap,sohr" });
  assert.equal(samePins(pins, pinsIn(new URLSearchParams("source=ap,sohr&reliability=B&dispute_window=30&revision=7&known=x"))), true);
  assert.equal(samePins(pins, { ...pins, revision: "8" }), false);
  assert.equal(samePins(pins, {}), false);
});

test("a citation names title, day, what was known, revision, rule, address and the day of reading", () => {
  const access = { address: "https://maps.example/#x", accessed: dayOfIso("2026-11-22") };
  assert.equal(plain(citation(VIEW, timeline, access)),
    "Small. The map of 17 October 2017, with all that was known on 22 November 2026. Revision 1, judged by rule-1 with a dispute window of 14 days. https://maps.example/#x");
  assert.equal(plain(citation({ ...VIEW, known: DAY + 1 }, { ...timeline, pins: { ...timeline.pins, reliability: "B", source: "ap,sohr" } }, access)),
    "Small. The map of 17 October 2017, as known on 18 October 2017. Revision 1, judged by rule-1 with a dispute window of 14 days"
    + " · Only sources of reliability B or better · Only these sources: ap, sohr. https://maps.example/#x (read on 22 November 2026)");
});

test("a title of an atlas is never read as a text of the page", () => {
  const hostile = { ...timeline, atlas: { ...timeline.atlas, title: "{address} <b>" } };
  assert.match(plain(citation(VIEW, hostile, { address: "https://a.example", accessed: DAY })), /^\{address\} <b>\. /);
});

test("only what differs from the map as it is now is told", () => {
  const own = timeline.pins;
  assert.deepEqual(standpointInWords({ known: null, pins: own }, own), []);
  assert.deepEqual(standpointInWords({ known: DAY, pins: { ...own, dispute_window: "1" } }, { ...own, revision: "4" }), [
    "As known on 17 October 2017",
    "Revision 1 of the atlas; the newest is 4",
    "Dispute window of 1 day",
  ]);
});

test("an embedded map is asked for in so many words, and a title cannot leave its attribute", () => {
  const link = permanentLink(VIEW, timeline, "https://maps.example/", { lang: "ar", embed: "1" });
  assert.match(link, /^https:\/\/maps\.example\/\?lang=ar&embed=1#date=2017-10-17&/);
  assert.equal(embedCode("https://a.example/?b&c", '"><script>alert(1)</script>'),
    '<iframe src="https://a.example/?b&amp;c" title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" width="100%" height="520" loading="lazy"></iframe>');
});
