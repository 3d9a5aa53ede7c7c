/**
 * Timelines by standpoint. A few of them are kept, so that going back and forth between days of knowledge asks once.
 *
 * @typedef {import("./standpoint.js").Standpoint} Standpoint
 * @typedef {import("./timeline.js").Timeline} Timeline
 */

import { fetchTimeline } from "./api.js";
import { standpointQuery } from "./standpoint.js";
import { decodeTimeline } from "./timeline.js";

/** A large timeline takes tens of megabytes once it is decoded. */
const MOST_KEPT = 6;

export class TimelineStore {
  /** The one that was asked for last stands last. @type {Map<string, Timeline>} */
  #kept = new Map();

  /**
   * @param {Standpoint} standpoint
   * @returns {Timeline | null} null when it would have to be fetched
   */
  kept(standpoint) {
    const key = keyOf(standpoint);
    const timeline = this.#kept.get(key) ?? null;
    if (timeline) this.#keep(key, timeline);
    return timeline;
  }

  /**
   * @param {Standpoint} standpoint
   * @param {AbortSignal} [signal]
   * @returns {Promise<Timeline>}
   * @throws {import("./api.js").FetchFailed}
   * @throws {import("./timeline.js").TimelineBroken}
   */
  async read(standpoint, signal) {
    const timeline = this.kept(standpoint) ?? decodeTimeline(await fetchTimeline(standpoint, signal));
    this.#keep(keyOf(standpoint), timeline);
    return timeline;
  }

  /**
   * @param {string} key
   * @param {Timeline} timeline
   */
  #keep(key, timeline) {
    this.#kept.delete(key);
    this.#kept.set(key, timeline);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) return;
      this.#kept.delete(oldest);
    }
  }
}

/** @param {Standpoint} standpoint */
function keyOf(standpoint) {
  return String(new URLSearchParams(standpointQuery(standpoint)));
}
