/** What the atlas is, and whom it thanks. */

import { longDay } from "../days.js";
import { isolated, make, named } from "../elements.js";

/** Stands on the page whatever the atlas says; the licences ask for it. */
const CREDITS = ["Base map: Natural Earth", "Place names: GeoNames (CC BY 4.0)"];

/** @param {import("../timeline.js").Timeline} timeline */
export function fillAbout({ atlas, attribution, revision, rule }) {
  named("title").replaceChildren(isolated(atlas.title));
  const own = attribution.filter((line) => !/natural earth|geonames/i.test(line));
  const lines = [
    ...(atlas.description ? [atlas.description] : []),
    ...CREDITS,
    ...own,
    ...(atlas.licence ? [`Licence of the atlas: ${atlas.licence}`] : []),
    `The atlas covers ${longDay(atlas.start)} to ${longDay(atlas.last)}. Revision ${revision}, judged by ${rule}.`,
  ];
  named("about").replaceChildren(...lines.map((line) => make("li", {}, line)));
}
