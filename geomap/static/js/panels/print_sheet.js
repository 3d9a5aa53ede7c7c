/**
 * The sheet that is printed in place of the page: the map as it is shown, its day, legend, credits and citation. It is
 * filled when the browser is about to print and emptied after, so that it costs nothing otherwise.
 *
 * @typedef {object} Context
 * @property {import("../map_state.js").MapState} state
 * @property {string} language
 * @property {() => number} today
 * @property {import("../standpoint.js").Pins} own what the page shows by itself
 * @property {() => {canvas: HTMLCanvasElement, pixelRatio: number}} picture what the map shows now
 * @property {() => import("./legend.js").Standing[]} legend of what it shows
 */

import { citation, permanentLink } from "../citation.js";
import { isolated, make, named } from "../elements.js";
import { daysInWords } from "../sides_in_words.js";
import { standpointInWords } from "../standpoint.js";
import { onPaper } from "../theme.js";
import { creditLines } from "./about.js";
import { nodesOf } from "./phrases.js";

/** @param {Context} context */
export function connectPrintSheet(context) {
  const sheet = named("printSheet");
  addEventListener("beforeprint", () => sheet.replaceChildren(...onPaper(() => sheetElements(context))));
  addEventListener("afterprint", () => sheet.replaceChildren());
}

/**
 * @param {Context} context
 * @returns {HTMLElement[]}
 */
function sheetElements({ state, today, own, picture, legend }) {
  const { timeline } = state;
  const { day, known, compare } = state.current;
  if (day === null) return [];
  const notes = standpointInWords({ known: compare ? null : known, pins: timeline.pins }, own).map((note) => make("p", { class: "print-note" }, note));
  const entries = legend().map(({ name, note, count, swatch }) =>
    make("li", {}, swatch, make("span", { class: "legend-name" }, isolated(name), " ", make("span", { class: "fine" }, note)), make("span", { class: "count" }, count)));
  const credits = creditLines(timeline).map((line) => make("li", {}, ...nodesOf(line)));
  const address = permanentLink(state.current, timeline, location.href);
  return [
    make("h1", {}, isolated(timeline.atlas.title)),
    make("p", { class: "print-day" }, daysInWords({ day, known, compare })),
    ...notes,
    picture().canvas,
    make("ul", { class: "print-legend" }, ...entries),
    make("ul", { class: "print-credits" }, ...credits),
    make("p", { class: "print-citation" }, ...nodesOf(citation(state.current, timeline, { address, accessed: today() }))),
  ];
}
