/**
 * How an answer looks, as plain values: which colours, which pattern. Pure; `marks.js` paints it.
 *
 * @typedef {import("./timeline.js").Timeline} Timeline
 *
 * @typedef {object} Appearance
 * @property {string} key equal for answers that look the same
 * @property {"plain" | "hatch" | "bands" | "outline"} pattern plain: held; hatch: contested; bands: disputed; outline: unknown
 * @property {string[]} colours of the actors, none for a fight without named parties
 * @property {boolean} uncertain
 * @property {boolean} stale
 */

import { isStale, UNKNOWN } from "./periods.js";

/** @type {Record<import("./timeline.js").Status, Appearance["pattern"]>} */
const PATTERNS = { held: "plain", contested: "hatch", disputed: "bands", unknown: "outline" };

/**
 * @param {Appearance["pattern"]} pattern
 * @param {string[]} colours
 * @param {{uncertain?: boolean, stale?: boolean}} [doubts]
 * @returns {Appearance}
 */
export function makeAppearance(pattern, colours, { uncertain = false, stale = false } = {}) {
  return { key: [pattern, ...colours, uncertain ? "uncertain" : "", stale ? "stale" : ""].join(" "), pattern, colours, uncertain, stale };
}

export const UNKNOWN_APPEARANCE = makeAppearance("outline", []);

/**
 * @param {Pick<Timeline, "periods" | "actors">} timeline
 * @param {number} answer
 * @param {boolean} stale
 * @returns {Appearance}
 */
export function appearanceOf({ periods, actors }, answer, stale) {
  if (answer === UNKNOWN) return UNKNOWN_APPEARANCE;
  const colours = periods.holders[answer].map((actor) => actors[actor].colour);
  return makeAppearance(PATTERNS[periods.status[answer]], colours, { uncertain: periods.uncertain[answer] === 1, stale });
}

/**
 * The appearances of all periods, made once: fresh ones and, for later days, stale ones. Equal ones are the same object.
 * @param {Pick<Timeline, "periods" | "actors">} timeline
 * @returns {(answer: number, day: number) => Appearance}
 */
export function appearances(timeline) {
  const { periods } = timeline;
  /** @type {Map<string, Appearance>} */
  const known = new Map();
  const shared = (/** @type {number} */ period, /** @type {boolean} */ stale) => {
    const made = appearanceOf(timeline, period, stale);
    if (!known.has(made.key)) known.set(made.key, made);
    return /** @type {Appearance} */ (known.get(made.key));
  };
  const fresh = Array.from({ length: periods.count }, (_, period) => shared(period, false));
  const stale = Array.from({ length: periods.count }, (_, period) => shared(period, true));
  return (answer, day) => {
    if (answer === UNKNOWN) return UNKNOWN_APPEARANCE;
    return isStale(periods, answer, day) ? stale[answer] : fresh[answer];
  };
}
