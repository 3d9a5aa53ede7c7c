/**
 * What the reader has hidden, and what that leaves of events and answers. Pure.
 *
 * A filter never judges anew: an answer that is hidden is not drawn, and those that are drawn stay as they were judged. To
 * hear other sources is a setting of the rule (`standpoint.js`). So sources, grades and kinds hide events, statuses hide answers,
 * and actors both. The claims behind an answer are always told whole.
 *
 * @typedef {import("./timeline.js").Periods} Periods
 * @typedef {import("./periods.js").Changes} Changes
 * @typedef {"actors" | "kinds" | "sources" | "grades" | "statuses"} Subject
 * @typedef {Readonly<Record<Subject, ReadonlySet<string>>>} Filters ids of what is hidden; `NOBODY` stands among actors
 *
 * @typedef {object} FilteredEvents what filters ask of events, by columns
 * @property {number} count
 * @property {ArrayLike<string>} kind
 * @property {ArrayLike<ArrayLike<number>>} actors positions in the actors of the timeline
 * @property {ArrayLike<number>} source position in the sources of the timeline
 * @property {ArrayLike<string>} grade such as B2
 *
 * @typedef {{actors: readonly {id: string}[], periods: Pick<Periods, "count" | "status" | "holders">}} WithAnswers
 * @typedef {{actors: readonly {id: string}[], sources: readonly {id: string}[], events: FilteredEvents}} WithEvents
 */

import { answerBefore, changesOf } from "./periods.js";

/** Stands among actors for statements and answers that name none. */
export const NOBODY = "-";

/** The subjects in the order of addresses and of the panel, each with the word that addresses use. @type {Readonly<Record<Subject, string>>} */
const WORDS = { actors: "actor", statuses: "status", kinds: "kind", sources: "source", grades: "grade" };
export const SUBJECTS = /** @type {Subject[]} */ (Object.keys(WORDS));

/** What an id of each subject looks like; a part of an address that does not is left out. @type {Readonly<Record<Subject, RegExp>>} */
const FORMS = {
  actors: /^(?:-|[a-z0-9][a-z0-9._:-]{0,199})$/,
  statuses: /^(?:held|contested|disputed|unknown)$/,
  kinds: /^[a-z][a-z_]{0,59}$/,
  sources: /^[a-z0-9][a-z0-9._:-]{0,199}$/,
  grades: /^[A-F][1-6]$/,
};

/** @type {Filters} */
export const NOTHING_HIDDEN = { actors: new Set(), statuses: new Set(), kinds: new Set(), sources: new Set(), grades: new Set() };

/** @param {Filters} filters */
export function hidesAnything(filters) {
  return SUBJECTS.some((subject) => filters[subject].size > 0);
}

/**
 * The same filters with some ids of one subject hidden or shown.
 * @param {Filters} filters
 * @param {Subject} subject
 * @param {Iterable<string>} ids
 * @param {boolean} isHidden
 * @returns {Filters}
 */
export function withHidden(filters, subject, ids, isHidden) {
  const hidden = new Set(filters[subject]);
  for (const id of ids) isHidden ? hidden.add(id) : hidden.delete(id);
  return { ...filters, [subject]: hidden };
}

/**
 * Filters as addresses write them, such as `actor/is/sdf,kind/battle`.
 * @param {Filters} filters
 * @returns {string} the same for the same filters; empty when nothing is hidden
 */
export function formatHidden(filters) {
  const groups = SUBJECTS.filter((subject) => filters[subject].size > 0);
  return groups.map((subject) => [WORDS[subject], ...[...filters[subject]].sort()].join("/")).join(",");
}

/**
 * Read what an address hides. A part that makes no sense is left out, so that a damaged link hides less, never more.
 * @param {string} text as `formatHidden` writes it
 * @returns {Filters}
 */
