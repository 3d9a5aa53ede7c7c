/**
 * Keeps the address of the browser and the state the same. Small steps in a row become one entry of the history, a map
 * that is moved none.
 *
 * @typedef {import("./map_state.js").MapState} MapState
 */

import { fitting, wholeRange } from "./axis.js";
import { sidesOf } from "./comparison.js";
import { clampDay } from "./days.js";
import { DEFAULT_WINDOW } from "./event_window.js";
import { formatHidden, NOTHING_HIDDEN } from "./filters.js";
import { DEFAULT_SPEED, UNITS } from "./pace.js";
import { ANYWHERE } from "./scope.js";
import { PINS, samePins } from "./standpoint.js";
import { daysInAddress, formatAddress, parseAddress, viewIn } from "./url_hash.js";

/** The parts of the state that the address keeps, and those that it waits for. */
const WRITTEN = /** @type {const} */ ([
  "day", "place", "event", "longitude", "latitude", "zoom", "filters", "known", "pins", "compare", "span", "window", "unit", "speed", "isLooping", "scope", "awaited", "moving",
]);
/** How long the state must rest before it is written, in milliseconds. Some browsers refuse more than 100 writes in 30 s. */
const REST = 350;

/**
 * Put the state where the address says; what the address leaves out stays.
 * @param {MapState} state
 */
export function readAddress(state) {
  const { atlas } = state.timeline;
  const { longitude, latitude, zoom, span, ...address } = parseAddress(location.hash);
  const day = clampDay(address.day ?? state.current.day ?? atlas.viewStart, atlas.start, atlas.last);
  state.update({
    ...(zoom === undefined ? {} : { longitude, latitude, zoom }),
    day,
    compare: comparisonIn(address, day, atlas),
    ...choiceIn(address, state.timeline),
    filters: filtersIn(address, state.current.filters),
    span: span ? fitting(span, wholeRange(atlas)) : null,
    ...paceIn(address),
    playing: false,
    moving: false,
  });
}

/**
 * @param {import("./url_hash.js").Address} address
 * @param {import("./timeline.js").Timeline} timeline
 */
function choiceIn({ place = "", event = "" }, { placeIndex, events }) {
  return { place: placeIndex.has(place) ? place : null, event: events.id.includes(event) ? event : null };
}

/**
 * Filters that say the same are left as they are, or all would be painted anew.
 * @param {import("./url_hash.js").Address} address
 * @param {import("./filters.js").Filters} shown
 */
function filtersIn({ filters = NOTHING_HIDDEN }, shown) {
  return formatHidden(filters) === formatHidden(shown) ? shown : filters;
}

/**
 * How an address steps and plays; what it leaves out is as the page does it by itself.
 * @param {import("./url_hash.js").Address} address
 */
function paceIn({ window = DEFAULT_WINDOW, unit = UNITS[0], speed = DEFAULT_SPEED, isLooping = false, scope = ANYWHERE }) {
  return { window, unit, speed, isLooping, scope };
}

/**
 * @param {import("./url_hash.js").Address} address
 * @param {number} day of the first side
 * @param {import("./timeline.js").Atlas} atlas
 * @returns {import("./comparison.js").Comparison | null}
 */
function comparisonIn({ compare }, day, { start, last }) {
  return compare ? { ...compare, day: clampDay(compare.day ?? day, start, last), isFirst: false } : null;
}

/**
 * @param {MapState} state
 * @returns {string | null} with the leading #; null before there is a day and a map
 */
export function addressOf({ current }) {
  const { day, zoom, compare } = current;
  if (day === null || zoom === null) return null;
  // What is on its way belongs to the view: whoever follows the address asks for it again.
  const { known, pins } = current.awaited ?? current;
  return `#${formatAddress({ ...viewIn(current), pins, ...daysInAddress({ day, known, compare }) })}`;
}

/**
 * Show the same view in another language.
 * @param {MapState} state
 * @param {string} language such as nl
 */
export function openInLanguage(state, language) {
  const address = new URL(location.href);
  address.searchParams.set("lang", language);
  address.hash = addressOf(state) ?? location.hash;
  location.assign(address);
}

/**
 * @param {MapState} state
 * @param {import("./standpoints.js").Standpoints} standpoints
 */
export function connectAddressBar(state, standpoints) {
  let timer = 0;
  let written = marksOf(state);
  const write = () => {
    window.clearTimeout(timer);
    const hash = addressOf(state);
    if (state.current.moving || hash === null || hash === location.hash) return;
    const marks = marksOf(state);
    history[marks === written ? "replaceState" : "pushState"](null, "", hash);
    written = marks;
  };
  state.on(WRITTEN, () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(write, REST);
  });
  // Whoever leaves before the state has rested finds it again all the same.
  addEventListener("pagehide", write);
  // Going back and forth, and an address typed by hand, both arrive here.
  addEventListener("popstate", () => {
    const { hash } = location;
    readAddress(state);
    written = marksOf(state);
    void followStandpoint(state, standpoints, hash).then(() => {
      if (location.hash === hash) written = marksOf(state);
    });
  });
  write();
}

/**
 * Take the map to the standpoint of an address, and then to a place that only that standpoint knows.
 * @param {MapState} state
 * @param {import("./standpoints.js").Standpoints} standpoints
 * @param {string} hash
 */
async function followStandpoint(state, standpoints, hash) {
  if (isShown(state, hash)) return standpoints.stay();
  await standpoints.follow(hash);
  const { place = "" } = parseAddress(hash);
  if (state.current.place === null && state.timeline.placeIndex.has(place)) state.update({ place });
}

/**
 * Whether a map stands where an address asks it to stand.
 * @param {MapState} state
 * @param {string} hash
 */
function isShown({ current }, hash) {
  const { known = null, brokenKnown, pins = {} } = parseAddress(hash);
  return brokenKnown === undefined && known === current.known && samePins(pins, current.pins);
}

/**
 * What makes a view another one for those who go back: its day, place and standpoint.
 * @param {MapState} state
 */
function marksOf({ current: { day, place, compare, awaited, ...shown } }) {
  const { known, pins } = awaited ?? shown;
  const sides = day === null ? null : sidesOf({ day, known, compare }) ?? [day, known];
  return JSON.stringify([sides, compare?.view, place, PINS.map((pin) => pins[pin] ?? null)]);
}
