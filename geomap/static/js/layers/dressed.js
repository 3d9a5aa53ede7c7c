/**
 * The places of a timeline, each in the coat of its look on the day that is shown. Pure.
 *
 * @typedef {import("../appearance.js").Appearance} Appearance
 * @typedef {import("../filters.js").Filters} Filters
 * @typedef {import("../theme.js").Theme} Theme
 * @typedef {import("./coats.js").Coat} Coat
 *
 * @typedef {object} Change of day or of filters
 * @property {number[]} places that look otherwise than before
 * @property {number[]} marked those of them whose marker does: a glow that fades is seen in the cell alone
 * @property {boolean} isOtherCrowd whether answers come or go, so that other places have markers
 */

import { HIDDEN_APPEARANCE } from "../appearance.js";
import { Coats } from "./coats.js";
import { Looks } from "./looks.js";

export class Dressed {
  #looks;
  #theme;
  #ratio = 1;
  #made;
  /** By place. @type {Coat[]} */
  #coats = [];

  /**
   * @param {import("../timeline.js").Timeline} timeline
   * @param {Theme} theme
   */
  constructor(timeline, theme) {
    this.#looks = new Looks(timeline);
    this.#theme = theme;
    this.#made = new Coats(theme, this.#ratio);
    this.renew(theme, this.#ratio);
  }

  /** By place. */
  get looks() {
    return this.#looks.looks;
  }

  /** By place; the list itself changes with the day. */
  get coats() {
    return this.#coats;
  }

  /**
   * Put all in coats of a theme and a pixel ratio, in a list of their own.
   * @param {Theme} theme
   * @param {number} ratio device pixels for one CSS pixel
   */
  renew(theme, ratio) {
    if (theme !== this.#theme || ratio !== this.#ratio) this.#made = new Coats(theme, ratio);
    [this.#theme, this.#ratio] = [theme, ratio];
    this.#coats = this.looks.map((look, place) => this.#made.of(look, this.#looks.glows[place]));
  }

  /**
   * @param {number} day
   * @returns {Change}
   */
  setDay(day) {
    return this.#change(this.#looks.setDay(day));
  }

  /**
   * @param {Filters} filters
   * @param {number} day
   * @returns {Change}
   */
  setFilters(filters, day) {
    return this.#change(this.#looks.setFilters(filters, day));
  }

  /**
   * @param {number[]} places that look otherwise than before
   * @returns {Change}
   */
  #change(places) {
    const { looks, glows } = this.#looks;
    const isHidden = (/** @type {Appearance} */ look) => look === HIDDEN_APPEARANCE;
    const marked = places.filter((place) => this.#coats[place].look !== looks[place]);
    const isOtherCrowd = marked.some((place) => isHidden(this.#coats[place].look) !== isHidden(looks[place]));
    for (const place of places) this.#coats[place] = this.#made.of(looks[place], glows[place]);
    return { places, marked, isOtherCrowd };
  }
}
