/**
 * Who holds a place on the day shown, what a reader must know beside that, and on whose word it is said.
 *
 * @typedef {import("./place.js").Context} Context
 * @typedef {import("./place.js").Part} Part
 * @typedef {import("../record.js").PlaceRecord} PlaceRecord
 * @typedef {import("../timeline.js").Place} Place
 */

import { appearanceOf } from "../appearance.js";
import { longDay } from "../days.js";
import { make } from "../elements.js";
import { answerOn, isStale } from "../periods.js";
import { claimsDuring } from "../record.js";
import { say } from "../say.js";
import { answerInWords, doubtsInWords } from "../words.js";
import { claimsList, nodesOf } from "./phrases.js";
import { paintSwatch } from "./swatch.js";

/**
 * @param {Context} context
 * @param {Place} place
 * @returns {Part}
 */
export function answerSection({ state, timeline, language }, place) {
  const heading = make("h3");
  const verdict = make("div", { "aria-live": "polite" });
  const words = make("div");
  /** @type {PlaceRecord | null} */
  let record = null;
  let told = "";
  let heard = "";
  const mark = () => {
    const day = state.current.day ?? 0;
    const answer = answerOn(timeline.periods, place.index, day);
    const stale = isStale(timeline.periods, answer, day);
    heading.textContent = longDay(day);
    // Step after step the answer stays the same; then only the date in the heading is new.
    if (told !== `${answer} ${stale}`) {
      told = `${answer} ${stale}`;
      const swatch = make("canvas", { class: "swatch", "aria-hidden": "true" });
      paintSwatch(swatch, appearanceOf(timeline, answer, stale));
      const doubts = doubtsInWords(timeline, answer, { day, language }).map((doubt) => make("p", { class: "doubt" }, ...nodesOf(doubt)));
      verdict.replaceChildren(make("p", { class: "verdict", "data-ref": "verdict" }, swatch, make("span", {}, ...nodesOf(answerInWords(timeline, answer, language)), ".")), ...doubts);
    }
    if (record) markClaims(record, day);
  };
  const markClaims = (/** @type {PlaceRecord} */ { claims, evidence, areas }, /** @type {number} */ day) => {
    const counting = claimsDuring({ claims, evidence }, day, day + 1);
    const ids = counting.map(({ id }) => id).join();
    if (ids === heard) return;
    heard = ids;
    words.replaceChildren(...(counting.length === 0 ? [] : [claimsList(counting, { place: place.id, areas, language }, { "aria-label": say("place.onWhoseWord") })]));
  };
  const fill = (/** @type {PlaceRecord} */ arrived) => {
    record = arrived;
    mark();
  };
  return { element: make("section", { class: "answer" }, heading, verdict, words), mark, fill };
}
