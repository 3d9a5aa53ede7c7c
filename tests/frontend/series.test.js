/** The series of measured territory, as the chart reads it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { dayOfIso, spanOf } from "../../geomap/static/js/days.js";
import { decodeSeries, largest, positionOn, SeriesBroken } from "../../geomap/static/js/series.js";

const band = (/** @type {number[]} */ ...best) => ({ low: best, best, high: best });
const actor = (/** @type {string} */ name, /** @type {number[]} */ ...best) => ({ name, km2: band(...best), places: band(...best), population: band(...best) });
const document = {
  days: ["2014-06-10", "2014-08-03", "2017-10-17"],
  actors: { is: actor("IS", 10, 30, 0), sdf: actor("SDF", 0, 5, 40), nobody: actor("Nobody", 0, 0, 0) },
  published: [{ actor: "is", when: "2015-01", published_km2: 90_800, source: "IHS" }],
};
const series = decodeSeries(document, spanOf);

test("the largest actors are those that ever had the most", () => {
  assert.deepEqual(largest(series, "km2", 6).map(({ id }) => id), ["sdf", "is"]);
  assert.deepEqual(largest(series, "km2", 1).map(({ id }) => id), ["sdf"]);
});

test("a value holds from its day until the next", () => {
  assert.equal(positionOn(series, dayOfIso("2014-06-09")), -1);
  assert.equal(positionOn(series, dayOfIso("2014-06-10")), 0);
  assert.equal(positionOn(series, dayOfIso("2017-10-16")), 1);
  assert.equal(positionOn(series, dayOfIso("2019-01-01")), 2);
});

test("a published figure stands for the days of its date", () => {
  assert.deepEqual(series.published, [{ actor: "is", first: dayOfIso("2015-01-01"), last: dayOfIso("2015-01-31"), km2: 90_800, source: "IHS" }]);
});

test("dates of each precision have their days", () => {
  assert.deepEqual(spanOf("2017-06-26"), { first: dayOfIso("2017-06-26"), last: dayOfIso("2017-06-26") });
  assert.deepEqual(spanOf("2016-02~"), { first: dayOfIso("2016-02-01"), last: dayOfIso("2016-02-29") });
  assert.deepEqual(spanOf("2015"), { first: dayOfIso("2015-01-01"), last: dayOfIso("2015-12-31") });
  assert.deepEqual(spanOf("2016-07/2016-09"), { first: dayOfIso("2016-07-01"), last: dayOfIso("2016-09-30") });
});

for (const [what, broken] of Object.entries({
  "without days": { ...document, days: undefined },
  "with a day that is none": { ...document, days: ["2014-02-30"] },
  "with a column too short": { ...document, actors: { is: actor("IS", 1) } },
  "with a value that is no number": { ...document, actors: { is: { ...actor("IS", 1, 2, 3), km2: { low: [1, 2, "3"], best: [1, 2, 3], high: [1, 2, 3] } } } },
  "that is null": null,
})) {
  test(`a document ${what} is refused`, () => assert.throws(() => decodeSeries(broken, spanOf), SeriesBroken));
}
