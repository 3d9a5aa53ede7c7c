/**
 * One proposal in full: its sentence, on whose word, and what can be done with it.
 *
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./desk.js").Proposal} Proposal
 */

import { button, isolated, make } from "../elements.js";
import { say, written } from "../say.js";
import { gradeInWords, nameIn, placeInWords } from "../words.js";
import { accept, undo } from "./actions.js";
import { correctForm } from "./correcting.js";
import { mergeForm, rejectForm } from "./forms.js";

/** What the actions are called, and their keys. */
export const KEYS = { accept: "a", correct: "c", merge: "m", reject: "r", undo: "u" };

/**
 * @param {Desk} desk
 * @param {Proposal} proposal
 * @param {string} language
 */
export function cardOf(desk, proposal, language) {
  const { quote, summary } = proposal.statement;
  return make("div", { class: "card", role: "group", "aria-label": say("review.proposal", { number: proposal.number }) },
    ...(quote ? [make("blockquote", { dir: "auto" }, quote)] : [make("p", { dir: "auto" }, summary)]),
    ...(proposal.state === "proposed" ? open(desk, proposal, language) : decided(desk, proposal)),
    // The form tells the same in its fields.
    ...(desk.current.form === "correct" ? [] : [facts(desk, proposal, language)]));
}

/**
 * @param {Desk} desk
 * @param {Proposal} proposal
 * @param {string} language
 */
function facts({ current: { article } }, { kind, statement, confidence, proposer }, language) {
  const place = article?.places[statement.place_id];
  const rows = [
    row(say("review.place"), place ? [isolated(nameIn(place, language)), say("list.comma"), placeInWords({ ...place, population: 0 })] : [say("review.noPlace")]),
    row(say("review.source"), graded(article?.sources[statement.source], statement)),
    ...(kind === "event" ? [row(say("review.title"), [isolated(statement.title)])] : []),
    ...(confidence === null ? [] : [row(say("review.confidence"), [written(confidence, { style: "percent" })])]),
    row(say("review.proposedBy"), [isolated(proposer)]),
  ];
  return make("dl", { class: "facts" }, ...rows);
}

/**
 * @param {string} term
 * @param {(Node | string)[]} told
 */
function row(term, told) {
  return make("div", {}, make("dt", {}, term), make("dd", {}, ...told));
}

/**
 * @param {{name: string, reliability: string} | undefined} source
 * @param {import("./desk.js").Statement} statement
 */
function graded(source, statement) {
  const grade = `${source?.reliability ?? ""}${statement.credibility}`;
  return [isolated(source?.name ?? statement.source), " ", make("span", { class: "grade" }, grade), " ", make("span", { class: "fine" }, gradeInWords(grade))];
}

/**
 * @param {Desk} desk
 * @param {Proposal} proposal
 * @param {string} language
 * @returns {HTMLElement[]}
 */
function open(desk, proposal, language) {
  const { form } = desk.current;
  if (!desk.mayDecide) return [make("p", { class: "fine" }, say("review.mayNotDecide"))];
  if (form === "correct") return [correctForm(desk, proposal, language)];
  if (form === "reject") return [rejectForm(desk)];
  if (form === "merge") return [mergeForm(desk, proposal)];
  const note = make("input", { type: "text", maxlength: "2000", value: say("review.checked"), "data-ref": "acceptNote", dir: "auto" });
  const act = (/** @type {keyof typeof KEYS} */ what, /** @type {string} */ words, /** @type {() => void} */ work) =>
    button({ class: what === "accept" ? "act is-first" : "act", "aria-keyshortcuts": KEYS[what], "data-act": what }, work, words, " ", make("kbd", { "aria-hidden": "true" }, KEYS[what]));
  const openForm = (/** @type {"correct" | "reject" | "merge"} */ name) => () => desk.update({ form: name });
  return [
    make("div", { class: "acts" },
      act("accept", say("review.accept"), () => void accept(desk, { note: note.value.trim() || say("review.checked") })),
      act("correct", say("review.correct"), openForm("correct")),
      ...(proposal.kind === "event" ? [act("merge", say("review.merge"), openForm("merge"))] : []),
      act("reject", say("review.reject"), openForm("reject"))),
    make("label", { class: "note" }, make("span", { class: "fine" }, say("review.note")), note),
  ];
}

/**
 * @param {Desk} desk
 * @param {Proposal} proposal
 * @returns {HTMLElement[]}
 */
function decided(desk, { state, decision }) {
  if (!decision) return [];
  const keys = { accepted: decision.merged ? "review.mergedBy" : "review.acceptedBy", rejected: "review.rejectedBy", proposed: "" };
  const { by, reason, revision } = decision;
  const told = [make("p", {}, say(keys[state], { name: by, revision: revision ?? "" })), make("p", { class: "fine", dir: "auto" }, reason)];
  if (!desk.mayDecide) return told;
  const undoing = button({ class: "act", "aria-keyshortcuts": KEYS.undo, "data-act": "undo" }, () => void undo(desk), say("review.undo"), " ", make("kbd", { "aria-hidden": "true" }, KEYS.undo));
  return [...told, make("div", { class: "acts" }, undoing)];
}
