/**
 * Look-up of the atlas' places by any of their names, however they are spelt. Pure.
 *
 * @typedef {import("./timeline.js").Place} Place
 */

const NO_MATCH = 4;
const ARTICLE = /^(?:al|ar|as|ash|at|ath|ad|adh|an|az|el|ed|er|es|ez)[\s-]+|^ال/u;

/**
 * A name without case, accents, vowel marks, hyphens and a leading article, so that "ar-Raqqah" meets "Raqqa".
 * @param {string} name
 * @returns {string}
 */
export function foldName(name) {
  const bare = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[ʿʾ'’‘`ʻʼ]/g, "").trim();
  return bare
    .replace(ARTICLE, "")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/ة/g, "ه")
    .replace(/ى/g, "ي")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The least length at which consonants alone say enough. */
const LEAST_SKELETON = 3;

/**
 * What the many Latin spellings of an Arabic name agree on: its consonants, each run of one written once.
 * @param {string} folded
 * @returns {string}
 */
export function skeletonOf(folded) {
  return folded.replace(/[aeiou]/g, "").replace(/(.)\1+/gu, "$1");
}

/**
 * @param {readonly Place[]} places
 * @returns {(query: string, limit?: number) => Place[]} best first: the name itself, its beginning, a part of it, its consonants; bigger places first
 */
export function placeSearch(places) {
  const entries = places.map((place) => ({ place, folded: [place.name, ...Object.values(place.names)].map(foldName) }));
  return (query, limit = 12) => {
    const wanted = foldName(query);
    if (wanted === "") return [];
    const ranked = entries.map(({ place, folded }) => ({ place, rank: rankOf(folded, wanted) })).filter(({ rank }) => rank < NO_MATCH);
    ranked.sort((one, other) => one.rank - other.rank || other.place.population - one.place.population);
    return ranked.slice(0, limit).map(({ place }) => place);
  };
}

/**
 * @param {string[]} names
 * @param {string} wanted
 * @returns {number} 0 the name itself, 1 its beginning, 2 a part of it, 3 its consonants, `NO_MATCH` not at all
 */
function rankOf(names, wanted) {
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  if (names.some((name) => name.includes(wanted))) return 2;
  const skeleton = skeletonOf(wanted);
  const agrees = skeleton.length >= LEAST_SKELETON && names.some((name) => skeletonOf(name).startsWith(skeleton));
  return agrees ? 3 : NO_MATCH;
}
