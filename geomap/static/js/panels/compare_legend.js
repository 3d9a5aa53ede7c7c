/**
 * The legend that goes with a picture or a print: of one map, of both sides of a comparison, or of what passed between them.
 *
 * @typedef {import("../comparison.js").Transfer} Transfer
 * @typedef {import("./legend.js").Standing} Entry
 */

import { makeAppearance } from "../appearance.js";
import { passings, transfers } from "../comparison.js";
import { partiesOf } from "../passed_timeline.js";
import { say, written } from "../say.js";
import { nameIn } from "../words.js";
import { legendOn } from "./legend.js";
import { paintSwatch } from "./swatch.js";

const NONE = 0;

/**
 * @param {{state: import("../map_state.js").MapState, language: string, maps: import("../compared_maps.js").ComparedMaps}} context
 * @returns {Entry[]}
 */
export function legendShown({ state, language, maps }) {
  const { day, compare, filters } = state.current;
  const sides = maps.sides();
  if (!sides || !compare) return legendOn(state.timeline, language, day ?? 0);
  if (compare.view === "difference") return passedEntries(sides, { filters, language });
  return bothSides(legendOn(sides.first.timeline, language, sides.first.day), legendOn(sides.second.timeline, language, sides.second.day));
}

/**
 * Each entry with both counts, that of the first side first.
 * @param {Entry[]} first
 * @param {Entry[]} second
 * @returns {Entry[]}
 */
function bothSides(first, second) {
  const all = [...first, ...second.filter(({ name }) => !first.some((one) => one.name === name))];
  const countIn = (/** @type {Entry[]} */ entries, /** @type {string} */ name) => entries.find((one) => one.name === name)?.count ?? written(NONE);
  return all.map((entry) => ({ ...entry, count: `${countIn(first, entry.name)} | ${countIn(second, entry.name)}` }));
}

/**
 * @param {NonNullable<ReturnType<import("../compared_maps.js").ComparedMaps["sides"]>>} sides
 * @param {{filters: import("../filters.js").Filters, language: string}} how
 * @returns {Entry[]}
 */
function passedEntries({ first, second }, { filters, language }) {
  const parties = partiesOf([first.timeline, second.timeline], (status) => say(`legend.${status}`));
  return transfers(passings(first, second, filters)).map(({ from, to, places }) => {
    const [before, after] = [from, to].map((id) => parties.find((party) => party.id === id) ?? parties[0]);
    const swatch = document.createElement("canvas");
    paintSwatch(swatch, makeAppearance("passed", [after.colour, before.colour]));
    const name = say("compare.pair", { from: nameIn(before, language), to: nameIn(after, language) });
    return { name, note: "", count: written(places.length), swatch };
  });
}
