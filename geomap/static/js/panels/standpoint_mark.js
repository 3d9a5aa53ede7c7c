/**
 * The mark over the map while it is not the one that the page shows by itself, and the way back to that one.
 *
 * @typedef {object} Context
 * @property {import("../map_state.js").MapState} state
 * @property {import("../timeline.js").Timeline} timeline
 * @property {import("../standpoint.js").Pins} own what the page shows by itself
 * @property {((standpoint: Partial<import("../standpoint.js").Standpoint>) => void) | null} open show the same view from elsewhere; null
 *   in a frame of another page, which nobody may turn into another map
 */

import { named } from "../elements.js";
import { say } from "../say.js";
import { standpointInWords } from "../standpoint.js";

/**
 * @param {Context} context
 * @param {string} problem why what the address asks for is not shown; empty when it is
 */
export function markStandpoint({ state: { current: { known } }, timeline: { pins }, own, open }, problem) {
  const [mark, words, leave] = [named("knownMark"), named("knownWords"), named("knownLeave")];
  const told = standpointInWords({ known, pins }, own);
  mark.hidden = told.length === 0 && problem === "";
  words.textContent = told.length === 0 ? problem : told.join(" · ");
  leave.hidden = told.length > 0 && open === null;
  leave.textContent = told.length === 0 ? say("known.close") : say(known === null ? "pinned.leave" : "known.showAll");
  leave.addEventListener("click", () => {
    if (told.length > 0) return open?.({ known: null, pins: {} });
    mark.hidden = true;
    return named(open === null ? "handle" : "knownField").focus();
  });
}
