/**
 * The address of a view: everything after `#`, so that a shared link shows the same day, map and place.
 *
 * @typedef {object} Address
 * @property {number} [day]
 * @property {number} [known] only what was known by that day is shown
 * @property {string} [brokenKnown] what the address has in place of such a day
 * @property {import("./standpoint.js").Pins} [pins] the revision and the settings of the rule
 * @property {number} [longitude]
 * @property {number} [latitude]
 * @property {number} [zoom]
 * @property {string} [place]
 * @property {string} [event] the one that is chosen
 * @property {import("./filters.js").Filters} [filters] what the reader has hidden
 * @property {import("./axis.js").Range} [span] what the time axis shows
 * @property {number} [window] how many days before the day events are shown
 * @property {import("./pace.js").Unit} [unit] how long a step is
 * @property {number} [speed] days a second
 * @property {boolean} [isLooping] what the axis shows is played over and over
 * @property {import("./scope.js").Scope} [scope] which changes are stepped through
 * @property {{day?: number, known: number | null, view: import("./comparison.js").Arrangement}} [compare] the second side of a comparison; it has
 *   the day of the first when it names none
 */

import { ARRANGEMENTS, sidesOf } from "./comparison.js";
import { DayError, dayOfIso, isoOf } from "./days.js";
import { formatHidden, hidesAnything, parseHidden } from "./filters.js";
import { DEFAULT_SPEED, SPEEDS, UNITS } from "./pace.js";
import { ANYWHERE, scopeOf } from "./scope.js";
import { PINS, pinsIn } from "./standpoint.js";
import { DEFAULT_WINDOW, LONGEST_WINDOW } from "./event_window.js";

/** Beyond this the Mercator projection has no picture. */
const MAX_LATITUDE = 85;
/** About a metre; more digits would only make links long. */
const DECIMALS = 5;

/**
 * @param {Address} address
 * @returns {string} without the leading #
 */
export function formatAddress(address) {
  const { day, known, pins = {}, zoom, longitude, latitude, place, event, filters, span, compare } = address;
  return [
    ...written("date", day, isoOf),
    ...written("known", known, isoOf),
    ...written("compare", compare?.day, isoOf),
    ...written("compare_known", compare?.known ?? undefined, isoOf),
    ...written("view", compare?.view, legible),
    ...formatPins(pins),
    ...written("zoom", zoom, (value) => trimmed(value, 2)),
    ...written("longitude", longitude, (value) => trimmed(value, DECIMALS)),
    ...written("latitude", latitude, (value) => trimmed(value, DECIMALS)),
    ...written("place", place, legible),
    ...written("event", event, legible),
    ...written("hide", filters && hidesAnything(filters) ? filters : undefined, formatHidden),
    ...written("span", span, ({ start, end }) => `${isoOf(Math.floor(start))}/${isoOf(Math.ceil(end) - 1)}`),
    ...formatPace(address),
  ].join("&");
}

/**
 * What an address keeps of a map, but for the standpoint: it may be on its way, or be pinned.
 * @param {Readonly<Partial<import("./map_state.js").State>>} state
 * @returns {Address}
 */
export function viewIn({ day, zoom, longitude, latitude, place, event, filters, span, window, unit, speed, isLooping, scope }) {
  return {
    longitude, latitude, filters, window, unit, speed, isLooping, scope,
    day: day ?? undefined, zoom: zoom ?? undefined, place: place ?? undefined, event: event ?? undefined, span: span ?? undefined,
  };
}

/**
 * The days of a view as an address has them: those of the first side, then those of the second.
 * @param {import("./comparison.js").Side & {compare: import("./comparison.js").Comparison | null}} shown
 * @returns {Pick<Address, "day" | "known" | "compare">}
 */
export function daysInAddress(shown) {
  const sides = sidesOf(shown);
  const { day, known } = sides?.first ?? shown;
  return {
    day,
    ...(known === null ? {} : { known }),
    ...(sides && shown.compare ? { compare: { ...sides.second, view: shown.compare.view } } : {}),
  };
}

/**
 * One part of an address, none when there is nothing to write.
 * @template Value
 * @param {string} name
 * @param {Value | undefined} value
 * @param {(value: Value) => string} inWords
 * @returns {string[]}
 */
function written(name, value, inWords) {
  return value === undefined ? [] : [`${name}=${inWords(value)}`];
}

/**
 * What differs from how the page steps and plays by itself.
 * @param {Address} address
 * @returns {string[]}
 */
function formatPace({ window, unit, speed, isLooping, scope }) {
  return [
    ...written("window", window === DEFAULT_WINDOW ? undefined : window, String),
    ...written("step", unit === "day" ? undefined : unit, String),
    ...written("speed", speed === DEFAULT_SPEED ? undefined : speed, String),
    ...written("loop", isLooping ? "1" : undefined, String),
    ...written("changes", scope === ANYWHERE ? undefined : scope, legible),
  ];
}

