/**
 * What was known when: the form that asks for it.
 *
 * @typedef {object} Context
 * @property {import("../map_state.js").MapState} state
 * @property {number} today
 * @property {(standpoint: Partial<import("../standpoint.js").Standpoint>) => void} open show the same view from elsewhere
 */

import { DayError, exampleDay, longDay, parseDay } from "../days.js";
import { named } from "../elements.js";
import { problemOf } from "../known.js";
import { say } from "../say.js";

/** @param {Context} context */
export function connectKnown({ state, today, open }) {
  const field = /** @type {HTMLInputElement} */ (named("knownField"));
  const message = named("knownError");
  const complain = (/** @type {string} */ text) => {
    message.textContent = text;
    message.hidden = text === "";
    field.setAttribute("aria-invalid", String(text !== ""));
  };
  const show = () => {
    const { known } = state.current;
    field.value = known === null ? "" : longDay(known);
  };
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    try {
      const wish = field.value.trim() === "" ? null : parseDay(field.value);
      const refusal = problemOf(wish, state.timeline.atlas.start, today);
      if (refusal !== "") throw new DayError(refusal);
      complain("");
      if (wish !== state.current.known) open({ known: wish });
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
  state.on(["known"], show);
  field.placeholder = say("known.hint", { example: exampleDay() });
  field.disabled = false;
  show();
}
