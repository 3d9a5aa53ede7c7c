/** A timeline of three places, small enough to know by heart. Days count from 2014-01-01. */

/** @returns {any} a fresh document, so that a test may spoil it */
export function smallTimeline() {
  return {
    atlas: { id: "small", title: "Small", description: "", start: "2011-01-01", end: "2020-01-01", view_start: "2014-01-01", view_end: "2020-01-01", bounds: [38, 34, 42, 37], countries: ["SY"], licence: "" },
    revision: 1,
    known: null,
    rule: { name: "rule-1", dispute_window_days: 14, staleness_days: 365, reach_km: 30 },
    epoch: "2014-01-01",
    attribution: [],
    actors: [
      { id: "is", name: "Islamic State", names: { nl: "Islamitische Staat" }, kind: "armed_group", colour: "#222222" },
      { id: "sdf", name: "Syrian Democratic Forces", names: {}, kind: "alliance", colour: "#ee9400" },
    ],
    sources: [{ id: "sohr", name: "SOHR", kind: "monitor", reliability: "B" }],
    places: {
      id: ["geonames:172955", "geomap:al-baghuz", "geomap:nowhere"],
      name: ["Raqqa", "Al-Baghuz", "Nowhere"],
      names: [{ ar: "الرقة", nl: "Rakka" }, { ar: "الباغوز" }, {}],
      longitude: [39, 40.9, 41],
      latitude: [35.95, 34.4, 36],
      kind: ["city", "village", "village"],
      country: ["SY", "SY", "SY"],
      population: [531952, 0, 0],
      area_km2: [700, 50, 0],
    },
    // Raqqa: IS [12, 100), IS with other evidence [100, 1385), SDF from 1385. Al-Baghuz: IS [0, 1872), a gap, disputed [1880, 1890).
    verdicts: {
      status: ["held", "held", "held", "disputed"],
      holders: [[0], [0], [1], [0, 1]],
      opposed: [0, 0, 0, 0],
      uncertain: [0, 1, 0, 0],
      candidates: [[], [1], [], []],
    },
    periods: { gap: [12, 0, 0, 0, 8], days: [88, 1285, -1, 1872, 10], verdict: [0, 1, 2, 0, 3] },
    period_counts: [3, 2, 0],
    stale: { period: [2, 0], start: [1750, 1900], days: [50, -1] },
    event_codes: { kind: ["battle"], parties: [[0, 1]], grade: ["B2"] },
    // A battle at Raqqa from 6 June to 17 October 2017.
    events: { id: ["battle-of-raqqa"], kind: [0], place: [0], earliest: [1252], days: [133], known: [0], parties: [0], source: [0], grade: [0] },
    arcs: { cell: [], beside: [], points: [] },
    points: { x: [], y: [] },
    units_a_degree: 10000,
  };
}
