/**
 * What was known when: the form that asks for it, and the mark over the map while it is not all that is known.
 *
 * @typedef {object} Context
 * @property {import("../map_state.js").MapState} state
 * @property {import("../timeline.js").Timeline} timeline
 * @property {number} today
 * @property {import("../standpoint.js").Pins} own what the page shows by itself
 * @property {(standpoint: Partial<import("../standpoint.js").Standpoint>) => void} open show the same view from elsewhere
 */

import { DayError, exampleDay, longDay, parseDay } from "../days.js";
import { named } from "../elements.js";
import { problemOf } from "../known.js";
import { say } from "../say.js";
import { standpointInWords } from "../standpoint.js";

/**
 * @param {Context} context
 * @param {string} problem why the day that the address asked for is not shown; empty when it is
 */
export function connectKnown(context, problem) {
  const { state, timeline, today, open } = context;
  const field = /** @type {HTMLInputElement} */ (named("knownField"));
  const message = named("knownError");
  const { known } = state.current;
  const complain = (/** @type {string} */ text) => {
    message.textContent = text;
    message.hidden = text === "";
    field.setAttribute("aria-invalid", String(text !== ""));
  };
  const show = () => { field.value = known === null ? "" : longDay(known); };
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    try {
      const wish = field.value.trim() === "" ? null : parseDay(field.value);
      const refusal = problemOf(wish, timeline.atlas.start, today);
      if (refusal !== "") throw new DayError(refusal);
      complain("");
      if (wish !== known) open({ known: wish });
    } catch (error) {
      if (!(error instanceof DayError)) throw error;
      complain(error.message);
      field.select();
    }
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    complain("");
    show();
  });
  field.placeholder = say("known.hint", { example: exampleDay() });
  field.disabled = false;
  show();
  markMap(context, problem);
}

/**
 * @param {Context} context
 * @param {string} problem
 */
function markMap({ state: { current: { known } }, timeline: { pins }, own, open }, problem) {
  const [mark, words, leave] = [named("knownMark"), named("knownWords"), named("knownLeave")];
  const told = standpointInWords({ known, pins }, own);
  mark.hidden = told.length === 0 && problem === "";
  words.textContent = told.length === 0 ? problem : told.join(" · ");
  leave.textContent = told.length === 0 ? say("known.close") : say(known === null ? "pinned.leave" : "known.showAll");
  leave.addEventListener("click", () => {
    if (told.length > 0) return open({ known: null, pins: {} });
    mark.hidden = true;
    return named("knownField").focus();
  });
}
