import assert from "node:assert/strict";
import { test } from "node:test";

import "./languages.js";
import { LEAST_DAYS, dayAt, lengthOf, panned, pullAt, revealing, shareOf, ticksOf, wholeRange, zoomed } from "../../geomap/static/js/axis.js";
import { dayOfIso, isoOf } from "../../geomap/static/js/days.js";
import { monthNames } from "../../geomap/static/js/months.js";

const whole = wholeRange({ viewStart: dayOfIso("2014-01-01"), viewLast: dayOfIso("2019-12-31") });
const MONTHS = monthNames("short", ["en-GB"]);
/** @param {string} start @param {string} end */
const range = (start, end) => ({ start: dayOfIso(start), end: dayOfIso(end) });
/** @param {import("../../geomap/static/js/axis.js").Tick[]} ticks */
const labels = (ticks) => ticks.map(({ label }) => label).filter(Boolean);

test("each day has its stretch of the axis, the last one up to the very end", () => {
  assert.equal(isoOf(dayAt(0, whole)), "2014-01-01");
  assert.equal(isoOf(dayAt(1, whole)), "2019-12-31");
  for (const day of [whole.start, whole.start + 777, whole.end - 1]) assert.equal(dayAt(shareOf(day + 0.5, whole), whole), day);
  assert.equal(dayAt(-3, whole), whole.start);
});

test("zooming keeps the instant in focus where it is", () => {
  const focus = dayOfIso("2016-05-24") + 0.25;
  const closer = zoomed(whole, whole, { factor: 4, focus });
  assert.equal(Math.round(lengthOf(closer)), Math.round(lengthOf(whole) / 4));
  assert.ok(Math.abs(shareOf(focus, closer) - shareOf(focus, whole)) < 1e-9);
  const back = zoomed(closer, whole, { factor: 1 / 4, focus });
  assert.ok(Math.abs(back.start - whole.start) < 1e-6 && Math.abs(back.end - whole.end) < 1e-6);
});

test("zooming ends at two weeks and at the whole", () => {
  assert.equal(lengthOf(zoomed(whole, whole, { factor: 1e9, focus: whole.start })), LEAST_DAYS);
  assert.deepEqual(zoomed(range("2017-01-01", "2018-01-01"), whole, { factor: 1e-9, focus: whole.end }), whole);
  const short = { start: 0, end: 5 };
  assert.deepEqual(zoomed(short, short, { factor: 8, focus: 2 }), short);
});

test("the axis is never pushed beyond the atlas", () => {
  const year = range("2017-01-01", "2018-01-01");
  assert.deepEqual(panned(year, whole, 10), range("2017-01-11", "2018-01-11"));
  assert.equal(panned(year, whole, -1e6).start, whole.start);
  assert.equal(panned(year, whole, 1e6).end, whole.end);
  assert.equal(lengthOf(panned(year, whole, 1e6)), 365);
});

test("a day that leaves the axis brings the axis along", () => {
  const year = range("2017-01-01", "2018-01-01");
  assert.equal(revealing(year, whole, dayOfIso("2017-12-31")), year);
  const later = revealing(year, whole, dayOfIso("2018-01-01"));
  assert.ok(Math.abs(shareOf(dayOfIso("2018-01-01"), later) - 0.15) < 0.01);
  const earlier = revealing(year, whole, dayOfIso("2016-12-31"));
  assert.ok(Math.abs(shareOf(dayOfIso("2016-12-31"), earlier) - 0.85) < 0.01);
  assert.equal(revealing(whole, whole, dayOfIso("2012-01-01")), whole);
});

test("six years are marked by their years, and by quarters between", () => {
  const ticks = ticksOf(whole, 860, MONTHS);
  assert.deepEqual(labels(ticks), ["2014", "2015", "2016", "2017", "2018", "2019"]);
  assert.equal(ticks.length, 24);
  assert.deepEqual(labels(ticksOf(whole, 290, MONTHS)), ["2014", "2015", "2016", "2017", "2018", "2019"]);
  assert.ok(labels(ticksOf(whole, 150, MONTHS)).length < 6);
});

test("a year is marked by its months, and January by the year", () => {
  const ticks = ticksOf(range("2016-10-15", "2017-10-15"), 860, MONTHS);
  assert.deepEqual(labels(ticks), ["2016", "Nov", "Dec", "2017", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct"]);
  assert.deepEqual(ticks.filter(({ isMajor }) => isMajor).map(({ start }) => isoOf(start)), ["2016-01-01", "2017-01-01"]);
});

test("months are marked by weeks and days, and the first day by its month", () => {
  assert.deepEqual(labels(ticksOf(range("2017-09-20", "2017-11-20"), 600, MONTHS)), ["Sept 2017", "Oct 2017", "8", "15", "22", "Nov 2017", "8", "15"]);
  const fortnight = labels(ticksOf(range("2017-10-10", "2017-10-24"), 860, MONTHS));
  assert.equal(fortnight[0], "Oct 2017");
  assert.equal(fortnight.at(-1), "23");
});

test("no two labels lie on each other, however far the axis is zoomed", () => {
  for (let length = lengthOf(whole); length > LEAST_DAYS; length *= 0.83) {
    for (const width of [220, 320, 860, 2000]) {
      const shown = zoomed(whole, whole, { factor: lengthOf(whole) / length, focus: dayOfIso("2016-02-20") });
      const ticks = ticksOf(shown, width, MONTHS);
      const boxes = ticks.filter(({ label }) => label !== "").map(({ start, label }) => {
        const left = Math.max(0, shareOf(start, shown) * width);
        return { left, right: left + label.length * 6.5, label };
      });
      assert.ok((boxes.at(-1)?.right ?? 0) <= width, `${boxes.at(-1)?.label} is cut off, ${length} days on ${width} px`);
      boxes.slice(1).forEach(({ left, label }, at) => assert.ok(boxes[at].right <= left, `${boxes[at].label} lies on ${label}, ${length} days on ${width} px`));
      assert.ok(boxes.length > 0);
      assert.ok(ticks.length < width / 3);
    }
  }
});

test("centuries are marked too", () => {
  const long = range("0900-01-01", "2020-01-01");
  assert.deepEqual(labels(ticksOf(long, 700, MONTHS)), ["900", "1000", "1100", "1200", "1300", "1400", "1500", "1600", "1700", "1800", "1900"]);
});

test("a hand draws the axis only near its ends, the faster the farther out, and never without measure", () => {
  assert.deepEqual([0.04, 0.3, 0.5, 0.96].map((share) => pullAt(share, 0.04)), [0, 0, 0, 0]);
  const out = [0.97, 0.99, 1, 1.02, 1.05].map((share) => pullAt(share, 0.04));
  assert.ok(out.every((speed, at) => speed > (out[at - 1] ?? 0)));
  for (const share of [1, 1.02, 3]) assert.ok(Math.abs(pullAt(share, 0.04) + pullAt(1 - share, 0.04)) < 1e-9);
  assert.equal(pullAt(30, 0.04), pullAt(40, 0.04));
});

test("a day taken at an end of the axis lies whole on it, so that the axis stays where it is", () => {
  for (const [start, end] of [[10.2, 40.7], [10, 40], [9.9, 24.1]]) {
    for (const share of [0, 0.001, 0.5, 0.999, 1]) {
      const range = { start, end };
      assert.equal(revealing(range, { start: 0, end: 100 }, dayAt(share, range)), range);
    }
  }
});
