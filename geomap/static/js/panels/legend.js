/**
 * The legend: who holds how many places and how much land on the day, what the patterns mean, and which events lie in the
 * days that the map shows. A click on a row hides it on the map, another shows it again.
 *
 * @typedef {import("../appearance.js").Appearance} Appearance
 * @typedef {import("../filters.js").Subject} Subject
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {{name: string, note: string, count: string, swatch: HTMLCanvasElement}} Standing an entry that stays behind when the day moves on
 * @typedef {import("../timeline.js").Timeline} Timeline
 *
 * @typedef {object} Row
 * @property {string} key under which it is counted
 * @property {string} name
 * @property {string} note what the sign means; empty for actors
 * @property {Appearance} look
 * @property {Subject | null} subject what a click hides; null for doubts, which cannot be hidden alone
 * @property {string} id the id that a click hides
 * @property {number} [glow] how fresh the change to it is, 0-1
 *
 * @typedef {object} Entry a row as elements
 * @property {HTMLElement} item
 * @property {() => void} paint
 * @property {(counts: Counts, state: Readonly<import("../map_state.js").State>) => void} show
 *
 * @typedef {{answers: Map<string, import("../counts.js").Amount>, events: Map<string, number>}} Counts
 * @typedef {{contains: (point: {longitude: number, latitude: number}) => boolean}} View
 */

import { FRESH_DAYS, makeAppearance, UNKNOWN_APPEARANCE } from "../appearance.js";
import { answersCounted, eventsCounted, tally } from "../counts.js";
import { button, isolated, make, named } from "../elements.js";
import { formOfKind } from "../event_forms.js";
import { withHidden } from "../filters.js";
import { say, written } from "../say.js";
import { onThemeChange } from "../theme.js";
import { kindInWords, nameIn } from "../words.js";
import { paintEventMark, paintSwatch } from "./swatch.js";

/** The colour of signs while nobody holds anything. */
const NOBODY = "#7a756a";
/** How long the map must rest until all is counted again, in milliseconds. */
const REST = 120;

/**
 * @param {MapState} state
 * @param {string} language
 * @param {View} view
 */
export function connectLegend(state, language, view) {
  const [list, kinds, kindsTitle, scopes] = [named("legend"), named("legendEvents"), named("legendEventsTitle"), named("legendScope")];
  /** @type {Entry[]} */
  let entries = [];
  let timer = 0;
  const fill = () => {
    const rows = legendRows(state.timeline, language).map((row) => answerEntry(state, row));
    const events = kindRows(state.timeline).map((kind) => kindEntry(state, kind));
    entries = [...rows, ...events];
    list.replaceChildren(...rows.map(({ item }) => item));
    const forms = make("li", { class: "legend-forms fine" }, say("legend.forms"));
    kinds.replaceChildren(...events.map(({ item }) => item), ...(events.length > 0 ? [forms] : []));
    paint();
    show();
  };
  const paint = () => entries.forEach((entry) => entry.paint());
  const show = () => {
    window.clearTimeout(timer);
    timer = 0;
    const { day, window: days } = state.current;
    if (day === null) return;
    const { timeline } = state;
    const inView = chosenScope(scopes) === "view" ? (/** @type {number} */ place) => view.contains(timeline.places[place]) : undefined;
    const counts = { answers: answersCounted(timeline, day, inView), events: eventsCounted(timeline, { day, window: days }, inView) };
    kindsTitle.textContent = say("legend.events", { count: days });
    entries.forEach((entry) => entry.show(counts, state.current));
  };
  // While the day runs or the map moves, counting now and then is enough.
  const showSoon = () => {
    if (timer === 0) timer = window.setTimeout(show, REST);
  };
  scopes.addEventListener("change", show);
  onThemeChange(paint);
  state.later(["day", "window", "longitude", "latitude", "zoom"], () => (state.current.moving ? showSoon() : show()));
  state.on(["filters", "moving"], show);
  state.on(["timeline"], fill);
  fill();
}

/** @param {HTMLElement} scopes holds the radio buttons */
function chosenScope(scopes) {
  const chosen = scopes.querySelector("input:checked");
  return chosen instanceof HTMLInputElement ? chosen.value : "all";
}

/**
 * @param {MapState} state
 * @param {Row} row
 * @returns {Entry}
 */
