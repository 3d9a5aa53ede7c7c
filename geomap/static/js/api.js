/** The only module that fetches. Every failure is a `FetchFailed` whose message is meant for the reader. */

/** A document that did not arrive, or not whole. */
export class FetchFailed extends Error {}

/**
 * @param {string} path on this host
 * @returns {Promise<unknown>}
 * @throws {FetchFailed}
 */
export async function fetchJson(path) {
  const response = await fetch(path).catch((cause) => {
    throw new FetchFailed("The server does not answer. Is it still running?", { cause });
  });
  if (!response.ok) throw new FetchFailed(await explanation(response));
  return response.json().catch((cause) => {
    throw new FetchFailed("The answer of the server arrived damaged.", { cause });
  });
}

/** @returns {Promise<unknown>} */
export function fetchTimeline() {
  return fetchJson("/api/timeline");
}

/**
 * What a problem document (RFC 9457) says, or the bare status.
 * @param {Response} response
 * @returns {Promise<string>}
 */
async function explanation(response) {
  const problem = await response.json().catch(() => null);
  const detail = problem && typeof problem.detail === "string" ? ` ${problem.detail}` : "";
  return `The server answered with status ${response.status}.${detail}`;
}
