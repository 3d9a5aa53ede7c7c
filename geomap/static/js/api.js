/** The only module that fetches. Every failure is a `FetchFailed` whose message is meant for the reader. */

import { isoOf } from "./days.js";
import { beginsSo, eventsIn, isLikely, spotsIn } from "./finding.js";
import { isExplanation } from "./reasons.js";
import { decodeRecord } from "./record.js";
import { pageLanguage, say } from "./say.js";
import { standpointQuery } from "./standpoint.js";

/** @typedef {import("./standpoint.js").Standpoint} Standpoint */

/** A document that did not arrive, or not whole. */
export class FetchFailed extends Error {}

/** The server does not take the question: asking again would not help. */
export class Refused extends FetchFailed {}

/** The token does not count, or does not allow it. */
export class Denied extends FetchFailed {}

/** Somebody else was faster, or what is to be changed is no longer what it was. */
export class Outrun extends FetchFailed {}

const BAD_REQUEST = 400;
/** @type {Readonly<Record<number, typeof FetchFailed>>} */
const REFUSALS = { 400: Refused, 401: Denied, 403: Denied, 409: Outrun, 412: Outrun };

/**
 * @param {string} path on this host
 * @param {AbortSignal} [signal] calls the question off
 * @returns {Promise<unknown>}
 * @throws {FetchFailed} also when it has been called off
 */
export async function fetchJson(path, signal) {
  const response = await fetch(path, { signal }).catch((cause) => {
    throw new FetchFailed(say("problem.noAnswer"), { cause });
  });
  if (response.status === BAD_REQUEST) throw new Refused(await explanation(response));
  if (!response.ok) throw new FetchFailed(await explanation(response));
  return response.json().catch((cause) => {
    throw new FetchFailed(say("problem.damaged"), { cause });
  });
}

/**
 * Ask or tell what needs a token, which goes into its header and nowhere else.
 * @param {string} token
 * @param {string} path on this host
 * @param {{method?: string, body?: unknown, signal?: AbortSignal}} [sent]
 * @returns {Promise<any>}
 * @throws {FetchFailed} a subclass of it where the caller can do something about it
 */
export async function fetchWithToken(token, path, { method = "GET", body, signal } = {}) {
  const headers = new Headers({ Authorization: `Bearer ${token}` });
  if (body !== undefined) headers.set("Content-Type", "application/json");
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const response = await fetch(path, { method, headers, body: sent, signal, cache: "no-store" }).catch((cause) => {
    throw new FetchFailed(say("problem.noAnswer"), { cause });
  });
  if (!response.ok) throw new (REFUSALS[response.status] ?? FetchFailed)(await explanation(response));
  return response.json().catch((cause) => {
    throw new FetchFailed(say("problem.damaged"), { cause });
  });
}

/**
 * @param {Standpoint} standpoint
 * @param {AbortSignal} [signal]
 * @returns {Promise<unknown>}
 * @throws {FetchFailed}
 */
export async function fetchTimeline(standpoint, signal) {
  const query = new URLSearchParams(standpointQuery(standpoint));
  return fetchJson(query.size === 0 ? ownTimeline() : `/api/timeline?${query}`, signal);
}

/** The timeline that the page named when it was made, and which a browser may keep for ever. */
function ownTimeline() {
  return globalThis.document?.querySelector("link[data-ref=timeline]")?.getAttribute("href") ?? "/api/timeline";
}

/**
 * @typedef {object} Difference what passed from party to party between the sides of a comparison, as the server tells it
 * @property {{place: string, km2: number, reasons: string[]}[]} changes
 */

/**
 * @param {{first: import("./comparison.js").Side, second: import("./comparison.js").Side}} sides
 * @param {import("./standpoint.js").Pins} pins
 * @returns {Promise<Difference>}
 * @throws {FetchFailed}
 */
export async function fetchDifference({ first, second }, pins) {
  const query = new URLSearchParams({ from: isoOf(first.day), to: isoOf(second.day), ...standpointQuery({ known: first.known, pins }) });
  if (first.known !== second.known) query.set("to_known", second.known === null ? "default" : isoOf(second.known));
  /** @type {any} */
  const document = await fetchJson(`/api/diff?${query}`);
  if (!Array.isArray(document?.changes)) throw new FetchFailed(say("compare.noDiff"));
  return { changes: document.changes.map((/** @type {any} */ { place_id: place, km2, reasons }) => ({ place, km2, reasons })) };
}

/**
 * Why a place is judged as it is on a day.
 * @param {{place: string, day: number} & Standpoint} asked
 * @returns {Promise<import("./reasons.js").Told & {reports: Record<string, import("./record.js").Report>}>}
 * @throws {FetchFailed}
 */
