/** Phrases and claims as elements, shared by the panels. */

import { isolated, make } from "../elements.js";
import { longDay } from "../days.js";
import { phrase, say } from "../say.js";
import { effectInWords, gradeInWords, nameIn, whenInWords } from "../words.js";

/** @typedef {import("../record.js").Report} Report */

/**
 * @param {import("../words.js").Phrase} phrase
 * @returns {(Node | string)[]}
 */
export function nodesOf(phrase) {
  return phrase.map((part) => (typeof part === "string" ? part : isolated(part.name)));
}

/**
 * @param {readonly import("../record.js").Claim[]} claims
 * @param {{place: string, areas: readonly import("../record.js").Named[], language: string}} about the id of the place; a claim may be on an area around it
 * @param {Record<string, string>} [attributes]
 */
export function claimsList(claims, { place, areas, language }, attributes = {}) {
  const items = claims.map((claim) => {
    const item = claimElement(claim, language);
    const area = areas.find(({ id }) => id === claim.place && id !== place);
    if (area) item.prepend(make("p", { class: "fine" }, ...nodesOf(phrase("why.onPlace", { place: { name: nameIn(area, language) } }))));
    return item;
  });
  return make("ul", { class: "claims", ...attributes }, ...items);
}

/**
 * A claim with all that lets a reader judge it.
 * @param {import("../record.js").Claim} claim
 * @param {string} language
 */
export function claimElement(claim, language) {
  const item = make("li", { class: "claim" });
  const source = make("p", { class: "claim-source" }, isolated(claim.source.name), " ", gradeElement(claim.grade));
  const effect = make("p", { class: "claim-effect" }, ...nodesOf(phrase("claim.effectWhen", { effect: effectInWords(claim, language), when: whenInWords(claim.when) })));
  item.append(source, effect);
  if (claim.summary) item.append(make("p", { class: "claim-summary", dir: "auto" }, claim.summary));
  if (claim.quote) item.append(make("blockquote", { dir: "auto" }, claim.quote));
  item.append(make("p", { class: "fine" }, say("claim.knownSince", { day: longDay(claim.known) }), ...reportNodes(claim.report)));
  return item;
}

/** @param {string} grade */
export function gradeElement(grade) {
  const inWords = gradeInWords(grade);
  return make("span", { class: "grade", title: inWords }, grade, make("span", { class: "hidden" }, ` (${inWords})`));
}

/**
 * Where to read it: a link only when the address is one of the web.
 * @param {Report | null} report
 * @returns {(Node | string)[]}
 */
export function reportNodes(report) {
  if (!report) return [];
  const label = report.title || report.publisher;
  const title = isWebAddress(report.url)
    ? make("a", { href: report.url, rel: "noopener noreferrer external" }, isolated(label, report.language))
    : isolated(label, report.language);
  const publisher = report.publisher && report.publisher !== label ? [say("list.comma"), isolated(report.publisher)] : [];
  return [". ", title, ...publisher, report.published ? `${say("list.comma")}${whenInWords(report.published)}` : ""];
}

/** @param {string} url */
function isWebAddress(url) {
  return URL.canParse(url ?? "") && ["http:", "https:"].includes(new URL(url).protocol);
}
