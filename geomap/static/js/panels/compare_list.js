/**
 * What passed from whom to whom between the two sides of a comparison: by pairs of parties, from the timelines that are there;
 * the land, and what each change comes from, as the server tells it when it is asked.
 *
 * @typedef {import("../comparison.js").Transfer} Transfer
 * @typedef {import("../compared_maps.js").ComparedMaps} ComparedMaps
 * @typedef {import("../timeline.js").Timeline} Timeline
 *
 * @typedef {object} Context
 * @property {import("../map_state.js").MapState} state
 * @property {string} language
 * @property {ComparedMaps} maps
 * @property {(place: import("../timeline.js").Place) => void} show brings a place into view
 */

import { makeAppearance } from "../appearance.js";
import { FetchFailed, fetchDifference } from "../api.js";
import { passings, sidesOf, transfers } from "../comparison.js";
import { button, isolated, make, named } from "../elements.js";
import { partiesOf } from "../passed_timeline.js";
import { canSay, phrase, say, written } from "../say.js";
import { sideInWords } from "../sides_in_words.js";
import { nameIn } from "../words.js";
import { nodesOf } from "./phrases.js";
import { paintSwatch } from "./swatch.js";

/** @param {Context} context */
export function connectCompareList(context) {
  const { state, maps } = context;
  const [section, panelSide] = [named("passed"), named("panelSide")];
  /** @type {unknown[]} */
  let shown = [];
  const show = () => {
    const { compare, day, known, moving, filters } = state.current;
    const sides = day === null ? null : sidesOf({ day, known, compare });
    section.hidden = !sides;
    panelSide.hidden = !sides;
    if (!sides || day === null) return;
    panelSide.textContent = say("compare.panelOf", { day: sideInWords({ day, known }) });
    // While the day runs nobody reads a list.
    const loaded = moving ? null : maps.sides();
    if (!loaded) return;
    const now = [loaded.first.day, loaded.second.day, loaded.first.timeline, loaded.second.timeline, filters];
    if (now.every((part, at) => part === shown[at])) return;
    shown = now;
    section.replaceChildren(...listElements(context, sides, loaded));
  };
  state.on(["compare", "day", "known", "timeline", "moving", "filters"], show);
  maps.other.on(["timeline", "day"], show);
  show();
}

/**
 * @param {Context} context
 * @param {{first: import("../comparison.js").Side, second: import("../comparison.js").Side}} sides
 * @param {{first: {day: number, timeline: Timeline}, second: {day: number, timeline: Timeline}}} loaded
 * @returns {HTMLElement[]}
 */
function listElements(context, sides, { first, second }) {
  const title = make("h2", {}, say("compare.passedBetween", { first: sideInWords(sides.first), second: sideInWords(sides.second) }));
  const pairs = transfers(passings(first, second, context.state.current.filters));
  if (pairs.length === 0) return [title, make("p", {}, say("compare.same"))];
  const parties = new Map(partiesOf([first.timeline, second.timeline], (status) => say(`legend.${status}`)).map((actor) => [actor.id, actor]));
  const items = pairs.map((pair) => pairElement(context, pair, { parties, timelines: [second.timeline, first.timeline] }));
  const note = make("p", { class: "fine" }, say("compare.legend"));
  const answer = make("div", { "aria-live": "polite" });
  const ask = async () => {
    answer.replaceChildren(make("p", { class: "fine" }, say("compare.asking")));
    try {
      const difference = await fetchDifference(sides, context.state.current.pins);
      for (const { tell } of items) tell(difference);
      answer.replaceChildren();
    } catch (error) {
      if (!(error instanceof FetchFailed)) throw error;
      answer.replaceChildren(make("p", { class: "why-error", role: "alert" }, error.message), button({ class: "go" }, () => void ask(), say("problem.again")));
    }
  };
  const asking = button({ class: "why-toggle", "data-ref": "compareAsk" }, () => void ask(), say("compare.ask"));
  return [title, note, make("ul", { class: "passed-pairs" }, ...items.map(({ item }) => item)), asking, answer];
}

/**
 * @param {Context} context
 * @param {Transfer} pair
 * @param {{parties: Map<string, import("../timeline.js").Actor>, timelines: Timeline[]}} content
 */
function pairElement({ state, language, show }, { from, to, places }, { parties, timelines }) {
  const partyOf = (/** @type {string} */ id) => /** @type {import("../timeline.js").Actor} */ (parties.get(id));
  const [before, after] = [partyOf(from), partyOf(to)];
  const swatch = make("canvas", { class: "swatch", "aria-hidden": "true" });
  paintSwatch(swatch, makeAppearance("passed", [after.colour, before.colour]));
  const land = make("span", { class: "passed-note" });
  const names = phrase("compare.pair", { from: { name: nameIn(before, language) }, to: { name: nameIn(after, language) } });
  const summary = make("summary", {}, swatch, make("span", {}, ...nodesOf(names), land), make("span", { class: "count" }, written(places.length)));
  const reasons = new Map(places.map((id) => [id, make("span", { class: "fine" })]));
  const items = places.flatMap((id) => {
    const place = timelines.map(({ places: all, placeIndex }) => all[placeIndex.get(id) ?? -1]).find(Boolean);
    if (!place) return [];
    const go = () => {
      state.update({ place: id, playing: false, moving: false });
      show(place);
    };
    return [make("li", {}, button({ class: "go" }, go, isolated(nameIn(place, language))), " ", /** @type {HTMLElement} */ (reasons.get(id)))];
  });
  const tell = (/** @type {import("../api.js").Difference} */ { changes }) => {
    const listed = changes.filter(({ place }) => reasons.has(place));
    const km2 = listed.reduce((sum, change) => sum + change.km2, 0);
    land.textContent = listed.length > 0 ? say("compare.km2", { km2: written(Math.round(km2)) }) : "";
    for (const { place, reasons: why } of listed) {
      const words = why.map((reason) => (canSay(`reason.${reason}`) ? say(`reason.${reason}`) : reason));
      /** @type {HTMLElement} */ (reasons.get(place)).textContent = words.join(say("list.comma"));
    }
  };
  return { item: make("li", {}, make("details", {}, summary, make("ul", {}, ...items))), tell };
}
