/**
 * Keeps the address of the browser and the state the same. Small steps in a row become one entry of the history, a map
 * that is moved none.
 *
 * @typedef {import("./map_state.js").MapState} MapState
 * @typedef {import("./timeline.js").Timeline} Timeline
 */

import { clampDay } from "./days.js";
import { formatAddress, parseAddress } from "./url_hash.js";

/** How long the state must rest before it is written, in milliseconds. Some browsers refuse more than 100 writes in 30 s. */
const REST = 350;

/**
 * Put the state where the address says; what the address leaves out stays.
 * @param {MapState} state
 * @param {Timeline} timeline
 */
export function readAddress(state, { atlas, placeIndex }) {
  const { day, place, ...map } = parseAddress(location.hash);
  state.update({
    ...map,
    day: clampDay(day ?? state.current.day ?? atlas.viewStart, atlas.start, atlas.last),
    place: place !== undefined && placeIndex.has(place) ? place : null,
    playing: false,
    moving: false,
  });
}

/**
 * @param {MapState} state
 * @param {Timeline} timeline
 */
export function connectAddressBar(state, timeline) {
  let timer = 0;
  let written = { day: state.current.day, place: state.current.place };
  const write = () => {
    const { day, place, longitude, latitude, zoom, moving } = state.current;
    if (moving || day === null || zoom === null) return;
    const hash = `#${formatAddress({ day, zoom, longitude, latitude, ...(place === null ? {} : { place }) })}`;
    if (hash === location.hash) return;
    const isStep = day !== written.day || place !== written.place;
    history[isStep ? "pushState" : "replaceState"](null, "", hash);
    written = { day, place };
  };
  state.on(["day", "place", "longitude", "latitude", "zoom", "moving"], () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(write, REST);
  });
  // Going back and forth, and an address typed by hand, both arrive here.
  addEventListener("popstate", () => {
    readAddress(state, timeline);
    written = { day: state.current.day, place: state.current.place };
  });
  write();
}
