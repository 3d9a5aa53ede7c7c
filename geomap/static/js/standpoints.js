/**
 * Takes a map from one standpoint to another: from what is known now to what was known on a day, and back. Only the
 * timeline is exchanged; day, place and map stay, and so does the picture until the new one is there.
 *
 * @typedef {import("./map_state.js").MapState} MapState
 * @typedef {import("./standpoint.js").Standpoint} Standpoint
 * @typedef {import("./timeline_store.js").TimelineStore} TimelineStore
 */

import { FetchFailed, Refused } from "./api.js";
import { clampDay } from "./days.js";
import { problemOf, readAsKnown } from "./known.js";
import { AS_IT_IS_NOW, samePins } from "./standpoint.js";
import { TimelineBroken } from "./timeline.js";
import { parseAddress } from "./url_hash.js";

/** How long a wish must stand before the server is asked, in milliseconds: longer than from one step of a handle to the next. */
const REST = 220;

export class Standpoints {
  #state;
  #store;
  #today;
  #asked = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {MapState} state
   * @param {{store: TimelineStore, today: () => number}} knowledge
   */
  constructor(state, { store, today }) {
    this.#state = state;
    this.#store = store;
    this.#today = today;
  }

  /**
   * Show the first map, as an address asks for it.
   * @param {string} hash
   * @throws {FetchFailed}
   * @throws {TimelineBroken}
   */
  async begin(hash) {
    const { known, pins } = parseAddress(hash);
    // The page has asked early for what is known now. When something else is shown first, it is compared with that.
    if (known !== undefined || pins !== undefined) void this.#store.read(AS_IT_IS_NOW).catch(unlessBroken);
    this.#state.update(await readAsKnown(hash, this.#today(), (standpoint) => this.#store.read(standpoint)));
    void this.compare();
  }

  /**
   * Show the map as an address asks for it. What makes no sense is told, and all that is known shown instead.
   * @param {string} hash
   */
  async follow(hash) {
    const { known = null, pins = {} } = parseAddress(hash);
    this.#state.update({ awaited: { known, pins } });
    await this.#bring((signal) => readAsKnown(hash, this.#today(), (standpoint) => this.#store.read(standpoint, signal)));
  }

  /**
   * Show the map from another standpoint as soon as its timeline is there.
   * @param {Partial<Standpoint>} wish what is left out stays
   */
  async show(wish) {
    const standpoint = this.#merged(wish);
    const problem = problemOf(standpoint.known, this.#state.timeline.atlas.start, this.#today());
    if (problem !== "") return this.#stay(problem);
    this.#state.update({ awaited: standpoint });
    await this.#bring(async (signal) => ({ ...standpoint, timeline: await this.#store.read(standpoint, signal), problem: "" }));
  }

  /**
   * The same for a handle that moves: what is at hand is shown at once, the server is asked when the handle rests.
   * @param {Partial<Standpoint>} wish
   */
  wish(wish) {
    const standpoint = this.#merged(wish);
    clearTimeout(this.#timer);
    if (this.#store.kept(standpoint)) return void this.show(standpoint);
    this.#asked.abort();
    this.#state.update({ awaited: standpoint, problem: "" });
    this.#timer = setTimeout(() => void this.show(standpoint), REST);
  }

  /** Find what is known now beside what was known then, for comparison. Where it does not come, the map does without it. */
  async compare() {
    const { known, pins } = this.#state.current;
    const base = known === null ? null : await this.#store.read({ known: null, pins }).catch(unlessBroken);
    const now = this.#state.current;
    if ((known === null) === (now.known === null) && samePins(pins, now.pins)) this.#state.update({ base });
  }

  /** Ask again for what did not come. */
  retry() {
    const { awaited } = this.#state.current;
    if (awaited) void this.show(awaited);
  }

  /** Leave what was asked for and stay with what is shown. */
  stay() {
    this.#stay("");
  }

  /** @param {string} problem */
  #stay(problem) {
    clearTimeout(this.#timer);
    this.#asked.abort();
    this.#state.update({ awaited: null, problem });
  }

  /**
   * @param {Partial<Standpoint>} wish
   * @returns {Standpoint} what is wished or, failing that, awaited or shown
   */
  #merged(wish) {
    const { known, pins, awaited } = this.#state.current;
    return { known, pins, ...awaited, ...wish };
  }

  /**
   * Only the latest question is answered; a question that a later one overtakes is called off.
   * @param {(signal: AbortSignal) => Promise<import("./known.js").AsKnown>} ask
   */
  async #bring(ask) {
    clearTimeout(this.#timer);
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    this.#state.update({ problem: "" });
    try {
      const answer = await ask(signal);
      if (!signal.aborted) this.#take(answer);
    } catch (error) {
      unlessBroken(error);
      if (signal.aborted) return;
      // What the server refuses it would refuse again; anything else can be tried once more.
      this.#state.update({ problem: /** @type {Error} */ (error).message, ...(error instanceof Refused ? { awaited: null } : {}) });
    }
  }

  /** @param {import("./known.js").AsKnown} answer */
  #take({ timeline, known, pins, problem }) {
    const { day, place, pins: before } = this.#state.current;
    const { atlas, placeIndex } = timeline;
    this.#state.update({
      timeline, known, problem, awaited: null,
      pins: samePins(pins, before) ? before : pins,
      day: day === null ? null : clampDay(day, atlas.start, atlas.last),
      place: place !== null && placeIndex.has(place) ? place : null,
    });
    void this.compare();
  }
}

/**
 * Of what is caught, only a timeline that did not come or is broken is expected.
 * @param {unknown} error
 * @returns {null}
 */
function unlessBroken(error) {
  if (error instanceof FetchFailed || error instanceof TimelineBroken) return null;
  throw error;
}
