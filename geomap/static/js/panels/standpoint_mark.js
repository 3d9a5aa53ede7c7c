/**
 * The mark over the map while it is not the one that the page shows by itself, and the way back to that one.
 *
 * @typedef {object} Context
 * @property {import("../map_state.js").MapState} state
 * @property {import("../standpoint.js").Pins} own what the page shows by itself
 * @property {((standpoint: Partial<import("../standpoint.js").Standpoint>) => void) | null} open show the same view from elsewhere; null
 *   in a frame of another page, which nobody may turn into another map
 */

import { named } from "../elements.js";
import { say } from "../say.js";
import { standpointInWords } from "../standpoint.js";

/** @param {Context} context */
export function markStandpoint({ state, own, open }) {
  const [mark, words, leave] = [named("knownMark"), named("knownWords"), named("knownLeave")];
  const told = () => standpointInWords({ known: state.current.known, pins: state.timeline.pins }, own);
  const show = () => {
    const [notes, { known, problem }] = [told(), state.current];
    mark.hidden = notes.length === 0 && problem === "";
    words.textContent = notes.length === 0 ? problem : notes.join(" · ");
    leave.hidden = notes.length > 0 && open === null;
    leave.textContent = notes.length === 0 ? say("known.close") : say(known === null ? "pinned.leave" : "known.showAll");
  };
  leave.addEventListener("click", () => {
    if (told().length > 0) return open?.({ known: null, pins: {} });
    state.update({ problem: "" });
    return named(open === null ? "handle" : "knownField").focus();
  });
  state.on(["timeline", "known", "problem"], show);
  show();
}
