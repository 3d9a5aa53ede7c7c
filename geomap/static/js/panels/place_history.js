/**
 * The history of a place: a strip of colours, and below it each spell with the claims that it rests on.
 *
 * @typedef {import("./place.js").Context} Context
 * @typedef {import("./place.js").Part} Part
 * @typedef {import("../periods.js").Spell} Spell
 * @typedef {import("../record.js").PlaceRecord} PlaceRecord
 * @typedef {import("../timeline.js").Place} Place
 */

import { appearanceOf } from "../appearance.js";
import { periodInWords, shortDay } from "../days.js";
import { button, make } from "../elements.js";
import { endOrInfinity, spellsOf } from "../periods.js";
import { claimsDuring } from "../record.js";
import { say } from "../say.js";
import { answerInWords, nameIn } from "../words.js";
import { historyStrip } from "./history_strip.js";
import { claimsList, nodesOf } from "./phrases.js";
import { paintSwatch } from "./swatch.js";

/**
 * @param {Context} context
 * @param {Place} place
 * @returns {Part}
 */
export function historySection(context, place) {
  const { state, timeline, language } = context;
  const spells = spellsOf(timeline.periods, place.index);
  const go = (/** @type {number} */ day) => state.update({ day, playing: false, moving: false });
  const strip = historyStrip(timeline, spells, { name: nameIn(place, language), go });
  const items = spells.map((spell) => spellItem(context, spell, go));
  const mark = () => {
    const day = state.current.day ?? 0;
    strip.mark(day);
    spells.forEach(({ start, end }, at) => {
      if (start <= day && day < end) items[at].element.setAttribute("aria-current", "true");
      else items[at].element.removeAttribute("aria-current");
    });
  };
  const fill = (/** @type {PlaceRecord} */ record) => items.forEach((item) => item.fill(record, place));
  const list = make("ol", { class: "spells" }, ...items.map(({ element }) => element));
  return { element: make("section", { class: "history" }, make("h3", {}, say("place.history")), strip.element, list), mark, fill };
}

/**
 * @param {Context} context
 * @param {Spell} spell
 * @param {(day: number) => void} go
 */
function spellItem({ timeline, language }, spell, go) {
  const swatch = make("canvas", { class: "swatch", "aria-hidden": "true" });
  paintSwatch(swatch, appearanceOf(timeline, spell.periods[0], false));
  const words = make("span", { class: "spell-words" }, ...nodesOf(answerInWords(timeline, spell.periods[0], language)),
    make("span", { class: "fine" }, periodInWords(spell.start, endOrInfinity(spell.end))));
  const day = Math.max(spell.start, timeline.atlas.start);
  const behind = make("div");
  const details = make("details", {}, make("summary", {}, swatch, words), button({ class: "go" }, () => go(day), say("place.showDay", { day: shortDay(day) })), behind);
  const fill = (/** @type {PlaceRecord} */ record, /** @type {Place} */ place) => {
    const claims = claimsDuring(record, spell.start, endOrInfinity(spell.end));
    behind.replaceChildren(make("p", { class: "fine" }, say("place.claims", { count: claims.length })), claimsList(claims, { place: place.id, areas: record.areas, language }));
  };
  return { element: make("li", {}, details), fill };
}
