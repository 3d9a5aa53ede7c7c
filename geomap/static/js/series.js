/**
 * Measured territory over time, as `/api/territory/series` gives it by columns. Pure.
 *
 * @typedef {"km2" | "places" | "population"} Quantity
 * @typedef {{low: number[], best: number[], high: number[]}} Band one value for each of the days of the series
 * @typedef {{id: string, name: string, bands: Record<Quantity, Band>}} ActorSeries
 * @typedef {{actor: string, first: number, last: number, km2: number, source: string}} Published a figure of somebody else's
 * @typedef {{days: number[], actors: ActorSeries[], published: Published[]}} Series `days` rise; a value holds until the next one
 */

import { DayError, dayOfIso } from "./days.js";
import { say } from "./say.js";

/** @type {Quantity[]} */
export const QUANTITIES = ["km2", "places", "population"];
/** @type {("low" | "best" | "high")[]} */
const BOUNDS = ["low", "best", "high"];

/** A document that is no series. */
export class SeriesBroken extends Error {
  constructor() {
    super(say("problem.noSeries"));
  }
}

/**
 * @param {any} document
 * @param {(when: string) => {first: number, last: number}} spanOf the days of an EDTF date, for published figures
 * @returns {Series}
 * @throws {SeriesBroken}
 */
export function decodeSeries(document, spanOf) {
  try {
    const days = document.days.map(dayOfIso);
    const actors = Object.entries(document.actors).map(([id, actor]) => ({ id, name: String(actor.name), bands: bandsOf(actor, days.length) }));
    const published = document.published.map((/** @type {any} */ one) => ({ actor: String(one.actor), ...spanOf(one.when), km2: finite(one.published_km2), source: String(one.source) }));
    return { days, actors, published };
  } catch (error) {
    if (error instanceof TypeError || error instanceof DayError) throw new SeriesBroken();
    throw error;
  }
}

/**
 * @param {any} actor
 * @param {number} length
 * @returns {Record<Quantity, Band>}
 */
function bandsOf(actor, length) {
  const column = (/** @type {Quantity} */ quantity, /** @type {"low" | "best" | "high"} */ bound) => {
    const values = actor[quantity][bound].map(finite);
    if (values.length !== length) throw new SeriesBroken();
    return values;
  };
  const band = (/** @type {Quantity} */ quantity) => /** @type {Band} */ (Object.fromEntries(BOUNDS.map((bound) => [bound, column(quantity, bound)])));
  return /** @type {Record<Quantity, Band>} */ (Object.fromEntries(QUANTITIES.map((quantity) => [quantity, band(quantity)])));
}

/** @param {unknown} value */
function finite(value) {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new SeriesBroken();
  return value;
}

/**
 * The actors that matter most for a quantity: by the most that each ever had.
 * @param {Series} series
 * @param {Quantity} quantity
 * @param {number} count
 * @returns {ActorSeries[]}
 */
export function largest({ actors }, quantity, count) {
  const peak = (/** @type {ActorSeries} */ actor) => actor.bands[quantity].best.reduce((most, value) => Math.max(most, value), 0);
  return actors.filter((actor) => peak(actor) > 0).sort((one, other) => peak(other) - peak(one)).slice(0, count);
}

/**
 * Where the values of a day stand.
 * @param {Series} series
 * @param {number} day
 * @returns {number} -1 before the first day
 */
export function positionOn({ days }, day) {
  return days.findLastIndex((start) => start <= day);
}
