/**
 * The record of a place, as `/api/places/{id}/record` tells it (docs/reading-the-map.md): checked and decoded, days as numbers
 * counted from 1970, actors as the timeline has them. Pure.
 *
 * @typedef {import("./timeline.js").Actor} Actor
 * @typedef {import("./timeline.js").Source} Source
 * @typedef {{title: string, publisher: string, published: string, language: string, url: string}} Report
 * @typedef {{id: string, name: string, names: Record<string, string>}} Named
 *
 * @typedef {object} Stated what all statements keep
 * @property {string} id
 * @property {string} when EDTF
 * @property {number} earliest
 * @property {number} latest
 * @property {number} known the day it became public
 * @property {Source} source
 * @property {Report | null} report
 * @property {string} grade such as B2
 * @property {string} summary
 * @property {string} quote
 *
 * @typedef {Stated & {place: string, effect: string, holder: Actor | null, loser: Actor | null}} Claim
 * @typedef {Stated & {kind: string, title: string, actors: Actor[], place: Happened, distance: number, also: Citing[]}} Happening
 *   an event; `distance` in km from the place of the record
 * @typedef {{source: Source, report: Report | null}} Citing a report that tells of an event beside its own
 * @typedef {Named & {longitude: number, latitude: number}} Happened where an event took place, degrees
 * @typedef {Stated & {measure: string, unit: string, actor: Actor | null, low: number | null, value: number | null, high: number | null}} Figure
 * @typedef {{told: Happening[], matched: number}} Happenings `matched`: how many there are, of which some are told
 * @typedef {{claim: string, start: number, end: number}} Evidence the days [start, end) on which an answer rests on a claim
 *
 * @typedef {object} PlaceRecord
 * @property {string} governorate empty when no gazetteer says it
 * @property {(Named & {kind: string})[]} areas the smallest first
 * @property {Evidence[]} evidence of all periods, by start
 * @property {Map<string, Claim>} claims by id
 * @property {Happenings} events of the place
 * @property {Happenings} near
 * @property {number} nearKm how far from the place the near ones may lie
 * @property {Figure[]} figures
 */

import { dayOfIso } from "./days.js";

/** Stands for the end of what lasts. */
const LASTING = Infinity;

/**
 * @param {any} document as fetched
 * @param {readonly Actor[]} actors of the timeline
 * @returns {PlaceRecord | null} null for what is no record
 */
export function decodeRecord(document, actors) {
  try {
    return decode(document, actors);
  } catch {
    // Whatever is missing or of another kind, it is no record; the reader is told so.
    return null;
  }
}

/**
 * @param {any} document
 * @param {readonly Actor[]} actors
 * @returns {PlaceRecord}
 */
function decode({ place, periods, claims, events, near, near_km: nearKm, figures, sources, reports }, actors) {
  const actorOf = (/** @type {string | null} */ id) => actors.find((actor) => actor.id === id) ?? null;
  const stated = (/** @type {any} */ told) => ({
    id: String(told.id),
    when: String(told.when),
    earliest: dayOfIso(told.earliest),
    latest: dayOfIso(told.latest),
    known: dayOfIso(told.known),
    source: { id: told.source, ...sources[told.source] },
    report: reports[told.report] ?? null,
    grade: String(told.grade),
    summary: told.summary ?? "",
    quote: told.quote ?? "",
  });
  const claim = (/** @type {any} */ told) => ({ ...stated(told), place: told.place, effect: told.effect, holder: actorOf(told.holder), loser: actorOf(told.loser) });
  const happening = (/** @type {any} */ told) => {
    const [longitude, latitude] = told.geometry.coordinates;
    const named = told.actors.map(actorOf).filter((/** @type {Actor | null} */ actor) => actor !== null);
    const also = (told.also ?? []).map((/** @type {any} */ { source, report }) => ({ source: { id: source, ...sources[source] }, report: reports[report] ?? null }));
    return { ...stated(told), kind: told.kind, title: told.title, actors: named, place: { ...told.place, longitude, latitude }, distance: told.distance_km, also };
  };
  const happenings = (/** @type {any} */ { told, matched }) => ({ told: told.map(happening), matched: Number(matched) });
  const figure = (/** @type {any} */ told) => {
    const { measure, unit, low, value, high } = told;
    return { ...stated(told), measure, unit, low, value, high, actor: actorOf(told.actor) };
  };
  return {
    governorate: place.governorate ?? "",
    areas: place.areas.map((/** @type {any} */ area) => ({ ...area })),
    evidence: evidenceOf(periods),
    claims: new Map(Object.entries(claims).map(([id, told]) => [id, claim(told)])),
    events: happenings(events),
    near: happenings(near),
    nearKm: Number(nearKm),
    figures: figures.map(figure),
  };
}

/**
 * @param {any[]} periods
 * @returns {Evidence[]}
 */
function evidenceOf(periods) {
  const all = periods.flatMap(({ evidence }) => evidence);
  const spans = all.map(({ claim, start, end }) => ({ claim: String(claim), start: dayOfIso(start), end: end === null ? LASTING : dayOfIso(end) }));
  return spans.sort((one, other) => one.start - other.start);
}

/**
 * The claims that the answers of some days rest on.
 * @param {Pick<PlaceRecord, "evidence" | "claims">} record
 * @param {number} start
 * @param {number} end exclusive
 * @returns {Claim[]} in the order in which they came to count, each once
 */
export function claimsDuring({ evidence, claims }, start, end) {
  const ids = evidence.filter((span) => span.start < end && start < span.end).map(({ claim }) => claim);
  return [...new Set(ids)].flatMap((id) => claims.get(id) ?? []);
}

/**
 * The events nearest to a day.
 * @param {readonly Happening[]} events
 * @param {number} day
 * @param {number} most
 * @returns {Set<Happening>}
 */
export function nearestInTime(events, day, most) {
  const days = (/** @type {Happening} */ { earliest, latest }) => Math.max(earliest - day, day - latest, 0);
  return new Set([...events].sort((one, other) => days(one) - days(other)).slice(0, most));
}