export async function fetchExplanation({ place, day, ...standpoint }) {
  const query = new URLSearchParams({ place, date: isoOf(day), ...standpointQuery(standpoint) });
  const document = await fetchJson(`/api/explain?${query}`);
  if (!isExplanation(document)) throw new FetchFailed(say("problem.noExplanation"));
  return document;
}

/**
 * All that the atlas has on a place: its periods with their evidence, its events and those near it, its figures.
 * @param {{place: string, day: number} & Standpoint} asked of too many events those nearest to the day come
 * @param {readonly import("./timeline.js").Actor[]} actors of the timeline
 * @returns {Promise<import("./record.js").PlaceRecord>}
 * @throws {FetchFailed}
 */
export async function fetchRecord({ place, day, ...standpoint }, actors) {
  const query = new URLSearchParams({ around: isoOf(day), ...standpointQuery(standpoint) });
  const document = await fetchJson(`/api/places/${encodeURIComponent(place)}/record?${query}`);
  const record = decodeRecord(document, actors);
  if (record === null) throw new FetchFailed(say("problem.noRecord"));
  return record;
}

/**
 * Places of the whole gazetteer: those whose names begin so, else those that are nearly called so.
 * @param {{text: string, language: string, longitude: number, latitude: number}} asked those near the point come first
 * @param {AbortSignal} signal
 * @returns {Promise<import("./finding.js").Spot[]>}
 * @throws {FetchFailed}
 */
export async function fetchSpots({ text, language, longitude, latitude }, signal) {
  const query = new URLSearchParams({ q: text, lang: language, near: `${longitude.toFixed(2)},${latitude.toFixed(2)}`, limit: "8" });
  const beginning = spotsIn(await fetchJson(`/api/gazetteer/suggest?${query}`, signal), beginsSo);
  const spots = beginning?.length === 0 ? spotsIn(await fetchJson(`/api/gazetteer/search?${query}`, signal), isLikely) : beginning;
  if (spots === null) throw new FetchFailed(say("problem.damaged"));
  return spots;
}

/**
 * Events by words of their texts and names.
 * @param {{text: string, day: number} & Standpoint} asked those near the day come first
 * @param {AbortSignal} signal
 * @returns {Promise<import("./finding.js").FoundEvent[]>}
 * @throws {FetchFailed}
 */
export async function fetchEvents({ text, day, ...standpoint }, signal) {
  const query = new URLSearchParams({ q: text, around: isoOf(day), limit: "6", ...standpointQuery(standpoint) });
  const events = eventsIn(await fetchJson(`/api/events/search?${query}`, signal));
  if (events === null) throw new FetchFailed(say("problem.damaged"));
  return events;
}

/**
 * What each actor holds over the days of the slider, on every day on which something changes.
 * @param {{viewStart: number, viewLast: number}} atlas
 * @param {Standpoint} standpoint
 * @returns {Promise<unknown>}
 * @throws {FetchFailed}
 */
export async function fetchSeries({ viewStart, viewLast }, standpoint) {
  const query = new URLSearchParams({ start: isoOf(viewStart), end: isoOf(viewLast + 1), ...standpointQuery(standpoint) });
  return fetchJson(`/api/territory/series?${query}`);
}

/** Refusals that a reader can do something about, by the parameter that was refused. @type {Readonly<Record<string, string>>} */
const OF_PARAMETERS = { revision: "problem.revision", source: "problem.source", reliability: "problem.reliability", dispute_window: "problem.dispute_window", date: "problem.date" };
/** @type {Readonly<Record<number, string>>} */
const OF_STATUS = { 400: "problem.refused", 404: "problem.missing", 429: "problem.later", 500: "problem.broken", 503: "problem.later" };

/**
 * What a problem document (RFC 9457) says, or the bare status. The server tells its details in English; readers of
 * another language are told what there is a text for.
 * @param {Response} response
 * @returns {Promise<string>}
 */
async function explanation(response) {
  const problem = await response.json().catch(() => null);
  const status = say("problem.status", { status: String(response.status) });
  const key = OF_PARAMETERS[problem?.parameter] ?? OF_STATUS[response.status];
  if (pageLanguage() !== "en") return key ? `${say(key)} ${status}` : status;
  return typeof problem?.detail === "string" ? `${status} ${problem.detail}` : status;
}

/**
 * Be told of each new revision of the atlas. A browser connects again by itself when the server was away.
 * @param {number} since the revision that is known already
 * @param {(revision: number) => void} listener
 * @returns {() => void} ends it
 */
export function listenForRevisions(since, listener) {
  const source = new EventSource(`/api/changes/stream?since=${since}`);
  source.addEventListener("revision", ({ data }) => {
    const { revision } = JSON.parse(data);
    if (Number.isInteger(revision)) listener(revision);
  });
  return () => source.close();
}
