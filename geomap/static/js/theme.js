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
 * @property {number} opacity of territory that is held
 * @property {(colour: string) => string} actor the colour of an actor on this map
 * @property {(colour: string) => string} contour of something in such a colour
 */

import { hexOf, mix, rgbOf, standingOut } from "./colours.js";

/**
 * On a dark map dark colours are lightened until they stand out; on a light one all stay as the atlas gives them and
 * contours set the pale ones off. Text never takes an actor's colour.
 */
const LEAST_CONTRAST = 2.6;
/** How far the contour of a colour goes towards black, or on a dark map towards white. */
const CONTOUR = 0.4;

const DARK = matchMedia("(prefers-color-scheme: dark)");
const PAPER = "is-paper";
/** @type {Set<() => void>} */
const listeners = new Set();

/** @returns {Theme} */
export function currentTheme() {
  const style = getComputedStyle(document.documentElement);
  const value = (/** @type {string} */ name) => style.getPropertyValue(`--map-${name}`).trim();
  const land = value("land");
  /** @type {Map<string, string>} */
  const actors = new Map();
  const actor = (/** @type {string} */ colour) => {
    if (!isDark()) return colour;
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
    opacity: Number(value("opacity")),
    actor,
    contour: (colour) => hexOf(mix(rgbOf(colour), isDark() ? [255, 255, 255] : [0, 0, 0], CONTOUR)),
  };
}

/**
 * @param {() => void} listener
 * @returns {() => void} to call when it should no longer be called back
 */
export function onThemeChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Do something while all is painted in the colours of paper: light, whatever the screen has.
 * @template Result
 * @param {() => Result} work
 * @returns {Result}
 */
export function onPaper(work) {
  if (!isDark()) return work();
  document.documentElement.classList.add(PAPER);
  tell();
  try {
    return work();
  } finally {
    document.documentElement.classList.remove(PAPER);
    tell();
  }
}

function isDark() {
  return DARK.matches && !document.documentElement.classList.contains(PAPER);
}

function tell() {
  for (const listener of listeners) listener();
}

DARK.addEventListener("change", tell);