/**
 * @param {import("./standpoint.js").Pins} pins
 * @returns {string[]}
 */
function formatPins(pins) {
  return PINS.flatMap((pin) => (pins[pin] === undefined ? [] : [`${pin}=${legible(pins[pin])}`]));
}

/**
 * Read an address. A part that makes no sense is left out, so that a damaged link still opens.
 * @param {string} hash with or without the leading #
 * @returns {Address}
 */
export function parseAddress(hash) {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  /** @type {Address} */
  const address = {};
  const day = parsedDay(fields.get("date"));
  if (day !== null) address.day = day;
  Object.assign(address, parsedStandpoint(fields));
  const zoom = numberWithin(fields.get("zoom"), 0, 22);
  const longitude = numberWithin(fields.get("longitude"), -180, 180);
  const latitude = numberWithin(fields.get("latitude"), -MAX_LATITUDE, MAX_LATITUDE);
  if (zoom !== null && longitude !== null && latitude !== null) Object.assign(address, { zoom, longitude, latitude });
  Object.assign(address, parsedChoice(fields));
  const filters = parseHidden(fields.get("hide") ?? "");
  if (hidesAnything(filters)) address.filters = filters;
  return { ...address, ...parsedComparison(fields), ...parsedPace(fields) };
}

/**
 * @param {URLSearchParams} fields
 * @returns {Pick<Address, "place" | "event">} only what the address has
 */
function parsedChoice(fields) {
  const [place, event] = [fields.get("place"), fields.get("event")];
  return { ...(place ? { place } : {}), ...(event ? { event } : {}) };
}

/**
 * @param {URLSearchParams} fields
 * @returns {Pick<Address, "span" | "window" | "unit" | "speed" | "isLooping" | "scope">} only what the address has
 */
function parsedPace(fields) {
  const parts = {
    span: parsedSpan(fields.get("span")),
    window: numberWithin(fields.get("window"), 1, LONGEST_WINDOW),
    unit: UNITS.find((unit) => unit === fields.get("step")) ?? null,
    speed: SPEEDS.find((speed) => String(speed) === fields.get("speed")) ?? null,
    isLooping: fields.get("loop") === "1" || null,
    scope: scopeOf(fields.get("changes")),
  };
  return Object.fromEntries(Object.entries(parts).filter(([name, value]) => value !== null && (name !== "window" || Number.isInteger(value))));
}

/**
 * @param {string | null} text such as 2017-01-01/2017-12-31
 * @returns {import("./axis.js").Range | null} null when it is none
 */
function parsedSpan(text) {
  const [start, last] = (text ?? "").split("/").map(parsedDay);
  return start === null || last === null || last === undefined || last < start ? null : { start, end: last + 1 };
}

/**
 * @param {URLSearchParams} fields
 * @returns {Pick<Address, "known" | "brokenKnown" | "pins">}
 */
function parsedStandpoint(fields) {
  const pins = pinsIn(fields);
  const pinned = Object.keys(pins).length > 0 ? { pins } : {};
  const known = fields.get("known");
  const knownDay = parsedDay(known);
  if (knownDay !== null) return { known: knownDay, ...pinned };
  // A map of what is known now must not pass for one of what was known then, so this is not left out in silence.
  return known === null ? pinned : { brokenKnown: known, ...pinned };
}

/**
 * @param {URLSearchParams} fields
 * @returns {Pick<Address, "compare">}
 */
function parsedComparison(fields) {
  const [day, known] = [parsedDay(fields.get("compare")), parsedDay(fields.get("compare_known"))];
  if (day === null && known === null) return {};
  const view = ARRANGEMENTS.find((one) => one === fields.get("view")) ?? "side";
  return { compare: { ...(day === null ? {} : { day }), known, view } };
}

/**
 * Colons and commas are legal in a fragment; left alone, `geonames:172955` stays readable.
 * @param {string} text
 */
function legible(text) {
  return encodeURIComponent(text).replaceAll("%3A", ":").replaceAll("%2C", ",");
}

/**
 * @param {string | null} text
 * @returns {number | null}
 */
function parsedDay(text) {
  if (text === null) return null;
  try {
    return dayOfIso(text);
  } catch (error) {
    if (error instanceof DayError) return null;
    throw error;
  }
}

/**
 * @param {string | null} text
 * @param {number} least
 * @param {number} most
 * @returns {number | null}
 */
function numberWithin(text, least, most) {
  const value = text === null || text.trim() === "" ? NaN : Number(text);
  return value >= least && value <= most ? value : null;
}

/**
 * @param {number} value
 * @param {number} decimals
 */
function trimmed(value, decimals) {
  return String(Number(value.toFixed(decimals)));
}
