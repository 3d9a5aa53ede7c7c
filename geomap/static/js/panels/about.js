/** What the atlas is, and whom it thanks. */

import { longDay } from "../days.js";
import { isolated, make, named } from "../elements.js";
import { phrase } from "../say.js";
import { nodesOf } from "./phrases.js";

/** Stands on the page whatever the atlas says; the licences ask for it. */
const CREDITS = { baseMap: "Natural Earth", placeNames: "GeoNames (CC BY 4.0)" };

/** @param {import("../timeline.js").Timeline} timeline */
export function fillAbout({ atlas, attribution, revision, rule }) {
  named("title").replaceChildren(isolated(atlas.title));
  const lines = [
    ...(atlas.description ? [[{ name: atlas.description }]] : []),
    ...creditLines({ atlas, attribution }),
    phrase("about.covers", { first: longDay(atlas.start), last: longDay(atlas.last), revision, rule: { name: rule } }),
  ];
  named("about").replaceChildren(...lines.map((line) => make("li", {}, ...nodesOf(line))));
}

/**
 * Whom a map of the atlas must name wherever it goes.
 * @param {Pick<import("../timeline.js").Timeline, "atlas" | "attribution">} timeline
 * @returns {import("../say.js").Phrase[]}
 */
export function creditLines({ atlas, attribution }) {
  const own = attribution.filter((line) => !/natural earth|geonames/i.test(line));
  return [
    ...Object.entries(CREDITS).map(([what, maker]) => phrase(`credits.${what}`, { maker: { name: maker } })),
    ...own.map((line) => [{ name: line }]),
    ...(atlas.licence ? [phrase("about.licence", { licence: { name: atlas.licence } })] : []),
  ];
}
