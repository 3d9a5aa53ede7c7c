/**
 * The filters: what there is of each actor, status, kind of event, source and grade, to be hidden and shown again.
 *
 * @typedef {import("../filters.js").Filters} Filters
 * @typedef {import("../filters.js").Subject} Subject
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {{id: string, name: string, count: number, isName: boolean}} Choice
 *
 * @typedef {object} Group
 * @property {Subject} subject
 * @property {HTMLElement} element
 * @property {(filters: Filters) => void} show
 */

import { answersCounted, tally } from "../counts.js";
import { button, isolated, make, named } from "../elements.js";
import { NOBODY, SUBJECTS, withHidden } from "../filters.js";
import { say, written } from "../say.js";
import { gradeInWords, kindInWords, nameIn } from "../words.js";
import { judgeAnew } from "./judge_anew.js";

/** What is counted of each subject. */
const COUNTED = { actors: "filters.ofPlaces", statuses: "filters.ofPlaces", kinds: "filters.ofEvents", sources: "filters.ofEvents", grades: "filters.ofEvents" };

/**
 * @param {MapState} state
 * @param {string} language
 * @param {import("../standpoints.js").Standpoints} standpoints
 */
export function connectFilters(state, language, standpoints) {
  const [toggle, body] = [named("filtersToggle"), named("filters")];
  /** @type {Group[]} */
  let groups = [];
  const fill = () => {
    const open = new Set(groups.filter(({ element }) => element.hasAttribute("open")).map(({ subject }) => subject));
    groups = SUBJECTS.map((subject) => filterGroup(state, subject, choicesOf(subject, state, language)));
    groups.forEach(({ element, subject }) => element.toggleAttribute("open", open.has(subject)));
    body.replaceChildren(...groups.map(({ element }) => element), judgeAnew(state, standpoints));
    show();
  };
  const show = () => groups.forEach((group) => group.show(state.current.filters));
  toggle.addEventListener("click", () => {
    body.hidden = !body.hidden;
    toggle.setAttribute("aria-expanded", String(!body.hidden));
    if (!body.hidden) fill();
  });
  state.on(["filters"], show);
  // Counts of a day nobody looks at cost nothing.
  state.later(["timeline", "day", "moving"], () => !body.hidden && !state.current.moving && fill());
}

/**
 * @param {MapState} state
 * @param {Subject} subject
 * @param {Choice[]} choices
 * @returns {Group}
 */
function filterGroup(state, subject, choices) {
  const ids = choices.map(({ id }) => id);
  const hide = (/** @type {string[]} */ which, /** @type {boolean} */ isHidden) => state.update({ filters: withHidden(state.current.filters, subject, which, isHidden) });
  const boxes = choices.map((choice) => {
    const box = make("input", { type: "checkbox" });
    box.addEventListener("change", () => hide([choice.id], !box.checked));
    const name = choice.isName ? isolated(choice.name) : choice.name;
    return { id: choice.id, box, item: make("li", {}, make("label", {}, box, make("span", { class: "filter-name" }, name), make("span", { class: "count" }, written(choice.count)))) };
  });
  const hiddenCount = make("span", { class: "fine" });
  const all = button({ class: "go" }, () => hide(ids, false), say("filters.all"));
  const none = button({ class: "go" }, () => hide(ids, true), say("filters.none"));
  const title = say(`filters.${subject}`);
  const element = make("details", { class: "filter-group" },
    make("summary", {}, make("span", {}, title), hiddenCount),
    make("div", { class: "filter-both", role: "group", "aria-label": title }, all, none, make("span", { class: "fine" }, say(COUNTED[subject]))),
    make("ul", { "aria-label": title }, ...boxes.map(({ item }) => item)));
  const show = (/** @type {Filters} */ filters) => {
    for (const { id, box } of boxes) box.checked = !filters[subject].has(id);
    const hidden = ids.filter((id) => filters[subject].has(id)).length;
    hiddenCount.textContent = hidden === 0 ? "" : say("filters.hiddenOf", { hidden, count: ids.length });
  };
  return { subject, element, show };
}

/**
 * What there is to hide, the commonest first.
 * @param {Subject} subject
 * @param {MapState} state
 * @param {string} language
 * @returns {Choice[]}
 */
function choicesOf(subject, state, language) {
  const { timeline } = state;
  const { events, sources, actors } = timeline;
  const choices = (/** @type {Map<string, number>} */ counts, /** @type {(id: string) => string} */ nameOf, isName = false) =>
    [...counts].map(([id, count]) => ({ id, name: nameOf(id), count, isName })).sort((one, other) => other.count - one.count);
  if (subject === "kinds") return choices(tally(events.kind), (kind) => kindInWords("event", kind));
  if (subject === "grades") return choices(tally(events.grade), (grade) => `${grade}: ${gradeInWords(grade)}`).sort((one, other) => (one.id < other.id ? -1 : 1));
  if (subject === "sources") {
    const numbers = tally(Array.from(events.source, String));
    return choices(new Map(sources.map(({ id }, at) => [id, numbers.get(String(at)) ?? 0])), (id) => sources.find((source) => source.id === id)?.name ?? id, true);
  }
  const counts = answersCounted(timeline, state.current.day ?? 0);
  if (subject === "statuses") {
    const held = actors.reduce((sum, _, at) => sum + (counts.get(String(at))?.places ?? 0), 0);
    return ["held", "contested", "disputed", "unknown"].map((id) => ({ id, name: say(`filters.${id}`), count: id === "held" ? held : counts.get(id)?.places ?? 0, isName: false }));
  }
  const named = actors.map((actor, at) => ({ id: actor.id, name: nameIn(actor, language), count: counts.get(String(at))?.places ?? 0, isName: true }));
  return [...named.sort((one, other) => other.count - one.count), { id: NOBODY, name: say("filters.nobody"), count: 0, isName: false }];
}