export function parseHidden(text) {
  let filters = NOTHING_HIDDEN;
  for (const group of text.split(",")) {
    const [word, ...ids] = group.split("/");
    const subject = SUBJECTS.find((one) => WORDS[one] === word);
    if (subject) filters = withHidden(filters, subject, ids.filter((id) => FORMS[subject].test(id)), true);
  }
  return filters;
}

/**
 * Whether an answer is shown: its status is, and of the actors that it names for the holders at least one. Of a held place only
 * the holder counts, not those whom others name.
 * @param {WithAnswers} timeline
 * @param {number} answer -1: unknown
 * @param {Filters} filters
 */
export function answerShown({ actors, periods }, answer, filters) {
  if (answer < 0) return !filters.statuses.has("unknown");
  const status = periods.status[answer];
  if (filters.statuses.has(status)) return false;
  if (filters.actors.size === 0 || status === "unknown") return true;
  const holders = status === "held" ? periods.holders[answer].slice(0, 1) : periods.holders[answer];
  return holders.length === 0 ? !filters.actors.has(NOBODY) : holders.some((holder) => !filters.actors.has(actors[holder].id));
}

/** The changes that were found last of each timeline, and for which filters. @type {WeakMap<Periods, {filters: Filters, changes: Changes}>} */
const changesFound = new WeakMap();

/**
 * The changes of hands that are shown: those whose answer is, or the one before it. Who loses a place is as much part of a
 * change as who gains it.
 * @param {{actors: readonly {id: string}[], periods: Periods}} timeline
 * @param {Filters} filters
 * @returns {Changes}
 */
export function changesShown(timeline, filters) {
  const { periods } = timeline;
  const all = changesOf(periods);
  if (filters.actors.size === 0 && filters.statuses.size === 0) return all;
  const known = changesFound.get(periods);
  if (known?.filters === filters) return known.changes;
  const isShown = (/** @type {number} */ period) =>
    answerShown(timeline, period, filters) || answerShown(timeline, answerBefore(periods, period), filters);
  const period = all.period.filter(isShown);
  const changes = { period, day: period.map((number) => periods.start[number]) };
  changesFound.set(periods, { filters, changes });
  return changes;
}

/**
 * Which events are shown: none of its kind, source and grade is hidden, and not all of its actors are.
 * @param {WithEvents} timeline
 * @param {Filters} filters
 * @returns {Uint8Array} 1: shown, one entry an event
 */
export function eventMask({ actors, sources, events }, filters) {
  const mask = new Uint8Array(events.count).fill(1);
  if (!hidesAnything(filters)) return mask;
  const hiddenActors = actors.map(({ id }) => filters.actors.has(id));
  const hiddenSources = sources.map(({ id }) => filters.sources.has(id));
  const hidesNobody = filters.actors.has(NOBODY);
  for (let event = 0; event < events.count; event += 1) {
    const isHidden = filters.kinds.has(events.kind[event]) || filters.grades.has(events.grade[event])
      || hiddenSources[events.source[event]] || allHidden(events.actors[event], hiddenActors, hidesNobody);
    if (isHidden) mask[event] = 0;
  }
  return mask;
}

/**
 * The same for one event as the record of a place has it.
 * @param {{kind: string, grade: string, source: {id: string}, actors: readonly {id: string}[]}} event
 * @param {Filters} filters
 */
export function happeningShown({ kind, grade, source, actors }, filters) {
  if (filters.kinds.has(kind) || filters.grades.has(grade) || filters.sources.has(source.id)) return false;
  return actors.length === 0 ? !filters.actors.has(NOBODY) : actors.some(({ id }) => !filters.actors.has(id));
}

/**
 * @param {ArrayLike<number>} named positions of actors
 * @param {readonly boolean[]} hidden by position
 * @param {boolean} hidesNobody
 */
function allHidden(named, hidden, hidesNobody) {
  for (let at = 0; at < named.length; at += 1) if (!hidden[named[at]]) return false;
  return named.length > 0 || hidesNobody;
}
