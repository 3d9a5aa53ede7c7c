/**
 * Keeps the address of the browser and the state the same. Small steps in a row become one entry of the history, a map
 * that is moved none.
 *
 * @typedef {import("./map_state.js").MapState} MapState
 */

import { clampDay } from "./days.js";
import { PINS, samePins } from "./standpoint.js";
import { formatHidden, NOTHING_HIDDEN } from "./filters.js";
import { formatAddress, parseAddress } from "./url_hash.js";

/** How long the state must rest before it is written, in milliseconds. Some browsers refuse more than 100 writes in 30 s. */
const REST = 350;

/**
 * Put the state where the address says; what the address leaves out stays.
 * @param {MapState} state
 */
export function readAddress(state) {
  const { atlas, placeIndex } = state.timeline;
  const { day, place, longitude, latitude, zoom, filters = NOTHING_HIDDEN } = parseAddress(location.hash);
  state.update({
    ...(zoom === undefined ? {} : { longitude, latitude, zoom }),
    day: clampDay(day ?? state.current.day ?? atlas.viewStart, atlas.start, atlas.last),
    place: place !== undefined && placeIndex.has(place) ? place : null,
    // Filters that say the same are left as they are, or all would be painted anew.
    ...(formatHidden(filters) === formatHidden(state.current.filters) ? {} : { filters }),
    playing: false,
    moving: false,
  });
}

/**
 * @param {MapState} state
 * @returns {string | null} with the leading #; null before there is a day and a map
 */
export function addressOf({ current: { day, place, longitude, latitude, zoom, filters, awaited, ...shown } }) {
  if (day === null || zoom === null) return null;
  // What is on its way belongs to the view: whoever follows the address asks for it again.
  const { known, pins } = awaited ?? shown;
  return `#${formatAddress({ day, pins, filters, zoom, longitude, latitude, ...(known === null ? {} : { known }), ...(place === null ? {} : { place }) })}`;
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
  state.on(["day", "place", "longitude", "latitude", "zoom", "filters", "known", "pins", "awaited", "moving"], () => {
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
function marksOf({ current: { day, place, awaited, ...shown } }) {
  const { known, pins } = awaited ?? shown;
  return JSON.stringify([day, place, known, PINS.map((pin) => pins[pin] ?? null)]);
}
