/** Why Raqqa of the small timeline is judged as it is, as the server tells it. */

/** @param {Record<string, unknown>} changes */
const claim = (changes) => ({
  id: "claim",
  source: "SOHR", source_id: "sohr", grade: "B2", effect: "takes", holder: "sdf", loser: null, when: "2017-10-17", known: "2017-10-18", earliest: "2017-10-17", settled: "2017-10-20",
  place_id: "geonames:172955", place: "Raqqa", weight: 0.64, weights: { reliability: 0.8, credibility: 0.8 }, fate: "counted", step: 4, by: null, days: null, counts_for: ["sdf"], report: null, summary: "", quote: "", ...changes,
});

/**
 * @param {Record<string, unknown>} [changes]
 * @returns {any} a fresh document, so that a test may spoil it
 */
export function smallExplanation(changes = {}) {
  return {
    date: "2017-10-17",
    known: null,
    place: { id: "geonames:172955", name: "Raqqa" },
    verdict: { status: "held", holders: ["sdf"], opposed: false, uncertain: false, candidates: [] },
    rule: { majority: "2/3", dispute_window_days: 14, least_reliability: null, sources: [] },
    shares: [{ actor: "sdf", weight: 0.64, share: 1 }],
    freshness: { age_days: 12, limit_days: 730, standing: false, stale: false },
    claims: [claim({ id: "freed" }), claim({ id: "old", holder: "is", fate: "made_history", by: "freed" })],
    reports: {},
    ...changes,
  };
}

export { claim as smallConsidered };
