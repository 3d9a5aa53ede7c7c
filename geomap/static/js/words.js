/**
 * What the page says about answers, claims and places, in one place so that it can be translated.
 *
 * @typedef {import("./timeline.js").Actor} Actor
 * @typedef {import("./timeline.js").Claim} Claim
 * @typedef {import("./timeline.js").Place} Place
 * @typedef {import("./timeline.js").Timeline} Timeline
 * @typedef {(string | {name: string})[]} Phrase plain words, and names that are to be isolated
 */

import { holdersOf, isStale, statusOf, UNKNOWN } from "./periods.js";

/** Languages that the atlas has names in. */
const LANGUAGES = ["en", "nl", "ar", "ku"];

/**
 * The reader's language: `?lang=` first, then what the browser asks for.
 * @param {string} query the part of the address after ?
 * @param {readonly string[]} preferred
 * @returns {string}
 */
export function readerLanguage(query, preferred) {
  const asked = [new URLSearchParams(query).get("lang") ?? "", ...preferred].map((tag) => tag.toLowerCase().split("-")[0]);
  return asked.find((language) => LANGUAGES.includes(language)) ?? "en";
}

/**
 * @param {{name: string, names: Record<string, string>}} named a place or an actor
 * @param {string} language
 * @returns {string}
 */
export function nameIn(named, language) {
  return named.names[language] || named.name;
}

/** @param {string} word such as air_strike */
export function plainWord(word) {
  return word.replaceAll("_", " ");
}

/** Reliability letters of the Admiralty code (AJP-2.1). */
export const RELIABILITY = new Map([
  ["A", "completely reliable"],
  ["B", "usually reliable"],
  ["C", "fairly reliable"],
  ["D", "not usually reliable"],
  ["E", "unreliable"],
  ["F", "reliability cannot be judged"],
]);
/** Credibility figures of the same code. */
export const CREDIBILITY = new Map([
  ["1", "confirmed by other sources"],
  ["2", "probably true"],
  ["3", "possibly true"],
  ["4", "doubtful"],
  ["5", "improbable"],
  ["6", "truth cannot be judged"],
]);

/**
 * A grade such as B2 in words.
 * @param {string} grade
 * @returns {string}
 */
export function gradeInWords(grade) {
  const parts = [RELIABILITY.get(grade.charAt(0)), CREDIBILITY.get(grade.charAt(1))].filter(Boolean);
  return parts.length === 2 ? `source ${parts[0]}, statement ${parts[1]}` : "not graded";
}

/**
 * Actors in a row: "A", "A and B", "A, B and C".
 * @param {Actor[]} actors
 * @param {string} language
 * @returns {Phrase}
 */
function listed(actors, language) {
  return actors.flatMap((actor, at) => {
    const joint = at === 0 ? [] : [at === actors.length - 1 ? " and " : ", "];
    return [...joint, { name: nameIn(actor, language) }];
  });
}

/**
 * @param {Timeline} timeline
 * @param {number} answer
 * @param {string} language
 * @returns {Phrase} such as "Held by Islamic State"
 */
export function answerInWords({ periods, actors }, answer, language) {
  const holders = listed(holdersOf(periods, answer).map((actor) => actors[actor]), language);
  const status = statusOf(periods, answer);
  if (status === "held") return ["Held by ", ...holders];
  if (status === "disputed") return ["Disputed: the sources disagree between ", ...holders];
  if (status === "contested") return holders.length > 0 ? ["Contested: fighting inside, between ", ...holders] : ["Contested: fighting inside, nobody holds it whole"];
  return ["Not known: no claim covers this day"];
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
    const passed = candidates.length > 0 ? ["It may already have passed to ", ...candidates] : ["It may already have changed hands"];
    doubts.push([...passed, "; the sources date the change only roughly."]);
  }
  if (periods.opposed[answer]) doubts.push(["At least one source says otherwise."]);
  if (isStale(periods, answer, day)) doubts.push([`No newer report: the latest claim is more than ${counted(staleness, "day", "days")} old.`]);
  return doubts;
}

/**
 * @param {Claim} claim
 * @param {string} language
 * @returns {Phrase} such as "says that the SDF takes it from Islamic State"
 */
export function effectInWords({ effect, holder, loser }, language) {
  const [winner, from] = [holder, loser].map((actor) => (actor ? { name: nameIn(actor, language) } : null));
  if (effect === "takes" && winner) return [winner, " takes it", ...(from ? [" from ", from] : [])];
  if (effect === "holds" && winner) return [winner, " holds it"];
  if (effect === "loses" && from) return [from, " loses it"];
  return ["fighting inside"];
}

/**
 * @param {Place} place
 * @param {string} language
 * @returns {string} such as "city in Syria, 531,952 people"
 */
export function placeInWords({ kind, country, population }, language) {
  const countryName = country ? new Intl.DisplayNames([language, "en"], { type: "region" }).of(country) : "";
  const what = [plainWord(kind || "place"), countryName && `in ${countryName}`].filter(Boolean).join(" ");
  return population > 0 ? `${what}, ${population.toLocaleString("en")} people` : what;
}

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
export function counted(count, one, many) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
