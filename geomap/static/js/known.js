/**
 * The second clock: the map as known on a day. Pure but for what it reads.
 *
 * @typedef {import("./timeline.js").Timeline} Timeline
 * @typedef {(standpoint: import("./standpoint.js").Standpoint) => Promise<Timeline>} Read
 *
 * @typedef {object} AsKnown
 * @property {Timeline} timeline
 * @property {number | null} known the day that the timeline stands for; null: all that is known
 * @property {import("./standpoint.js").Pins} pins the revision and settings that the timeline stands for
 * @property {string} problem why what was asked for is not shown; empty when it is
 */

import { Refused } from "./api.js";
import { longDay, shortDay } from "./days.js";
import { say } from "./say.js";
import { parseAddress } from "./url_hash.js";

const ISO_EXAMPLE = "2019-02-16";
const LONGEST_SHOWN = 30;

/**
 * Read the timeline that an address asks for. An address that asks for a day of knowledge that is none of the calendar, or
 * on which nothing can have been known, or pins what the server does not have, gets all that is known, and a word on why.
 * @param {string} hash of the address
 * @param {number} today
 * @param {Read} read
 * @returns {Promise<AsKnown>}
 */
export async function readAsKnown(hash, today, read) {
  const { known = null, brokenKnown, pins = {} } = parseAddress(hash);
  if (brokenKnown !== undefined) return readInstead(say("date.notIso", { text: shortened(brokenKnown), iso: ISO_EXAMPLE }), read);
  try {
    const timeline = await read({ known, pins });
    const problem = problemOf(known, timeline.atlas.start, today);
    return problem === "" ? { timeline, known, pins, problem: emptiness(timeline) } : readInstead(problem, read);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return readInstead(error.message, read);
  }
}

/**
 * @param {string} problem one sentence or more
 * @param {Read} read
 * @returns {Promise<AsKnown>} all that is known now
 */
async function readInstead(problem, read) {
  const pins = {};
  return { timeline: await read({ known: null, pins }), known: null, pins, problem: say("known.instead", { problem }) };
}

/**
 * @param {Timeline} timeline
 * @returns {string} why nobody holds anything; nothing when somebody does
 */
function emptiness({ periods }) {
  return periods.count === 0 ? say("problem.noClaims") : "";
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
