/** The catalogues of the page, for tests: importing this lets the modules speak English. */

import { readFileSync } from "node:fs";

import { setWords } from "../../geomap/static/js/say.js";

export const LANGUAGES = ["en", "nl", "ar", "ku"];

/**
 * @param {string} language
 * @returns {Record<string, import("../../geomap/static/js/say.js").Text>}
 */
export function textsOf(language) {
  return JSON.parse(readFileSync(new URL(`../../geomap/static/words/${language}.json`, import.meta.url), "utf8"));
}

/** @param {string} language that the modules speak from now on */
export function speak(language) {
  setWords({ language, direction: language === "ar" ? "rtl" : "ltr", texts: textsOf(language) });
}

speak("en");
