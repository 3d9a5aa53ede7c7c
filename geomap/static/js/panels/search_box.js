/**
 * The search box: places of the atlas at once, then places of the whole gazetteer and events, as the server finds them. One
 * combobox with a list in groups, as the ARIA authoring practices describe it: the focus stays in the field.
 *
 * @typedef {import("../finding.js").FoundEvent} FoundEvent
 * @typedef {import("../finding.js").Spot} Spot
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {import("../timeline.js").Place} Place
 *
 * @typedef {object} Choose
 * @property {(place: Place) => void} place
 * @property {(spot: Spot) => void} spot a place that the atlas lacks
 * @property {(event: FoundEvent) => void} event
 *
 * @typedef {{spots: Spot[], events: FoundEvent[], problem: string, isWaiting: boolean}} Told what the server has said so far
 */

import { FetchFailed, fetchEvents, fetchSpots } from "../api.js";
import { named } from "../elements.js";
import { merged } from "../finding.js";
import { say } from "../say.js";
import { placeSearch } from "../search.js";
import { OptionList } from "./option_list.js";
import { eventOption, placeOption, spotOption } from "./search_options.js";

/** How long a reader must rest until the server is asked, in milliseconds. */
const REST = 250;
const MOST_PLACES = 7;
const MOST_SPOTS = 4;
/** @type {Told} */
const NOTHING = { spots: [], events: [], problem: "", isWaiting: false };

/**
 * @param {MapState} state
 * @param {string} language
 * @param {Choose} choose
 */
export function connectSearchBox(state, language, choose) {
  const box = new SearchBox(state, language, choose);
  const field = /** @type {HTMLInputElement} */ (named("searchField"));
  field.addEventListener("input", () => box.update());
  field.addEventListener("keydown", (event) => event.key === "Escape" && box.clear());
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    box.choose();
  });
  state.on(["timeline"], () => box.follow());
  field.disabled = false;
}

class SearchBox {
  #state;
  #language;
  #choose;
  #field = /** @type {HTMLInputElement} */ (named("searchField"));
  #status = named("searchStatus");
  #list = new OptionList(this.#field, named("searchResults"));
  #find;
  #asked = new AbortController();
  #timer = 0;

  /**
   * @param {MapState} state
   * @param {string} language
   * @param {Choose} choose
   */
  constructor(state, language, choose) {
    this.#state = state;
    this.#language = language;
    this.#choose = choose;
    this.#find = placeSearch(state.timeline.places);
  }

  /** Another timeline has other names. */
  follow() {
    this.#find = placeSearch(this.#state.timeline.places);
    if (this.#field.value !== "") this.update();
  }

  choose() {
    this.#list.choose();
  }

  clear() {
    this.#field.value = "";
    this.update();
  }

  /** Show what the names of the timeline tell at once, and ask the server when the reader rests. */
  update() {
    this.#asked.abort();
    window.clearTimeout(this.#timer);
    const isAsked = this.#field.value.trim() !== "";
    this.#show({ ...NOTHING, isWaiting: isAsked });
    if (isAsked) this.#timer = window.setTimeout(() => void this.#ask(), REST);
  }

  async #ask() {
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const told = await askServer(this.#state, { text: this.#field.value.trim(), language: this.#language }, signal);
    if (!signal.aborted) this.#show(told);
  }

  /** @param {Told} told */
  #show(told) {
    const text = this.#field.value;
    const { places, elsewhere } = merged(this.#find(text), told.spots, this.#state.timeline);
    this.#list.show([
      { name: say("search.places"), options: places.slice(0, MOST_PLACES).map((place) => placeOption(place, this.#language, this.#picks(() => this.#choose.place(place)))) },
      { name: say("search.elsewhere"), options: elsewhere.slice(0, MOST_SPOTS).map((spot) => spotOption(spot, this.#picks(() => this.#choose.spot(spot)))) },
      { name: say("search.events"), options: told.events.map((event) => eventOption(event, this.#language, this.#picks(() => this.#choose.event(event)))) },
    ]);
    this.#status.textContent = text.trim() === "" ? "" : statusInWords(this.#list.count, told);
  }

  /** @param {() => void} act */
  #picks(act) {
    return () => {
      this.clear();
      act();
    };
  }
}

/**
 * Both questions at once; one that fails leaves the other its answer.
 * @param {MapState} state
 * @param {{text: string, language: string}} asked
 * @param {AbortSignal} signal
 * @returns {Promise<Told>}
 */
async function askServer({ current }, { text, language }, signal) {
  const { longitude, latitude, day, known, pins } = current;
  const [spots, events] = await Promise.allSettled([
    fetchSpots({ text, language, longitude, latitude }, signal),
    fetchEvents({ text, day: day ?? 0, known, pins }, signal),
  ]);
  const failed = [spots, events].flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  for (const reason of failed) if (!(reason instanceof FetchFailed)) throw reason;
  return {
    spots: spots.status === "fulfilled" ? spots.value : [],
    events: events.status === "fulfilled" ? events.value : [],
    problem: failed[0]?.message ?? "",
    isWaiting: false,
  };
}

/**
 * @param {number} count
 * @param {Told} told
 */
function statusInWords(count, { problem, isWaiting }) {
  const found = count === 0 ? say(isWaiting ? "search.waiting" : "search.none") : say("search.count", { count });
  return problem === "" ? found : `${found} ${say("search.partly", { problem })}`;
}
