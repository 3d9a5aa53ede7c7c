/**
 * The texts of the page in the reader's language, as the server wrote them into the page.
 *
 * A text names what it needs in braces. What is filled in is never read as a text itself, so a name may hold whatever it
 * likes. A text that tells a number has one form for each plural of its language and chooses by `{count}`.
 *
 * @typedef {string | {[plural: string]: string}} Text
 * @typedef {"ltr" | "rtl"} Direction
 * @typedef {{language: string, direction: Direction, texts: Record<string, Text>}} Catalogue
 * @typedef {(string | {name: string})[]} Phrase plain words, and names that are to be isolated
 */

/**
 * How each language writes days and numbers: days of the Gregorian calendar, and the digits of the date field and of
 * grades. The atlases of geomap lie where the Levantine names of the months are used. Browsers that do not know Kurdish
 * write its numbers as Turkish does, which is the same.
 * @type {Record<string, string[]>}
 */
const LOCALES = { en: ["en-GB"], nl: ["nl-NL"], ar: ["ar-SY-u-ca-gregory-nu-latn"], ku: ["ku", "tr"] };
/** Around a name in plain text these keep its direction to itself, as a bdi element does among elements. */
const ISOLATE = { words: "\u2068", digits: "\u2066", end: "\u2069" };

/** @type {Catalogue | null} */
let current = null;
/** @type {Map<string, Intl.NumberFormat>} */
const numberForms = new Map();
/** @type {Map<string, Intl.PluralRules>} */
const pluralForms = new Map();

/** @param {Catalogue} catalogue whose texts are said from now on */
export function setWords(catalogue) {
  current = catalogue;
}

/** @returns {Catalogue} */
function catalogue() {
  if (!current) throw new Error("No catalogue of texts has been set yet; say nothing while modules load.");
  return current;
}

/** @returns {string} such as nl */
export function pageLanguage() {
  return catalogue().language;
}

export function isRightToLeft() {
  return catalogue().direction === "rtl";
}

/** @returns {string[]} for Intl, best first */
export function pageLocales() {
  return LOCALES[pageLanguage()] ?? LOCALES.en;
}

/**
 * A number as the reader's language writes it.
 * @param {number} number
 * @param {Intl.NumberFormatOptions} [options]
 * @returns {string}
 */
export function written(number, options = {}) {
  const key = `${pageLanguage()} ${JSON.stringify(options)}`;
  const form = numberForms.get(key) ?? new Intl.NumberFormat(pageLocales(), options);
  numberForms.set(key, form);
  const text = form.format(number);
  // A word such as "thousand" gives a number a direction, which on a canvas nothing else does.
  return /\p{L}/u.test(text) ? plain(text) : text;
}

/**
 * A text as plain words, for attributes and for elements that hold nothing else.
 * @param {string} key such as legend.contested
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function say(key, values = {}) {
  return filled(key, values).map((part) => (typeof part === "string" ? part : plain(part.value))).join("");
}

/**
 * A text with names in it, each to be isolated by an element of its own.
 * @param {string} key such as answer.held
 * @param {Record<string, string | number | {name: string} | Phrase>} values
 * @returns {Phrase}
 */
export function phrase(key, values) {
  return filled(key, values).flatMap((part) => {
    if (typeof part === "string") return [part];
    const { value } = part;
    return typeof value === "object" ? value : plain(value);
  });
}

/**
 * Whether there is a text of that name.
 * @param {string} key
 */
export function canSay(key) {
  return Object.hasOwn(catalogue().texts, key);
}

/**
 * @template Value
 * @param {string} key
 * @param {Record<string, Value>} values
 * @returns {(string | {value: Value})[]} words, and what is filled in between them
 */
function filled(key, values) {
  const text = form(key, values.count);
  return text.split(/(\{\w+\})/).filter(Boolean).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined || !Object.hasOwn(values, name)) return part;
    return { value: values[name] };
  });
}

/**
 * @param {string} key
 * @param {unknown} count
 * @returns {string} the key itself when there is no such text
 */
function form(key, count) {
  const { language, texts } = catalogue();
  const text = Object.hasOwn(texts, key) ? texts[key] : key;
  if (typeof text === "string") return text;
  const rules = pluralForms.get(language) ?? new Intl.PluralRules(pageLocales());
  pluralForms.set(language, rules);
  return text[rules.select(Number(count))] ?? text.other;
}

/**
 * Only where lines run from right to left can a name turn the words around it.
 * @param {string | number} value
 */
function plain(value) {
  if (typeof value === "number") return written(value);
  if (!isRightToLeft()) return value;
  // Digits and hyphens alone, such as 2017-10, would be turned around.
  return `${/\p{L}/u.test(value) ? ISOLATE.words : ISOLATE.digits}${value}${ISOLATE.end}`;
}
