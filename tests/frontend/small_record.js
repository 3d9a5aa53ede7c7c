/** The record of a town of the small timeline, as the server tells it. */

/** @param {Record<string, unknown>} [changes] */
const stated = (changes) => ({ when: "2017-10-17", earliest: "2017-10-17", latest: "2017-10-17", source: "sohr", report: null, known: "2017-10-17", grade: "B2", summary: "", quote: null, ...changes });
const geometry = { type: "Point", coordinates: [39, 35.95] };
const RAQQA = { id: "geonames:172955", name: "Raqqa", names: {} };

/** @returns {any} a fresh document, so that a test may spoil it */
export function smallRecord() {
  return {
    place: { ...RAQQA, governorate: "Raqqa Governorate", areas: [] },
    periods: [
      { start: "2014-01-13", end: "2017-10-17", evidence: [{ claim: "falls", start: "2014-01-13", end: "2017-10-17" }, { claim: "doubt", start: "2017-10-01", end: "2017-10-17" }] },
      { start: "2017-10-17", end: null, evidence: [{ claim: "freed", start: "2017-10-17", end: null }] },
    ],
    claims: {
      falls: stated({ id: "falls", place: RAQQA.id, effect: "takes", holder: "is", loser: null }),
      doubt: stated({ id: "doubt", place: RAQQA.id, effect: "holds", holder: "sdf", loser: null }),
      freed: stated({ id: "freed", place: RAQQA.id, effect: "takes", holder: "sdf", loser: "is", report: "r1" }),
    },
    events: { matched: 7, told: [stated({ id: "battle", kind: "battle", actors: ["is", "nobody"], title: "Fighting", place: RAQQA, distance_km: 0, geometry })] },
    near_km: 25,
    near: { matched: 0, told: [] },
    figures: [stated({ id: "killed", measure: "killed", unit: "persons", actor: "is", low: 10, value: null, high: 20 })],
    sources: { sohr: { name: "SOHR", kind: "monitor", reliability: "B" } },
    reports: { r1: { title: "Freed", publisher: "SOHR", published: "2017-10-17", language: "en", url: "https://sohr.example/1" } },
  };
}
