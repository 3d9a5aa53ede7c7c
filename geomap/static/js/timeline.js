/**
 * The timeline document of `/api/timeline`, checked and decoded once: days become numbers counted from 1970, what is
 * asked for at every step lies in typed arrays, and what is only read aloud stays in columns.
 *
 * @typedef {{id: string, name: string, names: Record<string, string>, kind: string, colour: string}} Actor
 * @typedef {{id: string, name: string, kind: string, reliability: string}} Source
 * @typedef {{id: string, title: string, publisher: string, published: string, language: string, url: string}} Report
 * @typedef {"held" | "contested" | "disputed" | "unknown"} Status
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
 * @typedef {object} Periods who controls what and when, sorted by place and start; each is [start, end)
 * @property {number} count
 * @property {Int32Array} first of each place, the number of its first period; one entry more closes the last place
 * @property {Int32Array} place
 * @property {Int32Array} start
 * @property {Int32Array} end `OPEN` while it lasts
 * @property {[number, number][][]} stale days [start, end) on which the newest claim in force is an old one
 * @property {Status[]} status
 * @property {number[][]} holders
 * @property {number[]} opposed
 * @property {number[]} uncertain
 * @property {number[][]} candidates
 * @property {number[][]} evidence
 *
 * @typedef {object} Claim
 * @property {string} id
 * @property {string} effect
 * @property {Actor | null} holder
 * @property {Actor | null} loser
 * @property {string} when EDTF
 * @property {number} known the day it became public
 * @property {Source} source
 * @property {Report | null} report
 * @property {string} grade such as B2
 * @property {string} summary
 * @property {string} quote
 *
 * @typedef {object} Happening an event
 * @property {string} id
 * @property {string} kind
 * @property {number} earliest
 * @property {number} latest
 * @property {string} when EDTF
 * @property {Actor[]} actors
 * @property {Source} source
 * @property {Report | null} report
 * @property {string} grade
 * @property {string} title
 * @property {string} summary
 *
 * @typedef {[number, number][]} Ring longitude, latitude
 *
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
 * @typedef {Record<string, any[]>} Columns
 *
 * @typedef {object} Timeline
 * @property {Atlas} atlas
 * @property {number} revision
 * @property {import("./standpoint.js").Pins} pins with which the same timeline can be asked for again
 * @property {string} rule
 * @property {number} staleness days after which an answer without a newer claim is stale
 * @property {string[]} attribution
 * @property {Actor[]} actors
 * @property {Place[]} places
 * @property {Map<string, number>} placeIndex
 * @property {Periods} periods
 * @property {(index: number) => Claim} claim
 * @property {(id: string | null) => Report | null} report
 * @property {(place: number) => Happening[]} eventsAt the events of one place, oldest first
 * @property {{place: number, polygons: Ring[][]}[]} cells
 * @property {{a: number, b: number, lines: Ring[]}[]} edges where two cells meet
 */

import { dayOfIso } from "./days.js";
import { say } from "./say.js";
import { pinsOf } from "./standpoint.js";

/** Stands for "never": later than every day. */
export const OPEN = 0x7fffffff;

