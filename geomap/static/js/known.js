/**
 * The second clock: the map as known on a day.
 *
 * @typedef {import("./timeline.js").Timeline} Timeline
 *
 * @typedef {object} AsKnown
 * @property {Timeline} timeline
 * @property {number | null} known the day that the timeline stands for; null: all that is known
 * @property {string} problem why the day that was asked for is not shown; empty when it is
 */

import { fetchTimeline } from "./api.js";
import { longDay, shortDay } from "./days.js";
import { say } from "./say.js";
import { decodeTimeline } from "./timeline.js";
import { parseAddress } from "./url_hash.js";

const ISO_EXAMPLE = "2019-02-16";
const LONGEST_SHOWN = 30;

/**
 * Fetch the timeline that an address asks for. An address that asks for no day, for none of the calendar, or for one on
 * which nothing can have been known, gets all that is known, and a word on why.
 * @param {string} hash of the address
 * @param {number} today
 * @returns {Promise<AsKnown>}
 */
export async function readAsKnown(hash, today) {
  const { known = null, brokenKnown } = parseAddress(hash);
  const timeline = decodeTimeline(await fetchTimeline(known));
  if (brokenKnown !== undefined) return { timeline, known: null, problem: say("known.instead", { problem: say("date.notIso", { text: shortened(brokenKnown), iso: ISO_EXAMPLE }) }) };
  const problem = problemOf(known, timeline.atlas.start, today);
  if (problem === "") return { timeline, known, problem };
  return { timeline: decodeTimeline(await fetchTimeline(null)), known: null, problem: say("known.instead", { problem }) };
}

/**
 * Why a day cannot be a day of knowledge: nothing is known before the atlas begins, or after today.
 * @param {number | null} known
 * @param {number} first day of the atlas
 * @param {number} today
 * @returns {string} one sentence, or nothing
 */
export function problemOf(known, first, today) {
  if (known !== null && known < first) return say("known.tooEarly", { day: longDay(known), first: shortDay(first) });
  if (known !== null && known > today) return say("known.tooLate", { day: longDay(known) });
  return "";
}

/** @param {string} text */
function shortened(text) {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}
