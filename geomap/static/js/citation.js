/**
 * How a view is cited: an address that shows it again whatever becomes of the atlas, and a text.
 *
 * @typedef {import("./map_state.js").State} State
 * @typedef {import("./timeline.js").Timeline} Timeline
 */

import { sidesOf } from "./comparison.js";
import { longDay } from "./days.js";
import { phrase, say } from "./say.js";
import { sideInWords } from "./sides_in_words.js";
import { daysInAddress, formatAddress, viewIn } from "./url_hash.js";

/**
 * @param {Readonly<Partial<State> & Pick<State, "known">>} state
 * @param {Pick<Timeline, "pins">} timeline
 * @param {string} page the address of the page
 * @param {Record<string, string>} [parameters] beside those of the page
 * @returns {string} with all that decides on the view
 */
export function permanentLink(state, { pins }, page, parameters = {}) {
  const address = new URL(page);
  address.searchParams.delete("embed");
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  const { day = null, known, compare = null } = state;
  address.hash = formatAddress({ ...viewIn(state), pins, ...(day === null ? {} : daysInAddress({ day, known, compare })) });
  return address.href;
}

/**
 * What another page puts in its own source to show the map in a frame.
 * @param {string} address of the embedded map
 * @param {string} title of the atlas
 * @returns {string} HTML, safe whatever the title holds
 */
export function embedCode(address, title) {
  return `<iframe src="${inAttribute(address)}" title="${inAttribute(title)}" width="100%" height="520" loading="lazy"></iframe>`;
}

/** @param {string} text */
function inAttribute(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * @param {Pick<State, "day" | "known" | "compare">} state
 * @param {Pick<Timeline, "atlas" | "revision" | "rule" | "pins">} timeline
 * @param {{address: string, accessed: number}} access where and on which day it was read
 * @returns {import("./say.js").Phrase} names and the address stand on their own
 */
export function citation({ day, known, compare }, timeline, { address, accessed }) {
  const sides = day === null ? null : sidesOf({ day, known, compare });
  const words = {
    title: { name: timeline.atlas.title },
    judged: judgement(timeline),
    address: { name: address },
    accessed: longDay(accessed),
  };
  if (sides) return phrase("cite.compare", { ...words, first: sideInWords(sides.first), second: sideInWords(sides.second) });
  return phrase(known === null ? "cite.all" : "cite.known", { ...words, day: longDay(day ?? accessed), ...(known === null ? {} : { known: longDay(known) }) });
}

/**
 * @param {Pick<Timeline, "revision" | "rule" | "pins">} timeline
 * @returns {import("./say.js").Phrase} such as "Revision 3, judged by rule-1 with a dispute window of 14 days"
 */
export function judgement({ revision, rule, pins }) {
  const { dispute_window: window = "0", reliability, source } = pins;
  return [
    ...phrase("cite.judged", { revision: String(revision), rule: { name: rule }, count: Number(window) }),
    ...(reliability === undefined ? [] : [" · ", say("pinned.reliability", { reliability })]),
    ...(source === undefined ? [] : [" · ", say("pinned.source", { sources: source.replaceAll(",", say("list.comma")) })]),
  ];
}