/** A timeline that cannot be shown. Its message is meant for the reader. */
export class TimelineBroken extends Error {}

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
  /** @type {Actor[]} */
  const actors = document.actors;
  return {
    atlas: decodeAtlas(document.atlas),
    revision: document.revision,
    pins: pinsOf(document),
    rule: document.rule.name,
    staleness: document.rule.staleness_days,
    attribution: document.attribution ?? [],
    actors,
    places,
    placeIndex: new Map(places.map((place) => [place.id, place.index])),
    periods: decodePeriods(document.periods, places.length, epoch),
    ...statements(document, actors, epoch),
    ...territory(document),
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
  const count = lengthOf("places", columns, ["id", "name", "names", "longitude", "latitude", "kind", "country", "population"]);
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
 * @param {Columns} columns
 * @param {number} places
 * @param {number} epoch
 * @returns {Periods}
 */
function decodePeriods(columns, places, epoch) {
  const names = ["place", "start", "end", "status", "holders", "opposed", "uncertain", "candidates", "stale", "evidence"];
  const count = lengthOf("periods", columns, names);
  const place = Int32Array.from(columns.place);
  const endOf = (/** @type {number} */ day) => (day === -1 ? OPEN : day + epoch);
  return {
    count,
    first: firstOfEach(place, places),
    place,
    start: Int32Array.from(columns.start, (day) => day + epoch),
    end: Int32Array.from(columns.end, endOf),
    stale: columns.stale.map((/** @type {number[][]} */ spans) => spans.map(([from, to]) => [from + epoch, endOf(to)])),
    status: columns.status,
    holders: columns.holders,
    opposed: columns.opposed,
    uncertain: columns.uncertain,
    candidates: columns.candidates,
    evidence: columns.evidence,
  };
}

/**
 * Where the periods of each place begin in a column that is sorted by place.
 * @param {Int32Array} place
 * @param {number} places
 * @returns {Int32Array}
 */
function firstOfEach(place, places) {
  const first = new Int32Array(places + 1);
  place.forEach((index, at) => {
    if (index < 0 || index >= places || (at > 0 && index < place[at - 1])) throw new TimelineBroken(say("problem.timelineOrder"));
    first[index + 1] += 1;
  });
  for (let index = 0; index < places; index += 1) first[index + 1] += first[index];
  return first;
}

/**
 * @param {Record<string, any>} document
 * @param {Actor[]} actors
 * @param {number} epoch
 * @returns {Pick<Timeline, "claim" | "report" | "eventsAt">}
 */
function statements(document, actors, epoch) {
  const { claims, events, sources, reports } = document;
  lengthOf("claims", claims, ["id", "effect", "holder", "loser", "when", "source", "report", "known", "reliability", "credibility", "summary"]);
  const eventCount = lengthOf("events", events, ["id", "kind", "place", "earliest", "latest", "title", "summary"]);
  /** @type {(index: number) => Claim} */
  const claim = (index) => ({
    id: claims.id[index],
    effect: claims.effect[index],
    holder: actors[claims.holder[index]] ?? null,
    loser: actors[claims.loser[index]] ?? null,
    when: claims.when[index],
    known: claims.known[index] + epoch,
    source: sources[claims.source[index]],
    report: reports[claims.report[index]] ?? null,
    grade: `${claims.reliability[index]}${claims.credibility[index]}`,
    summary: claims.summary[index],
    quote: claims.quote?.[index] ?? "",
  });
  /** @type {(index: number) => Happening} */
  const happening = (index) => ({
    id: events.id[index],
    kind: events.kind[index],
    earliest: events.earliest[index] + epoch,
    latest: events.latest[index] + epoch,
    when: events.when[index],
    actors: events.actors[index].map((/** @type {number} */ actor) => actors[actor]),
    source: sources[events.source[index]],
    report: reports[events.report[index]] ?? null,
    grade: events.grade[index],
    title: events.title[index],
    summary: events.summary[index],
  });
  const eventNumbers = Array.from({ length: eventCount }, (_, index) => index);
  const eventsAt = (/** @type {number} */ place) =>
    eventNumbers.filter((index) => events.place[index] === place).map(happening).sort((one, other) => one.earliest - other.earliest);
  const report = (/** @type {string | null} */ id) => reports.find((/** @type {Report} */ one) => one.id === id) ?? null;
  return { claim, report, eventsAt };
}

/**
 * @param {Record<string, any>} document
 * @returns {Pick<Timeline, "cells" | "edges">}
 */
function territory({ cells, edges }) {
  const cellCount = lengthOf("cells", cells, ["place", "polygons"]);
  const edgeCount = lengthOf("edges", edges, ["a", "b", "lines"]);
  return {
    cells: Array.from({ length: cellCount }, (_, index) => ({ place: cells.place[index], polygons: cells.polygons[index] })),
    edges: Array.from({ length: edgeCount }, (_, index) => ({ a: edges.a[index], b: edges.b[index], lines: edges.lines[index] })),
  };
}

/**
 * The common length of the columns of a table.
 * @param {string} table
 * @param {Columns | undefined} columns
 * @param {string[]} names
 * @returns {number}
 */
function lengthOf(table, columns, names) {
  const lengths = names.map((name) => {
    const column = columns?.[name];
    if (!Array.isArray(column)) throw new TimelineBroken(say("problem.timelineMissing", { column: `${table}.${name}` }));
    return column.length;
  });
  if (lengths.some((length) => length !== lengths[0])) throw new TimelineBroken(say("problem.timelineLengths", { table }));
  return lengths[0];
}
