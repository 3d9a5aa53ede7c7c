/**
 * The maps of a comparison: the one that is always there and shows the side in hand, one for the other side, and one for what
 * passed from whom to whom. They are made when they are first wanted, and they keep to one place, zoom and selection.
 *
 * @typedef {import("./layers/map_view.js").MapView} MapView
 *
 * @typedef {object} Knowledge
 * @property {import("./timeline_store.js").TimelineStore} store
 * @property {() => number} today
 * @property {import("./standpoints.js").Standpoints} standpoints of the side in hand
 */

import { make } from "./elements.js";
import { NOTHING_HIDDEN } from "./filters.js";
import { keepInStep } from "./layers/in_step.js";
import { MapState } from "./map_state.js";
import { passedTimeline } from "./passed_timeline.js";
import { say } from "./say.js";
import { samePins } from "./standpoint.js";
import { Standpoints } from "./standpoints.js";

/** @typedef {import("./map_state.js").State} State */

/** What all maps of a comparison share. @type {readonly (keyof State)[]} */
const PLACED = ["longitude", "latitude", "zoom", "place"];
/** What the two sides share besides. @type {readonly (keyof State)[]} */
const SHARED = [...PLACED, "filters", "window"];
/** The map of what passed leaves out what did not. */
const ONLY_PASSED = { ...NOTHING_HIDDEN, statuses: new Set(["unknown"]) };

export class ComparedMaps {
  #state;
  #view;
  #viewOf;
  #knowledge;
  #otherStandpoints;
  #difference = new MapState();
  /** @type {{other: MapView, difference: MapView} | null} */
  #made = null;
  /** Where the divider stands, in per cent from the left. */
  share = 50;
  /** The state of the side that is not in hand. */
  other = new MapState();

  /**
   * @param {{state: MapState, view: MapView}} inHand
   * @param {(container: HTMLElement, state: MapState) => MapView} viewOf makes a map
   * @param {Knowledge} knowledge
   */
  constructor({ state, view }, viewOf, knowledge) {
    this.#state = state;
    this.#view = view;
    this.#viewOf = viewOf;
    this.#knowledge = knowledge;
    this.#otherStandpoints = new Standpoints(this.other, knowledge);
  }

