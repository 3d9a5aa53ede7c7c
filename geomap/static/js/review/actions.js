/**
 * What a reviewer does: each asks the server and brings the desk up to date.
 *
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./desk.js").Meaning} Meaning
 * @typedef {import("./desk.js").Statement} Statement
 */

import { Denied, FetchFailed, fetchJson, fetchWithToken, Outrun } from "../api.js";
import { say } from "../say.js";
import { decodeTimeline } from "../timeline.js";
import { nextWaiting } from "./desk.js";

const MOST_REPORTS = 200;

/**
 * @param {Desk} desk
 * @param {string} path
 * @param {{method?: string, body?: unknown, signal?: AbortSignal}} [sent]
 */
function ask(desk, path, sent) {
  return fetchWithToken(desk.current.token, path, sent);
}

/**
 * Do something, and tell what did not work. Whoever was too slow sees what is so now.
 * @param {Desk} desk
 * @param {() => Promise<void>} work
 * @returns {Promise<boolean>} whether it was done
 */
export async function attempt(desk, work) {
  desk.update({ problem: "" });
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof FetchFailed)) throw error;
    if (error instanceof Outrun) await refreshAfter(desk, error);
    else desk.update({ problem: error instanceof Denied ? deniedInWords(desk) : error.message });
    return false;
  }
}

/** @param {Desk} desk */
function deniedInWords({ current }) {
  return say(current.reviewer ? "review.denied" : "review.wrongToken");
}

/**
 * @param {Desk} desk
 * @param {Outrun} error
 */
async function refreshAfter(desk, error) {
  const { number } = desk.current;
  await attempt(desk, () => refresh(desk));
  const decision = desk.proposal?.decision;
  desk.update({ form: null, problem: decision && number !== null ? say("review.outrun", { number, name: decision.by }) : error.message });
}

/**
 * @param {Desk} desk
 * @param {string} token
 */
export function enter(desk, token) {
  return attempt(desk, async () => {
    const reviewer = await fetchWithToken(token, "/api/review");
    desk.update({ token, reviewer });
    await loadQueue(desk);
    const first = desk.current.queue.find(({ waiting }) => waiting > 0);
    if (first) await openReport(desk, first.id);
    else desk.update({ isPasting: true });
  });
}

/** @param {Desk} desk */
export async function loadQueue(desk) {
  const state = desk.current.isAll ? "any" : "waiting";
  const { reports } = await ask(desk, `/api/reports?state=${state}&limit=${MOST_REPORTS}`);
  desk.update({ queue: reports });
}

/**
 * @param {Desk} desk
 * @param {string | null} id null for the proposals that name no report
 * @param {number} [number] of the proposal to look at; else the first that waits
 */
export async function openReport(desk, id, number) {
  const article = await ask(desk, `/api/reports/${encodeURIComponent(id ?? "-")}`);
  const chosen = number ?? nextWaiting(article.proposals, 0)?.number ?? article.proposals[0]?.number ?? null;
  desk.update({ article, number: chosen, form: null, isPasting: false, preview: null });
  await preview(desk);
}

/**
 * Look at another proposal of the open report.
 * @param {Desk} desk
 * @param {number} number
 */
export async function look(desk, number) {
  desk.update({ number, form: null, preview: null });
  await preview(desk);
}

/**
 * What accepting the proposal would change. One that is decided on changes nothing any more.
 * @param {Desk} desk
 * @param {Statement} [correction]
 * @param {AbortSignal} [signal]
 */
export async function preview(desk, correction, signal) {
  const { proposal } = desk;
  if (!proposal || proposal.state !== "proposed") return;
  const { number } = proposal;
  const found = await ask(desk, `/api/proposals/${number}/preview`, { method: "POST", body: correction, signal }).catch((error) => {
    if (!(error instanceof FetchFailed)) throw error;
    return error;
  });
  if (desk.current.number !== number || signal?.aborted) return;
  desk.update(found instanceof FetchFailed ? { preview: null, problem: found.message } : { preview: found, problem: "" });
}

/**
 * @param {Desk} desk
 * @param {{note: string, correction?: Statement, names?: readonly Meaning[]}} decision
 */
