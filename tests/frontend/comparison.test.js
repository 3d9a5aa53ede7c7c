import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { begun, passings, sidesOf, transfers } from "../../geomap/static/js/comparison.js";
import { dayOfIso } from "../../geomap/static/js/days.js";
import { NOTHING_HIDDEN, parseHidden } from "../../geomap/static/js/filters.js";
import { passedTimeline } from "../../geomap/static/js/passed_timeline.js";
import { answerOn, holdersOf, statusOf, UNKNOWN } from "../../geomap/static/js/periods.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { daysInAddress, formatAddress, parseAddress } from "../../geomap/static/js/url_hash.js";
import { smallTimeline } from "./small_timeline.js";

const timeline = decodeTimeline(smallTimeline());
const [BEFORE, AFTER] = ["2015-01-01", "2019-02-25"].map(dayOfIso);
const side = (/** @type {number} */ day) => ({ timeline, day });
const RAQQA = "geonames:172955";
const BAGHUZ = "geomap:al-baghuz";

test("the side in hand may be the first or the second", () => {
  const compare = { day: 2, known: null, view: /** @type {const} */ ("side"), isFirst: false };
  assert.deepEqual(sidesOf({ day: 1, known: 9, compare }), { first: { day: 1, known: 9 }, second: { day: 2, known: null } });
  assert.deepEqual(sidesOf({ day: 1, known: 9, compare: { ...compare, isFirst: true } }), { first: { day: 2, known: null }, second: { day: 1, known: 9 } });
  assert.equal(sidesOf({ day: 1, known: null, compare: null }), null);
});

test("a comparison begins with the day a year later, and at the end of the atlas with that a year before", () => {
  const view = /** @type {const} */ ("swipe");
  assert.deepEqual(begun(BEFORE, 5, { atlas: timeline.atlas, view }), { day: dayOfIso("2016-01-01"), known: 5, view, isFirst: false });
  assert.deepEqual(begun(dayOfIso("2019-12-31"), null, { atlas: timeline.atlas, view }), { day: dayOfIso("2018-12-31"), known: null, view, isFirst: true });
});

test("a place has passed when another party has it, or nobody does", () => {
  assert.deepEqual(passings(side(BEFORE), side(AFTER), NOTHING_HIDDEN), [{ place: RAQQA, from: "is", to: "sdf" }, { place: BAGHUZ, from: "is", to: "disputed" }]);
  assert.deepEqual(passings(side(AFTER), side(BEFORE), NOTHING_HIDDEN)[0], { place: RAQQA, from: "sdf", to: "is" });
  assert.deepEqual(passings(side(BEFORE), side(BEFORE), NOTHING_HIDDEN), []);
});

test("a place has not passed for a reader who has hidden both answers", () => {
  const placesBut = (/** @type {string} */ hidden) => passings(side(BEFORE), side(AFTER), parseHidden(hidden)).map(({ place }) => place);
  assert.deepEqual(placesBut("actor/is"), [RAQQA, BAGHUZ]);
  assert.deepEqual(placesBut("actor/sdf,status/disputed"), [RAQQA, BAGHUZ]);
  assert.deepEqual(placesBut("actor/is/sdf"), []);
  assert.deepEqual(placesBut("actor/is,status/disputed"), [RAQQA]);
  const passed = passedTimeline(side(BEFORE), side(AFTER), { filters: parseHidden("actor/is,status/disputed"), nameOf: String });
  assert.deepEqual([...passed.periods.place], [timeline.placeIndex.get(RAQQA)]);
});

test("a place that only one side knows was unknown on the other", () => {
  const less = smallTimeline();
  for (const column of Object.keys(less.places)) less.places[column] = less.places[column].slice(0, 1);
  less.period_counts = [3];
  less.periods = Object.fromEntries(Object.entries(less.periods).map(([name, column]) => [name, /** @type {any[]} */ (column).slice(0, 3)]));
  less.stale = { period: [], start: [], days: [] };
  const earlier = { timeline: decodeTimeline(less), day: BEFORE };
  assert.deepEqual(passings(earlier, side(BEFORE), NOTHING_HIDDEN), [{ place: BAGHUZ, from: "unknown", to: "is" }]);
  assert.equal(passedTimeline(earlier, side(BEFORE), { filters: NOTHING_HIDDEN, nameOf: String }).places.length, 3);
  assert.equal(passedTimeline(side(BEFORE), earlier, { filters: NOTHING_HIDDEN, nameOf: String }).places.length, 3);
});

test("pairs of parties come with their places, the largest first", () => {
  const passed = [{ place: "a", from: "is", to: "sdf" }, { place: "b", from: "sdf", to: "is" }, { place: "c", from: "sdf", to: "is" }];
  assert.deepEqual(transfers(passed), [{ from: "sdf", to: "is", places: ["b", "c"] }, { from: "is", to: "sdf", places: ["a"] }]);
});

test("as a timeline, what passed has its new party first and everything else no answer", () => {
  const { periods, actors, places } = passedTimeline(side(BEFORE), side(AFTER), { filters: NOTHING_HIDDEN, nameOf: (status) => `(${status})` });
  const partiesOf = (/** @type {number} */ place) => holdersOf(periods, answerOn(periods, place, 0)).map((actor) => actors[actor].name);
  assert.deepEqual(partiesOf(0), ["Syrian Democratic Forces", "Islamic State"]);
  assert.deepEqual(partiesOf(1), ["(disputed)", "Islamic State"]);
  assert.equal(statusOf(periods, answerOn(periods, 1, AFTER)), "passed");
  assert.equal(answerOn(periods, 2, 0), UNKNOWN);
  assert.equal(places.length, 3);
});

test("an address has the first side before the second, whichever is in hand", () => {
  const compare = { day: AFTER, known: 17_000, view: /** @type {const} */ ("difference"), isFirst: false };
  const address = "date=2015-01-01&compare=2019-02-25&compare_known=2016-07-18&view=difference";
  assert.equal(formatAddress(daysInAddress({ day: BEFORE, known: null, compare })), address);
  assert.equal(formatAddress(daysInAddress({ day: AFTER, known: 17_000, compare: { ...compare, day: BEFORE, known: null, isFirst: true } })), address);
  assert.deepEqual(parseAddress(address), { day: BEFORE, compare: { day: AFTER, known: 17_000, view: "difference" } });
});

test("a comparison that makes no sense is none, and an unknown view is side by side", () => {
  assert.deepEqual(parseAddress("#date=2015-01-01&compare=someday&view=swipe"), { day: BEFORE });
  assert.deepEqual(parseAddress("#compare=2019-02-25&view=upside-down").compare, { day: AFTER, known: null, view: "side" });
  assert.deepEqual(parseAddress("#compare_known=2019-02-25").compare, { known: AFTER, view: "side" });
});
