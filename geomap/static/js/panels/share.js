/**
 * Sharing and citing: the dialog with what others need to see the same view.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {{state: MapState, timeline: Timeline, today: () => number}} Context
 */

import { citation, permanentLink } from "../citation.js";
import { named } from "../elements.js";
import { say } from "../say.js";
import { nodesOf } from "./phrases.js";

/** @param {Context} context */
export function connectShare({ state, timeline, today }) {
  const dialog = /** @type {HTMLDialogElement} */ (named("share"));
  const open = /** @type {HTMLButtonElement} */ (named("shareOpen"));
  const link = /** @type {HTMLInputElement} */ (named("shareLink"));
  const status = named("shareStatus");
  open.addEventListener("click", () => {
    state.update({ playing: false, moving: false });
    const address = permanentLink(state.current, timeline, location.href);
    link.value = address;
    named("citation").replaceChildren(...nodesOf(citation(state.current, timeline, { address, accessed: today() })));
    status.textContent = "";
    dialog.showModal();
  });
  for (const copier of dialog.querySelectorAll("button[data-copies]")) {
    const source = named(/** @type {HTMLElement} */ (copier).dataset.copies ?? "");
    copier.addEventListener("click", () => void copy(source).then((words) => { status.textContent = words; }));
  }
  closeFromOutside(dialog);
  open.disabled = false;
}

/**
 * A click beside the dialog closes it, as the escape key does.
 * @param {HTMLDialogElement} dialog
 */
function closeFromOutside(dialog) {
  dialog.addEventListener("click", (event) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const isInside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    // A button pressed by keyboard reports the point 0, 0.
    if (event.target === dialog && !isInside) dialog.close();
  });
}

/**
 * Copy a text. Where the page may not write to the clipboard (no https, or the reader forbids it) the text is selected,
 * so that the reader can.
 * @param {HTMLElement} element
 * @returns {Promise<string>} what to tell the reader
 */
async function copy(element) {
  const text = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : element.textContent ?? "";
  try {
    await navigator.clipboard.writeText(text);
    return say("share.copied");
  } catch {
    select(element);
    return say("share.selected");
  }
}

/** @param {HTMLElement} element */
function select(element) {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    element.focus();
    element.select();
  } else {
    getSelection()?.selectAllChildren(element);
  }
}