  /** Follow the state of the page from now on. */
  connect() {
    this.#state.on(["compare", "timeline", "pins"], () => this.#show());
    this.#state.on(["day", "timeline", "compare", "filters"], () => this.#drawDifference());
    this.other.on(["timeline", "day"], () => this.#drawDifference());
    const maps = [{ map: this.#state, keys: SHARED }, { map: this.other, keys: SHARED }, { map: this.#difference, keys: PLACED }];
    tie(maps, () => this.#state.current.compare !== null);
    this.#show();
  }

  /** Take the other side in hand. */
  exchange() {
    const { compare, day, known, timeline, base } = this.#state.current;
    const other = this.other.current;
    if (!compare || day === null || !other.timeline) return;
    const wanted = compare.known;
    this.other.update({ day, known, timeline, base, awaited: null, problem: "" });
    this.#state.update({
      day: compare.day, known: other.known, timeline: other.timeline, base: other.base, awaited: null, problem: "", playing: false, moving: false,
      compare: { ...compare, day, known, isFirst: !compare.isFirst },
    });
    if (wanted !== other.known) void this.#knowledge.standpoints.show({ known: wanted });
  }

  /** Leave the comparison; the first side stays. */
  close() {
    if (this.#state.current.compare?.isFirst) this.exchange();
    this.#otherStandpoints.stay();
    this.#state.update({ compare: null });
  }

  /** Ask again for the other side, which did not come. */
  retry() {
    this.#otherStandpoints.retry();
  }

  /** Both sides with their timelines, the first one first; null while they are not there. */
  sides() {
    const { compare, day, timeline } = this.#state.current;
    const other = this.other.current;
    if (!compare || day === null || !timeline || !other.timeline || other.day === null) return null;
    // What was known by another day is on its way.
    if (other.known !== compare.known) return null;
    const [inHand, away] = [{ day, timeline }, { day: other.day, timeline: other.timeline }];
    return compare.isFirst ? { first: away, second: inHand } : { first: inHand, second: away };
  }

  /** What the maps show now, as one canvas. */
  picture() {
    const { compare } = this.#state.current;
    const made = this.#made;
    if (!compare || !made) return this.#view.picture();
    if (compare.view === "difference") return made.difference.picture();
    const views = compare.isFirst ? [made.other, this.#view] : [this.#view, made.other];
    return composed(views, compare.view === "swipe" ? this.share / 100 : 0);
  }

  #show() {
    const { compare, pins, timeline, base, known, ...shared } = this.#state.current;
    if (!compare || !timeline) return;
    const { other } = this;
    if (!other.current.timeline) other.update({ timeline, base, known, pins });
    // A map needs something to begin with.
    if (!this.#difference.current.timeline) this.#difference.update({ timeline });
    other.update({ day: compare.day, ...only(shared, SHARED) });
    this.#difference.update({ day: 0, filters: ONLY_PASSED, ...only(shared, PLACED) });
    const current = other.current;
    if ((current.awaited ?? current).known !== compare.known || !samePins(current.pins, pins)) void this.#otherStandpoints.show({ known: compare.known, pins });
    this.#drawDifference();
    this.#make();
    this.#arrange(compare.isFirst);
  }

  #drawDifference() {
    const sides = this.#state.current.compare?.view === "difference" ? this.sides() : null;
    const how = { filters: this.#state.current.filters, nameOf: (/** @type {string} */ status) => say(`legend.${status}`) };
    if (sides) this.#difference.update({ timeline: passedTimeline(sides.first, sides.second, how) });
  }

  #make() {
    if (this.#made) return;
    const container = /** @type {HTMLElement} */ (this.#view.map.getContainer());
    const beside = (/** @type {string} */ name) => {
      const element = make("div", { class: `map ${name}`, role: "group", "aria-label": say("map.keys"), "data-ref": name });
      container.after(element);
      return element;
    };
    const other = this.#viewOf(beside("otherMap"), this.other);
    const difference = this.#viewOf(beside("differenceMap"), this.#difference);
    this.#made = { other, difference };
    keepInStep([this.#view, other]);
    keepInStep([this.#view, difference]);
    const { bounds } = this.#state.timeline.atlas;
    for (const view of [other, difference]) view.loadGround(bounds).catch(() => {});
  }

  /** @param {boolean} isFirst whether the other side is the first */
  #arrange(isFirst) {
    const [inHand, other] = [this.#view, this.#made?.other].map((view) => view?.map.getContainer());
    inHand?.classList.toggle("is-second", isFirst);
    other?.classList.toggle("is-second", !isFirst);
  }
}

/**
 * Two maps in one picture, as they lie on the page.
 * @param {MapView[]} views the first side first
 * @param {number} share of the second map that is cut off at its left, 0-1
 * @returns {{canvas: HTMLCanvasElement, pixelRatio: number}}
 */
function composed(views, share) {
  const parts = views.map((view) => ({ ...view.picture(), element: view.map.getContainer() }));
  const { pixelRatio } = parts[0];
  const canvas = document.createElement("canvas");
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const right = Math.max(...parts.map(({ element }) => element.offsetLeft + element.offsetWidth));
  const bottom = Math.max(...parts.map(({ element }) => element.offsetTop + element.offsetHeight));
  canvas.width = Math.round(right * pixelRatio);
  canvas.height = Math.round(bottom * pixelRatio);
  parts.forEach(({ canvas: part, element }, number) => {
    const cut = number === 0 ? 0 : Math.round(share * part.width);
    const [left, top] = [element.offsetLeft * pixelRatio, element.offsetTop * pixelRatio];
    if (cut < part.width) context.drawImage(part, cut, 0, part.width - cut, part.height, Math.round(left) + cut, Math.round(top), part.width - cut, part.height);
  });
  if (share > 0) context.fillRect(Math.round(share * canvas.width) - pixelRatio, 0, 2 * pixelRatio, canvas.height);
  return { canvas, pixelRatio };
}

/**
 * @param {Partial<State>} state
 * @param {readonly (keyof State)[]} keys
 * @returns {Partial<State>}
 */
function only(state, keys) {
  return Object.fromEntries(keys.map((key) => [key, state[key]]));
}

/**
 * What one of the maps is told, the others are told too.
 * @param {readonly {map: MapState, keys: readonly (keyof State)[]}[]} maps
 * @param {() => boolean} isWanted
 */
function tie(maps, isWanted) {
  // A map lies at whole pixels, so it reports back another place than it was told by a hair; that is no news.
  let isTelling = false;
  for (const { map, keys } of maps) {
    map.on(keys, (state) => {
      if (isTelling || !isWanted() || state.zoom === null) return;
      isTelling = true;
      for (const other of maps) {
        const shared = keys.filter((key) => other.keys.includes(key));
        if (other.map !== map && other.map.current.timeline) other.map.update(only(state, shared));
      }
      isTelling = false;
    });
  }
}
