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

/** As a part of the best score. */
const LEAST_SCORE = 0.35;

/**
 * @param {any} document of `/api/gazetteer/suggest` or `search`
 * @returns {Spot[] | null} best first; null for what is no such document
 */
export function spotsIn(document) {
  return whole(() => likely(document.features).map((/** @type {any} */ { id, geometry, properties }) => {
    const [longitude, latitude] = geometry.coordinates.map(Number);
    const { name, kind, country, admin1_name: governorate, population } = properties;
    return { id: String(id), name: String(name), kind: kind ?? "", country: country ?? "", governorate: governorate ?? "", population: population ?? 0, longitude, latitude };
  }));
}

/**
 * What is told far less likely than the best only sounds a little like it.
 * @param {any[]} features best first
 */
function likely(features) {
  const least = (features[0]?.properties.score ?? 0) * LEAST_SCORE;
  return features.filter(({ properties }) => (properties.score ?? 0) >= least);
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
