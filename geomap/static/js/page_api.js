/**
 * `window.geomap`: the page as seen by tests and by pages that embed it.
 *
 * @typedef {import("./layers/map_view.js").MapView} MapView
 * @typedef {import("./map_state.js").MapState} MapState
 * @typedef {[number, number, number, number]} Rgba
 *
 * @typedef {object} Painted what the canvas really shows for a place
 * @property {number} x of the marker's centre in the map's container, CSS pixels
 * @property {number} y
 * @property {Rgba} rgba read back at the centre
 * @property {Rgba[]} samples the centre and eight points around it inside the marker
 * @property {boolean} covered a later marker lies over the centre
 */

import { isoOf, parseDayWithin } from "./days.js";
import { say } from "./say.js";

export class PageApi {
  #state;
  /** @type {((view: MapView) => void)} */
  #fulfil = () => {};
  /** @type {Promise<MapView>} */
  #ready = new Promise((resolve) => { this.#fulfil = resolve; });
  /** @type {MapView | null} */
  #view = null;

  /** @param {MapState} state */
  constructor(state) {
    this.#state = state;
  }

  /** @param {MapView} view */
  connect(view) {
    this.#view = view;
    this.#fulfil(view);
  }

  /** The state of the page as plain values. */
  get state() {
    const { day, known, longitude, latitude, zoom, place, status, playing } = this.#state.current;
    return { date: day === null ? null : isoOf(day), known: known === null ? null : isoOf(known), centre: { longitude, latitude }, zoom, place, status, playing };
  }

  /**
   * Show a day.
   * @param {string} date such as 2017-10-17
   * @returns {Promise<string>} the ISO day that is painted: this one, or the later wish that overtook it
   */
  async setDate(date) {
    if (this.#state.current.status === "failed") throw new Error(say("problem.noMap"));
    const view = await this.#ready;
    const { start, last } = this.#state.timeline.atlas;
    const day = parseDayWithin(String(date), { first: start, last });
    return new Promise((resolve) => {
      view.addEventListener("painted", (event) => resolve(isoOf(/** @type {CustomEvent<number>} */ (event).detail)), { once: true });
      this.#state.update({ day, playing: false, moving: false });
      view.schedule();
    });
  }

  /**
   * @param {string} placeId
   * @returns {Painted | null} null when the place has no marker in view
   */
  painted(placeId) {
    return this.#view?.readBack(placeId) ?? null;
  }

  /** Milliseconds of work of the latest steps from day to day. */
  timings() {
    return [...(this.#view?.painter.timings.steps ?? [])];
  }

  /** Milliseconds from each of the latest moves of the map until all was painted again. */
  moveTimings() {
    return [...(this.#view?.painter.timings.views ?? [])];
  }
}
