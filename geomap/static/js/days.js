/**
 * Days as whole numbers: the count of days since 1 January 1970, in UTC.
 *
 * A day has no hour and no zone, so a plain number is its honest form: it compares, subtracts and indexes a typed array.
 */

import { dayInWords, monthOf } from "./months.js";
import { pageLocales, say } from "./say.js";

const MS_PER_DAY = 86_400_000;
/** Shown where a reader is told how to write a date. */
const EXAMPLE = Date.UTC(2017, 9, 17) / MS_PER_DAY;
/** A typed text longer than this is cut where it is complained about. */
const LONGEST_SHOWN = 30;

/** A typed date that cannot be read. Its message is meant for the reader. */
export class DayError extends Error {}

export const SECONDS_A_DAY = 86_400;

/**
 * The day of a year, month (1-12) and day of the month, or null when the calendar has no such day.
 * @param {number} year
 * @param {number} month
 * @param {number} dayOfMonth
 * @returns {number | null}
 */
export function dayOf(year, month, dayOfMonth) {
  const at = new Date(Date.UTC(2000, month - 1, dayOfMonth));
  at.setUTCFullYear(year, month - 1, dayOfMonth);
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === dayOfMonth;
  return exists ? at.getTime() / MS_PER_DAY : null;
}

/**
 * @param {number} day
 * @returns {{year: number, month: number, dayOfMonth: number}} month is 1-12
 */
export function partsOf(day) {
  const at = new Date(day * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, dayOfMonth: at.getUTCDate() };
}

/**
 * @param {number} day
 * @returns {string} such as 2017-10-17
 */
export function isoOf(day) {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/**
 * The day of an ISO date. For data, where anything else is a mistake of the sender.
 * @param {string} text such as 2017-10-17
 * @returns {number}
 */
export function dayOfIso(text) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match && dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === null) throw new DayError(say("date.notIso", { text, iso: isoOf(EXAMPLE) }));
  return day;
}

/** @returns {number} the day that it is now, in UTC */
export function today() {
  return Math.floor(Date.now() / MS_PER_DAY);
}

/**
 * The same day of the month some months away; the last day of a shorter month.
 * @param {number} day
 * @param {number} months may be negative
 * @returns {number}
 */
export function addMonths(day, months) {
  const { year, month, dayOfMonth } = partsOf(day);
  const count = year * 12 + (month - 1) + months;
  const first = startOfMonth(Math.floor(count / 12), (((count % 12) + 12) % 12) + 1);
  const next = startOfMonth(Math.floor((count + 1) / 12), ((((count + 1) % 12) + 12) % 12) + 1);
  return Math.min(first + dayOfMonth - 1, next - 1);
}

/**
 * @param {number} year
 * @param {number} month 1-12
 * @returns {number}
 */
function startOfMonth(year, month) {
  return /** @type {number} */ (dayOf(year, month, 1));
}

/**
 * Clamp a day into first..last, both included.
 * @param {number} day
 * @param {number} first
 * @param {number} last
 * @returns {number}
 */
export function clampDay(day, first, last) {
  return Math.max(first, Math.min(last, day));
}

/**
 * @param {number} day
 * @returns {string} such as 17 October 2017
 */
export function longDay(day) {
  return dayInWords(new Date(day * MS_PER_DAY), "long", pageLocales());
}

/**
 * @param {number} day
 * @returns {string} such as 17 Oct 2017
 */
export function shortDay(day) {
  return dayInWords(new Date(day * MS_PER_DAY), "short", pageLocales());
}

/**
 * @param {number} day
 * @returns {string} such as October 2017
 */
export function monthAndYear(day) {
  return dayInWords(new Date(day * MS_PER_DAY), "month", pageLocales());
}

/** @returns {string} a date in the words of the page, to show how one is written */
export function exampleDay() {
  return shortDay(EXAMPLE);
}

