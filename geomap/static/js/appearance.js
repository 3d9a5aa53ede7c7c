/**
 * How an answer looks, as plain values: which colours, which pattern. Pure; `marks.js` paints it.
 *
 * @typedef {import("./timeline.js").Timeline} Timeline
 *
 * @typedef {object} Appearance
 * @property {string} key equal for answers that look the same
 * @property {"plain" | "hatch" | "bands" | "passed" | "outline" | "hidden"} pattern plain: held; hatch: contested; bands: disputed; passed: from the second colour to the first; outline: unknown; hidden by the reader
 * @property {string[]} colours of the actors, none for a fight without named parties
 * @property {boolean} uncertain
 * @property {boolean} stale
 */

import { isStale, UNKNOWN } from "./periods.js";

/** @type {Record<import("./timeline.js").Status, Appearance["pattern"]>} */
const PATTERNS = { held: "plain", contested: "hatch", disputed: "bands", unknown: "outline", passed: "passed" };

/**
 * @param {Appearance["pattern"]} pattern
 * @param {string[]} colours
 * @param {{uncertain?: boolean, stale?: boolean}} [doubts]
 * @returns {Appearance}
 */
export function makeAppearance(pattern, colours, { uncertain = false, stale = false } = {}) {
  return { key: [pattern, ...colours, uncertain ? "uncertain" : "", stale ? "stale" : ""].join(" "), pattern, colours, uncertain, stale };
}

/** For so many days a change of hands glows on the map. */
export const FRESH_DAYS = 6;

export const UNKNOWN_APPEARANCE = makeAppearance("outline", []);
export const HIDDEN_APPEARANCE = makeAppearance("hidden", []);

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
 * The appearances of all periods, each made when it is first asked for: fresh ones and, for later days, stale ones.
 * Equal ones are the same object.
 * @param {Pick<Timeline, "periods" | "actors">} timeline
 * @returns {(answer: number, day: number) => Appearance}
 */
export function appearances(timeline) {
  const { periods } = timeline;
  /** By verdict, fresh and stale. @type {Appearance[]} */
  const made = [];
  /** @type {Map<string, Appearance>} */
  const known = new Map();
  return (answer, day) => {
    if (answer === UNKNOWN) return UNKNOWN_APPEARANCE;
    const stale = isStale(periods, answer, day);
    const at = 2 * periods.verdict[answer] + (stale ? 1 : 0);
    if (made[at]) return made[at];
    const look = appearanceOf(timeline, answer, stale);
    made[at] = known.get(look.key) ?? look;
    known.set(look.key, made[at]);
    return made[at];
  };
}
