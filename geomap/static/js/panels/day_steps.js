/**
 * The buttons beside the date: a day, a week or a month back and on.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 */

import { wholeRange } from "../axis.js";
import { clampDay } from "../days.js";
import { named } from "../elements.js";
import { stepped } from "../pace.js";
import { say } from "../say.js";
import { connectHeld } from "./held_button.js";

/** @param {MapState} state */
export function connectDaySteps(state) {
  const steps = /** @type {const} */ ([["stepBack", -1, "time.stepBack"], ["stepOn", 1, "time.stepOn"]]).map(([name, direction, text]) => ({ text, direction, button: named(name) }));
  for (const { direction, button } of steps) {
    connectHeld(button, (isHeld) => {
      const { start, end } = wholeRange(state.timeline.atlas);
      const day = clampDay(stepped(state.current.day ?? start, state.current.unit, direction), start, end - 1);
      state.update({ day, playing: false, moving: isHeld });
    }, () => state.update({ moving: false }));
  }
  const name = () => {
    for (const { text, button } of steps) {
      const label = say(text, { unit: say(`unit.${state.current.unit}`) });
      button.setAttribute("aria-label", label);
      button.title = label;
    }
  };
  state.on(["unit"], name);
  name();
}
