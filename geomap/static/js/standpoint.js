/**
 * From where the map is judged, beside the day of knowledge: the revision of the atlas and the settings of the rule.
 *
 * What an address pins stays the text of the address: whether it makes sense is for the server to say. What is not
 * pinned is the server's own, which may change with every edit of the atlas.
 *
 * @typedef {"revision" | "dispute_window" | "reliability" | "source"} Pin
 * @typedef {Readonly<Partial<Record<Pin, string>>>} Pins by the names that the API gives them
 * @typedef {{known: number | null, pins: Pins}} Standpoint
 */

import { isoOf, longDay } from "./days.js";
import { say } from "./say.js";

/** @type {readonly Pin[]} in the order of addresses */
export const PINS = ["revision", "dispute_window", "reliability", "source"];

/**
 * @param {URLSearchParams} fields of an address
 * @returns {Pins}
 */
export function pinsIn(fields) {
  return Object.fromEntries(PINS.flatMap((pin) => {
    const text = fields.get(pin);
    return text === null ? [] : [[pin, text]];
  }));
}

/**
 * All that must be pinned so that an answer of the server can be asked for again.
 * @param {{revision: number, rule: Record<string, any>}} document
 * @returns {Pins}
 */
export function pinsOf({ revision, rule }) {
  return {
    revision: String(revision),
    dispute_window: String(rule.dispute_window_days),
    ...(rule.least_reliability ? { reliability: rule.least_reliability } : {}),
    ...(rule.sources?.length > 0 ? { source: rule.sources.join(",") } : {}),
  };
}

/**
 * @param {Pins} one
 * @param {Pins} other
 */
export function samePins(one, other) {
  return PINS.every((pin) => one[pin] === other[pin]);
}

/** What is known now, by the standard rule. @type {Standpoint} */
export const AS_IT_IS_NOW = { known: null, pins: {} };

/**
 * The parameters with which the server is asked.
 * @param {Standpoint} standpoint
 * @returns {Record<string, string>}
 */
export function standpointQuery({ known, pins }) {
  return { ...(known === null ? {} : { known: isoOf(known) }), ...pins };
}

/**
 * What a reader must be told when the map is not the one that the page shows by itself.
 * @param {Standpoint} shown
 * @param {Pins} own what the page shows by itself
 * @returns {string[]} none when nothing differs
 */
export function standpointInWords({ known, pins }, own) {
  /** @type {Record<Pin, (text: string) => string>} */
  const words = {
    revision: (revision) => say("pinned.revision", { revision, newest: own.revision ?? "?" }),
    dispute_window: (days) => say("pinned.window", { count: Number(days) }),
    reliability: (reliability) => say("pinned.reliability", { reliability }),
    source: (sources) => say("pinned.source", { sources: sources.replaceAll(",", say("list.comma")) }),
  };
  const differing = PINS.flatMap((pin) => {
    const text = pins[pin];
    return text === undefined || text === own[pin] ? [] : [words[pin](text)];
  });
  return [...(known === null ? [] : [say("known.asKnown", { day: longDay(known) })]), ...differing];
}
