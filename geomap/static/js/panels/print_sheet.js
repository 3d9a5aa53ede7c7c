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
 */

import { citation, permanentLink } from "../citation.js";
import { longDay } from "../days.js";
import { isolated, make, named } from "../elements.js";
import { standpointInWords } from "../standpoint.js";
import { creditLines } from "./about.js";
import { legendOn } from "./legend.js";
import { nodesOf } from "./phrases.js";

/** @param {Context} context */
export function connectPrintSheet(context) {
  const sheet = named("printSheet");
  addEventListener("beforeprint", () => sheet.replaceChildren(...sheetElements(context)));
  addEventListener("afterprint", () => sheet.replaceChildren());
}

/**
 * @param {Context} context
 * @returns {HTMLElement[]}
 */
function sheetElements({ state, language, today, own, picture }) {
  const { timeline } = state;
  const { day, known } = state.current;
  if (day === null) return [];
  const notes = standpointInWords({ known, pins: timeline.pins }, own).map((note) => make("p", { class: "print-note" }, note));
  const entries = legendOn(timeline, language, day).map(({ name, note, count, swatch }) =>
    make("li", {}, swatch, make("span", { class: "legend-name" }, isolated(name), " ", make("span", { class: "fine" }, note)), make("span", { class: "count" }, count)));
  const credits = creditLines(timeline).map((line) => make("li", {}, ...nodesOf(line)));
  const address = permanentLink(state.current, timeline, location.href);
  return [
    make("h1", {}, isolated(timeline.atlas.title)),
    make("p", { class: "print-day" }, longDay(day)),
    ...notes,
    picture().canvas,
    make("ul", { class: "print-legend" }, ...entries),
    make("ul", { class: "print-credits" }, ...credits),
    make("p", { class: "print-citation" }, ...nodesOf(citation(state.current, timeline, { address, accessed: today() }))),
  ];
}
