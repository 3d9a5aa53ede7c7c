/**
 * The report with all that was read from it marked. Its text only ever goes in as text.
 *
 * @typedef {import("./desk.js").Article} Article
 * @typedef {import("./desk.js").Desk} Desk
 */

import { button, isolated, make, named } from "../elements.js";
import { say } from "../say.js";
import { whenInWords } from "../words.js";
import { attempt, look, openReport } from "./actions.js";
import { segmentsOf } from "./segments.js";

const MOTION = matchMedia("(prefers-reduced-motion: reduce)");

/** @param {Desk} desk */
export function connectArticle(desk) {
  const body = named("articleText");
  desk.on(["article"], ({ article }) => {
    named("articleTitle").replaceChildren(...titleOf(article));
    named("articleFrom").replaceChildren(...fromOf(article));
    named("articleStory").hidden = !article?.story;
    named("articleStory").replaceChildren(...storyOf(desk, article));
    body.replaceChildren(...(article ? textOf(article) : []));
    const language = article?.report?.language;
    if (language) body.lang = language;
    else body.removeAttribute("lang");
  });
  desk.on(["article", "number"], ({ number }) => markCurrent(body, number));
  body.addEventListener("click", ({ target }) => {
    const marked = target instanceof Element ? target.closest("mark") : null;
    if (marked instanceof HTMLElement) void attempt(desk, () => look(desk, chosen(marked, desk.current.number)));
  });
}

/**
 * A click on words that stand for several proposals goes from one to the next.
 * @param {HTMLElement} marked
 * @param {number | null} current
 * @returns {number}
 */
function chosen(marked, current) {
  const numbers = (marked.dataset.numbers ?? "").split(" ").map(Number);
  return numbers[(numbers.indexOf(current ?? -1) + 1) % numbers.length];
}

/** @param {Article | null} article */
function titleOf(article) {
  if (!article) return [say("review.nothingOpen")];
  return article.report ? [isolated(article.report.title || article.report.publisher)] : [say("review.noReport")];
}

/** @param {Article | null} article */
function fromOf(article) {
  const report = article?.report;
  if (!report) return [];
  const address = /^https?:/.test(report.url) ? [" · ", make("a", { href: report.url, rel: "noopener noreferrer", target: "_blank" }, say("review.original"))] : [];
  return [isolated(report.publisher), " · ", whenInWords(report.published), ...address];
}

/**
 * A wire story in two papers is proposed once.
 * @param {Desk} desk
 * @param {Article | null} article
 */
function storyOf(desk, article) {
  const story = article?.story;
  if (!story) return [];
  return [say("review.sameStory"), " ", button({ class: "go" }, () => void attempt(desk, () => openReport(desk, story)), say("review.openIt"))];
}

/**
 * @param {Article} article
 * @returns {HTMLElement[]} the whole text, or the quotes where only those are kept
 */
function textOf({ text, proposals }) {
  if (text === null) {
    const quoted = proposals.filter(({ statement }) => statement.quote);
    const quotes = quoted.map(({ number, state, statement }) => make("p", { class: "article-words", dir: "auto" }, marked(statement.quote, [number], state !== "proposed")));
    return [make("p", { class: "fine" }, say("review.onlyQuotes")), ...quotes];
  }
  const done = new Set(proposals.filter(({ state }) => state !== "proposed").map(({ number }) => number));
  const spans = proposals.flatMap(({ number, span }) => (span ? [{ number, start: span[0], end: span[1] }] : []));
  const parts = segmentsOf(text, spans).map(({ text: words, numbers }) => (numbers.length === 0 ? make("span", {}, words) : marked(words, numbers, numbers.every((number) => done.has(number)))));
  return [make("p", { class: "article-words", dir: "auto" }, ...parts)];
}

/**
 * @param {string} words
 * @param {readonly number[]} numbers
 * @param {boolean} isDone
 */
function marked(words, numbers, isDone) {
  const kind = [isDone ? "is-done" : "", numbers.length > 1 ? "is-shared" : ""].join(" ").trim();
  return make("mark", { "data-numbers": numbers.join(" "), ...(kind ? { class: kind } : {}) }, words);
}

/**
 * @param {HTMLElement} body
 * @param {number | null} number
 */
function markCurrent(body, number) {
  const all = [...body.querySelectorAll("mark")];
  for (const one of all) one.classList.toggle("is-current", (one.dataset.numbers ?? "").split(" ").includes(String(number)));
  const first = all.find((one) => one.classList.contains("is-current"));
  // Only the article scrolls, never the page: the reader may be anywhere on it.
  if (first && body.scrollHeight > body.clientHeight) body.scrollTo({ top: first.offsetTop - body.clientHeight / 3, behavior: MOTION.matches ? "auto" : "smooth" });
}
