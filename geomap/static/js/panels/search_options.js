/**
 * What is found, as options of the search box.
 *
 * @typedef {import("./option_list.js").Option} Option
 */

import { isolated, make } from "../elements.js";
import { phrase } from "../say.js";
import { kindInWords, nameIn, placeInWords, whenInWords } from "../words.js";
import { nodesOf } from "./phrases.js";

/**
 * @param {import("../timeline.js").Place} place
 * @param {string} language
 * @param {() => void} pick
 * @returns {Option}
 */
export function placeOption(place, language, pick) {
  const arabic = place.names.ar && language !== "ar" ? [" ", make("bdi", { lang: "ar", dir: "rtl", class: "fine" }, place.names.ar)] : [];
  return option(place.id, [isolated(nameIn(place, language)), ...arabic], [placeInWords(place)], pick);
}

/**
 * @param {import("../finding.js").Spot} spot
 * @param {() => void} pick
 * @returns {Option}
 */
export function spotOption(spot, pick) {
  return option(spot.id, [isolated(spot.name)], spotInWords(spot), pick);
}

/**
 * @param {import("../finding.js").Spot} spot
 * @returns {(Node | string)[]} such as "town in Syria, 2,000 people · Governorate: Hama"
 */
export function spotInWords(spot) {
  return [placeInWords(spot), ...(spot.governorate ? [" · ", ...nodesOf(phrase("place.governorate", { name: { name: spot.governorate } }))] : [])];
}

/**
 * @param {import("../finding.js").FoundEvent} event
 * @param {string} language
 * @param {() => void} pick
 * @returns {Option}
 */
export function eventOption({ id, title, kind, when, place }, language, pick) {
  const where = place ? [" · ", isolated(nameIn(place, language))] : [];
  return option(`event ${id}`, [isolated(title)], [whenInWords(when), ...where, " · ", kindInWords("event", kind)], pick);
}

/**
 * @param {string} key by which it is known again
 * @param {(Node | string)[]} title
 * @param {(Node | string)[]} note
 * @param {() => void} pick
 * @returns {Option}
 */
function option(key, title, note, pick) {
  return { element: make("div", { class: "result", "data-key": key }, make("span", {}, ...title), " ", make("span", { class: "fine" }, ...note)), pick };
}
