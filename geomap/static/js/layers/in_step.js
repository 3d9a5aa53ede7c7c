/**
 * Keeps maps of one size at the same place while one of them is dragged, pinched or zoomed: the pictures of the others ride
 * along. Where the maps lie when all rests again is for their states to say.
 */

import { DomUtil } from "leaflet";

const ZOOMING = "leaflet-zoom-anim";

/** @param {readonly import("./map_view.js").MapView[]} views */
export function keepInStep(views) {
  const maps = views.map(({ map }) => map);
  /** The map that the reader moves. @type {import("leaflet").Map | null} */
  let leader = null;
  let isZooming = false;
  /** @type {import("leaflet").Point[]} */
  let starts = [];
  const others = () => maps.filter((map) => map !== leader);
  // What lies beyond the edges of the others comes into sight too.
  const setMoving = (/** @type {boolean} */ isMoving) => {
    for (const { map, stack } of views) if (map !== leader) stack.setMoving(isMoving);
  };
  const ride = (/** @type {unknown} */ target) => others().forEach((map) => map.fire("zoomanim", target ?? {}));
  for (const map of maps) {
    map.on("movestart", () => {
      if (leader) return;
      leader = map;
      starts = maps.map((one) => DomUtil.getPosition(paneOf(one)));
      setMoving(true);
    });
    map.on("zoomstart", () => { if (map === leader) isZooming = true; });
    map.on("zoomend", () => { if (map === leader) isZooming = false; });
    map.on("zoomanim", ({ center, zoom }) => {
      if (map !== leader) return;
      for (const other of others()) paneOf(other).classList.add(ZOOMING);
      ride({ center, zoom });
    });
    map.on("zoom", () => { if (map === leader && isZooming) ride({ center: map.getCenter(), zoom: map.getZoom() }); });
    map.on("move", () => {
      if (map !== leader || isZooming) return;
      const moved = DomUtil.getPosition(paneOf(map)).subtract(starts[maps.indexOf(map)]);
      for (const other of others()) DomUtil.setPosition(paneOf(other), starts[maps.indexOf(other)].add(moved));
    });
    map.on("moveend", () => {
      if (map !== leader) return;
      for (const other of others()) paneOf(other).classList.remove(ZOOMING);
      setMoving(false);
      leader = null;
    });
  }
}

/** @param {import("leaflet").Map} map */
function paneOf(map) {
  return /** @type {HTMLElement} */ (map.getPane("mapPane"));
}
