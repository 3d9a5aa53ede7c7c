/**
 * Proposed statements in words.
 *
 * @typedef {import("./desk.js").Proposal} Proposal
 * @typedef {import("./desk.js").Verdict} Verdict
 * @typedef {import("../say.js").Phrase} Phrase
 * @typedef {import("../timeline.js").Timeline} Timeline
 */

import { makeAppearance } from "../appearance.js";
import { boundsInWords } from "../panels/place_figures.js";
import { phrase, say } from "../say.js";
import { effectInWords, kindInWords, listedNames, nameIn } from "../words.js";

/** @type {Record<string, import("../appearance.js").Appearance["pattern"]>} */
const PATTERNS = { held: "plain", contested: "hatch", disputed: "bands", unknown: "outline" };

/**
 * @param {Timeline} timeline
 * @param {string | null | undefined} id
 * @param {string} language
 * @returns {string} the id itself for an actor that the atlas lacks
 */
export function actorName({ actors }, id, language) {
  const actor = actors.find((one) => one.id === id);
  return actor ? nameIn(actor, language) : (id ?? "");
}

/**
 * What a proposal says, in a few words.
 * @param {Timeline} timeline
 * @param {Proposal} proposal
 * @param {string} language
 * @returns {Phrase}
 */
export function proposalInWords(timeline, { kind, statement }, language) {
  const actorOf = (/** @type {string | null} */ id) => timeline.actors.find((one) => one.id === id) ?? null;
  if (kind === "claim") {
    const { effect, holder, loser } = statement;
    return effectInWords(/** @type {any} */ ({ effect, holder: actorOf(holder), loser: actorOf(loser) }), language);
  }
  if (kind === "event") {
    const names = listedNames(statement.actors.map((/** @type {string} */ id) => actorName(timeline, id, language)));
    const what = kindInWords("event", statement.kind);
    return names.length > 0 ? [what, say("list.comma"), ...names] : [what];
  }
  const whose = statement.actor ? [say("list.comma"), { name: actorName(timeline, statement.actor, language) }] : [];
  return [boundsInWords(/** @type {any} */ (statement)), " ", say(`measure.${statement.measure}`), ...whose];
}

/**
 * @param {Timeline} timeline
 * @param {Verdict} verdict
 * @param {string} language
 * @returns {Phrase} such as "Held by Islamic State"
 */
export function verdictInWords(timeline, { status, holder, holders }, language) {
  // Of a place that is held although some source names another, the holder alone is told.
  const named = listedNames((holder === null ? holders : [holder]).map((id) => actorName(timeline, id, language)));
  return phrase(status === "contested" && named.length === 0 ? "answer.contestedNobody" : `answer.${status}`, { holders: named });
}

/**
 * @param {Timeline} timeline
 * @param {Verdict} verdict
 */
export function verdictAppearance({ actors }, { status, holders, uncertain }) {
  const colours = holders.flatMap((id) => actors.find((one) => one.id === id)?.colour ?? []);
  return makeAppearance(PATTERNS[status], colours, { uncertain });
}
