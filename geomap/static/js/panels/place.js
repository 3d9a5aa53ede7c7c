/**
 * The panel of a place: who holds it on the day and on whose word, its whole history, what happened there and near, figures.
 *
 * What the timeline knows, names and answers, stands there at once; claims, events and figures are read from the server
 * once the panel is open.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {import("../record.js").PlaceRecord} PlaceRecord
 * @typedef {import("../timeline.js").Place} Place
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {(point: {longitude: number, latitude: number}) => void} Show brings a point into view
 *
 * @typedef {object} Context what stands in the panel is made for one timeline, and anew for another
 * @property {MapState} state
 * @property {Timeline} timeline
 * @property {string} language
 * @property {Show} show
 *
 * @typedef {object} Part of the panel
 * @property {HTMLElement} element
 * @property {(record: PlaceRecord) => void} [fill] called once the record has arrived
 * @property {() => void} [mark] called when the day or what is hidden has changed
 */

import { FetchFailed, fetchRecord } from "../api.js";
import { button, isolated, make, named } from "../elements.js";
import { phrase, say } from "../say.js";
import { listedNames, nameIn, placeInWords } from "../words.js";
import { explanationSection } from "./explanation.js";
import { nodesOf } from "./phrases.js";
import { answerSection } from "./place_answer.js";
import { eventsSection } from "./place_events.js";
import { figuresSection } from "./place_figures.js";
import { historySection } from "./place_history.js";

/**
 * @param {MapState} state
 * @param {string} language
 * @param {Show} show
 */
export function connectPlacePanel(state, language, show) {
  const [panel, overview] = [named("place"), named("overview")];
  /** @type {Part[]} */
  let parts = [];
  const open = () => {
    const { timeline } = state;
    const index = timeline.placeIndex.get(state.current.place ?? "");
    panel.hidden = index === undefined;
    overview.hidden = index !== undefined;
    parts = [];
    if (index === undefined) return panel.replaceChildren();
    const place = timeline.places[index];
    const context = { state, timeline, language, show };
    const sections = [answerSection, explanationSection, historySection, eventsSection, figuresSection];
    parts = [header(context, place), ...sections.map((section) => section(context, place))];
    const reading = readingSection(context, place, parts);
    const [head, answer, ...rest] = parts;
    panel.replaceChildren(...[head, answer, reading, ...rest].map(({ element }) => element));
    mark();
    void reading.read();
  };
  const mark = () => parts.forEach((part) => part.mark?.());
  state.on(["place", "timeline"], open);
  state.later(["day", "moving", "filters", "event"], mark);
  open();
}

/**
 * @param {Context} context
 * @param {Place} place
 * @returns {Part}
 */
function header({ state, language }, place) {
  const close = button({ class: "back" }, () => state.update({ place: null }), say("place.all"));
  const title = make("h2", { "data-ref": "placeName", tabindex: "-1" }, isolated(nameIn(place, language)));
  const shown = nameIn(place, language);
  const others = Object.entries({ en: place.name, ...place.names }).filter(([, name]) => name !== shown);
  const unique = others.filter(([, name], at) => others.findIndex(([, other]) => other === name) === at);
  const names = unique.map(([tongue, name]) => make("bdi", { lang: tongue, dir: "auto" }, name));
  const line = make("p", { class: "other-names" }, ...names.flatMap((name, at) => (at === 0 ? [name] : [" · ", name])));
  const within = make("p", { class: "fine", "data-ref": "placeAreas", hidden: "" });
  const fill = (/** @type {PlaceRecord} */ { areas, governorate }) => {
    const around = areas.filter(({ kind }) => kind !== "country").map((area) => nameIn(area, language));
    within.hidden = around.length === 0 && governorate === "";
    const words = around.length > 0 ? phrase("place.within", { areas: listedNames(around) }) : phrase("place.governorate", { name: { name: governorate } });
    within.replaceChildren(...nodesOf(words));
  };
  return { element: make("header", { class: "place-header" }, close, title, line, make("p", { class: "fine" }, placeInWords(place)), within), fill };
}

/**
 * Reads the record, and says so until it is there, or why it is not.
 * @param {Context} context
 * @param {Place} place
 * @param {readonly Part[]} parts
 */
function readingSection({ state, timeline }, place, parts) {
  const element = make("div", { class: "reading", role: "status", "data-ref": "reading" });
  const read = async () => {
    const { day, known, pins } = state.current;
    element.replaceChildren(make("p", { class: "fine" }, say("record.reading")));
    try {
      const record = await fetchRecord({ place: place.id, day: day ?? timeline.atlas.viewStart, known, pins }, timeline.actors);
      element.replaceChildren();
      parts.forEach((part) => part.fill?.(record));
    } catch (error) {
      if (!(error instanceof FetchFailed)) throw error;
      element.replaceChildren(make("p", { class: "why-error", role: "alert" }, error.message), button({ class: "go" }, () => void read(), say("problem.again")));
    }
  };
  return { element, read };
}
