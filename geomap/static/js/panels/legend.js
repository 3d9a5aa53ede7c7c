/**
 * The legend: who is on the map and how many places each holds on the day, and what the patterns mean.
 *
 * @typedef {import("../appearance.js").Appearance} Appearance
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {import("../timeline.js").Timeline} Timeline
 */

import { makeAppearance, UNKNOWN_APPEARANCE } from "../appearance.js";
import { isolated, make, named } from "../elements.js";
import { answersOn, holdersOf, isStale, statusOf, UNKNOWN } from "../periods.js";
import { say, written } from "../say.js";
import { onThemeChange } from "../theme.js";
import { nameIn } from "../words.js";
import { paintSwatch } from "./swatch.js";

/** The colour of signs while nobody holds anything. */
const NOBODY = "#7a756a";

/**
 * @param {MapState} state
 * @param {string} language
 */
export function connectLegend(state, language) {
  const list = named("legend");
  let entries = legendEntries(state.timeline, language);
  const fill = () => {
    list.replaceChildren(...entries.map(({ item }) => item));
    paint();
    show();
  };
  const paint = () => entries.forEach(({ look, swatch }) => paintSwatch(swatch, look));
  const show = () => {
    const { day } = state.current;
    if (day === null) return;
    const counts = countsOn(state.timeline, day);
    for (const { key, item, count } of entries) {
      const number = written(counts.get(key) ?? 0);
      if (count.textContent === number) continue;
      count.textContent = number;
      item.classList.toggle("is-none", !counts.has(key));
    }
  };
  onThemeChange(paint);
  state.on(["day"], show);
  state.on(["timeline"], () => {
    entries = legendEntries(state.timeline, language);
    fill();
  });
  fill();
}

/**
 * @param {Timeline} timeline
 * @param {string} language
 */
function legendEntries(timeline, language) {
  return legendRows(timeline, language).map(({ key, look, name, sign, note }) => {
    const count = make("span", { class: "count" });
    const swatch = make("canvas", { class: "swatch", "aria-hidden": "true" });
    const label = make("span", { class: "legend-name" }, sign ? name : isolated(name));
    if (note) label.append(" ", make("span", { class: "fine" }, note));
    return { key, look, item: make("li", {}, swatch, label, count), swatch, count };
  });
}

/**
 * @param {Timeline} timeline
 * @param {string} language
 * @returns {{key: string, name: string, look: Appearance, sign: boolean, note: string}[]} actors that ever hold something, then the signs
 */
function legendRows({ actors, periods, staleness }, language) {
  const held = periods.holders.flat();
  const ranked = actors.map((actor, number) => ({ actor, number, weight: held.filter((holder) => holder === number).length }));
  // By their part in the whole story, so that the order does not jump from day to day.
  const shown = ranked.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight);
  // The signs are explained in the colours of those who matter most, also while nobody holds anything.
  const colours = shown.length > 0 ? shown.slice(0, 2).map(({ actor }) => actor.colour) : [NOBODY];
  const sign = (/** @type {string} */ key, /** @type {Appearance} */ look) =>
    ({ key, name: say(`legend.${key}`), look, sign: true, note: say(`legend.${key}Note`, { count: staleness }) });
  return [
    ...shown.map(({ actor, number }) => ({ key: String(number), name: nameIn(actor, language), look: makeAppearance("plain", [actor.colour]), sign: false, note: "" })),
    sign("contested", makeAppearance("hatch", colours)),
    sign("disputed", makeAppearance("bands", colours)),
    sign("uncertain", makeAppearance("plain", colours.slice(0, 1), { uncertain: true })),
    sign("stale", makeAppearance("plain", colours.slice(0, 1), { stale: true })),
    sign("unknown", UNKNOWN_APPEARANCE),
  ];
}

/**
 * @param {Timeline} timeline
 * @param {number} day
 * @returns {Map<string, number>} places by the number of the actor who holds them, and by sign
 */
function countsOn({ periods, places }, day) {
  const answers = new Int32Array(places.length);
  answersOn(periods, day, answers);
  /** @type {Map<string, number>} */
  const counts = new Map();
  const add = (/** @type {string} */ key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const answer of answers) {
    const status = statusOf(periods, answer);
    if (status === "held") add(String(holdersOf(periods, answer)[0]));
    else add(status);
    if (answer === UNKNOWN) continue;
    if (periods.uncertain[answer]) add("uncertain");
    if (isStale(periods, answer, day)) add("stale");
  }
  return counts;
}

/**
 * What is on the map of a day, for a legend that stays behind when the day moves on.
 * @param {Timeline} timeline
 * @param {string} language
 * @param {number} day
 * @returns {{name: string, note: string, count: string, swatch: HTMLCanvasElement}[]}
 */
export function legendOn(timeline, language, day) {
  const counts = countsOn(timeline, day);
  return legendRows(timeline, language).flatMap(({ key, name, note, look }) => {
    const count = counts.get(key);
    if (count === undefined) return [];
    const swatch = document.createElement("canvas");
    paintSwatch(swatch, look);
    return [{ name, note, count: written(count), swatch }];
  });
}
