/**
 * The time axis: which stretch of time it shows, where a day lies on it, and how it is marked. Pure.
 *
 * @typedef {{start: number, end: number}} Range days [start, end); fractions of days while it is zoomed
 * @typedef {{start: number, label: string, isMajor: boolean}} Tick the first day of what it marks; no label where there is no room
 */

import { addMonths, clampDay, dayOf, partsOf } from "./days.js";

/** Closer than this a day is a bar as wide as a thumb, and nothing more can be told apart. */
export const LEAST_DAYS = 14;
/** Where a day comes to lie that has left the axis, counted from the side to which it left. */
const MARGIN = 0.15;
/** How fast a hand at an end of the axis draws it, and a hand far beyond, in lengths of the axis a second. */
const PULL = 0.4;
const FASTEST = 1.2;

/**
 * @param {{viewStart: number, viewLast: number}} atlas
 * @returns {Range} all that the slider covers
 */
export function wholeRange({ viewStart, viewLast }) {
  return { start: viewStart, end: viewLast + 1 };
}

/**
 * @param {Readonly<import("./map_state.js").State>} state
 * @returns {Range} what the axis shows
 */
export function rangeShown({ span, timeline }) {
  if (span) return span;
  return timeline ? wholeRange(timeline.atlas) : { start: 0, end: 1 };
}

/**
 * @param {Range} range
 * @returns {number} days, with fractions
 */
export function lengthOf({ start, end }) {
  return end - start;
}

/**
 * Where the beginning of a day lies; its middle is half a day further.
 * @param {number} day
 * @param {Range} range
 * @returns {number} 0 at the start of the range, 1 at its end
 */
export function shareOf(day, { start, end }) {
  return (day - start) / (end - start);
}

/**
 * @param {number} share 0-1 from start to end
 * @param {Range} range
 * @returns {number} the day that lies there, or the next that lies there whole
 */
export function dayAt(share, { start, end }) {
  return clampDay(Math.floor(start + share * (end - start)), Math.ceil(start), Math.floor(end) - 1);
}

/**
 * Show more or less time; the instant in focus stays where it is.
 * @param {Range} range
 * @param {Range} whole
 * @param {{factor: number, focus: number}} zoom more than 1 shows less time; focus is a day, with fractions
 * @returns {Range}
 */
export function zoomed(range, whole, { factor, focus }) {
  const length = Math.min(lengthOf(whole), Math.max(Math.min(LEAST_DAYS, lengthOf(whole)), lengthOf(range) / factor));
  const share = Math.max(0, Math.min(1, shareOf(focus, range)));
  return within({ start: focus - share * length, end: focus + (1 - share) * length }, whole);
}

/**
 * @param {Range} range
 * @param {Range} whole
 * @param {number} days towards later ones; may be negative
 * @returns {Range}
 */
export function panned(range, whole, days) {
  return within({ start: range.start + days, end: range.end + days }, whole);
}

/**
 * How fast the axis runs on under a hand that drags a day near one of its ends or beyond.
 * @param {number} share of the axis where the hand is
 * @param {number} edge how near the ends it begins, as a share
 * @returns {number} times its length a second, towards later days; 0 between the edges
 */
export function pullAt(share, edge) {
  const beyond = share > 0.5 ? Math.max(0, share - (1 - edge)) : Math.min(0, share - edge);
  return Math.max(-FASTEST, Math.min(FASTEST, (beyond / edge) * PULL));
}

/**
 * A range that somebody asks for, as far as the whole has it.
 * @param {Range} range
 * @param {Range} whole
 * @returns {Range | null} null for the whole
 */
export function fitting(range, whole) {
  const fitted = zoomed(within(range, whole), whole, { factor: 1, focus: (range.start + range.end) / 2 });
  return lengthOf(fitted) >= lengthOf(whole) - 1e-6 ? null : fitted;
}

/**
 * The range with a day in it: the same one while the day lies in it.
 * @param {Range} range
 * @param {Range} whole
 * @param {number} day
 * @returns {Range}
 */
export function revealing(range, whole, day) {
  const shown = clampDay(day, whole.start, whole.end - 1);
  if (shown >= range.start && shown + 1 <= range.end) return range;
  const share = shown < range.start ? 1 - MARGIN : MARGIN;
  return panned(range, whole, shown - share * lengthOf(range) - range.start);
}

/**
 * A range pushed back into the whole, as long as it was.
 * @param {Range} range
 * @param {Range} whole
 * @returns {Range}
 */
function within(range, whole) {
  const length = Math.min(lengthOf(range), lengthOf(whole));
  const start = Math.max(whole.start, Math.min(whole.end - length, range.start));
  return { start, end: start + length };
}

/**
 * A stretch of time between two ticks. The widths are those of labels and gaps that can still be read.
 * @typedef {object} Unit
 * @property {number} days about how many it has
 * @property {"day" | "month" | "year"} kind what its labels say
 * @property {(day: number) => number} floor the start of the stretch that a day lies in
 * @property {(start: number) => number} next the start of the one after
 */

/** Finest first. @type {readonly Unit[]} */
const UNITS = [
  { days: 1, kind: "day", floor: (day) => day, next: (start) => start + 1 },
  { days: 7, kind: "day", floor: weekStart, next: nextWeekStart },
  ...[1, 3].map((months) => /** @type {Unit} */ ({ days: 30.4 * months, kind: "month", floor: (day) => monthStart(day, months), next: (start) => addMonths(start, months) })),
  ...[1, 2, 5, 10, 25, 100].map((years) => /** @type {Unit} */ ({ days: 365.2 * years, kind: "year", floor: (day) => yearStart(day, years), next: (start) => addMonths(start, 12 * years) })),
];
/** The room of a label, in letters; that of a month is as long as the longest name. */
const ROOM = { day: 4, year: 4 };
/** The usual width of a letter of the axis, in CSS pixels. */
const LETTER = 6.8;
const GAP = 10;
/** The least distance between ticks without a label, in CSS pixels. */
const LEAST_GAP = 5;

