/**
 * The reports that wait.
 *
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./desk.js").Queued} Queued
 */

import { button, isolated, make, named } from "../elements.js";
import { say } from "../say.js";
import { whenInWords } from "../words.js";
import { attempt, loadQueue, openReport } from "./actions.js";

/** @param {Desk} desk */
export function connectQueue(desk) {
  const list = named("queue");
  const all = /** @type {HTMLInputElement} */ (named("queueAll"));
  all.addEventListener("change", () => {
    desk.update({ isAll: all.checked });
    void attempt(desk, () => loadQueue(desk));
  });
  desk.on(["queue", "article"], ({ queue, article }) => {
    const focused = list.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.key : undefined;
    list.replaceChildren(...queue.map((queued) => entry(desk, queued, (queued.id ?? "-") === article?.id)));
    named("queueEmpty").hidden = queue.length > 0;
    const waiting = queue.reduce((sum, one) => sum + one.waiting, 0);
    named("queueCount").textContent = say("review.waiting", { count: waiting });
    if (focused) list.querySelectorAll("button").forEach((one) => one.dataset.key === focused && one.focus());
  });
}

/**
 * @param {Desk} desk
 * @param {Queued} queued
 * @param {boolean} isOpen
 */
function entry(desk, { id, report, waiting, decided }, isOpen) {
  const title = report ? [isolated(report.title || report.publisher)] : [say("review.noReport")];
  const from = report ? [isolated(report.publisher), " · ", whenInWords(report.published)] : [];
  const count = waiting > 0 ? say("review.waiting", { count: waiting }) : say("review.done", { count: decided });
  return make("li", {}, button({ class: "queued", "data-key": id ?? "-", ...(isOpen ? { "aria-current": "true" } : {}) }, () => void attempt(desk, () => openReport(desk, id)),
    make("span", { class: "queued-title" }, ...title), make("span", { class: "fine" }, ...from), make("span", { class: "fine queued-count" }, count)));
}

/**
 * Open the report before or after the open one.
 * @param {Desk} desk
 * @param {1 | -1} step
 */
export function stepReport(desk, step) {
  const { queue, article } = desk.current;
  const at = queue.findIndex(({ id }) => (id ?? "-") === article?.id);
  const other = queue[at === -1 ? 0 : at + step];
  if (other) void attempt(desk, () => openReport(desk, other.id));
}
