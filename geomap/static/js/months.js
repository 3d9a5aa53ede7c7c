/** The names of the months: as the page writes them, and as people type them. */

/** The languages whose month names a reader may type. */
const TYPED_LANGUAGES = ["en", "nl", "de", "fr", "tr", "ar", "ar-SY"];

/** As the Kurdish press writes them; browsers know no Kurdish. */
const KURDISH = ["Çile", "Sibat", "Adar", "Nîsan", "Gulan", "Hezîran", "Tîrmeh", "Tebax", "Îlon", "Cotmeh", "Mijdar", "Kanûn"];
/** Other Kurdish names of months, and their numbers. */
const ALSO_KURDISH = /** @type {const} */ ([["Kanûna Paşîn", 1], ["Rêbendan", 1], ["Reşemî", 2], ["Avrêl", 4], ["Pûşper", 6], ["Gelawêj", 8],
  ["Rezber", 9], ["Kewçêr", 10], ["Sermawez", 11], ["Berfanbar", 12], ["Kanûna Pêşîn", 12]]);
/** What a Kurdish month takes on in a date: 17ê Cotmehê, 17ê Cotmeha 2017an. */
const KURDISH_ENDINGS = ["", "ê", "a"];

/** @type {Map<string, Intl.DateTimeFormat>} */
const forms = new Map();
/** @type {Map<string, number> | undefined} */
let typed;

/**
 * @param {"long" | "short"} month
 * @param {readonly string[]} locales best first
 * @returns {string[]} January first
 */
export function monthNames(month, locales) {
  if (locales[0] === "ku") return KURDISH;
  const form = new Intl.DateTimeFormat([...locales], { month, timeZone: "UTC" });
  return KURDISH.map((_, at) => form.format(Date.UTC(2017, at, 1)));
}

/** @type {Record<"long" | "short" | "month", Intl.DateTimeFormatOptions>} */
const STYLES = { long: { day: "numeric", month: "long" }, short: { day: "numeric", month: "short" }, month: { month: "long" } };

/**
 * A day, or only its month, in words.
 * @param {Date} date
 * @param {"long" | "short" | "month"} style
 * @param {readonly string[]} locales best first
 * @returns {string} such as 17 October 2017
 */
export function dayInWords(date, style, locales) {
  if (locales[0] === "ku") return `${style === "month" ? "" : `${date.getUTCDate()} `}${KURDISH[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  const key = `${style} ${locales}`;
  const form = forms.get(key) ?? new Intl.DateTimeFormat([...locales], { ...STYLES[style], year: "numeric", timeZone: "UTC" });
  forms.set(key, form);
  return form.format(date);
}

/**
 * @param {string} text a month as people type it
 * @returns {number | null} 1-12
 */
export function monthOf(text) {
  typed ??= typedNames();
  return typed.get(foldMonth(text)) ?? null;
}

/**
 * Month names and their usual shortenings, folded, to 1-12.
 * @returns {Map<string, number>}
 */
function typedNames() {
  /** @type {Map<string, number>} */
  const names = new Map([["sept", 9], ["mrt", 3], ["maerz", 3]]);
  const add = (/** @type {string} */ name, /** @type {number} */ month) => {
    if (!names.has(foldMonth(name))) names.set(foldMonth(name), month);
  };
  const styles = /** @type {const} */ (["long", "short"]);
  for (const language of TYPED_LANGUAGES) {
    for (const style of styles) monthNames(style, [language]).forEach((name, at) => add(name, at + 1));
  }
  for (const ending of KURDISH_ENDINGS) {
    KURDISH.forEach((name, at) => add(name + ending, at + 1));
    for (const [name, month] of ALSO_KURDISH) add(name + ending, month);
  }
  return names;
}

/** @param {string} text */
function foldMonth(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\./g, "").replace(/\s+/g, " ").trim();
}
