/**
 * Which changes the steps to the previous and the next one stop at. Pure.
 *
 * @typedef {import("./timeline.js").Timeline} Timeline
 * @typedef {[number, number, number, number]} Bounds west, south, east, north in degrees
 * @typedef {"any" | "view" | "place" | `actor:${string}`} Scope anywhere, on the part of the map in view, at the place whose panel is open, or of an actor
 *
 * @typedef {object} Circumstances
 * @property {Scope} scope
 * @property {Bounds | null} bounds of the part of the map in view
 * @property {string | null} place the id of the place whose panel is open
 * @property {import("./filters.js").Filters} filters what the reader has hidden
 */

import { changesShown } from "./filters.js";
import { answerBefore, holdersOf } from "./periods.js";
import { positionOf } from "./rising.js";

/** @type {Scope} */
export const ANYWHERE = "any";
const ACTOR = /^actor:(?<id>[a-z0-9][a-z0-9._:-]{0,199})$/;

/**
 * @param {string | null} text of an address or a control
 * @returns {Scope | null} null when it is none
 */
export function scopeOf(text) {
  const isScope = text === "any" || text === "view" || text === "place" || ACTOR.test(text ?? "");
  return isScope ? /** @type {Scope} */ (text) : null;
}

/**
 * @param {Scope} scope
 * @returns {string | null} the id of the actor that a scope is about
 */
export function actorIn(scope) {
  return ACTOR.exec(scope)?.groups?.id ?? null;
}

/**
 * The days of the changes within a scope that no filter hides.
 * @param {Timeline} timeline
 * @param {Circumstances} circumstances
 * @returns {Int32Array} rising
 */
export function daysWithin(timeline, circumstances) {
  const { day, period } = changesShown(timeline, circumstances.filters);
  const accepts = test(timeline, circumstances);
  return accepts === null ? day : day.filter((_, at) => accepts(period[at]));
}

/**
 * @param {Timeline} timeline
 * @param {Circumstances} circumstances
 * @returns {((period: number) => boolean) | null} null when every change is meant
 */
function test({ periods, places, placeIndex, actors }, { scope, bounds, place }) {
  if (scope === "view" && bounds) {
    const inView = places.map((one) => isWithin(one, bounds));
    return (period) => inView[periods.place[period]];
  }
  if (scope === "place") {
    const wanted = placeIndex.get(place ?? "");
    return wanted === undefined ? null : (period) => periods.place[period] === wanted;
  }
  const wanted = actors.findIndex(({ id }) => id === actorIn(scope));
  if (wanted === -1) return null;
  // Who loses a place is as much part of a change as who gains it.
  return (period) => holdersOf(periods, period).includes(wanted) || holdersOf(periods, answerBefore(periods, period)).includes(wanted);
}

/**
 * @param {{longitude: number, latitude: number}} point
 * @param {Bounds} bounds
 */
function isWithin({ longitude, latitude }, [west, south, east, north]) {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/**
 * The nearest day after or before a day.
 * @param {Int32Array} days rising
 * @param {number} day
 * @param {1 | -1} direction
 * @returns {number | null}
 */
export function nearest(days, day, direction) {
  const at = positionOf(days, direction === 1 ? day + 1 : day);
  return days[direction === 1 ? at : at - 1] ?? null;
}