function answerEntry(state, { key, look, glow, name, note, subject, id }) {
  const [count, land] = [make("span", { class: "count" }), make("span", { class: "land fine" })];
  const swatch = make("canvas", { class: "swatch", "aria-hidden": "true" });
  const label = make("span", { class: "legend-name" }, isolated(name));
  if (note) label.append(" ", make("span", { class: "fine" }, note));
  const head = subject === null ? make("div", { class: "legend-row" }) : toggle(state, subject, id);
  head.append(swatch, label, make("span", { class: "amount" }, count, " ", land));
  const item = make("li", {}, head);
  return {
    item,
    paint: () => paintSwatch(swatch, look, glow),
    show: ({ answers }, { filters }) => {
      const { places, km2 } = answers.get(key) ?? { places: 0, km2: 0 };
      const isShown = subject === null || !filters[subject].has(id);
      count.textContent = written(places);
      land.textContent = places === 0 ? "" : say("figure.km2", { number: written(km2, { maximumFractionDigits: 0 }) });
      mark(item, head, { isNone: places === 0, isShown });
    },
  };
}

/**
 * @param {MapState} state
 * @param {string} kind of events
 * @returns {Entry}
 */
function kindEntry(state, kind) {
  const count = make("span", { class: "count" });
  const swatch = make("canvas", { class: "event-mark", "aria-hidden": "true" });
  const head = toggle(state, "kinds", kind);
  head.append(swatch, make("span", { class: "legend-name" }, kindInWords("event", kind)), count);
  const item = make("li", {}, head);
  return {
    item,
    paint: () => paintEventMark(swatch, formOfKind(kind)),
    show: ({ events }, { filters }) => {
      count.textContent = written(events.get(kind) ?? 0);
      mark(item, head, { isNone: !events.has(kind), isShown: !filters.kinds.has(kind) });
    },
  };
}

/**
 * A row that hides what it stands for, or shows it again.
 * @param {MapState} state
 * @param {Subject} subject
 * @param {string} id
 */
function toggle(state, subject, id) {
  return button({ class: "legend-row", title: say("legend.toggle") }, () => {
    const { filters } = state.current;
    state.update({ filters: withHidden(filters, subject, [id], !filters[subject].has(id)) });
  });
}

/**
 * @param {HTMLElement} item
 * @param {HTMLElement} head
 * @param {{isNone: boolean, isShown: boolean}} how
 */
function mark(item, head, { isNone, isShown }) {
  item.classList.toggle("is-none", isNone);
  item.classList.toggle("is-hidden", !isShown);
  if (head instanceof HTMLButtonElement) head.setAttribute("aria-pressed", String(isShown));
}

/**
 * @param {Timeline} timeline
 * @param {string} language
 * @returns {Row[]} actors that ever hold something, by their part in the whole story, so that the order does not jump; then the signs
 */
function legendRows({ actors, periods, staleness }, language) {
  const weights = tally(periods.holders.flat().map(String));
  const shown = actors.map((actor, number) => ({ actor, key: String(number) })).filter(({ key }) => weights.has(key));
  shown.sort((one, other) => (weights.get(other.key) ?? 0) - (weights.get(one.key) ?? 0));
  const colours = shown.length > 0 ? shown.slice(0, 2).map(({ actor }) => actor.colour) : [NOBODY];
  const sign = (/** @type {string} */ key, /** @type {Appearance} */ look, /** @type {Subject | null} */ subject = "statuses") =>
    ({ key, name: say(`legend.${key}`), note: say(`legend.${key}Note`, { count: staleness }), look, subject, id: key });
  return [
    ...shown.map(({ actor, key }) => ({ key, name: nameIn(actor, language), note: "", look: makeAppearance("plain", [actor.colour]), subject: /** @type {Subject} */ ("actors"), id: actor.id })),
    sign("contested", makeAppearance("hatch", colours)),
    sign("disputed", makeAppearance("bands", colours)),
    sign("unknown", UNKNOWN_APPEARANCE),
    sign("uncertain", makeAppearance("plain", colours.slice(0, 1), { uncertain: true }), null),
    sign("stale", makeAppearance("plain", colours.slice(0, 1), { stale: true }), null),
    { ...sign("fresh", makeAppearance("plain", colours.slice(0, 1)), null), note: say("legend.freshNote", { count: FRESH_DAYS }), glow: 1 },
  ];
}

/**
 * @param {Timeline} timeline
 * @returns {string[]} the kinds of events that there are, the commonest first
 */
function kindRows({ events }) {
  return [...tally(events.kind)].sort(([, one], [, other]) => other - one).map(([kind]) => kind);
}

/**
 * What is on the map of a day, for a legend that stays behind when the day moves on.
 * @param {Timeline} timeline
 * @param {string} language
 * @param {number} day
 * @returns {Standing[]}
 */
export function legendOn(timeline, language, day) {
  const counts = answersCounted(timeline, day);
  return legendRows(timeline, language).flatMap(({ key, name, note, look, glow }) => {
    const amount = counts.get(key);
    if (amount === undefined) return [];
    const swatch = document.createElement("canvas");
    paintSwatch(swatch, look, glow);
    return [{ name, note, count: written(amount.places), swatch }];
  });
}
