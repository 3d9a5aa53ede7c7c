/**
 * How much happens when: days counted in bins of whole days. Pure.
 *
 * @typedef {import("./axis.js").Range} Range
 * @typedef {{start: number, days: number, count: number}} Bins bin n covers [start + n * days, start + (n + 1) * days)
 */

import { positionOf } from "./rising.js";

/** Bins have one of these lengths, so that they keep it while the axis is zoomed a little. */
const LENGTHS = [1, 2, 3, 5, 7, 10, 14, 20, 30, 45, 60, 90, 120, 180, 365, 730, 1825, 3650, 18250];

/**
 * Bins that cover a range. They begin at multiples of their length whatever the range, so that bars do not change
 * while the axis is pushed to and fro.
 * @param {Range} range
 * @param {number} width CSS pixels
 * @param {number} least the least width of a bin
 * @returns {Bins}
 */
export function binsOf({ start, end }, width, least) {
  const wanted = (least * (end - start)) / Math.max(1, width);
  const days = LENGTHS.find((length) => length >= wanted) ?? LENGTHS[LENGTHS.length - 1];
  const first = Math.floor(start / days) * days;
  return { start: first, days, count: Math.ceil((end - first) / days) };
}

/**
 * @param {Int32Array} days rising
 * @param {Bins} bins
 * @returns {number[]} how many of them lie in each bin
 */
export function countsIn(days, { start, days: length, count }) {
  let before = positionOf(days, start);
  return Array.from({ length: count }, (_, bin) => {
    const after = positionOf(days, start + (bin + 1) * length);
    const found = after - before;
    before = after;
    return found;
  });
}
