/**
 * Look-up of the atlas' places by any of their names, however they are spelt. Pure.
 *
 * @typedef {import("./timeline.js").Place} Place
 */

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

/**
 * @param {readonly Place[]} places
 * @returns {(query: string, limit?: number) => Place[]} best first: a name that starts with the query, then one that holds it; bigger places first
 */
export function placeSearch(places) {
  const entries = places.map((place) => ({ place, folded: [place.name, ...Object.values(place.names)].map(foldName) }));
  return (query, limit = 12) => {
    const wanted = foldName(query);
    if (wanted === "") return [];
    const ranked = entries.map(({ place, folded }) => ({ place, rank: rankOf(folded, wanted) })).filter(({ rank }) => rank < 3);
    ranked.sort((one, other) => one.rank - other.rank || other.place.population - one.place.population);
    return ranked.slice(0, limit).map(({ place }) => place);
  };
}

/**
 * @param {string[]} names
 * @param {string} wanted
 * @returns {number} 0 the name itself, 1 its beginning, 2 a part of it, 3 not at all
 */
function rankOf(names, wanted) {
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  return names.some((name) => name.includes(wanted)) ? 2 : 3;
}
