/**
 * Keeps the address of the browser and the state the same. Small steps in a row become one entry of the history, a map
 * that is moved none.
 *
 * @typedef {import("./map_state.js").MapState} MapState
 */

import { clampDay } from "./days.js";
import { samePins } from "./standpoint.js";
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
export function addressOf({ current: { day, known, pins, place, longitude, latitude, zoom, filters } }) {
  if (day === null || zoom === null) return null;
  return `#${formatAddress({ day, pins, filters, zoom, longitude, latitude, ...(known === null ? {} : { known }), ...(place === null ? {} : { place }) })}`;
}

/**
 * Show the same view as known on another day, or at another revision. Everything that the page has read hangs on that,
 * so it starts anew.
 * @param {MapState} state
 * @param {Partial<import("./standpoint.js").Standpoint>} standpoint what is left out stays
 */
export function openAsKnown(state, standpoint) {
  state.update(standpoint);
  const hash = addressOf(state);
  if (hash !== null) history.pushState(null, "", hash);
  location.reload();
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

/** @param {MapState} state */
export function connectAddressBar(state) {
  let timer = 0;
  let written = { day: state.current.day, place: state.current.place };
  const write = () => {
    const { moving } = state.current;
    const hash = addressOf(state);
    if (moving || hash === null) return;
    if (hash === location.hash) return;
    const { day, place } = state.current;
    const isStep = day !== written.day || place !== written.place;
    history[isStep ? "pushState" : "replaceState"](null, "", hash);
    written = { day, place };
  };
  state.on(["day", "place", "longitude", "latitude", "zoom", "filters", "moving"], () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(write, REST);
  });
  // Going back and forth, and an address typed by hand, both arrive here.
  addEventListener("popstate", () => {
    const { known = null, brokenKnown, pins = {} } = parseAddress(location.hash);
    // What was known decides on everything the page has read, so another day of it starts the page anew.
    if (known !== state.current.known || brokenKnown !== undefined || !samePins(pins, state.current.pins)) return location.reload();
    readAddress(state);
    written = { day: state.current.day, place: state.current.place };
  });
  write();
}
