/**
 * What happened at a place and near it. A click on an event goes there and then, and opens what is told of it.
 *
 * @typedef {import("./place.js").Context} Context
 * @typedef {import("./place.js").Part} Part
 * @typedef {import("../record.js").Happening} Happening
 * @typedef {import("../record.js").Happenings} Happenings
 * @typedef {import("../record.js").PlaceRecord} PlaceRecord
 * @typedef {{element: HTMLElement, mark: () => void}} EventList
 */

import { clampDay } from "../days.js";
import { button, isolated, make } from "../elements.js";
import { happeningShown } from "../filters.js";
import { nearestInTime } from "../record.js";
import { phrase, say, written } from "../say.js";
import { kindInWords, nameIn, whenInWords } from "../words.js";
import { gradeElement, nodesOf, reportNodes } from "./phrases.js";

/** So many events are shown before the reader asks for all. */
const SHOWN_FIRST = 5;

/**
 * @param {Context} context
 * @returns {Part}
 */
export function eventsSection(context) {
  const element = make("div");
  /** @type {EventList[]} */
  let lists = [];
  const mark = () => !context.state.current.moving && lists.forEach((list) => list.mark());
  const fill = (/** @type {PlaceRecord} */ { events, near, nearKm }) => {
    lists = [
      ...eventList(context, events, { heading: say("place.events"), ref: "eventsHere" }),
      ...eventList(context, near, { heading: say("place.eventsNear", { km: nearKm }), ref: "eventsNear" }),
    ];
    element.replaceChildren(...lists.map((list) => list.element));
    mark();
  };
  return { element, mark, fill };
}

/**
 * @param {Context} context
 * @param {Happenings} events
 * @param {{heading: string, ref: string}} named
 * @returns {EventList[]} none when there are no events
 */
function eventList(context, { told, matched }, { heading, ref }) {
  if (told.length === 0) return [];
  const items = told.map((event) => eventElement(context, event));
  let all = told.length <= SHOWN_FIRST;
  const more = button({ class: "go", "aria-expanded": "false" }, () => {
    all = !all;
    mark();
  });
  const hidden = make("p", { class: "fine" });
  const mark = () => {
    const { day, filters, event: chosen } = context.state.current;
    const shown = items.filter(({ event }) => happeningShown(event, filters));
    const nearest = nearestInTime(shown.map(({ event }) => event), day ?? 0, all ? shown.length : SHOWN_FIRST);
    for (const item of items) {
      // What is chosen on the map is told, however far it is from the nearest.
      item.element.hidden = !nearest.has(item.event) && item.event.id !== chosen;
      item.mark();
    }
    more.hidden = shown.length <= SHOWN_FIRST;
    more.setAttribute("aria-expanded", String(all));
    more.textContent = all ? say("place.fewerEvents") : say("place.allEvents", { count: shown.length });
    hidden.textContent = shown.length === items.length ? "" : say("filters.eventsHidden", { count: items.length - shown.length });
  };
  const partly = matched > told.length ? [make("p", { class: "fine" }, say("place.eventsOf", { told: told.length, count: matched }))] : [];
  const list = make("ol", { class: "events" }, ...items.map(({ element }) => element));
  return [{ element: make("section", { "data-ref": ref }, make("h3", {}, heading), ...partly, list, hidden, more), mark }];
}

/**
 * @param {Context} context
 * @param {Happening} event
 */
function eventElement({ state, timeline, language, show }, event) {
  const details = make("div", { class: "event-details", hidden: "" }, ...detailsOf(event, language));
  const go = () => {
    if (state.current.event === event.id) return state.update({ event: null });
    state.update({ event: event.id, day: clampDay(event.earliest, timeline.atlas.start, timeline.atlas.last), playing: false, moving: false });
    show(event.place);
  };
  const place = { name: nameIn(event.place, language) };
  const where = event.distance > 0 ? [" · ", ...nodesOf(phrase("place.away", { place, km: written(event.distance, { maximumFractionDigits: 0 }) }))] : [];
  const head = button({ class: "event", "aria-expanded": "false" }, go,
    make("span", { class: "event-title" }, isolated(event.title)),
    make("span", { class: "fine" }, whenInWords(event.when), " · ", kindInWords("event", event.kind), ...where));
  const element = make("li", {}, head, details);
  /** Open while it is the one that is chosen, here or on the map. */
  const mark = () => {
    const isChosen = state.current.event === event.id;
    if (isChosen === !details.hidden) return;
    details.hidden = !isChosen;
    head.setAttribute("aria-expanded", String(isChosen));
    if (isChosen) element.scrollIntoView({ block: "nearest" });
  };
  return { event, element, mark };
}

/**
 * @param {Happening} event
 * @param {string} language
 * @returns {HTMLElement[]}
 */
export function detailsOf(event, language) {
  const actors = event.actors.flatMap((actor, at) => [at === 0 ? "" : say("list.comma"), isolated(nameIn(actor, language))]);
  return [
    ...(event.summary && event.summary !== event.title ? [make("p", { dir: "auto" }, event.summary)] : []),
    ...(event.quote ? [make("blockquote", { dir: "auto" }, event.quote)] : []),
    ...(actors.length > 0 ? [make("p", {}, ...actors)] : []),
    make("p", { class: "fine" }, isolated(event.source.name), " ", gradeElement(event.grade), ...reportNodes(event.report)),
    ...event.also.map(({ source, report }) => make("p", { class: "fine" }, say("place.also"), " ", isolated(source.name), ...reportNodes(report))),
  ];
}
