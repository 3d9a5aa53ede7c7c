/**
 * Names on the map, in the reader's language: the selected place first, then by population, each only where it covers
 * neither another name nor a marker.
 *
 * @typedef {import("../theme.js").Theme} Theme
 * @typedef {import("./ground.js").CountryLabel} CountryLabel
 * @typedef {import("./mercator.js").Box} Box
 * @typedef {import("./mercator.js").View} View
 * @typedef {import("./places.js").Marker} Marker
 *
 * @typedef {object} Names
 * @property {readonly Marker[]} markers
 * @property {readonly CountryLabel[]} countries
 * @property {string | null} selected
 * @property {(place: import("../timeline.js").Place) => string} nameOf
 */

import { tamed } from "../plain_text.js";
import { overlap, pointIn } from "./mercator.js";

const FAMILY = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Naskh Arabic', sans-serif";
const GAP = 4;
/** A name may cover the marker of a place with this many times fewer people. */
const OUTWEIGHS = 4;
/** Names longer than this are cut on the map; the panel has them whole. */
const MOST_LETTERS = 40;
/** The least population that is named at a zoom; below the list nobody is left out. */
const LEAST_POPULATION = [[4.5, 1_000_000], [5.5, 300_000], [6.2, 60_000], [7, 8_000]];

/**
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {View} view
 * @param {Names} names
 * @param {Theme} theme
 */
export function drawLabels(context, view, { markers, countries, selected, nameOf }, theme) {
  context.textBaseline = "middle";
  context.lineJoin = "round";
  /** @type {Box[]} */
  const taken = [];
  const marked = markers.map(({ x, y, radius, place }) =>
    ({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius, population: place.population }));
  const least = LEAST_POPULATION.find(([zoom]) => view.zoom < zoom)?.[1] ?? 0;
  const wanted = markers.filter(({ place }) => place.population >= least || place.id === selected);
  const urgency = (/** @type {Marker} */ { place }) => (place.id === selected ? Infinity : place.population);
  for (const marker of wanted.sort((one, other) => urgency(other) - urgency(one))) {
    const isSelected = marker.place.id === selected;
    context.font = `${isSelected ? 700 : 500} ${sizeFor(marker.place.population)}px ${FAMILY}`;
    drawBeside(context, { marker, text: tamed(nameOf(marker.place), MOST_LETTERS), taken, marked, inner: view.inner, isSelected }, theme);
  }
  drawCountries(context, { view, countries, taken: [...taken, ...marked] }, theme);
}

/**
 * @param {number} population
 * @returns {number} CSS pixels
 */
function sizeFor(population) {
  if (population >= 500_000) return 14;
  return population >= 80_000 ? 12.5 : 11.5;
}

/**
 * Write a name at the first side of its marker where it fits.
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {{marker: Marker, text: string, taken: Box[], marked: (Box & {population: number})[], inner: Box, isSelected: boolean}} label
 * @param {Theme} theme
 */
function drawBeside(context, { marker: { x, y, radius, place }, text, taken, marked, inner, isSelected }, theme) {
  const width = context.measureText(text).width;
  const high = 8;
  const sides = [
    { left: x + radius + GAP, middle: y },
    { left: x - radius - GAP - width, middle: y },
    { left: x - width / 2, middle: y - radius - high - 1 },
    { left: x - width / 2, middle: y + radius + high + 1 },
  ];
  const boxOf = (/** @type {{left: number, middle: number}} */ { left, middle }) =>
    ({ left: left - 1, top: middle - high, right: left + width + 1, bottom: middle + high });
  // A name of a marker in sight must not be cut by the edge of the map; beyond the edge nobody sees it yet.
  const inSight = within({ left: x, top: y, right: x, bottom: y }, inner);
  const isFree = (/** @type {Box} */ box) => (!inSight || within(box, inner)) && !taken.some((other) => overlap(box, other));
  const free = sides.filter((tried) => isFree(boxOf(tried)));
  const clear = free.find((tried) => !marked.some((other) => overlap(boxOf(tried), other)));
  // Where villages crowd around a city, its name may lie on some of them, but never on another city.
  const weighty = marked.filter(({ population }) => population * OUTWEIGHS >= place.population);
  const side = clear ?? free.find((tried) => !weighty.some((other) => overlap(boxOf(tried), other)))
    // What the reader has asked for is named wherever it stands.
    ?? (isSelected ? free[0] ?? sides[0] : undefined);
  if (!side) return;
  taken.push(boxOf(side));
  write(context, { text, ...side }, { colour: theme.ink, halo: theme.halo });
}

/**
 * @param {Box} box
 * @param {Box} outer
 */
function within(box, outer) {
  return box.left >= outer.left && box.right <= outer.right && box.top >= outer.top && box.bottom <= outer.bottom;
}

/**
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {{view: View, countries: readonly CountryLabel[], taken: Box[]}} ground
 * @param {Theme} theme
 */
function drawCountries(context, { view, countries, taken }, theme) {
  context.font = `600 12px ${FAMILY}`;
  for (const country of countries) {
    const { x, y } = pointIn(view, country);
    // Joined letters have no capitals and no space between them.
    const isJoined = /\p{Script=Arabic}/u.test(country.name);
    const name = tamed(country.name, MOST_LETTERS);
    const text = isJoined ? name : name.toUpperCase();
    const width = context.measureText(text).width * (isJoined ? 1 : 1.25);
    const fits = (country.extent / 360) * view.scale > width * 0.6;
    const box = { left: x - width / 2, top: y - 8, right: x + width / 2, bottom: y + 8 };
    if (!fits || !within(box, view.inner) || taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    context.letterSpacing = isJoined ? "0px" : "2px";
    write(context, { text, left: box.left, middle: y }, { colour: theme.soft, halo: theme.land });
    context.letterSpacing = "0px";
  }
}

/**
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {{text: string, left: number, middle: number}} where
 * @param {{colour: string, halo: string}} colours
 */
function write(context, { text, left, middle }, { colour, halo }) {
  context.textAlign = "left";
  context.strokeStyle = halo;
  context.lineWidth = 3;
  context.strokeText(text, left, middle);
  context.fillStyle = colour;
  context.fillText(text, left, middle);
}
