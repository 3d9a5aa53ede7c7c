/**
 * The days of a view in words, compared or not.
 *
 * @typedef {import("./comparison.js").Side} Side
 */

import { sidesOf } from "./comparison.js";
import { longDay } from "./days.js";
import { say } from "./say.js";

/**
 * @param {Side} side
 * @returns {string} such as "16 February 2019, as known on 15 February 2019"
 */
export function sideInWords({ day, known }) {
  return known === null ? longDay(day) : say("compare.asKnown", { day: longDay(day), known: longDay(known) });
}

/**
 * @param {Side & {compare: import("./comparison.js").Comparison | null}} shown
 * @returns {string} the day, or both days of a comparison
 */
export function daysInWords(shown) {
  const sides = sidesOf(shown);
  return sides ? `${sideInWords(sides.first)}${say("list.and")}${sideInWords(sides.second)}` : longDay(shown.day);
}
