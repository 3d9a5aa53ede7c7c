/**
 * "Why?": what became of every claim on a place, and how the rest was weighed, as the server tells it for one day.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {import("../timeline.js").Place} Place
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {{state: MapState, timeline: Timeline, language: string}} Context
 */

import { FetchFailed, fetchExplanation } from "../api.js";
import { dayOfIso, longDay } from "../days.js";
import { button, isolated, make } from "../elements.js";
import { counted } from "../words.js";
import { claimElement } from "./phrases.js";

/** The claims that the answer rests on come first; the others are told under a heading that opens. */
const HEARD = ["counted", "pending"];

/**
 * A button, and below it the explanation of the day on which it was pressed. It is fetched only then: nobody who moves
 * through the days sets off a request, and an explanation that is open says for which day it was.
 * @param {Context} context
 * @param {Place} place
 * @returns {{element: HTMLElement, mark: () => void}} `mark` is called when the day has changed
 */
export function explanationSection({ state, timeline, language }, place) {
  const content = make("div", { class: "why", id: "why", "data-ref": "why", hidden: "" });
  const body = make("div", { "aria-live": "polite" });
  const later = make("p", { class: "doubt", "data-ref": "whyLater", hidden: "" });
  content.append(later, body);
  let explained = -1;
  let asked = 0;
  const explain = async () => {
    const { day, known } = state.current;
    if (day === null) return;
    const turn = (asked += 1);
    explained = day;
    mark();
    body.replaceChildren(make("p", { class: "fine" }, "Asking…"));
    const told = await fetchExplanation({ place: place.id, day, known }).then((document) => tell(document, { state, timeline, language })).catch((error) => {
      if (!(error instanceof FetchFailed)) throw error;
      return [make("p", { class: "why-error", role: "alert" }, error.message), button({ class: "go" }, () => void explain(), "Try again")];
    });
    // A slow answer must not overwrite that of a later question.
    if (turn === asked) body.replaceChildren(...told);
  };
  const toggle = button({ class: "why-toggle", "data-ref": "whyToggle", "aria-expanded": "false", "aria-controls": "why" }, () => {
    const isOpen = content.hidden;
    content.hidden = !isOpen;
    toggle.setAttribute("aria-expanded", String(isOpen));
    if (isOpen && explained !== state.current.day) void explain();
  }, "Why?");
  const mark = () => {
    const isOther = explained !== -1 && state.current.day !== explained;
    if (isOther && later.hidden) later.replaceChildren(`This explains ${longDay(explained)}. `, button({ class: "go" }, () => void explain(), "Explain the day shown"));
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
  const summary = document.summary.map((/** @type {string} */ line) => make("li", { dir: "auto" }, line));
  const heard = document.claims.filter((/** @type {any} */ claim) => HEARD.includes(claim.fate));
  const others = document.claims.filter((/** @type {any} */ claim) => !HEARD.includes(claim.fate)).reverse();
  const element = (/** @type {any} */ claim) => consideredElement(claim, document.place.id, context);
  const leftOut = make("details", {}, make("summary", {}, `${counted(others.length, "claim does", "claims do")} not count on this day`), make("ul", { class: "claims" }, ...others.map(element)));
  return [
    make("ul", { class: "why-summary" }, ...summary),
    ...(heard.length > 0 ? [make("ul", { class: "claims", "aria-label": "Claims that count" }, ...heard.map(element))] : []),
    ...(others.length > 0 ? [leftOut] : []),
  ];
}

/**
 * A claim as it stands elsewhere on the page, and what became of it.
 * @param {any} told a claim of `/api/explain`
 * @param {string} placeId the place that is explained; a claim may be on an area around it
 * @param {Context} context
 */
function consideredElement(told, placeId, { timeline, language }) {
  const actor = (/** @type {string | null} */ id) => timeline.actors.find((one) => one.id === id) ?? null;
  const source = { id: told.source_id, name: told.source, kind: "", reliability: told.grade.charAt(0) };
  const claim = { ...told, quote: told.quote ?? "", known: dayOfIso(told.known), holder: actor(told.holder), loser: actor(told.loser), source, report: timeline.report(told.report) };
  const item = claimElement(claim, language);
  if (told.place_id !== placeId) item.prepend(make("p", { class: "fine" }, "On ", isolated(told.place)));
  item.append(make("p", { class: "became", dir: "auto" }, told.step > 0 ? make("span", { class: "step" }, `Step ${told.step}`) : "", ` ${told.became}`));
  return item;
}
