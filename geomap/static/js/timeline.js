/**
 * The timeline document of `/api/timeline`, checked and decoded once: days become numbers counted from 1970, what is
 * asked for at every step lies in typed arrays, and what is only read aloud stays in columns.
 *
 * @typedef {{id: string, name: string, names: Record<string, string>, kind: string, colour: string}} Actor
 * @typedef {{id: string, name: string, kind: string, reliability: string}} Source
 * @typedef {"held" | "contested" | "disputed" | "unknown" | "passed"} Status the server knows no `passed`
 *
 * @typedef {object} Place
 * @property {number} index in `timeline.places`
 * @property {string} id
 * @property {string} name in English, as the press writes it
 * @property {Record<string, string>} names by language
 * @property {number} longitude degrees
 * @property {number} latitude degrees
 * @property {string} kind
 * @property {string} country ISO 3166-1 alpha-2
 * @property {number} population 0 when not known
 *
 * @typedef {import("./period_columns.js").Periods} Periods
 * @typedef {import("./event_columns.js").Events} Events
 * @typedef {import("./columns.js").Columns} Columns
 * @typedef {object} Atlas
 * @property {string} id
 * @property {string} title
 * @property {string} description
 * @property {number} start the first day that the atlas answers for
 * @property {number} last the last such day
 * @property {number} viewStart the first day of the slider
 * @property {number} viewLast the last day of the slider
 * @property {[number, number, number, number]} bounds west, south, east, north
 * @property {string} licence
 *
 * @typedef {object} Timeline
 * @property {Atlas} atlas
 * @property {number} revision
 * @property {import("./standpoint.js").Pins} pins with which the same timeline can be asked for again
 * @property {string} rule
 * @property {number} staleness days after which an answer without a newer claim is stale
 * @property {string[]} attribution
 * @property {Actor[]} actors
 * @property {Source[]} sources
 * @property {Place[]} places
 * @property {Map<string, number>} placeIndex
 * @property {Periods} periods
 * @property {Events} events
 * @property {Float64Array} areas the land of the cell of each place in km2, 0 where it has none
    areas: Float64Array.from(document.places.area_km2),
 * @property {import("./arcs.js").Arcs} arcs the borders of cells
 */

import { decodeArcs } from "./arcs.js";
import { lengthOf, OPEN, TimelineBroken } from "./columns.js";
import { dayOfIso } from "./days.js";
import { decodeEvents } from "./event_columns.js";
import { decodePeriods } from "./period_columns.js";
import { say } from "./say.js";
import { pinsOf } from "./standpoint.js";

export { OPEN, TimelineBroken };

/**
 * @param {any} document as fetched
 * @returns {Timeline}
 * @throws {TimelineBroken}
 */
export function decodeTimeline(document) {
  try {
    return decode(document);
  } catch (cause) {
    if (cause instanceof TimelineBroken) throw cause;
    throw new TimelineBroken(say("problem.timelineDamaged"), { cause });
  }
}

/**
 * @param {any} document
 * @returns {Timeline}
 */
function decode(document) {
  if (!document || typeof document !== "object" || !document.atlas) throw new TimelineBroken(say("problem.noTimeline"));
  const epoch = dayOfIso(document.epoch);
  const places = decodePlaces(document.places);
  if (places.length === 0) throw new TimelineBroken(say("problem.emptyAtlas"));
  return {
    atlas: decodeAtlas(document.atlas),
    revision: document.revision,
    pins: pinsOf(document),
    rule: document.rule.name,
    staleness: document.rule.staleness_days,
    attribution: document.attribution ?? [],
    actors: document.actors,
    sources: document.sources,
    places,
    placeIndex: new Map(places.map((place) => [place.id, place.index])),
    periods: decodePeriods(document, places.length, epoch),
    events: decodeEvents(document, places.length, epoch),
    areas: Float64Array.from(document.places.area_km2),
    arcs: territory(document, places.length),
  };
}

/**
 * @param {Record<string, any>} atlas
 * @returns {Atlas}
 */
function decodeAtlas(atlas) {
  const { id, title, description, bounds, licence } = atlas;
  const [start, last] = [dayOfIso(atlas.start), dayOfIso(atlas.end) - 1];
  const viewStart = Math.max(start, dayOfIso(atlas.view_start));
  return { id, title, description, bounds, licence, start, last, viewStart, viewLast: Math.min(last, dayOfIso(atlas.view_end) - 1) };
}

/**
 * @param {Columns} columns
 * @returns {Place[]}
 */
function decodePlaces(columns) {
  const count = lengthOf("places", columns, ["id", "name", "names", "longitude", "latitude", "kind", "country", "population", "area_km2"]);
  return Array.from({ length: count }, (_, index) => ({
    index,
    id: columns.id[index],
    name: columns.name[index],
    names: columns.names[index],
    longitude: columns.longitude[index],
    latitude: columns.latitude[index],
    kind: columns.kind[index],
    country: columns.country[index],
    population: columns.population[index] ?? 0,
  }));
}

/**
 * @param {Record<string, any>} document
 * @param {number} places
 * @returns {import("./arcs.js").Arcs}
 */
function territory({ arcs, points, units_a_degree: units }, places) {
  const count = lengthOf("arcs", arcs, ["cell", "beside", "points"]);
  const length = lengthOf("points", points, ["x", "y"]);
  const decoded = decodeArcs({ ...arcs, ...points, units });
  const isSound = decoded.first[count] === length && decoded.left.every((place) => place >= 0 && place < places) && decoded.right.every((place) => place < places);
  if (!isSound) throw new TimelineBroken(say("problem.timelineOrder"));
  return decoded;
}
