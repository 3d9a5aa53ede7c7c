/**
 * The steps to the previous and to the next change: of all changes, or of those that the reader has chosen.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 */

import { named } from "../elements.js";
import { actorIn, daysWithin, nearest } from "../scope.js";
import { say } from "../say.js";
import { nameIn } from "../words.js";
import { connectHeld } from "./held_button.js";

/**
 * @param {MapState} state
 * @param {string} language
 */
export function connectChangeSteps(state, language) {
  const steps = /** @type {const} */ ([["previousChange", -1, "time.previousChange"], ["nextChange", 1, "time.nextChange"]]).map(([name, direction, text]) => ({ text, direction, button: named(name) }));
  /** @type {Int32Array} */
  let days = new Int32Array();
  let isStale = true;
  const found = () => {
    if (isStale) days = daysWithin(state.timeline, state.current);
    isStale = false;
    return days;
  };
  const mark = () => {
    // While the day runs nobody presses these.
    if (state.current.moving) return;
    const day = state.current.day ?? 0;
    for (const { button, direction } of steps) button.setAttribute("aria-disabled", String(nearest(found(), day, direction) === null));
  };
  const name = () => {
    for (const { button, text } of steps) {
      const label = labelOf(say(text), state, language);
      button.setAttribute("aria-label", label);
      button.title = label;
    }
  };
  for (const { button, direction } of steps) {
    connectHeld(button, (isHeld) => {
      const day = nearest(found(), state.current.day ?? 0, direction);
      if (day !== null) state.update({ day, playing: false, moving: isHeld });
    }, () => state.update({ moving: false }));
  }
  state.on(["timeline", "scope", "bounds", "place", "filters"], () => {
    isStale = true;
    name();
    mark();
  });
  state.on(["day", "moving"], mark);
  name();
  mark();
}

/**
 * @param {string} change which step it is
 * @param {MapState} state
 * @param {string} language
 */
function labelOf(change, { current: { scope, place }, timeline }, language) {
  const at = timeline.places[timeline.placeIndex.get(place ?? "") ?? -1];
  const actor = timeline.actors.find(({ id }) => id === actorIn(scope));
  if (scope === "view") return say("time.changeIn", { change, where: say("time.scopeView") });
  if (scope === "place" && at) return say("time.changeIn", { change, where: nameIn(at, language) });
  return actor ? say("time.changeIn", { change, where: nameIn(actor, language) }) : change;
}