export function accept(desk, { note, correction, names = [] }) {
  return decide(desk, "accept", { note }, correction, async () => {
    for (const name of names) await ask(desk, "/api/names", { method: "POST", body: name });
  });
}

/**
 * @param {Desk} desk
 * @param {string} note
 */
export function reject(desk, note) {
  return decide(desk, "reject", { note });
}

/**
 * @param {Desk} desk
 * @param {string} into
 * @param {string} note
 */
export function merge(desk, into, note) {
  return decide(desk, "merge", { into, note });
}

/**
 * Take a decision back: that on the proposal that is looked at, else the last one.
 * @param {Desk} desk
 */
export function undo(desk) {
  const { proposal } = desk;
  const number = proposal && proposal.state !== "proposed" ? proposal.number : desk.current.last;
  if (number === null) return attempt(desk, async () => desk.update({ problem: say("review.nothingToUndo") }));
  return attempt(desk, async () => {
    const query = new URLSearchParams({ note: say("review.undoNote") });
    await ask(desk, `/api/proposals/${number}/undo?${query}`, { method: "POST" });
    const isHere = desk.current.article?.proposals.some((one) => one.number === number);
    await refresh(desk);
    if (isHere) await look(desk, number);
    desk.update({ last: null, message: say("review.undone", { number }) });
  });
}

/** How a decision is told. @type {Record<string, string>} */
const TOLD = { accept: "review.accepted", reject: "review.rejected", merge: "review.merged" };

/**
 * @param {Desk} desk
 * @param {"accept" | "reject" | "merge"} what
 * @param {Record<string, string>} query
 * @param {Statement} [body]
 * @param {() => Promise<void>} [then]
 */
function decide(desk, what, query, body, then) {
  const { proposal } = desk;
  if (!proposal || !desk.mayDecide || proposal.state !== "proposed") return Promise.resolve(false);
  return attempt(desk, async () => {
    await ask(desk, `/api/proposals/${proposal.number}/${what}?${new URLSearchParams(query)}`, { method: "POST", body });
    await then?.();
    desk.update({ last: proposal.number, form: null });
    await refresh(desk);
    await goOn(desk, proposal.number);
    desk.update({ message: say(TOLD[what], { number: proposal.number }) });
  });
}

/**
 * The next proposal that waits, in this report or the next; the last one stays open when there is none.
 * @param {Desk} desk
 * @param {number} after
 */
async function goOn(desk, after) {
  const { article, queue } = desk.current;
  const next = article && nextWaiting(article.proposals, after);
  if (next) return look(desk, next.number);
  const other = queue.find(({ id, waiting }) => waiting > 0 && (id ?? "-") !== article?.id);
  if (other) return openReport(desk, other.id);
  desk.update({ form: null, preview: null });
}

/**
 * Read again what others may have changed.
 * @param {Desk} desk
 */
export async function refresh(desk) {
  const { article } = desk.current;
  const id = article && encodeURIComponent(article.id);
  const [again, timeline] = await Promise.all([id ? ask(desk, `/api/reports/${id}`) : null, fetchJson("/api/timeline"), loadQueue(desk)]);
  desk.update({ article: again, timeline: decodeTimeline(timeline) });
}

/**
 * Events of the atlas that the proposal may tell of once more.
 * @param {Desk} desk
 * @param {number} number
 * @returns {Promise<{id: string, title: string, kind: string, when: string, source: string}[]>}
 */
export async function eventsAlike(desk, number) {
  const { events } = await ask(desk, `/api/proposals/${number}/alike`);
  return events;
}

/**
 * Have a pasted report read, and open it.
 * @param {Desk} desk
 * @param {Record<string, string>} report
 */
export function sendReport(desk, report) {
  return attempt(desk, async () => {
    const { report: id, what, proposed, cited } = await ask(desk, "/api/reports", { method: "POST", body: report });
    await loadQueue(desk);
    await openReport(desk, id);
    desk.update({ message: what === "again" ? say("review.readBefore") : say("review.read", { count: proposed + cited }) });
  });
}
