/** How many days before the shown day events are shown. Pure. */

import { say } from "./say.js";

export const DEFAULT_WINDOW = 30;
/** What is offered, in days. */
export const WINDOWS = [1, 7, 30, 90, 365];
/** Longer than this, all that ever happened lies on the map. */
export const LONGEST_WINDOW = 3650;

/**
 * @param {number} days
 * @returns {number} a whole number of days that a window can have
 */
export function fittingWindow(days) {
  return Math.max(1, Math.min(LONGEST_WINDOW, Math.round(days)));
}

/**
 * @param {number} days
 * @returns {string} such as "The last 30 days"
 */
export function windowInWords(days) {
  return say("time.lastDays", { count: days });
}
