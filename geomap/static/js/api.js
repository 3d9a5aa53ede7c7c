/** The only module that fetches. Every failure is a `FetchFailed` whose message is meant for the reader. */

import { isoOf } from "./days.js";
import { say } from "./say.js";

/** A document that did not arrive, or not whole. */
export class FetchFailed extends Error {}

/**
 * @param {string} path on this host
 * @returns {Promise<unknown>}
 * @throws {FetchFailed}
 */
export async function fetchJson(path) {
  const response = await fetch(path).catch((cause) => {
    throw new FetchFailed(say("problem.noAnswer"), { cause });
  });
  if (!response.ok) throw new FetchFailed(await explanation(response));
  return response.json().catch((cause) => {
    throw new FetchFailed(say("problem.damaged"), { cause });
  });
}

/**
 * @param {number | null} known only what was known by that day; null: all that is known
 * @returns {Promise<unknown>}
 * @throws {FetchFailed}
 */
export async function fetchTimeline(known) {
  if (known === null) return fetchJson("/api/timeline");
  // The page asked early for the timeline of all that is known. Nothing reads it here, but it has to be taken up, or
  // the browser warns that it was asked for in vain.
  fetch("/api/timeline").then((response) => response.body?.cancel(), () => {});
  return fetchJson(`/api/timeline?known=${isoOf(known)}`);
}

/**
 * Why a place is judged as it is on a day.
 * @param {{place: string, day: number, known: number | null}} asked
 * @returns {Promise<any>} a document with `summary` and `claims`
 * @throws {FetchFailed}
 */
export async function fetchExplanation({ place, day, known }) {
  const query = new URLSearchParams({ place, date: isoOf(day), ...(known === null ? {} : { known: isoOf(known) }) });
  /** @type {any} */
  const document = await fetchJson(`/api/explain?${query}`);
  if (!Array.isArray(document?.summary) || !Array.isArray(document.claims) || typeof document.place?.id !== "string") throw new FetchFailed(say("problem.noExplanation"));
  return document;
}

/**
 * What each actor holds over the days of the slider, on every day on which something changes.
 * @param {{viewStart: number, viewLast: number}} atlas
 * @param {number | null} known
 * @returns {Promise<unknown>}
 * @throws {FetchFailed}
 */
export async function fetchSeries({ viewStart, viewLast }, known) {
  const query = new URLSearchParams({ start: isoOf(viewStart), end: isoOf(viewLast + 1), ...(known === null ? {} : { known: isoOf(known) }) });
  return fetchJson(`/api/territory/series?${query}`);
}

/**
 * What a problem document (RFC 9457) says, or the bare status.
 * @param {Response} response
 * @returns {Promise<string>}
 */
async function explanation(response) {
  const problem = await response.json().catch(() => null);
  const detail = problem && typeof problem.detail === "string" ? ` ${problem.detail}` : "";
  return `${say("problem.status", { status: String(response.status) })}${detail}`;
}
