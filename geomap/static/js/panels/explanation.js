/**
 * "Why?": what became of every claim on a place, and how the rest was weighed, as the server tells it for one day.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {import("../timeline.js").Place} Place
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {Pick<import("./place.js").Context, "state" | "timeline" | "language">} Context
 */

import { FetchFailed, fetchExplanation } from "../api.js";
import { dayOfIso, longDay } from "../days.js";
import { button, make } from "../elements.js";
import { fateInWords, summaryInWords } from "../reasons.js";
import { phrase, say } from "../say.js";
import { claimElement, nodesOf } from "./phrases.js";

/** The claims that the answer rests on come first; the others are told under a heading that opens. */
const HEARD = ["counted", "pending"];

/**
 * A button, and below it the explanation of the day on which it was pressed. It is fetched only then: nobody who moves
 * through the days sets off a request, and an explanation that is open says for which day it was.
 * @param {Context} context
 * @param {Place} place
 * @returns {import("./place.js").Part}
 */
export function explanationSection({ state, timeline, language }, place) {
  const content = make("div", { class: "why", id: "why", "data-ref": "why", hidden: "" });
  const body = make("div", { "aria-live": "polite" });
  const later = make("p", { class: "doubt", "data-ref": "whyLater", hidden: "" });
  content.append(later, body);
  let explained = -1;
  let asked = 0;
  const explain = async () => {
    const { day, known, pins } = state.current;
    if (day === null) return;
    const turn = (asked += 1);
    explained = day;
    mark();
    body.replaceChildren(make("p", { class: "fine" }, say("why.asking")));
    const told = await fetchExplanation({ place: place.id, day, known, pins }).then((document) => tell(document, { state, timeline, language })).catch((error) => {
      if (!(error instanceof FetchFailed)) throw error;
      return [make("p", { class: "why-error", role: "alert" }, error.message), button({ class: "go" }, () => void explain(), say("problem.again"))];
    });
    // A slow answer must not overwrite that of a later question.
    if (turn === asked) body.replaceChildren(...told);
  };
  const toggle = button({ class: "why-toggle", "data-ref": "whyToggle", "aria-expanded": "false", "aria-controls": "why" }, () => {
    const isOpen = content.hidden;
    content.hidden = !isOpen;
    toggle.setAttribute("aria-expanded", String(isOpen));
    if (isOpen && explained !== state.current.day) void explain();
  }, say("why.ask"));
  const mark = () => {
    const isOther = explained !== -1 && state.current.day !== explained;
    if (isOther && later.hidden) later.replaceChildren(`${say("why.explains", { day: longDay(explained) })} `, button({ class: "go" }, () => void explain(), say("why.explainShown")));
    later.hidden = !isOther;
  };
  return { element: make("section", {}, toggle, content), mark };
}

/**
 * @param {any} document of `/api/explain`
 * @param {Context} context
 * @returns {HTMLElement[]}
 */
function tell(document, context) {
  const summary = summaryInWords(document, context).map((line) => make("li", {}, ...nodesOf(line)));
  const heard = document.claims.filter((/** @type {any} */ claim) => HEARD.includes(claim.fate));
  const others = document.claims.filter((/** @type {any} */ claim) => !HEARD.includes(claim.fate)).reverse();
  const element = (/** @type {any} */ claim) => consideredElement(claim, document, context);
  const leftOut = make("details", {}, make("summary", {}, say("why.leftOut", { count: others.length })), make("ul", { class: "claims" }, ...others.map(element)));
  return [
    make("ul", { class: "why-summary" }, ...summary),
    ...(heard.length > 0 ? [make("ul", { class: "claims", "aria-label": say("why.counts") }, ...heard.map(element))] : []),
    ...(others.length > 0 ? [leftOut] : []),
  ];
}

/**
 * A claim as it stands elsewhere on the page, and what became of it.
 * @param {any} told a claim of `/api/explain`
 * @param {any} document a claim may be on an area around the place that is explained
 * @param {Context} context
 */
function consideredElement(told, document, context) {
  const { timeline, language } = context;
  const actor = (/** @type {string | null} */ id) => timeline.actors.find((one) => one.id === id) ?? null;
  const source = { id: told.source_id, name: told.source, kind: "", reliability: told.grade.charAt(0) };
  const claim = { ...told, quote: told.quote ?? "", known: dayOfIso(told.known), holder: actor(told.holder), loser: actor(told.loser), source, report: document.reports[told.report] ?? null };
  const item = claimElement(claim, language);
  if (told.place_id !== document.place.id) item.prepend(make("p", { class: "fine" }, ...nodesOf(phrase("why.onPlace", { place: { name: told.place } }))));
  const step = told.step > 0 ? [make("span", { class: "step" }, say("why.step", { number: told.step })), " "] : [];
  item.append(make("p", { class: "became" }, ...step, ...nodesOf(fateInWords(told, document, context))));
  return item;
}
