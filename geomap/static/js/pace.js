/**
 * Steps through time. Pure.
 *
 * @typedef {"day" | "week" | "month"} Unit
 */

import { addMonths } from "./days.js";

/** Shortest first. @type {readonly Unit[]} */
export const UNITS = ["day", "week", "month"];
/** About how many days a step takes; months differ. */
const DAYS = { day: 1, week: 7, month: 30.4 };
/** What can be chosen, in days a second. */
export const SPEEDS = [10, 30, 90, 360];
export const DEFAULT_SPEED = 30;

/**
 * @param {number} day
 * @param {Unit} unit
 * @param {number} count of steps; may be negative
 * @returns {number} the day that many steps away
 */
export function stepped(day, unit, count) {
  return unit === "month" ? addMonths(day, count) : day + count * DAYS[unit];
}

/**
 * @param {Unit} unit
 * @param {number} by 1 for the next longer one, -1 for the next shorter one
 * @returns {Unit} the same where there is none
 */
export function otherUnit(unit, by) {
  return UNITS[UNITS.indexOf(unit) + by] ?? unit;
}

/**
 * How many steps are due after some time of playing, and what is left over for the next ones.
 * @param {number} days that have passed and not been shown yet
 * @param {Unit} unit
 * @returns {{steps: number, left: number}} left in days
 */
export function stepsDue(days, unit) {
  const steps = Math.floor(days / DAYS[unit]);
  return { steps, left: days - steps * DAYS[unit] };
}
