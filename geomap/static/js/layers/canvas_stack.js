/**
 * A pile of canvases over a Leaflet map that are drawn once a view, ride along while the map is dragged or zoomed, and
 * are drawn anew when it rests.
 *
 * A browser that draws without a graphics card copies every canvas that is displayed whole for each frame, whether anything on
 * it has changed or not. So what may change at each step has a canvas of its own for each part of the view, and those beyond
 * the edges of the map are displayed only while it moves; what stays is shown as a still picture, which is copied once.
 *
 * @typedef {import("./mercator.js").View} View
 * @typedef {{name: string, isStill: boolean}} Sheet still: one for the whole view, that no step changes
 *
 * @typedef {object} Painter
 * @property {(view: View, settle: () => void) => void} setView calls back once all of a view that is in sight can be painted at once
 * @property {(isMoving: boolean) => void} setMoving
 */

import { DomUtil, Layer, Point } from "leaflet";

import { drawStill } from "../still.js";
import { PARTS, partsOf, pixelSize } from "./mercator.js";

/** How far the canvases reach beyond the map on each side, as a share of its size, so that a drag shows no blank edge. */
const PADDING = 0.2;
/** Canvases beyond this ratio cost memory that no eye rewards. */
const MOST_PIXEL_RATIO = 2;

/** Draws nothing itself: tells its painter each new view. */
export class CanvasStack extends Layer {
  #box = document.createElement("div");
  /** By name and by part of the view. @type {Record<string, CanvasRenderingContext2D[]>} */
  #parted = {};
  /** By name. @type {Record<string, HTMLCanvasElement>} */
  #still = {};
  /** @type {HTMLCanvasElement[]} */
  #canvases = [];
  /** @type {View | null} */
  #view = null;
  #isMoving = false;
  /** @type {Painter | null} */
  #painter = null;
  #center = { lng: 0, lat: 0 };
  /** From the corner of the picture to its centre. */
  #reach = new Point(0, 0);
  #zoom = NaN;
  /** Where the canvases lie in the map's layers, and by how much the picture on them is enlarged while it rides along. */
  #corner = new Point(0, 0);
  #scale = 1;

