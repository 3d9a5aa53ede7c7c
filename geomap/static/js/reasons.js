/**
 * The reasons of `/api/explain` in the reader's language: the server tells codes and values, the sentences stand in the
 * catalogue. They say what geomap/exports/sentences.py says in English. Pure.
 *
 * @typedef {import("./say.js").Phrase} Phrase
 * @typedef {import("./timeline.js").Timeline} Timeline
 * @typedef {{timeline: Timeline, language: string}} Context
 *
 * @typedef {object} Told what is read of the document (docs/control.md)
 * @property {string} date
 * @property {string | null} known
 * @property {{id: string, name: string}} place
 * @property {{status: string, holders: string[], opposed: boolean, uncertain: boolean, candidates: string[]}} verdict
 * @property {{majority: string, dispute_window_days: number, least_reliability: string | null, sources: string[]}} rule
 * @property {{actor: string, weight: number, share: number}[]} shares
 * @property {{age_days: number, limit_days: number, standing: boolean, stale: boolean} | null} freshness
 * @property {Considered[]} claims
 *
 * @typedef {object} Considered a claim and what became of it
 * @property {string} id
 * @property {string} source the name of it
 * @property {string} grade
 * @property {string} effect
 * @property {string | null} holder
 * @property {string | null} loser
 * @property {string} when EDTF
 * @property {string} known
 * @property {string} earliest
 * @property {string} settled
 * @property {string} place_id the place itself or an area around it
 * @property {string} place the name of it
 * @property {number} weight
 * @property {{reliability: number, credibility: number}} weights
 * @property {string} fate
 * @property {string | null} by the claim that left this one out
 * @property {number | null} days
 * @property {string[]} counts_for
 */

import { dayOfIso, longDay, shortDay } from "./days.js";
import { canSay, phrase, say, written } from "./say.js";
import { effectInWords, listedNames, nameIn, whenInWords } from "./words.js";

/**
 * @param {any} document
 * @returns {document is Told & {reports: Record<string, import("./record.js").Report>}}
 */
export function isExplanation(document) {
  const { date, place, verdict, rule, shares: weights, claims, reports } = document ?? {};
  const lists = [weights, claims, verdict?.holders, verdict?.candidates, rule?.sources];
  return lists.every(Array.isArray) && [date, place?.id].every((text) => typeof text === "string") && reports instanceof Object;
}

/**
 * The answer in one sentence, what it is told from, the weights and the doubts.
 * @param {Told} told
 * @param {Context} context
 * @returns {Phrase[]} one sentence each
 */
export function summaryInWords(told, context) {
  return [verdictInWords(told, context), ...standpoint(told), ...shares(told, context), ...doubts(told, context)];
}

/**
 * @param {Told} told
 * @param {Context} context
 * @returns {Phrase}
 */
function verdictInWords({ date, place, verdict, shares: [first], rule }, context) {
  const names = verdict.holders.map((id) => actorName(id, context));
  return phrase(`why.${verdict.opposed ? "opposed" : verdict.status}`, {
    day: longDay(dayOfIso(date)),
    place: { name: placeName(place.id, place.name, context) },
    holder: listedNames(names.slice(0, 1)),
    others: listedNames(names.slice(1)),
    holders: listedNames(names),
    share: first ? percent(first.share) : "",
    majority: rule.majority,
  });
}

/**
 * From where the answer is given, as far as it is not all that is known, from everybody.
 * @param {Told} told
 * @returns {Phrase[]}
 */
function standpoint({ known, rule }) {
  return [
    ...(known === null ? [] : [[say("why.asKnown", { day: longDay(dayOfIso(known)) })]]),
    ...(rule.sources.length === 0 ? [] : [[`${say("pinned.source", { sources: rule.sources.join(say("list.comma")) })}.`]]),
    ...(rule.least_reliability === null ? [] : [[`${say("pinned.reliability", { reliability: rule.least_reliability })}.`]]),
  ];
}

/**
 * @param {Told} told
 * @param {Context} context
 * @returns {Phrase[]}
 */
