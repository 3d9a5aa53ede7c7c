/**
 * Reviewing by keyboard, and the dialog that tells the keys.
 *
 * @typedef {import("./desk.js").Desk} Desk
 */

import { named } from "../elements.js";
import { attempt, undo } from "./actions.js";
import { stepProposal } from "./proposals.js";
import { stepReport } from "./queue.js";

/** What the keys do while nothing is typed. @type {Record<string, (desk: Desk) => void>} */
const KEYS = {
  j: (desk) => stepProposal(desk, 1),
  k: (desk) => stepProposal(desk, -1),
  "]": (desk) => stepReport(desk, 1),
  "[": (desk) => stepReport(desk, -1),
  a: () => press("accept"),
  c: () => press("correct"),
  m: () => press("merge"),
  r: () => press("reject"),
  u: (desk) => void undo(desk),
  b: (desk) => desk.update({ isAfter: !desk.current.isAfter }),
  n: (desk) => desk.update({ isPasting: true }),
};
/** Where letters are typed, or choose among options. */
const TYPED = "input:not([type=checkbox], [type=radio]), textarea, select, [role=group].map, dialog";

/** @param {Desk} desk */
export function connectKeys(desk) {
  const dialog = /** @type {HTMLDialogElement} */ (named("keys"));
  const single = /** @type {HTMLInputElement} */ (named("singleKeys"));
  named("keysOpen").addEventListener("click", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return leaveForm(desk, event);
    if (!isCommand(event) || !desk.current.reviewer) return;
    if (event.key === "?") dialog.showModal();
    else if (!single.checked || !Object.hasOwn(KEYS, event.key)) return;
    else void attempt(desk, async () => KEYS[event.key](desk));
    event.preventDefault();
  });
}

/**
 * Whether a key is meant for the desk, and not typed into a field or meant for the browser.
 * @param {KeyboardEvent} event
 */
function isCommand({ target, altKey, ctrlKey, metaKey }) {
  const isTyped = target instanceof Element && target.closest(TYPED) !== null;
  return !(isTyped || altKey || ctrlKey || metaKey);
}

/**
 * @param {Desk} desk
 * @param {KeyboardEvent} event
 */
function leaveForm(desk, event) {
  if (desk.current.form !== null) desk.update({ form: null });
  else if (desk.current.isPasting && desk.current.article) desk.update({ isPasting: false });
  else return;
  event.preventDefault();
}

/**
 * As if the button were pressed: what is not offered cannot be done by key either.
 * @param {string} what
 */
function press(what) {
  const found = document.querySelector(`[data-act="${what}"]`);
  if (found instanceof HTMLButtonElement && !found.disabled) {
    // The focus goes into the card, so that it is found again when the card changes.
    found.focus({ preventScroll: true });
    found.click();
  }
}
