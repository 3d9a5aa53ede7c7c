/**
 * A place: who holds it on the day and on whose word, its whole history, and what happened there.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {import("../periods.js").Spell} Spell
 * @typedef {import("../timeline.js").Place} Place
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {{state: MapState, timeline: Timeline, language: string}} Context
 *   what stands in the panel is made for one timeline, and anew for another
 */

import { appearanceOf } from "../appearance.js";
import { longDay, periodInWords, shortDay } from "../days.js";
import { button, isolated, make, named } from "../elements.js";
import { answerOn, endOrInfinity, isStale, spellsOf, UNKNOWN } from "../periods.js";
import { say } from "../say.js";
import { answerInWords, doubtsInWords, kindInWords, nameIn, placeInWords } from "../words.js";
import { explanationSection } from "./explanation.js";
import { historyStrip } from "./history_strip.js";
import { paintSwatch } from "./legend.js";
import { claimElement, gradeElement, nodesOf, reportNodes, whenInWords } from "./phrases.js";

/**
 * @param {MapState} state
 * @param {string} language
 */
export function connectPlacePanel(state, language) {
  const [panel, overview] = [named("place"), named("overview")];
  /** @type {(() => void) | null} */
  let showDay = null;
  const open = () => {
    const { timeline } = state;
    const context = { state, timeline, language };
    const index = timeline.placeIndex.get(state.current.place ?? "");
    panel.hidden = index === undefined;
    overview.hidden = index !== undefined;
    showDay = null;
    if (index === undefined) return panel.replaceChildren();
    const answer = make("section", { class: "answer", "aria-live": "polite" });
    const place = timeline.places[index];
    const history = historySection(context, place);
    const explanation = explanationSection(context, place);
    panel.replaceChildren(header(context, place), answer, explanation.element, history.element, ...eventsSection(context, place));
    showDay = () => {
      fillAnswer(context, place, answer);
      explanation.mark();
      history.mark(state.current.day ?? 0);
    };
    showDay();
  };
  state.on(["place", "timeline"], open);
  state.on(["day"], () => showDay?.());
  open();
}

/**
 * @param {Context} context
 * @param {Place} place
 */
function header({ state, language }, place) {
  const close = button({ class: "back" }, () => state.update({ place: null }), say("place.all"));
  const title = make("h2", { "data-ref": "placeName", tabindex: "-1" }, isolated(nameIn(place, language)));
  const shown = nameIn(place, language);
  const others = Object.entries({ en: place.name, ...place.names }).filter(([, name]) => name !== shown);
  const unique = others.filter(([, name], at) => others.findIndex(([, other]) => other === name) === at);
  const names = unique.map(([tongue, name]) => make("bdi", { lang: tongue, dir: "auto" }, name));
  const line = make("p", { class: "other-names" }, ...names.flatMap((name, at) => (at === 0 ? [name] : [" · ", name])));
  return make("header", { class: "place-header" }, close, title, line, make("p", { class: "fine" }, placeInWords(place)));
}

/**
 * @param {Context} context
 * @param {Place} place
 * @param {HTMLElement} section filled anew
 */
function fillAnswer({ state, timeline, language }, place, section) {
  const day = state.current.day ?? 0;
  const answer = answerOn(timeline.periods, place.index, day);
  const stale = isStale(timeline.periods, answer, day);
  const heading = section.querySelector("h3");
  const doubts = doubtsInWords(timeline, answer, { day, language });
  // Step after step the answer stays the same; then only the date in the heading is new.
  const signature = `${answer} ${stale}`;
  if (heading && section.dataset.answer === signature) {
    heading.textContent = longDay(day);
    return;
  }
  section.dataset.answer = signature;
  const swatch = make("canvas", { class: "swatch", "aria-hidden": "true" });
  paintSwatch(swatch, appearanceOf(timeline, answer, stale));
  const verdict = make("p", { class: "verdict", "data-ref": "verdict" }, swatch, make("span", {}, ...nodesOf(answerInWords(timeline, answer, language)), "."));
  const evidence = answer === UNKNOWN ? [] : timeline.periods.evidence[answer].map((claim) => claimElement(timeline.claim(claim), language));
  section.replaceChildren(
    make("h3", {}, longDay(day)),
    verdict,
    ...doubts.map((doubt) => make("p", { class: "doubt" }, ...nodesOf(doubt))),
    ...(evidence.length > 0 ? [make("ul", { class: "claims", "aria-label": say("place.onWhoseWord") }, ...evidence)] : []),
  );
}

