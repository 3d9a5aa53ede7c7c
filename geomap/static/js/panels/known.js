/**
 * What was known when: the form that asks for it, and the mark over the map while it is not all that is known.
 *
 * @typedef {object} Context
 * @property {import("../map_state.js").MapState} state
 * @property {import("../timeline.js").Timeline} timeline
 * @property {number} today
 * @property {(known: number | null) => void} open show the same view as known on a day, or all that is known
 */

import { DayError, exampleDay, longDay, parseDay } from "../days.js";
import { named } from "../elements.js";
import { problemOf } from "../known.js";
import { say } from "../say.js";

/**
 * @param {Context} context
 * @param {string} problem why the day that the address asked for is not shown; empty when it is
 */
export function connectKnown({ state, timeline, today, open }, problem) {
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
      if (wish !== known) open(wish);
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
  markMap(known, problem, open);
}

/**
 * @param {number | null} known
 * @param {string} problem
 * @param {(known: number | null) => void} open
 */
function markMap(known, problem, open) {
  const [mark, words, leave] = [named("knownMark"), named("knownWords"), named("knownLeave")];
  mark.hidden = known === null && problem === "";
  words.textContent = known === null ? problem : say("known.asKnown", { day: longDay(known) });
  leave.textContent = say(known === null ? "known.close" : "known.showAll");
  leave.addEventListener("click", () => {
    if (known !== null) return open(null);
    mark.hidden = true;
    return named("knownField").focus();
  });
}
