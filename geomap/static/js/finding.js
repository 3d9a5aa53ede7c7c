/**
 * What a search finds beside the names that the timeline has: places of the whole gazetteer, and events by words. Pure.
 *
 * @typedef {import("./timeline.js").Place} Place
 *
 * @typedef {object} Spot a place of the gazetteer
 * @property {string} id
 * @property {string} name in the reader's language where it has one
 * @property {string} kind
 * @property {string} country ISO 3166-1 alpha-2
 * @property {string} governorate
 * @property {number} population 0 when not known
 * @property {number} longitude degrees
 * @property {number} latitude degrees
 *
 * @typedef {object} FoundEvent
 * @property {string} id
 * @property {string} title
 * @property {string} kind
 * @property {string} when EDTF
 * @property {number} earliest
 * @property {import("./record.js").Happened | null} place null for an event without one
 */

import { dayOfIso } from "./days.js";

/** Below this a place is one of many that are written alike. */
const LEAST_CONFIDENCE = 0.1;

/**
 * @param {any} document of `/api/gazetteer/suggest` or `search`
 * @param {(properties: any) => boolean} isMeant which candidates are worth telling
 * @returns {Spot[] | null} best first; null for what is no such document
 */
export function spotsIn(document, isMeant) {
  return whole(() => document.features.filter((/** @type {any} */ { properties }) => isMeant(properties)).map((/** @type {any} */ { id, geometry, properties }) => {
    const [longitude, latitude] = geometry.coordinates.map(Number);
    const { name, kind, country, admin1_name: governorate, population } = properties;
    return { id: String(id), name: String(name), kind: kind ?? "", country: country ?? "", governorate: governorate ?? "", population: population ?? 0, longitude, latitude };
  }));
}

/**
 * Whether a name begins just so, whatever its spelling; suggestions also tell what sounds a little like it.
 * @param {{tier?: string}} properties
 */
export function beginsSo({ tier }) {
  return tier !== "strict" && tier !== "trigram";
}

/**
 * Whether somebody who writes so may well mean it.
 * @param {{confidence?: number}} properties
 */
export function isLikely({ confidence = 0 }) {
  return confidence >= LEAST_CONFIDENCE;
}

/**
 * @param {any} document of `/api/events/search`
 * @returns {FoundEvent[] | null} best first; null for what is no such document
 */
export function eventsIn(document) {
  return whole(() => document.told.map((/** @type {any} */ { id, title, kind, when, earliest, place, geometry }) => {
    const [longitude, latitude] = geometry?.coordinates ?? [];
    return { id: String(id), title: String(title), kind: String(kind), when: String(when), earliest: dayOfIso(earliest), place: place && geometry ? { ...place, longitude, latitude } : null };
  }));
}

/**
 * @template Found
 * @param {() => Found} read
 * @returns {Found | null}
 */
function whole(read) {
  try {
    return read();
  } catch {
    // Whatever is missing, the document is none; the reader is told so.
    return null;
  }
}

/**
 * Places of the atlas first, those that only the gazetteer could tell by this spelling among them; then the others.
 * @param {readonly Place[]} known found by the names that the timeline has
 * @param {readonly Spot[]} spots
 * @param {{places: readonly Place[], placeIndex: ReadonlyMap<string, number>}} timeline
 * @returns {{places: Place[], elsewhere: Spot[]}}
 */
export function merged(known, spots, { places, placeIndex }) {
  const also = spots.flatMap(({ id }) => places[placeIndex.get(id) ?? -1] ?? []);
  return { places: [...new Set([...known, ...also])], elsewhere: spots.filter(({ id }) => !placeIndex.has(id)) };
}
