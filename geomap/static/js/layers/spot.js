/** A mark on the map with a name: a place that the atlas lacks. */

import { DivIcon, Marker } from "leaflet";

import { make } from "../elements.js";

/**
 * @param {import("leaflet").Map} map
 * @returns {(spot: {name: string, longitude: number, latitude: number} | null) => void} marks one place, or none
 */
export function spotOn(map) {
  /** @type {Marker | null} */
  let marker = null;
  return (spot) => {
    marker?.remove();
    marker = null;
    if (!spot) return;
    const sign = make("span", { class: "spot" }, make("bdi", {}, spot.name));
    marker = new Marker([spot.latitude, spot.longitude], { icon: new DivIcon({ html: sign, className: "spot-place", iconSize: [0, 0] }), interactive: false, keyboard: false });
    marker.addTo(map);
  };
}
