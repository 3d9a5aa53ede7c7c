/** The day of the other side of a comparison, as a mark with its name on the axis. It cannot be moved: the handle is for the side in hand. */

import { wholeRange } from "../axis.js";
import { clampDay } from "../days.js";
import { isolated, make, named } from "../elements.js";
import { sideInWords } from "../sides_in_words.js";
import { placeOn } from "./slider.js";

/** @param {import("../map_state.js").MapState} state */
export function connectOtherDay(state) {
  const name = make("span", { class: "other-day-name" });
  const mark = make("div", { class: "other-day", "data-ref": "otherDay", hidden: "" }, name);
  named("track").append(mark);
  const show = () => {
    const { compare, day } = state.current;
    mark.hidden = compare === null || compare.day === day;
    if (!compare || mark.hidden) return;
    const { start, end } = wholeRange(state.timeline.atlas);
    placeOn(mark, clampDay(compare.day, start, end - 1), state);
    name.replaceChildren(isolated(sideInWords(compare)));
    // The name lies on the side where there is room for it.
    mark.classList.toggle("is-late", parseFloat(mark.style.left) > 50);
  };
  state.on(["compare", "day", "span", "timeline"], show);
  show();
}
