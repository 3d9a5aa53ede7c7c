/**
 * The map beside a proposal: the day that it is about, as it is and as it would be.
 *
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./desk.js").Preview} Preview
 * @typedef {import("./desk.js").PlaceChange} PlaceChange
 */

import { dayOfIso, isoOf, longDay } from "../days.js";
import { isolated, make, named } from "../elements.js";
import { MapView } from "../layers/map_view.js";
import { MapState } from "../map_state.js";
import { nodesOf } from "../panels/phrases.js";
import { paintSwatch } from "../panels/swatch.js";
import { say } from "../say.js";
import { onThemeChange } from "../theme.js";
import { nameIn } from "../words.js";
import { timelineWith } from "./after_timeline.js";
import { verdictAppearance, verdictInWords } from "./statement_words.js";

/** Of a district with many places a few are told. */
const MOST_TOLD = 2;

/**
 * @param {Desk} desk
 * @param {string} language
 */
export function connectChangeMap(desk, language) {
  const toggle = /** @type {HTMLInputElement} */ (named("showAfter"));
  /** @type {{view: MapView, state: MapState} | null} */
  let map = null;
  toggle.addEventListener("change", () => desk.update({ isAfter: toggle.checked }));
  const tell = () => {
    const { preview, timeline } = desk.current;
    named("changeWords").replaceChildren(...(timeline ? changeInWords(desk, preview, language) : []));
    toggle.disabled = !preview || preview.changes.length === 0;
    toggle.checked = desk.current.isAfter;
  };
  desk.on(["preview", "number", "article", "timeline", "isAfter", "reviewer"], () => {
    tell();
    // Leaflet measures its container, which has no size before the way in is open.
    if (desk.current.reviewer && desk.current.timeline) requestAnimationFrame(() => {
      map ??= makeMap(desk, language);
      show(desk, map);
    });
  });
  onThemeChange(tell);
}

/**
 * @param {Desk} desk
 * @param {string} language
 */
function makeMap(desk, language) {
  const { timeline } = desk.current;
  const state = new MapState();
  state.update({ timeline, day: timeline?.atlas.viewLast ?? 0, window: 7 });
  const view = new MapView(named("map"), state, { nameOf: (place) => nameIn(place, language), isEmbedded: true });
  view.addEventListener("painted", (event) => { named("map").dataset.day = isoOf(/** @type {CustomEvent<number>} */ (event).detail); });
  void view.firstPaint().then(() => view.loadGround(state.timeline.atlas.bounds));
  return { view, state };
}

/**
 * @param {Desk} desk
 * @param {{view: MapView, state: MapState}} map
 */
function show({ current, proposal }, { view, state }) {
  const { preview, isAfter, article } = current;
  const timeline = /** @type {import("../timeline.js").Timeline} */ (current.timeline);
  state.update({ timeline: isAfter && preview ? timelineWith(timeline, preview.changes) : timeline });
  if (preview) state.update({ day: dayOfIso(preview.day) });
  showPlace(view, state, preview?.place ?? placeOf(article, proposal));
}

/**
 * @param {import("./desk.js").Article | null} article
 * @param {import("./desk.js").Proposal | null} proposal
 */
function placeOf(article, proposal) {
  return article?.places[proposal?.statement.place_id] ?? null;
}

/**
 * Bring a place into view, with a mark of its own where the atlas does not have it yet.
 * @param {MapView} view
 * @param {MapState} state
 * @param {import("./desk.js").NamedPlace | null} place
 */
function showPlace(view, state, place) {
  state.update({ place: place?.id ?? null });
  if (!place) return view.mark(null);
  const [longitude, latitude] = place.geometry.coordinates;
  const isOfAtlas = state.timeline.placeIndex.has(place.id);
  view.mark(isOfAtlas ? null : { name: place.name, longitude, latitude });
  view.show({ longitude, latitude });
}

/**
 * @param {Desk} desk
 * @param {Preview | null} preview
 * @param {string} language
 * @returns {Node[]}
 */
function changeInWords(desk, preview, language) {
  const { proposal } = desk;
  if (!proposal) return [];
  if (proposal.state !== "proposed") return [make("p", { class: "fine" }, say("review.changesNothingMore"))];
  if (!preview) return [];
  if (preview.changes.length === 0) return [make("p", { class: "fine" }, say(proposal.kind === "claim" ? "review.changesNothing" : "review.noControl"))];
  const told = preview.changes.slice(0, MOST_TOLD).map((change) => changeRow(desk, change, language));
  const rest = preview.changes.length - told.length;
  return [...told, ...(rest > 0 ? [make("p", { class: "fine" }, say("review.morePlaces", { count: rest }))] : [])];
}

/**
 * @param {Desk} desk
 * @param {PlaceChange} change
 * @param {string} language
 */
function changeRow({ current }, { place, fresh, before, after }, language) {
  const timeline = /** @type {import("../timeline.js").Timeline} */ (current.timeline);
  const side = (/** @type {import("./desk.js").Verdict} */ verdict, /** @type {string} */ word) => {
    const swatch = make("canvas", { class: "swatch", "aria-hidden": "true" });
    paintSwatch(swatch, verdictAppearance(timeline, verdict));
    return make("span", { class: "change-side" }, swatch, make("span", {}, make("span", { class: "fine" }, `${word} `), ...nodesOf(verdictInWords(timeline, verdict, language))));
  };
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  const notes = [...(fresh ? [say("review.newPlace")] : []), ...(isSame ? [say("review.otherDays")] : [])];
  const day = longDay(dayOfIso(current.preview?.day ?? ""));
  return make("div", { class: "change-row" },
    make("p", {}, make("strong", {}, isolated(nameIn(place, language))), " ", make("span", { class: "fine" }, [day, ...notes].join(" · "))),
    side(before, say("review.before")), side(after, say("review.after")));
}
