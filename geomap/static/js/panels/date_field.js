/**
 * The date in words, which is also where a date is typed.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 */

import { DayError, exampleDay, longDay, parseDayWithin, shortDay } from "../days.js";
import { named } from "../elements.js";
import { say } from "../say.js";

const NARROW = matchMedia("(width < 36rem)");

/** @param {MapState} state */
export function connectDateField(state) {
  const { atlas } = state.timeline;
  const field = /** @type {HTMLInputElement} */ (named("dateField"));
  const message = named("dateError");
  const show = () => {
    const { day } = state.current;
    field.value = day === null ? "" : (NARROW.matches ? shortDay : longDay)(day);
    complain("");
  };
  const complain = (/** @type {string} */ text) => {
    message.textContent = text;
    message.hidden = text === "";
    field.setAttribute("aria-invalid", String(text !== ""));
  };
  const accept = () => {
    try {
      state.update({ day: parseDayWithin(field.value, { first: atlas.start, last: atlas.last }), playing: false, moving: false });
      show();
    } catch (error) {
      if (!(error instanceof DayError)) throw error;
      complain(error.message);
    }
  };
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    accept();
    field.select();
  });
  field.addEventListener("focus", () => field.select());
  field.addEventListener("change", accept);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show();
  });
  state.on(["day"], show);
  NARROW.addEventListener("change", show);
  field.title = say("time.dateHint", { example: exampleDay() });
  field.disabled = false;
  show();
}
