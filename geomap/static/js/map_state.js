/**
 * The one place where the state of a map lives. Views subscribe; they never call each other. Nothing of it is global:
 * a page that compares has two of them side by side.
 *
 * @typedef {import("./timeline.js").Timeline} Timeline
 *
 * @typedef {object} State
 * @property {Timeline | null} timeline what is known of the whole conflict, from the standpoint of `known` and `pins`; null until it is there
 * @property {Timeline | null} base what is known now, with which what was known then is compared; null while `known` is, or until it is there
 * @property {import("./standpoint.js").Standpoint | null} awaited the standpoint whose timeline is on its way, or has not come
 * @property {string} problem why the standpoint that was asked for is not shown; empty when it is
 * @property {number | null} day the day shown, counted from 1970; null until the timeline is there
 * @property {import("./axis.js").Range | null} span what the time axis shows; null: all that the slider covers
 * @property {import("./pace.js").Unit} unit how long a step is
 * @property {number} speed of playing, days a second
 * @property {boolean} isLooping what the axis shows is played over and over
 * @property {import("./scope.js").Scope} scope which changes are stepped through
 * @property {import("./scope.js").Bounds | null} bounds of the part of the map in view
 * @property {number} window the map shows the events of (day - window, day]
 * @property {number | null} known only what was known by this day is shown; null: all that is known
 * @property {import("./standpoint.js").Pins} pins the revision and settings of the rule that the address pins
 * @property {number} longitude of the centre of the map, degrees
 * @property {number} latitude of the centre of the map, degrees
 * @property {number | null} zoom null: fit the atlas
 * @property {string | null} place the id of the place whose panel is open
 * @property {string | null} event the id of the event that is chosen
 * @property {import("./filters.js").Filters} filters what the reader has hidden
 * @property {import("./comparison.js").Comparison | null} compare the side with which the map is compared; null while it is not
 * @property {boolean} playing
 * @property {"loading" | "ready" | "failed"} status
 * @property {boolean} moving true while the day changes continuously (a drag or playing), so slow views may wait
 */

import { DEFAULT_WINDOW } from "./event_window.js";
import { NOTHING_HIDDEN } from "./filters.js";
import { DEFAULT_SPEED } from "./pace.js";
import { ANYWHERE } from "./scope.js";

/** @type {State} */
const INITIAL = {
  timeline: null, base: null, awaited: null, problem: "", day: null, window: DEFAULT_WINDOW, span: null,
  unit: "day", speed: DEFAULT_SPEED, isLooping: false, scope: ANYWHERE,
  known: null, pins: {}, longitude: 0, latitude: 0, zoom: null, bounds: null, place: null, event: null,
  filters: NOTHING_HIDDEN, compare: null, playing: false, status: "loading", moving: false,
};

/**
 * Fires `change` with `detail: {changes, previous}`, only for values that really differ.
 */
export class MapState extends EventTarget {
  /** @type {Readonly<State>} */
  #state = INITIAL;

  /** @returns {Readonly<State>} */
  get current() {
    return this.#state;
  }

  /**
   * The timeline, for what is put together only once there is one. Another standpoint brings another: whoever keeps
   * something that hangs on it listens to "timeline".
   * @returns {Timeline}
   */
  get timeline() {
    const { timeline } = this.#state;
    if (!timeline) throw new Error("There is no timeline yet.");
    return timeline;
  }

  /** @param {Partial<State>} changes */
  update(changes) {
    const previous = this.#state;
    const next = { ...previous, ...changes };
    const keys = /** @type {(keyof State)[]} */ (Object.keys(changes));
    const different = keys.filter((key) => !Object.is(previous[key], next[key]));
    if (different.length === 0) return;
    this.#state = next;
    this.dispatchEvent(new CustomEvent("change", { detail: { keys: new Set(different), previous } }));
  }

  /**
   * Call back when one of these parts of the state changes.
   * @param {readonly (keyof State)[]} keys
   * @param {(state: Readonly<State>, previous: Readonly<State>) => void} listener
   * @returns {() => void} to call when it should no longer be called back
   */
  on(keys, listener) {
    const heard = (/** @type {Event} */ event) => {
      const { keys: changed, previous } = /** @type {CustomEvent<{keys: Set<string>, previous: Readonly<State>}>} */ (event).detail;
      if (keys.some((key) => changed.has(key))) listener(this.#state, previous);
    };
    this.addEventListener("change", heard);
    return () => this.removeEventListener("change", heard);
  }

  /**
   * The same for what need not be there at once: it is called back after the picture of the change has been painted, and
   * once for all changes until then.
   * @param {readonly (keyof State)[]} keys
   * @param {(state: Readonly<State>) => void} listener
   * @returns {() => void} to call when it should no longer be called back
   */
  later(keys, listener) {
    let isDue = false;
    let isOver = false;
    const call = () => {
      isDue = false;
      if (!isOver) listener(this.#state);
    };
    const end = this.on(keys, () => {
      if (isDue) return;
      isDue = true;
      afterPicture(call);
    });
    return () => {
      isOver = true;
      end();
    };
  }
}

/**
 * Call after the next frame has been painted.
 * @param {() => void} call
 */
function afterPicture(call) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    call();
  };
  requestAnimationFrame(() => port2.postMessage(null));
}
