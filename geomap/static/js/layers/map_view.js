/**
 * The Leaflet map: keeps its centre and zoom and the state of the page the same, and paints the day of the state.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 */

import { control, latLng, latLngBounds, Map as LeafletMap } from "leaflet";

import { FetchFailed } from "../api.js";
import { isRightToLeft, say } from "../say.js";
import { onThemeChange } from "../theme.js";
import { CanvasStack } from "./canvas_stack.js";
import { CANVASES, Painter } from "./painter.js";
import { Room } from "./room.js";
import { spotOn } from "./spot.js";

const ZOOMS = { minZoom: 3, maxZoom: 13, zoomSnap: 0.25, zoomDelta: 1, wheelPxPerZoomLevel: 120 };
/** Shown around a place that a reader jumps to, unless the map is closer already. */
const PLACE_ZOOM = 8;
const MOTION = matchMedia("(prefers-reduced-motion: reduce)");

/** Fires `painted` with the day each time a day has been painted. */
export class MapView extends EventTarget {
  #state;
  #map;
  #stack;
  #painter;
  #spot;
  #frame = 0;
  #room;

  /**
   * @param {HTMLElement} container
   * @param {MapState} state
   * @param {{nameOf: (place: import("../timeline.js").Place) => string, isEmbedded: boolean}} content
   */
  constructor(container, state, { nameOf, isEmbedded }) {
    super();
    this.#state = state;
    this.#map = new LeafletMap(container, {
      ...ZOOMS,
      attributionControl: false,
      // In a frame of another page the wheel moves that page.
      scrollWheelZoom: !isEmbedded,
      zoomControl: false,
      maxBounds: [[-85, -220], [85, 220]],
      zoomAnimation: !MOTION.matches,
      fadeAnimation: false,
      inertia: !MOTION.matches,
    });
    control.zoom({ position: isRightToLeft() ? "topright" : "topleft", zoomInTitle: say("map.zoomIn"), zoomOutTitle: say("map.zoomOut") }).addTo(this.#map);
    control.scale({ position: isRightToLeft() ? "bottomright" : "bottomleft", imperial: false }).addTo(this.#map);
    this.#spot = spotOn(this.#map);
    this.#stack = new CanvasStack(CANVASES);
    this.#painter = new Painter(state.timeline, this.#stack, nameOf);
    this.#place(state.timeline.atlas.bounds);
    this.#room = new Room(state.current.compare?.view === "side");
    this.#map.addLayer(this.#stack);
    this.#stack.refresh(this.#painter);
    this.#listen(container);
  }

  get painter() {
    return this.#painter;
  }

  /** For what keeps several maps in step. */
  get map() {
    return this.#map;
  }

  get stack() {
    return this.#stack;
  }

  /** Resolves once the first day is on the screen. */
  firstPaint() {
    return new Promise((resolve) => this.addEventListener("painted", () => setTimeout(resolve), { once: true }));
  }

  /**
   * Put the base map under the picture that is there already.
   * @param {[number, number, number, number]} bounds of the atlas: west, south, east, north
   */
  async loadGround(bounds) {
    const { loadGround } = await import("./base_map.js").catch((cause) => {
      throw new FetchFailed(say("problem.noBaseMap"), { cause });
    });
    const { coarse, fine } = loadGround(bounds);
    this.#painter.setGround(await coarse);
    this.#painter.setGround(await fine);
  }

  /**
   * The event whose mark lies at a point of the map.
   * @param {import("leaflet").Point} point of the map's container
   * @returns {{id: string, place: import("../timeline.js").Place} | null}
   */
  eventAt(point) {
    const { events, places } = this.#state.timeline;
    const event = this.#painter.eventAt(this.#stack.fromContainer(point));
    return event === null ? null : { id: events.id[event], place: places[events.place[event]] };
  }

  /**
   * Mark a place that the atlas lacks, or no longer.
   * @param {{name: string, longitude: number, latitude: number} | null} spot
   */
  mark(spot) {
    this.#spot(spot);
  }

  /**
   * Whether a point lies in view.
   * @param {{longitude: number, latitude: number}} point
   */
  contains({ longitude, latitude }) {
    return this.#map.getBounds().contains(latLng(latitude, longitude));
  }

  /** What the map shows now, as one canvas. */
  picture() {
    return this.#stack.picture();
  }

  /**
   * Bring a place into view, closer if the map is far.
   * @param {{longitude: number, latitude: number}} place
   */
  show({ longitude, latitude }) {
    const target = latLng(latitude, longitude);
    const inView = this.#map.getBounds().pad(-0.15).contains(target);
    const zoom = Math.max(this.#map.getZoom(), PLACE_ZOOM);
    if (!inView || zoom !== this.#map.getZoom()) this.#map.setView(target, zoom, { animate: !MOTION.matches });
  }

  /** @param {[number, number, number, number]} bounds of the atlas: west, south, east, north */
  #place([west, south, east, north]) {
    const { zoom, longitude, latitude } = this.#state.current;
    if (zoom === null) this.#map.fitBounds(latLngBounds([south, west], [north, east]), { animate: false, padding: [28, 28] });
    else this.#map.setView([latitude, longitude], zoom, { animate: false });
    this.#report();
  }

  /** @param {HTMLElement} container */
  #listen(container) {
    this.#map.on("moveend", () => this.#report());
    this.#map.on("click", ({ containerPoint }) => {
      const event = this.eventAt(containerPoint);
      const place = event?.place ?? this.#painter.placeAt(this.#stack.fromContainer(containerPoint));
      this.#state.update({ event: event?.id ?? null, place: place?.id ?? null });
    });
    this.#map.on("mousemove", ({ containerPoint }) => {
      const isOver = this.eventAt(containerPoint) ?? this.#painter.placeAt(this.#stack.fromContainer(containerPoint));
      container.classList.toggle("is-over-place", isOver !== null);
    });
    new ResizeObserver(() => this.#resize()).observe(container);
    onThemeChange(() => this.#painter.setTheme());
    this.#state.on(["day", "window"], () => this.schedule());
    this.#state.on(["filters"], ({ filters, day }) => this.#painter.setFilters(filters, day ?? 0));
    this.#state.on(["timeline"], () => this.#repaint());
    this.#state.on(["place", "event"], (selected) => this.#painter.select(selected));
    this.#state.on(["longitude", "latitude", "zoom"], () => this.#follow());
    const { filters, day } = this.#state.current;
    this.#painter.select(this.#state.current);
    this.#painter.setFilters(filters, day ?? 0);
    this.schedule();
  }

  /** Another standpoint has other answers for the same places: all that was derived from the old timeline is made anew. */
  #repaint() {
    const { day, window, filters } = this.#state.current;
    this.#painter = this.#painter.remade(this.#state.timeline, { day: day ?? 0, window, filters });
    this.schedule();
  }

  #resize() {
    const before = this.#map.getSize();
    this.#map.invalidateSize({ animate: false, pan: true });
    const { x, y } = this.#map.getSize();
    const isBeside = this.#state.current.compare?.view === "side";
    const zoom = this.#room.zoomFor(isBeside, this.#map.getZoom(), { share: Math.min(x / before.x, y / before.y), step: ZOOMS.zoomSnap });
    if (zoom !== null) this.#map.setZoom(zoom, { animate: false });
  }

  /** Tell the state where the map lies. */
  #report() {
    const { lng, lat } = this.#map.getCenter();
    const bounds = this.#map.getBounds();
    this.#state.update({ longitude: lng, latitude: lat, zoom: this.#map.getZoom(), bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] });
  }

  /** Lay the map where the state says, unless it lies there: its own reports come back here too. */
  #follow() {
    const { longitude, latitude, zoom } = this.#state.current;
    const { lng, lat } = this.#map.getCenter();
    const isThere = zoom === this.#map.getZoom() && Math.abs(lng - longitude) < 1e-5 && Math.abs(lat - latitude) < 1e-5;
    if (!isThere && zoom !== null) this.#map.setView([latitude, longitude], zoom, { animate: false });
  }

  /**
   * What the canvas shows for a place.
   * @param {string} placeId
   * @returns {import("../page_api.js").Painted | null} null when the place has no marker in view
   */
  readBack(placeId) {
    const { markers } = this.#painter;
    const at = markers.findIndex(({ place }) => place.id === placeId);
    if (at === -1) return null;
    const { x, y, radius } = markers[at];
    const centre = this.#stack.toContainer({ x, y });
    const size = this.#map.getSize();
    // What lies beyond an edge is not painted at once.
    if (centre.x < radius || centre.y < radius || centre.x > size.x - radius || centre.y > size.y - radius) return null;
    const around = Array.from({ length: 8 }, (_, number) => (number * Math.PI) / 4);
    const points = [{ x, y }, ...around.map((angle) => ({ x: x + 0.5 * radius * Math.cos(angle), y: y + 0.5 * radius * Math.sin(angle) }))];
    const samples = pixelsAt(this.#stack.context("places"), points);
    const covered = markers.slice(at + 1).some((other) => Math.hypot(other.x - x, other.y - y) < other.radius * 1.3 + radius * 0.5 + 2);
    return { x: centre.x, y: centre.y, rgba: samples[0], samples, covered };
  }

  /** Paint in the next frame; several changes of the day before it are one. */
  schedule() {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const { day, window } = this.#state.current;
      if (day === null) return;
      this.#painter.setDay(day, window);
      this.dispatchEvent(new CustomEvent("painted", { detail: day }));
    });
  }
}

/**
 * Read pixels through a copy: reading a canvas that is also painted on would slow its painting down.
 * @param {CanvasRenderingContext2D} context
 * @param {{x: number, y: number}[]} points CSS pixels of the view
 * @returns {[number, number, number, number][]}
 */
function pixelsAt(context, points) {
  const { a: ratio, e, f } = context.getTransform();
  const copy = document.createElement("canvas");
  copy.width = points.length;
  copy.height = 1;
  const copied = /** @type {CanvasRenderingContext2D} */ (copy.getContext("2d", { willReadFrequently: true }));
  points.forEach(({ x, y }, at) => copied.drawImage(context.canvas, Math.floor(x * ratio + e), Math.floor(y * ratio + f), 1, 1, at, 0, 1, 1));
  const { data } = copied.getImageData(0, 0, points.length, 1);
  return points.map((_, at) => [data[4 * at], data[4 * at + 1], data[4 * at + 2], data[4 * at + 3]]);
}
