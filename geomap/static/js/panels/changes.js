/**
 * What changed on the day and around it: each change is a button that goes there and then.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {import("../timeline.js").Timeline} Timeline
 */

import { longDay, shortDay } from "../days.js";
import { button, make, named } from "../elements.js";
import { changesShown } from "../filters.js";
import { answerBefore, countBefore, holdersOf, statusOf } from "../periods.js";
import { phrase, say } from "../say.js";
import { nameIn } from "../words.js";
import { nodesOf } from "./phrases.js";

/** How many changes before and after the day are listed beside those of the day. */
const BEFORE = 4;
const AFTER = 3;

/**
 * @param {MapState} state
 * @param {string} language
 * @param {(place: import("../timeline.js").Place) => void} show brings a place into view
 */
export function connectChanges(state, language, show) {
  const [list, title] = [named("changes"), named("changesTitle")];
  let shown = "";
  const update = () => {
    const { day, moving, filters } = state.current;
    // While the day runs nobody reads a list.
    if (day === null || moving) return;
    const changes = changesShown(state.timeline, filters);
    const [from, to] = [countBefore(changes, day), countBefore(changes, day + 1)];
    title.textContent = to > from ? say("changes.on", { day: longDay(day) }) : say("changes.around");
    const range = [Math.max(0, from - BEFORE), Math.min(changes.day.length, to + AFTER)];
    if (shown === `${range} ${day}`) return;
    shown = `${range} ${day}`;
    const items = Array.from(changes.period.subarray(...range), (period) => changeElement(period));
    list.replaceChildren(...(items.length > 0 ? items : [make("li", { class: "fine" }, say("changes.none"))]));
  };
  const changeElement = (/** @type {number} */ period) => {
    const { timeline } = state;
    const place = timeline.places[timeline.periods.place[period]];
    const day = timeline.periods.start[period];
    const go = () => {
      state.update({ day, place: place.id, playing: false, moving: false });
      show(place);
    };
    const [before, after] = [answerBefore(timeline.periods, period), period].map((answer) => side(timeline, answer, language));
    const words = nodesOf(phrase("changes.change", { place: { name: nameIn(place, language) }, before, after }));
    const item = make("li", {}, button({ class: "change" }, go, make("span", { class: "change-day" }, shortDay(day)), make("span", {}, ...words)));
    item.classList.toggle("is-today", day === state.current.day);
    return item;
  };
  state.later(["day", "moving"], update);
  state.on(["timeline", "filters"], () => {
    shown = "";
    update();
  });
  update();
}

/**
 * One side of a change in few words.
 * @param {Timeline} timeline
 * @param {number} answer
 * @param {string} language
 */
function side({ periods, actors }, answer, language) {
  const status = statusOf(periods, answer);
  return status === "held" ? { name: nameIn(actors[holdersOf(periods, answer)[0]], language) } : say(`status.${status}`);
}