  /** @param {readonly Sheet[]} sheets lowest first */
  constructor(sheets) {
    super();
    this.#box.className = "map-canvases leaflet-zoom-animated";
    for (const { name, isStill } of sheets) {
      const canvases = Array.from({ length: isStill ? 1 : PARTS }, () => document.createElement("canvas"));
      for (const [part, canvas] of canvases.entries()) {
        canvas.dataset.layer = name;
        canvas.classList.toggle("beyond", part > 0);
      }
      if (isStill) [this.#still[name]] = canvases;
      else this.#parted[name] = canvases.map((canvas) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")));
      this.#canvases.push(...canvases);
    }
    this.#box.append(...this.#canvases);
  }

  /**
   * @param {string} name
   * @param {number} [part] of the view
   * @returns {CanvasRenderingContext2D} in CSS pixels of the view
   */
  context(name, part = 0) {
    return this.#parted[name][part];
  }

  /**
   * Show another still picture.
   * @param {string} name
   * @param {(context: OffscreenCanvasRenderingContext2D) => void} draw in CSS pixels of the view
   */
  drawStill(name, draw) {
    if (this.#view) drawStill(this.#still[name], this.#view, draw);
  }

  /**
   * What was painted of a part beyond the edges of the map may be displayed; what was painted of the view before may not.
   * @param {number} part
   */
  reveal(part) {
    for (const contexts of Object.values(this.#parted)) contexts[part].canvas.hidden = false;
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
      movestart: () => this.setMoving(true),
      moveend: () => {
        this.setMoving(false);
        this.refresh();
      },
      zoom: () => this.#ride(this._map.getCenter(), this._map.getZoom()),
      zoomanim: (/** @type {import("leaflet").ZoomAnimEvent} */ event) => this.#ride(event.center, event.zoom),
    };
  }

  /** @param {boolean} isMoving whether the map is being moved, and what lies beyond its edges may come into sight */
  setMoving(isMoving) {
    this.#isMoving = isMoving;
    this.#painter?.setMoving(isMoving);
    // When it rests again, the picture rides along until the next is there.
    if (isMoving) this.#box.classList.add("is-riding");
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
    // In whole pixels, so that what is in sight lies on those of the screen.
    const padding = size.multiplyBy(PADDING).ceil();
    const corner = map.containerPointToLayerPoint(padding.multiplyBy(-1)).round();
    const { x: width, y: height } = size.add(padding.multiplyBy(2));
    const inner = { left: padding.x, top: padding.y, right: padding.x + size.x, bottom: padding.y + size.y };
    const pixelRatio = Math.min(MOST_PIXEL_RATIO, window.devicePixelRatio || 1);
    const [center, zoom, origin] = [map.getCenter(), map.getZoom(), map.getPixelOrigin().add(corner)];
    this.#ride(center, zoom);
    this.#box.classList.add("is-riding");
    const view = { width, height, pixelRatio, scale: 256 * 2 ** zoom, left: origin.x, top: origin.y, zoom, inner };
    painter.setView(view, () => {
      [this.#center, this.#zoom, this.#reach] = [center, zoom, new Point(width / 2, height / 2)];
      this.#canvasesFit(view);
      this.#box.classList.toggle("is-riding", this.#isMoving);
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
    painter.setMoving(this.#isMoving);
  }

  /** @param {View} view */
  #canvasesFit(view) {
    this.#view = view;
    const boxes = partsOf(view);
    for (const contexts of Object.values(this.#parted)) contexts.forEach((context, part) => fit(context, boxes[part], view.pixelRatio));
  }

  /** Hide what lies beyond the edges of the map until it is revealed part by part. */
  conceal() {
    for (const canvas of this.#canvases) canvas.hidden = canvas.classList.contains("beyond");
  }

  /**
   * @param {string} name of a canvas to be emptied
   * @param {number} part
   */
  wipe(name, part) {
    const context = this.#parted[name][part];
    context.save();
    context.resetTransform();
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    context.restore();
  }

  /**
   * What the map shows now, all canvases in one.
   * @returns {{canvas: HTMLCanvasElement, pixelRatio: number}}
   */
  picture() {
    const size = this._map.getSize();
    const { x, y } = this.fromContainer(new Point(0, 0));
    const pixelRatio = this.#view?.pixelRatio ?? 1;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(size.x * pixelRatio);
    canvas.height = Math.round(size.y * pixelRatio);
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    for (const layer of this.#canvases) {
      const [left, top] = [layer.style.left, layer.style.top].map((length) => Number.parseFloat(length) || 0);
      if (!layer.hidden) context.drawImage(layer, Math.round((left - x) * pixelRatio), Math.round((top - y) * pixelRatio));
    }
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
    const pane = DomUtil.getPosition(/** @type {HTMLElement} */ (map.getPane("mapPane")));
    const newOrigin = map.project(center, zoom).subtract(half).add(pane).round();
    const corner = map.project(this.#center, zoom).subtract(this.#reach.multiplyBy(scale)).subtract(newOrigin);
    [this.#corner, this.#scale] = [scale === 1 ? corner.round() : corner, scale];
    DomUtil.setTransform(this.#box, this.#corner, scale);
  }
}

/**
 * Lay a canvas over a box of the view, and scale it to CSS pixels of the view.
 * @param {CanvasRenderingContext2D} context
 * @param {import("./mercator.js").Box} box
 * @param {number} pixelRatio
 */
function fit(context, { left, top, right, bottom }, pixelRatio) {
  const { canvas } = context;
  const { width, height } = pixelSize({ width: right - left, height: bottom - top, pixelRatio });
  // Setting a size clears the canvas and forgets its transform even when nothing differs.
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  Object.assign(canvas.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
  context.setTransform(pixelRatio, 0, 0, pixelRatio, -left * pixelRatio, -top * pixelRatio);
}
