/**
 * The figures that reports give on a place.
 *
 * @typedef {import("./place.js").Context} Context
 * @typedef {import("./place.js").Part} Part
 * @typedef {import("../record.js").Figure} Figure
 * @typedef {import("../record.js").PlaceRecord} PlaceRecord
 */

import { isolated, make } from "../elements.js";
import { say, written } from "../say.js";
import { nameIn, whenInWords } from "../words.js";
import { gradeElement, reportNodes } from "./phrases.js";

/**
 * @param {Context} context
 * @returns {Part}
 */
export function figuresSection({ language }) {
  const element = make("section", { "data-ref": "figures", hidden: "" });
  const fill = (/** @type {PlaceRecord} */ { figures }) => {
    element.hidden = figures.length === 0;
    const items = figures.map((figure) => figureElement(figure, language));
    element.replaceChildren(make("h3", {}, say("place.figures")), make("ul", { class: "figures" }, ...items));
  };
  return { element, fill };
}

/**
 * @param {Figure} figure
 * @param {string} language
 */
function figureElement(figure, language) {
  const { measure, actor, summary, source, grade, report, when } = figure;
  const whose = actor ? [say("list.comma"), isolated(nameIn(actor, language))] : [];
  return make("li", { class: "claim" },
    make("p", {}, make("span", { class: "figure-value" }, boundsInWords(figure)), " ", say(`measure.${measure}`), ...whose),
    ...(summary ? [make("p", { dir: "auto" }, summary)] : []),
    make("p", { class: "fine" }, whenInWords(when), ". ", isolated(source.name), " ", gradeElement(grade), ...reportNodes(report)));
}

/**
 * The best value with its bounds, or what there is of them.
 * @param {Figure} figure
 * @returns {string} such as "300 (250 to 400)" or "at least 20"
 */
export function boundsInWords({ low, value, high, unit }) {
  const bounds = spanInWords(low, high, unit);
  if (value === null || (low === value && high === value)) return value === null ? bounds : amount(value, unit);
  return bounds === "" ? amount(value, unit) : say("figure.with", { value: amount(value, unit), bounds });
}

/**
 * @param {number | null} low
 * @param {number | null} high
 * @param {string} unit
 */
function spanInWords(low, high, unit) {
  if (low !== null && high !== null) return say("figure.between", { low: amount(low, unit), high: amount(high, unit) });
  if (low !== null) return say("figure.atLeast", { low: amount(low, unit) });
  return high === null ? "" : say("figure.atMost", { high: amount(high, unit) });
}

/**
 * @param {number} number
 * @param {string} unit
 */
function amount(number, unit) {
  const key = { km2: "figure.km2", m2: "figure.m2", percent: "figure.percent" }[unit];
  return key ? say(key, { number: written(number) }) : written(number);
}
