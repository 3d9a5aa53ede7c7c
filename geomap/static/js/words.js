/**
 * What the page says about answers, claims and places.
 *
 * @typedef {import("./say.js").Phrase} Phrase
 * @typedef {import("./timeline.js").Actor} Actor
 * @typedef {import("./record.js").Claim} Claim
 * @typedef {import("./timeline.js").Place} Place
 * @typedef {import("./timeline.js").Timeline} Timeline
 */

import { dayOfIso, monthAndYear, shortDay } from "./days.js";
import { holdersOf, isStale, statusOf, UNKNOWN } from "./periods.js";
import { canSay, pageLocales, phrase, say } from "./say.js";

/**
 * @param {{name: string, names: Record<string, string>}} named a place or an actor
 * @param {string} language
 * @returns {string}
 */
export function nameIn(named, language) {
  return named.names[language] || named.name;
}

/**
 * The word for a kind of place or event; one that has no word of its own is shown as it is.
 * @param {"kind" | "event"} subject
 * @param {string} kind such as air_strike
 * @returns {string}
 */
export function kindInWords(subject, kind) {
  const key = `${subject}.${kind}`;
  return canSay(key) ? say(key) : kind.replaceAll("_", " ");
}

/**
 * A grade such as B2 of the Admiralty code (AJP-2.1) in words.
 * @param {string} grade
 * @returns {string}
 */
export function gradeInWords(grade) {
  if (!/^[A-F][1-6]$/.test(grade)) return say("grade.none");
  return say("grade.both", { reliability: say(`grade.${grade.charAt(0)}`), credibility: say(`grade.${grade.charAt(1)}`) });
}

/**
 * Names in a row: "A", "A and B", "A, B and C".
 * @param {readonly string[]} names
 * @returns {Phrase}
 */
export function listedNames(names) {
  return names.flatMap((name, at) => {
    const joint = at === 0 ? [] : [say(at === names.length - 1 ? "list.and" : "list.comma")];
    return [...joint, { name }];
  });
}

/**
 * @param {Actor[]} actors
 * @param {string} language
 */
function listed(actors, language) {
  return listedNames(actors.map((actor) => nameIn(actor, language)));
}

/**
 * @param {Timeline} timeline
 * @param {number} answer
 * @param {string} language
 * @returns {Phrase} such as "Held by Islamic State"
 */
export function answerInWords({ periods, actors }, answer, language) {
  const status = statusOf(periods, answer);
  // Of a place that is held the holder stands first; who is named besides did not prevail.
  const named = status === "held" ? holdersOf(periods, answer).slice(0, 1) : holdersOf(periods, answer);
  const holders = listed(named.map((actor) => actors[actor]), language);
  const isNobody = status === "contested" && holders.length === 0;
  return phrase(isNobody ? "answer.contestedNobody" : `answer.${status}`, { holders });
}

/**
 * What a reader must know beside the answer itself.
 * @param {Timeline} timeline
 * @param {number} answer
 * @param {{day: number, language: string}} context
 * @returns {Phrase[]} one whole sentence each
 */
export function doubtsInWords({ periods, actors, staleness }, answer, { day, language }) {
  if (answer === UNKNOWN) return [];
  /** @type {Phrase[]} */
  const doubts = [];
  if (periods.uncertain[answer]) {
    const candidates = listed(periods.candidates[answer].map((actor) => actors[actor]), language);
    doubts.push(phrase(candidates.length > 0 ? "doubt.passedTo" : "doubt.passed", { candidates }));
  }
  if (periods.opposed[answer]) doubts.push([say("doubt.opposed")]);
  if (isStale(periods, answer, day)) doubts.push([say("doubt.stale", { count: staleness })]);
  return doubts;
}

/**
 * Whom an effect must name. @type {Record<string, "holder" | "loser">}
 */
const NAMED = { takes: "holder", holds: "holder", loses: "loser" };

/**
 * @param {Pick<Claim, "effect" | "holder" | "loser">} claim
 * @param {string} language
 * @returns {Phrase} such as "the SDF takes it from Islamic State"
 */
export function effectInWords({ effect, holder, loser }, language) {
  const parties = { holder, loser };
  if (!parties[NAMED[effect]]) return [say("claim.contests")];
  const nameOf = (/** @type {Actor | null} */ actor) => (actor ? { name: nameIn(actor, language) } : "");
  return phrase(effect === "takes" && loser ? "claim.takesFrom" : `claim.${effect}`, { holder: nameOf(holder), loser: nameOf(loser) });
}

/**
 * @param {Pick<Place, "kind" | "country" | "population">} place
 * @returns {string} such as "city in Syria, 531,952 people"
 */
export function placeInWords({ kind, country, population }) {
  const what = kindInWords("kind", kind || "place");
  const where = country ? say("place.in", { kind: what, country: countryInWords(country) }) : what;
  return population > 0 ? say("place.people", { place: where, count: population }) : where;
}

/**
 * @param {string} country ISO 3166-1 alpha-2
 * @returns {string}
 */
export function countryInWords(country) {
  const key = `country.${country}`;
  return canSay(key) ? say(key) : new Intl.DisplayNames([...pageLocales(), "en"], { type: "region" }).of(country) ?? country;
}

/**
 * A date as the source has it. Days and months are written out; what is less sure keeps its EDTF form.
 * @param {string} when
 * @returns {string}
 */
export function whenInWords(when) {
  const days = when.split("/").map(dateInWords);
  if (days.length === 1) return days[0];
  if (days[1] === "..") return say("date.fromOn", { day: days[0] });
  return days[0] === ".." ? say("date.until", { day: days[1] }) : say("date.between", { first: days[0], last: days[1] });
}

/** @param {string} date one end of an EDTF date */
function dateInWords(date) {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return shortDay(dayOfIso(date));
  return /^\d{4}-\d{2}$/.test(date) ? monthAndYear(dayOfIso(`${date}-01`)) : date;
}
