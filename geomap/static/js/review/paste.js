/**
 * A report that somebody pastes.
 *
 * @typedef {import("./desk.js").Desk} Desk
 */

import { named } from "../elements.js";
import { sendReport } from "./actions.js";
import { focusProposal } from "./proposals.js";

const PARTS = ["title", "publisher", "published", "language", "url", "text"];

/** @param {Desk} desk */
export function connectPaste(desk) {
  const form = /** @type {HTMLFormElement} */ (named("paste"));
  const submit = /** @type {HTMLButtonElement} */ (named("pasteSend"));
  named("pasteOpen").addEventListener("click", () => desk.update({ isPasting: !desk.current.isPasting }));
  named("pasteCancel").addEventListener("click", () => desk.update({ isPasting: false }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit.disabled = true;
    void send(desk, form).finally(() => { submit.disabled = false; });
  });
  desk.on(["isPasting"], ({ isPasting }) => {
    const isInside = form.contains(document.activeElement);
    form.hidden = !isPasting;
    named("article").hidden = isPasting;
    named("pasteOpen").setAttribute("aria-expanded", String(isPasting));
    if (isPasting) field(form, "title").focus();
    else if (isInside) named("pasteOpen").focus();
  });
}

/**
 * @param {Desk} desk
 * @param {HTMLFormElement} form
 */
async function send(desk, form) {
  const given = PARTS.map((part) => [part, part === "text" ? field(form, part).value : field(form, part).value.trim()]);
  if (!(await sendReport(desk, Object.fromEntries(given.filter(([, value]) => value !== ""))))) return;
  form.reset();
  focusProposal(desk.current.number);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function field(form, name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}
