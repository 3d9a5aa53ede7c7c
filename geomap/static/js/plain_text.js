/**
 * Texts of the data where no element keeps them apart: painted on a canvas, or spoken in one sentence. Pure.
 *
 * @typedef {import("./say.js").Phrase} Phrase
 */

/** Nobody reads more of one text, and measuring it all would take long. */
const MOST_LETTERS = 600;
/** Controls, among them those that would turn the direction of what stands beside them, and halves of letters. What joins letters stays. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text of the data without what is no text.
 * @param {string} text
 * @param {number} [most] letters; a longer text is cut, with a sign
 */
export function tamed(text, most = MOST_LETTERS) {
  const letters = [...text.replace(/\s+/g, " ").replace(UNSEEN, "")];
  return letters.length <= most ? letters.join("") : `${letters.slice(0, most - 1).join("")}…`;
}

/**
 * A phrase as plain text, each name in it isolated.
 * @param {Phrase} phrase
 */
export function inOneText(phrase) {
  return phrase.map((part) => (typeof part === "string" ? part : `\u2068${tamed(part.name)}\u2069`)).join("");
}
