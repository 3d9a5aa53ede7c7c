/**
 * Who is heard at all: sources and grades as settings of the rule. Unlike a filter this changes the answers, so it stands
 * apart, says so, and is marked over the map while it holds.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {import("../standpoints.js").Standpoints} Standpoints
 */

import { button, make } from "../elements.js";
import { say } from "../say.js";

const LETTERS = ["A", "B", "C", "D", "E"];

/**
 * @param {MapState} state
 * @param {Standpoints} standpoints
 * @returns {HTMLElement}
 */
export function judgeAnew(state, standpoints) {
  const judge = (/** @type {{source?: string, reliability?: string}} */ setting) => void standpoints.show({ pins: { ...state.current.pins, ...setting } });
  const hidden = () => state.timeline.sources.filter(({ id }) => state.current.filters.sources.has(id)).length;
  const bySources = button({ class: "filter-judge" }, () => {
    const heard = state.timeline.sources.map(({ id }) => id).filter((id) => !state.current.filters.sources.has(id));
    if (heard.length > 0 && hidden() > 0) return judge({ source: heard.join(",") });
    message.textContent = say(hidden() === 0 ? "filters.hideFirst" : "filters.nobodyHeard");
  }, say("filters.judgeSources"));
  const message = make("p", { class: "fine", role: "status" });
  const letters = make("select", {}, ...LETTERS.map((letter) => make("option", { value: letter }, say("filters.orBetter", { letter, reliability: say(`grade.${letter}`) }))));
  letters.value = state.timeline.pins.reliability ?? "B";
  const byReliability = button({ class: "filter-judge" }, () => judge({ reliability: letters.value }), say("filters.judge"));
  return make("section", { class: "judge" },
    make("h3", {}, say("filters.anew")),
    make("p", { class: "fine" }, say("filters.anewNote")),
    bySources, message,
    make("label", { class: "judge-row" }, make("span", {}, say("filters.judgeReliability")), letters), byReliability);
}
