/**
 * Rejecting with a reason, and merging with an event of the atlas.
 *
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./desk.js").Proposal} Proposal
 */

import { button, isolated, make } from "../elements.js";
import { say } from "../say.js";
import { kindInWords, whenInWords } from "../words.js";
import { attempt, eventsAlike, merge, reject } from "./actions.js";

/**
 * The foot of every form: do it, or leave it.
 * @param {Desk} desk
 * @param {string} words
 */
export function formFoot(desk, words) {
  return make("div", { class: "acts" },
    make("button", { type: "submit", class: "act is-first" }, words),
    button({ class: "act", "data-act": "cancel" }, () => desk.update({ form: null }), say("review.cancel"), " ", make("kbd", { "aria-hidden": "true" }, "Esc")));
}

/**
 * @param {string} words
 * @param {HTMLElement} field
 */
export function labelled(words, field) {
  return make("label", { class: "note" }, make("span", { class: "fine" }, words), field);
}

/**
 * @param {HTMLElement[]} children
 * @param {() => void} send
 */
export function formOf(children, send) {
  const form = make("form", { class: "card-form" }, ...children);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  return form;
}

/** @param {Desk} desk */
export function rejectForm(desk) {
  const reason = make("input", { type: "text", required: "", maxlength: "2000", list: "reject-reasons", "data-ref": "reason", dir: "auto" });
  const reasons = make("datalist", { id: "reject-reasons" }, ...[say("review.reasonMisread"), say("review.reasonNotNews"), say("review.reasonPlace"), say("review.reasonDoubt")].map((words) => make("option", { value: words })));
  focusSoon(reason);
  return formOf([labelled(say("review.reason"), reason), reasons, formFoot(desk, say("review.reject"))], () => {
    if (reason.value.trim() === "") return reason.focus();
    void reject(desk, reason.value.trim());
  });
}

/**
 * @param {Desk} desk
 * @param {Proposal} proposal
 */
export function mergeForm(desk, { number }) {
  const choice = make("fieldset", { class: "choice" }, make("legend", {}, say("review.mergeInto")), make("p", { class: "fine", role: "status" }, say("review.looking")));
  const note = make("input", { type: "text", maxlength: "2000", value: say("review.sameEvent"), dir: "auto" });
  const form = formOf([choice, labelled(say("review.note"), note), formFoot(desk, say("review.merge"))], () => {
    const chosen = choice.querySelector("input:checked");
    if (chosen instanceof HTMLInputElement) void merge(desk, chosen.value, note.value.trim() || say("review.sameEvent"));
  });
  void attempt(desk, async () => fillChoice(choice, form, await eventsAlike(desk, number)));
  return form;
}

/**
 * @param {HTMLElement} choice
 * @param {HTMLFormElement} form
 * @param {Awaited<ReturnType<typeof eventsAlike>>} events
 */
function fillChoice(choice, form, events) {
  const rows = events.map(({ id, title, kind, when }, at) => make("label", { class: "option" },
    make("input", { type: "radio", name: "merge-into", value: id, ...(at === 0 ? { checked: "" } : {}) }),
    make("span", {}, isolated(title), " ", make("span", { class: "fine" }, `${kindInWords("event", kind)} · ${whenInWords(when)}`))));
  const none = make("p", { class: "fine", role: "status" }, say("review.noneAlike"));
  choice.replaceChildren(make("legend", {}, say("review.mergeInto")), ...(rows.length > 0 ? rows : [none]));
  const submit = form.querySelector("button[type=submit]");
  if (submit instanceof HTMLButtonElement) submit.disabled = rows.length === 0;
  const first = choice.querySelector("input") ?? form.querySelector("[data-act=cancel]");
  if (first instanceof HTMLElement) first.focus();
}

/**
 * Once the form stands in the page.
 * @param {HTMLElement} field
 */
export function focusSoon(field) {
  queueMicrotask(() => field.focus());
}
