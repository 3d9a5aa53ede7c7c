/**
 * Sharing and citing: the dialog with what others need to see the same view.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 *
 * @typedef {object} Context
 * @property {MapState} state
 * @property {string} language
 * @property {() => number} today
 * @property {import("../standpoint.js").Pins} own what the page shows by itself
 * @property {() => {canvas: HTMLCanvasElement, pixelRatio: number}} picture what the map shows now
 * @property {() => import("./legend.js").Standing[]} legend of what it shows
 */

import { citation, embedCode, judgement, permanentLink } from "../citation.js";
import { isoOf } from "../days.js";
import { make, named } from "../elements.js";
import { drawPicture, pictureName } from "../picture.js";
import { inOneText, tamed } from "../plain_text.js";
import { isRightToLeft, say } from "../say.js";
import { daysInWords } from "../sides_in_words.js";
import { standpointInWords } from "../standpoint.js";
import { currentTheme } from "../theme.js";
import { creditLines } from "./about.js";
import { nodesOf } from "./phrases.js";

/** @param {Context} context */
export function connectShare(context) {
  const { state, language, today } = context;
  const dialog = /** @type {HTMLDialogElement} */ (named("share"));
  const open = /** @type {HTMLButtonElement} */ (named("shareOpen"));
  const link = /** @type {HTMLInputElement} */ (named("shareLink"));
  const embed = /** @type {HTMLTextAreaElement} */ (named("embedCode"));
  const status = named("shareStatus");
  open.addEventListener("click", () => {
    state.update({ playing: false, moving: false });
    const { timeline } = state;
    const address = permanentLink(state.current, timeline, location.href);
    link.value = address;
    embed.value = embedCode(permanentLink(state.current, timeline, location.href, { lang: language, embed: "1" }), timeline.atlas.title);
    named("citation").replaceChildren(...nodesOf(citation(state.current, timeline, { address, accessed: today() })));
    status.textContent = "";
    dialog.showModal();
  });
  for (const copier of dialog.querySelectorAll("button[data-copies]")) {
    const source = named(/** @type {HTMLElement} */ (copier).dataset.copies ?? "");
    copier.addEventListener("click", () => void copy(source).then((words) => { status.textContent = words; }));
  }
  named("print").addEventListener("click", () => {
    dialog.close();
    window.print();
  });
  named("savePicture").addEventListener("click", () => savePicture(context));
  closeFromOutside(dialog);
  open.disabled = false;
}

/**
 * Hand the reader the map as a file.
 * @param {Context} context
 */
function savePicture({ state, own, picture, legend }) {
  const { timeline } = state;
  const { day, known, compare } = state.current;
  if (day === null) return;
  const words = {
    title: tamed(timeline.atlas.title),
    day: daysInWords({ day, known, compare }),
    notes: standpointInWords({ known: compare ? null : known, pins: timeline.pins }, own),
    credits: [...creditLines(timeline), judgement(timeline)].map(inOneText),
    address: permanentLink(state.current, timeline, location.href),
  };
  const entries = legend().map((entry) => ({ ...entry, name: tamed(entry.name) }));
  drawPicture(picture(), { words, legend: entries }, { theme: currentTheme(), isRightToLeft: isRightToLeft() }).toBlob((blob) => {
    if (blob) download(blob, pictureName(timeline.atlas.id, isoOf(day)));
  }, "image/png");
}

/**
 * @param {Blob} blob
 * @param {string} name of the file
 */
function download(blob, name) {
  const href = URL.createObjectURL(blob);
  make("a", { href, download: name }).click();
  // The browser must have taken the file before its address goes.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
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
