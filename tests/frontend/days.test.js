import assert from "node:assert/strict";
import { test } from "node:test";

import { addMonths, clampDay, DayError, dayOf, dayOfIso, isoOf, longDay, monthAndYear, parseDay, parseDayWithin, partsOf, periodInWords, shortDay } from "../../geomap/static/js/days.js";
import { chance } from "./chance.js";
import { LANGUAGES, speak } from "./languages.js";

test("a day survives the way to ISO and back", () => {
  const pick = chance(1);
  for (let round = 0; round < 2000; round += 1) {
    const day = pick(60_000) - 10_000;
    assert.equal(dayOfIso(isoOf(day)), day);
    const { year, month, dayOfMonth } = partsOf(day);
    assert.equal(dayOf(year, month, dayOfMonth), day);
  }
});

test("days of one month follow each other", () => {
  assert.equal(dayOfIso("2016-03-01") - dayOfIso("2016-02-28"), 2);
  assert.equal(dayOfIso("2017-03-01") - dayOfIso("2017-02-28"), 1);
  assert.equal(dayOfIso("1970-01-01"), 0);
});

test("a day that the calendar lacks is refused", () => {
  assert.equal(dayOf(2017, 2, 29), null);
  assert.equal(dayOf(2017, 13, 1), null);
  assert.equal(dayOf(2017, 4, 31), null);
  assert.throws(() => dayOfIso("2017-02-29"), DayError);
  assert.throws(() => dayOfIso("17-10-2017"), DayError);
});

test("dates are read as people type them", () => {
  const typed = [
    ["2017-10-17", "2017-10-17"], ["2017/10/17", "2017-10-17"], ["17-10-2017", "2017-10-17"], ["17/10/2017", "2017-10-17"],
    ["17.10.2017", "2017-10-17"], ["17 10 2017", "2017-10-17"], ["17 Oct 2017", "2017-10-17"], ["17 October 2017", "2017-10-17"],
    [" 17  oktober 2017 ", "2017-10-17"], ["17-okt-2017", "2017-10-17"], ["October 17, 2017", "2017-10-17"], ["Oct 17 2017", "2017-10-17"],
    ["17th of October 2017", "2017-10-17"], ["1st May 2016", "2016-05-01"], ["oktober 2017", "2017-10-01"], ["Sept 2014", "2014-09-01"],
    ["mrt 2019", "2019-03-01"], ["maart 2019", "2019-03-01"], ["März 2019", "2019-03-01"], ["août 2017", "2017-08-01"],
    ["2017-10", "2017-10-01"], ["10/2017", "2017-10-01"], ["2017", "2017-01-01"], ["١٧/١٠/٢٠١٧", "2017-10-17"],
    ["17ê Cotmehê 2017", "2017-10-17"], ["17'ê cotmeha 2017'an", "2017-10-17"], ["17 kewçêr 2017", "2017-10-17"], ["kanûn 2016", "2016-12-01"],
    ["17 أكتوبر 2017", "2017-10-17"], ["17 تشرين الأول 2017", "2017-10-17"],
  ];
  for (const [text, iso] of typed) assert.equal(isoOf(parseDay(text)), iso, text);
});

for (const language of LANGUAGES) {
  test(`the page can read every date that it writes in ${language}`, () => {
    speak(language);
    const pick = chance(2);
    for (let round = 0; round < 200; round += 1) {
      const day = pick(20_000);
      assert.equal(parseDay(longDay(day)), day);
      assert.equal(parseDay(shortDay(day)), day);
      const { year, month } = partsOf(day);
      assert.equal(parseDay(monthAndYear(day)), dayOf(year, month, 1));
    }
    speak("en");
  });
}

test("a date is written as the language does, in Latin digits", () => {
  const day = dayOfIso("2017-10-17");
  const written = LANGUAGES.map((language) => {
    speak(language);
    return [longDay(day), shortDay(day), monthAndYear(day)];
  });
  speak("en");
  assert.deepEqual(written, [
    ["17 October 2017", "17 Oct 2017", "October 2017"],
    ["17 oktober 2017", "17 okt 2017", "oktober 2017"],
    ["17 تشرين الأول 2017", "17 تشرين الأول 2017", "تشرين الأول 2017"],
    ["17 Cotmeh 2017", "17 Cotmeh 2017", "Cotmeh 2017"],
  ]);
});

test("what is not a date is refused with a message for the reader", () => {
  for (const text of ["", "  ", "yesterday", "32 Oct 2017", "29 Feb 2017", "2017-13-01", "10/17/2017", "17 Oct 17", "Raqqa 2017", "<b>2017</b>", "17 Octobre brumaire 2017", "x".repeat(5000)]) {
    assert.throws(() => parseDay(text), (error) => error instanceof DayError && error.message.length > 10 && error.message.length < 150, text);
  }
});

test("a date outside the atlas is refused and the atlas named", () => {
  const range = { first: dayOfIso("2011-01-01"), last: dayOfIso("2019-12-31") };
  assert.equal(isoOf(parseDayWithin("31 Dec 2019", range)), "2019-12-31");
  assert.throws(() => parseDayWithin("2020-01-01", range), /1 January 2020 is outside this atlas, which covers 1 Jan 2011 to 31 Dec 2019/);
  assert.throws(() => parseDayWithin("31 Dec 2010", range), DayError);
});

test("a month on is the same day of the month, or its last", () => {
  assert.equal(isoOf(addMonths(dayOfIso("2016-01-31"), 1)), "2016-02-29");
  assert.equal(isoOf(addMonths(dayOfIso("2017-03-31"), -1)), "2017-02-28");
  assert.equal(isoOf(addMonths(dayOfIso("2017-12-15"), 1)), "2018-01-15");
  assert.equal(isoOf(addMonths(dayOfIso("2017-01-15"), -1)), "2016-12-15");
  const pick = chance(3);
  for (let round = 0; round < 500; round += 1) {
    const [day, months] = [pick(20_000), pick(60) - 30];
    const [from, to] = [partsOf(day), partsOf(addMonths(day, months))];
    assert.equal(to.year * 12 + to.month, from.year * 12 + from.month + months);
    assert.ok(to.dayOfMonth <= from.dayOfMonth);
  }
});

test("a half-open period is told with the last day on which it holds", () => {
  const [start, end] = [dayOfIso("2014-01-13"), dayOfIso("2017-10-17")];
  assert.equal(periodInWords(start, end), "from 13 Jan 2014 to 16 Oct 2017");
  assert.equal(periodInWords(start, Infinity), "from 13 Jan 2014 on");
  assert.equal(periodInWords(start, start + 1), "on 13 Jan 2014");
});

test("a day is kept within its range", () => {
  assert.deepEqual([clampDay(1, 3, 5), clampDay(4, 3, 5), clampDay(9, 3, 5)], [3, 4, 5]);
});