/**
 * A half-open period in words that say what happens on its last day.
 * @param {number} start
 * @param {number} end the first day after it, or Infinity
 * @returns {string} such as "from 13 Jan 2014 to 16 Oct 2017"
 */
export function periodInWords(start, end) {
  if (end === Infinity) return say("date.fromOn", { day: shortDay(start) });
  if (end - start === 1) return say("date.on", { day: shortDay(start) });
  return say("date.fromTo", { first: shortDay(start), last: shortDay(end - 1) });
}

/**
 * Arabic and Persian digits written as 0-9.
 * @param {string} text
 */
function westernDigits(text) {
  return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

/**
 * Each form that is understood, as a pattern with named groups. Numbers alone are day first, as in Europe and the
 * Middle East; a date without a day is the first day of its month or year.
 */
const FORMS = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/u,
  /^(?<day>\d{1,2})[-/. ](?<month>\d{1,2})[-/. ](?<year>\d{4})$/u,
  /^(?<day>\d{1,2})(?:st|nd|rd|th|er|['’]?[eê]|\.)? ?(?:of |de |van )?(?<name>\p{L}[\p{L}\p{M}. ]*?)[ ,.-]+(?<year>\d{4})(?:['’]?an)?$/iu,
  /^(?<day>\d{1,2})[ -](?<name>\p{L}[\p{L}\p{M}.]*)[ -](?<year>\d{4})$/iu,
  /^(?<name>\p{L}[\p{L}\p{M}.]*) (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/iu,
  /^(?<name>\p{L}[\p{L}\p{M}. ]*?) (?<year>\d{4})$/iu,
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})$/u,
  /^(?<month>\d{1,2})[-/.](?<year>\d{4})$/u,
  /^(?<year>\d{4})$/u,
];

/**
 * Read a date as people type it: 2017-10-17, 17-10-2017, 17 Oct 2017, oktober 2017.
 * @param {string} text
 * @returns {number}
 * @throws {DayError} with a message for the reader
 */
export function parseDay(text) {
  const cleaned = westernDigits(text).replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
  if (cleaned === "") throw new DayError(say("date.wanted", { example: exampleDay() }));
  for (const form of FORMS) {
    const day = dayOfMatch(form.exec(cleaned)?.groups);
    if (day !== null) return day;
  }
  const shown = cleaned.length > LONGEST_SHOWN ? `${cleaned.slice(0, LONGEST_SHOWN - 1)}…` : cleaned;
  throw new DayError(say("date.unreadable", { text: shown, iso: isoOf(EXAMPLE), example: exampleDay() }));
}

/**
 * @param {Record<string, string | undefined> | undefined} groups
 * @returns {number | null}
 */
function dayOfMatch(groups) {
  if (!groups) return null;
  const month = groups.name === undefined ? Number(groups.month ?? 1) : monthOf(groups.name);
  return month === null ? null : dayOf(Number(groups.year), month, Number(groups.day ?? 1));
}

/**
 * Read a typed date that must lie in a range.
 * @param {string} text
 * @param {{first: number, last: number}} range both days included
 * @returns {number}
 * @throws {DayError} with a message for the reader
 */
export function parseDayWithin(text, { first, last }) {
  const day = parseDay(text);
  if (day < first || day > last) {
    throw new DayError(say("date.outside", { day: longDay(day), first: shortDay(first), last: shortDay(last) }));
  }
  return day;
}

/**
 * The days of an EDTF date of year, month or day precision, or of an interval between two of them.
 * @param {string} edtf such as 2015-01
 * @returns {{first: number, last: number}}
 * @throws {DayError}
 */
export function spanOf(edtf) {
  const [from, to = from] = edtf.replaceAll(/[~?%]/g, "").split("/");
  const first = dayOfIso([...from.split("-"), "01", "01"].slice(0, 3).join("-"));
  const parts = to.split("-");
  if (parts.length > 2) return { first, last: dayOfIso(to) };
  const [year, month = "12"] = parts;
  return { first, last: addMonths(dayOfIso(`${year}-${month}-01`), 1) - 1 };
}
