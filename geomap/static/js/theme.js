/**
 * The colours that canvases share with the style sheet: they stand there as custom properties, once for light and once
 * for dark, and are read here.
 *
 * @typedef {object} Theme
 * @property {string} water
 * @property {string} land
 * @property {string} border
 * @property {string} river
 * @property {string} ink for text and for the outline of a marker that is in doubt
 * @property {string} soft for weaker text
 * @property {string} halo around text and markers
 * @property {string} front the line between two holders
 * @property {string} accent the selected place
 * @property {(colour: string) => string} actor the colour of an actor, made to stand out from the land
 */

import { standingOut } from "./colours.js";

/** Markers and cells are big enough to be told from the land at a low contrast; text never takes an actor's colour. */
const LEAST_CONTRAST = 1.9;

const DARK = matchMedia("(prefers-color-scheme: dark)");

/** @returns {Theme} */
export function currentTheme() {
  const style = getComputedStyle(document.documentElement);
  const value = (/** @type {string} */ name) => style.getPropertyValue(`--map-${name}`).trim();
  const land = value("land");
  /** @type {Map<string, string>} */
  const actors = new Map();
  const actor = (/** @type {string} */ colour) => {
    if (!actors.has(colour)) actors.set(colour, standingOut(colour, land, LEAST_CONTRAST));
    return /** @type {string} */ (actors.get(colour));
  };
  return {
    water: value("water"),
    land,
    border: value("border"),
    river: value("river"),
    ink: value("ink"),
    soft: value("soft"),
    halo: value("halo"),
    front: value("front"),
    accent: value("accent"),
    actor,
  };
}

/** @param {() => void} listener */
export function onThemeChange(listener) {
  DARK.addEventListener("change", listener);
}