/**
 * The ticks of a range, as close as their labels can be read; between them finer ones without a label.
 * @param {Range} range
 * @param {number} width of the axis, CSS pixels
 * @param {readonly string[]} months their short names, January first
 * @returns {Tick[]} in order; the first may lie before the range: it says what the range begins in
 */
export function ticksOf(range, width, months) {
  const perDay = width / lengthOf(range);
  const longest = Math.max(...months.map((name) => name.length));
  const at = Math.max(0, UNITS.findIndex(({ days, kind }) => days * perDay >= (kind === "month" ? longest : ROOM[kind]) * LETTER + GAP));
  const unit = UNITS[at];
  const finer = UNITS[at - 1];
  const labelled = startsOf(unit, range).map((start) => tickOf(start, unit, months));
  const bare = finer && finer.days * perDay >= LEAST_GAP ? startsOf(finer, range).filter((start) => !labelled.some((tick) => tick.start === start)) : [];
  const ticks = [...labelled, ...bare.map((start) => ({ start, label: "", isMajor: false }))].sort((one, other) => one.start - other.start);
  return thinned(withBeginning(ticks, range, unit, months), range, perDay);
}

/**
 * @param {Unit} unit
 * @param {Range} range
 * @returns {number[]}
 */
function startsOf({ floor, next }, { start, end }) {
  const starts = [];
  for (let at = floor(Math.floor(start)); at < end; at = next(at)) if (at >= start) starts.push(at);
  return starts;
}

/**
 * @param {number} start
 * @param {Unit} unit
 * @param {readonly string[]} months
 * @returns {Tick}
 */
function tickOf(start, { kind }, months) {
  const { year, month, dayOfMonth } = partsOf(start);
  if (kind === "year") return { start, label: String(year), isMajor: true };
  if (kind === "month") return { start, label: month === 1 ? String(year) : months[month - 1], isMajor: month === 1 };
  return { start, label: dayOfMonth === 1 ? `${months[month - 1]} ${year}` : String(dayOfMonth), isMajor: dayOfMonth === 1 };
}

/**
 * What the range begins in, said at its edge, where the first month or year that begins in it comes late.
 * @param {Tick[]} ticks
 * @param {Range} range
 * @param {Unit} unit
 * @param {readonly string[]} months
 * @returns {Tick[]}
 */
function withBeginning(ticks, range, { kind }, months) {
  const { year, month } = partsOf(Math.floor(range.start));
  if (kind === "year" || ticks[0]?.isMajor && ticks[0].start === range.start) return ticks;
  const start = kind === "month" ? yearStart(Math.floor(range.start), 1) : monthStart(Math.floor(range.start), 1);
  return [{ start, label: kind === "month" ? String(year) : `${months[month - 1]} ${year}`, isMajor: true }, ...ticks];
}

/**
 * Labels that would lie on others are left out: months and years of their own right stay, and what begins before the
 * range gives way to them.
 * @param {Tick[]} ticks
 * @param {Range} range
 * @param {number} perDay CSS pixels
 * @returns {Tick[]}
 */
function thinned(ticks, range, perDay) {
  const boxOf = (/** @type {Tick} */ { start, label }) => {
    const left = Math.max(0, (start - range.start) * perDay);
    return { left, right: left + label.length * LETTER + GAP };
  };
  /** @type {{left: number, right: number}[]} */
  const taken = [];
  const order = [...ticks].sort((one, other) => rankOf(one, range) - rankOf(other, range));
  /** @type {Set<Tick>} */
  const readable = new Set();
  for (const tick of order) {
    const box = boxOf(tick);
    if (tick.label === "" || box.right > lengthOf(range) * perDay + GAP || taken.some(({ left, right }) => box.left < right && left < box.right)) continue;
    taken.push(box);
    readable.add(tick);
  }
  return ticks.flatMap((tick) => (readable.has(tick) ? [tick] : tick.start < range.start ? [] : [{ ...tick, label: "" }]));
}

/**
 * @param {Tick} tick
 * @param {Range} range
 */
function rankOf({ start, isMajor }, range) {
  if (!isMajor) return 2;
  return start < range.start ? 1 : 0;
}

/** @param {number} day */
function monthStart(day, months = 1) {
  const { year, month } = partsOf(day);
  return firstOf(year, month - ((month - 1) % months));
}

/**
 * @param {number} day
 * @param {number} years
 */
function yearStart(day, years) {
  const { year } = partsOf(day);
  return firstOf(year - (((year % years) + years) % years), 1);
}

/**
 * @param {number} year
 * @param {number} month 1-12
 */
function firstOf(year, month) {
  return /** @type {number} */ (dayOf(year, month, 1));
}

/** Months are parted at their 1st, 8th, 15th and 22nd, so that the first of a month is always marked. @param {number} day */
function weekStart(day) {
  const { dayOfMonth } = partsOf(day);
  return day - dayOfMonth + 1 + 7 * Math.min(3, Math.floor((dayOfMonth - 1) / 7));
}

/** @param {number} start of such a week */
function nextWeekStart(start) {
  const { dayOfMonth } = partsOf(start);
  return dayOfMonth < 22 ? start + 7 : addMonths(start - 21, 1);
}
