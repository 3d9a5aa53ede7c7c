/**
 * A pile of canvases over a Leaflet map that are drawn once a view, ride along while the map is dragged or zoomed, and
 * are drawn anew when it rests.
 *
 * @typedef {import("./mercator.js").View} View
 * @typedef {{setView: (view: View, settle: () => void) => void}} Painter calls back once all of a view can be painted at once
 */

import { DomUtil, Layer, Point } from "leaflet";

/** How far the canvases reach beyond the map on each side, as a share of its size, so that a drag shows no blank edge. */
const PADDING = 0.2;
/** Canvases beyond this ratio cost memory that no eye rewards. */
const MOST_PIXEL_RATIO = 2;

/** Draws nothing itself: tells its painter each new view. */
export class CanvasStack extends Layer {
  #box = document.createElement("div");
  /** @type {Record<string, CanvasRenderingContext2D>} */
  #contexts = {};
  /** @type {Painter | null} */
  #painter = null;
  #center = { lng: 0, lat: 0 };
  #zoom = NaN;
  /** Where the canvases lie in the map's layers, and by how much the picture on them is enlarged while it rides along. */
  #corner = new Point(0, 0);
  #scale = 1;

  /** @param {readonly string[]} names of the canvases, lowest first */
  constructor(names) {
    super();
    this.#box.className = "map-canvases leaflet-zoom-animated";
    for (const name of names) {
      const canvas = document.createElement("canvas");
      canvas.dataset.layer = name;
      this.#box.append(canvas);
      this.#contexts[name] = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    }
  }

  /**
   * @param {string} name
   * @returns {CanvasRenderingContext2D} scaled to CSS pixels
   */
  context(name) {
    return this.#contexts[name];
  }

  /**
   * @override
   * @param {import("leaflet").Map} map
   */
  onAdd(map) {
    map.getPane("overlayPane")?.append(this.#box);
    this.refresh();
    return this;
  }

  /** @override */
  onRemove() {
    this.#box.remove();
    return this;
  }

  /**
   * @override
   * @returns {Record<string, (event: any) => void>}
   */
  getEvents() {
    return {
      viewreset: () => this.#ride(this._map.getCenter(), this._map.getZoom()),
      moveend: () => this.refresh(),
      zoom: () => this.#ride(this._map.getCenter(), this._map.getZoom()),
      zoomanim: (/** @type {import("leaflet").ZoomAnimEvent} */ event) => this.#ride(event.center, event.zoom),
    };
  }

  /**
   * Have the view painted in which the map lies now. The picture that is there rides along until then.
   * @param {Painter | null} painter another one from now on
   */
  refresh(painter = this.#painter) {
    this.#painter = painter;
    const map = this._map;
    const size = map?.getSize();
    if (!painter || !size || size.x === 0 || size.y === 0) return;
    const corner = map.containerPointToLayerPoint(size.multiplyBy(-PADDING)).round();
    const [width, height] = [Math.ceil(size.x * (1 + 2 * PADDING)), Math.ceil(size.y * (1 + 2 * PADDING))];
    const pixelRatio = Math.min(MOST_PIXEL_RATIO, window.devicePixelRatio || 1);
    const [center, zoom, origin] = [map.getCenter(), map.getZoom(), map.getPixelOrigin().add(corner)];
    this.#ride(center, zoom);
    const view = { width, height, pixelRatio, scale: 256 * 2 ** zoom, left: origin.x, top: origin.y, zoom, inner: innerBox(size) };
    painter.setView(view, () => {
      [this.#center, this.#zoom] = [center, zoom];
      this.#contextsFit(view);
      // The map may have moved on since the view was asked for.
      this.#ride(map.getCenter(), map.getZoom());
    });
  }

  /**
   * Let another painter paint the views to come; it has painted the present one itself.
   * @param {Painter} painter
   */
  handTo(painter) {
    this.#painter = painter;
  }

  /** @param {View} view */
  #contextsFit({ width, height, pixelRatio }) {
    for (const { canvas } of Object.values(this.#contexts)) fitCanvas(canvas, width, height, pixelRatio);
    for (const context of Object.values(this.#contexts)) context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  }

  /** @param {string} name of a canvas to be emptied */
  wipe(name) {
    const { canvas } = this.#contexts[name];
    this.#contexts[name].clearRect(0, 0, canvas.width, canvas.height);
  }

  /**
   * What the map shows now, all canvases in one.
   * @returns {{canvas: HTMLCanvasElement, pixelRatio: number}}
   */
  picture() {
    const size = this._map.getSize();
    const { x, y } = this.fromContainer(new Point(0, 0));
    const all = Object.values(this.#contexts);
    const pixelRatio = all[0].getTransform().a;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(size.x * pixelRatio);
    canvas.height = Math.round(size.y * pixelRatio);
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    for (const layer of all) context.drawImage(layer.canvas, -Math.round(x * pixelRatio), -Math.round(y * pixelRatio));
    return { canvas, pixelRatio };
  }

  /**
   * Where a point of the canvases lies in the map's container.
   * @param {{x: number, y: number}} point CSS pixels of the view
   * @returns {{x: number, y: number}}
   */
  toContainer(point) {
    return this._map.layerPointToContainerPoint(this.#corner.add(new Point(point.x, point.y).multiplyBy(this.#scale)));
  }

  /**
   * @param {import("leaflet").Point} point of the map's container
   * @returns {{x: number, y: number}} CSS pixels of the view
   */
  fromContainer(point) {
    return this._map.containerPointToLayerPoint(point).subtract(this.#corner).divideBy(this.#scale);
  }

  /**
   * Move and scale the old picture to where the map is going.
   * @param {import("leaflet").LatLng} center
   * @param {number} zoom
   */
  #ride(center, zoom) {
    const map = this._map;
    // Before the first picture nothing rides.
    if (Number.isNaN(this.#zoom)) return;
    const scale = map.getZoomScale(zoom, this.#zoom);
    const half = map.getSize().multiplyBy(0.5);
    const reach = map.getSize().multiplyBy(0.5 + PADDING);
    const pane = DomUtil.getPosition(/** @type {HTMLElement} */ (map.getPane("mapPane")));
    const newOrigin = map.project(center, zoom).subtract(half).add(pane).round();
    const corner = map.project(this.#center, zoom).subtract(reach.multiplyBy(scale)).subtract(newOrigin);
    [this.#corner, this.#scale] = [scale === 1 ? corner.round() : corner, scale];
    DomUtil.setTransform(this.#box, this.#corner, scale);
  }
}

/**
 * The part of the canvases that lies in the map.
 * @param {import("leaflet").Point} size of the map
 */
function innerBox(size) {
  const [left, top] = [size.x * PADDING, size.y * PADDING];
  return { left, top, right: left + size.x, bottom: top + size.y };
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {number} width
 * @param {number} height
 * @param {number} pixelRatio
 */
function fitCanvas(canvas, width, height, pixelRatio) {
  const [pixelsWide, pixelsHigh] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)];
  // Setting a size clears the canvas and forgets its transform even when nothing differs.
  if (canvas.width !== pixelsWide || canvas.height !== pixelsHigh) {
    canvas.width = pixelsWide;
    canvas.height = pixelsHigh;
  }
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}