/**
 * @param {Context} context
 * @param {Place} place
 * @returns {{element: HTMLElement, mark: (day: number) => void}}
 */
function historySection(context, place) {
  const { state, timeline } = context;
  const spells = spellsOf(timeline.periods, place.index);
  const go = (/** @type {number} */ day) => state.update({ day, playing: false, moving: false });
  const strip = historyStrip(timeline, spells, { name: nameIn(place, context.language), go });
  const items = spells.map((spell) => spellElement(context, spell, go));
  const element = make("section", { class: "history" }, make("h3", {}, say("place.history")), strip.element, make("ol", { class: "spells" }, ...items));
  const mark = (/** @type {number} */ day) => {
    strip.mark(day);
    spells.forEach(({ start, end }, at) => {
      if (start <= day && day < end) items[at].setAttribute("aria-current", "true");
      else items[at].removeAttribute("aria-current");
    });
  };
  return { element, mark };
}

/**
 * @param {Context} context
 * @param {Spell} spell
 * @param {(day: number) => void} go
 */
function spellElement({ timeline, language }, spell, go) {
  const { atlas, periods } = timeline;
  const swatch = make("canvas", { class: "swatch", "aria-hidden": "true" });
  paintSwatch(swatch, appearanceOf(timeline, spell.periods[0], false));
  const claims = [...new Set(spell.periods.flatMap((period) => periods.evidence[period]))];
  const words = make("span", { class: "spell-words" }, ...nodesOf(answerInWords(timeline, spell.periods[0], language)),
    make("span", { class: "fine" }, periodInWords(spell.start, endOrInfinity(spell.end))));
  const summary = make("summary", {}, swatch, words);
  const day = Math.max(spell.start, atlas.start);
  const details = make("details", {}, summary,
    button({ class: "go" }, () => go(day), say("place.showDay", { day: shortDay(day) })),
    make("p", { class: "fine" }, say("place.claims", { count: claims.length })),
    make("ul", { class: "claims" }, ...claims.map((claim) => claimElement(timeline.claim(claim), language))));
  return make("li", {}, details);
}

/**
 * @param {Context} context
 * @param {Place} place
 * @returns {HTMLElement[]} nothing when no event of this place is known
 */
function eventsSection({ state, timeline, language }, place) {
  const events = timeline.eventsAt(place.index);
  if (events.length === 0) return [];
  const items = events.map((event) => {
    const go = () => state.update({ day: Math.max(timeline.atlas.start, Math.min(timeline.atlas.last, event.earliest)), playing: false, moving: false });
    const actors = event.actors.flatMap((actor) => [say("list.comma"), isolated(nameIn(actor, language))]);
    const when = button({ class: "go" }, go, whenInWords(event.when));
    const item = make("li", { class: "claim" }, make("p", { class: "claim-source" }, when, " ", make("bdi", {}, event.title)));
    if (event.summary && event.summary !== event.title) item.append(make("p", { dir: "auto" }, event.summary));
    item.append(make("p", { class: "fine" }, kindInWords("event", event.kind), ...actors, ". ", isolated(event.source.name), " ", gradeElement(event.grade), ...reportNodes(event.report)));
    return item;
  });
  return [make("section", {}, make("h3", {}, say("place.events")), make("ul", { class: "claims" }, ...items))];
}