function shares({ shares: all, verdict }, context) {
  // Fighting decides whatever the weights are; to print them would mislead.
  if (verdict.status === "contested") return [];
  const total = decimal(all.reduce((sum, { weight }) => sum + weight, 0));
  return all.map(({ actor, weight, share }) => phrase("why.share", { actor: { name: actorName(actor, context) }, weight: decimal(weight), total, share: percent(share) }));
}

/**
 * @param {Told} told
 * @param {Context} context
 * @returns {Phrase[]}
 */
function doubts({ verdict, freshness, claims, place }, context) {
  const candidates = listedNames(verdict.candidates.map((id) => actorName(id, context)));
  const change = candidates.length > 0 ? phrase("why.candidates", { candidates }) : [say("why.uncertain")];
  return [
    ...(verdict.uncertain ? [change] : []),
    ...(freshness ? [ageInWords(freshness, { name: actorName(verdict.holders[0], context) })] : []),
    ...(claims.length === 0 ? [phrase("why.nothing", { place: { name: placeName(place.id, place.name, context) } })] : []),
  ];
}

/**
 * @param {NonNullable<Told["freshness"]>} freshness
 * @param {{name: string}} holder
 * @returns {Phrase}
 */
function ageInWords({ standing, stale, age_days: count, limit_days: limit }, holder) {
  if (standing) return phrase("why.standing", { holder });
  return stale ? phrase("why.stale", { holder, count }) : phrase("why.fresh", { holder, count, limit });
}

/**
 * What became of a claim.
 * @param {Considered} one
 * @param {Told} told
 * @param {Context} context
 * @returns {Phrase}
 */
export function fateInWords(one, { claims, rule }, context) {
  if (!canSay(`why.${one.fate}`)) return [one.fate];
  if (one.fate === "counted" && one.counts_for.length === 0) return [say("why.countedNobody")];
  const by = claims.find(({ id }) => id === one.by);
  return phrase(`why.${one.fate}`, {
    source: { name: one.source },
    // The letter alone, where it is the reason; the numbers, where they are weighed.
    reliability: one.fate === "not_heard" ? one.grade.charAt(0) : decimal(one.weights.reliability),
    credibility: decimal(one.weights.credibility),
    weight: decimal(one.weight),
    known: shortDay(dayOfIso(one.known)),
    earliest: shortDay(dayOfIso(one.earliest)),
    settled: shortDay(dayOfIso(one.settled)),
    by: by ? claimInWords(by, context) : "",
    nearer: by ? { name: placeName(by.place_id, by.place, context) } : "",
    place: { name: placeName(one.place_id, one.place, context) },
    count: one.days ?? 0,
    window: rule.dispute_window_days,
    parties: listedNames(one.counts_for.map((id) => actorName(id, context))),
  });
}

/**
 * A claim, shortly, within another sentence.
 * @param {Considered} claim
 * @param {Context} context
 * @returns {Phrase}
 */
function claimInWords({ effect, holder, loser, source, when }, context) {
  const actor = (/** @type {string | null} */ id) => context.timeline.actors.find((one) => one.id === id) ?? null;
  const says = effectInWords({ effect, holder: actor(holder), loser: actor(loser) }, context.language);
  return phrase("why.claim", { says, source: { name: source }, when: whenInWords(when) });
}

/**
 * @param {string} id
 * @param {Context} context
 */
function actorName(id, { timeline, language }) {
  const actor = timeline.actors.find((one) => one.id === id);
  return actor ? nameIn(actor, language) : id;
}

/**
 * @param {string} id
 * @param {string} name in English
 * @param {Context} context
 */
function placeName(id, name, { timeline, language }) {
  const index = timeline.placeIndex.get(id);
  return index === undefined ? name : nameIn(timeline.places[index], language);
}

/** @param {number} number */
function decimal(number) {
  return written(number, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
}

/** @param {number} share */
function percent(share) {
  return written(share, { style: "percent", maximumFractionDigits: 0 });
}
