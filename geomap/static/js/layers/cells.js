/**
 * Territory: the cell of each place in the look of its answer, and the fronts between cells of different holders.
 *
 * @typedef {import("../appearance.js").Appearance} Appearance
 * @typedef {import("../theme.js").Theme} Theme
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {import("./mercator.js").Box} Box
 * @typedef {import("./mercator.js").Shape} Shape
 * @typedef {import("./mercator.js").View} View
 * @typedef {{context: CanvasRenderingContext2D, looks: readonly Appearance[], theme: Theme}} Brush
 * @typedef {{place: number, shape: Shape, path: Path2D, box: Box}} Cell
 * @typedef {{a: number, b: number, shape: Shape, path: Path2D, box: Box}} Edge
 */

import { DOTS, fillFor } from "../marks.js";
import { boxIn, overlap, shapeOf, trace, turnedRings } from "./mercator.js";

/** Hatches have gaps and bands must show two colours: both are stronger than a held cell. */
const STRENGTH = { plain: 1, hatch: 1.6, bands: 1.25, outline: 0 };
/** How much of the opacity is left when the answer is old or in doubt. */
const STALE = 0.62;
const UNCERTAIN = 0.7;
/** Room for lines that lie on the edge of a cell. */
const BLEED = 4;

/** Draws all cells of a view, or those that touch a box. */
export class CellsLayer {
  /** @type {Cell[]} */
  #cells;
  /** @type {Edge[]} */
  #edges;

  /** @param {Timeline} timeline */
  constructor({ cells, edges }) {
    const box = { left: 0, top: 0, right: 0, bottom: 0 };
    this.#cells = cells.map(({ place, polygons }) => ({ place, shape: shapeOf(turnedRings(polygons)), path: new Path2D(), box }));
    this.#edges = edges.map(({ a, b, lines }) => ({ a, b, shape: shapeOf(lines), path: new Path2D(), box }));
  }

  /** @param {View} view */
  setView(view) {
    for (const part of [...this.#cells, ...this.#edges]) {
      part.path = new Path2D();
      trace(part.path, part.shape, view);
      part.box = boxIn(part.shape, view);
    }
  }

  /**
   * The box around the cells of these places.
   * @param {ReadonlySet<number>} places
   * @returns {Box | null} null when none of them has a cell
   */
  boxOf(places) {
    const boxes = this.#cells.filter(({ place }) => places.has(place)).map(({ box }) => box);
    if (boxes.length === 0) return null;
    return {
      left: Math.floor(Math.min(...boxes.map(({ left }) => left)) - BLEED),
      top: Math.floor(Math.min(...boxes.map(({ top }) => top)) - BLEED),
      right: Math.ceil(Math.max(...boxes.map(({ right }) => right)) + BLEED),
      bottom: Math.ceil(Math.max(...boxes.map(({ bottom }) => bottom)) + BLEED),
    };
  }

  /**
   * @param {Brush} brush
   * @param {Box} box what to draw anew
   */
  draw(brush, box) {
    const { context, looks } = brush;
    context.save();
    context.beginPath();
    context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    context.clip();
    context.clearRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    const territories = this.#byLook(looks, box);
    drawContours(brush, territories);
    for (const [look, path] of territories) drawTerritory(brush, look, path);
    const edges = this.#edges.filter((edge) => overlap(edge.box, box) && isFront(looks[edge.a], looks[edge.b]));
    drawFronts(brush, edges);
    context.restore();
  }

  /**
   * Cells of one look as one path: neighbours then melt into one territory without seams.
   * @param {readonly Appearance[]} looks
   * @param {Box} box
   * @returns {Map<Appearance, Path2D>}
   */
  #byLook(looks, box) {
    /** @type {Map<Appearance, Path2D>} */
    const paths = new Map();
    for (const cell of this.#cells) {
      if (!overlap(cell.box, box)) continue;
      const look = looks[cell.place];
      const path = paths.get(look) ?? new Path2D();
      path.addPath(cell.path);
      paths.set(look, path);
    }
    return paths;
  }

  /**
   * The place in whose cell a point lies.
   * @param {CanvasRenderingContext2D} context
   * @param {{x: number, y: number}} point CSS pixels of the view
   * @returns {number | null}
   */
  placeAt(context, { x, y }) {
    const ratio = context.getTransform().a;
    const inside = this.#cells.find(({ box, path }) =>
      x >= box.left && x <= box.right && y >= box.top && y <= box.bottom && context.isPointInPath(path, x * ratio, y * ratio));
    return inside?.place ?? null;
  }
}

/**
 * A thin line around each territory where it ends in land that nobody speaks for. Contours are drawn along every cell,
 * then everything inside the cells is erased: what is left lies outside all of them.
 * @param {Brush} brush
 * @param {Map<Appearance, Path2D>} territories
 */
function drawContours({ context, theme }, territories) {
  const inside = new Path2D();
  context.lineWidth = 3.4;
  context.lineJoin = "round";
  for (const [look, path] of territories) {
    inside.addPath(path);
    if (look.pattern === "outline") continue;
    context.strokeStyle = theme.contour(theme.actor(look.colours[0] ?? theme.soft));
    context.globalAlpha = look.stale ? STALE : 1;
    context.stroke(path);
  }
  context.globalAlpha = 1;
  context.globalCompositeOperation = "destination-out";
  context.fill(inside);
  // Where two cells meet, each covers a pixel in part, and a trace of the line would stay.
  context.lineWidth = 1;
  context.stroke(inside);
  context.globalCompositeOperation = "source-over";
}

/**
 * @param {Brush} brush
 * @param {Appearance} look
 * @param {Path2D} path
 */
function drawTerritory({ context, theme }, look, path) {
  const fill = fillFor(context, look, theme);
  if (fill) {
    context.globalAlpha = Math.min(1, theme.opacity * STRENGTH[look.pattern]) * (look.stale ? STALE : 1) * (look.uncertain ? UNCERTAIN : 1);
    context.fillStyle = fill;
    context.fill(path);
    context.globalAlpha = 1;
  }
  if (!fill || look.uncertain) {
    context.setLineDash(DOTS.map((length) => length * 1.4));
    context.lineCap = "round";
    context.strokeStyle = fill ? theme.ink : theme.soft;
    context.lineWidth = 1.4;
    context.stroke(path);
    context.setLineDash([]);
  }
}

/**
 * A front parts two known answers with different holders.
 * @param {Appearance} one
 * @param {Appearance} other
 */
function isFront(one, other) {
  if (one.pattern === "outline" || other.pattern === "outline") return false;
  return one.pattern !== other.pattern || one.colours.join() !== other.colours.join();
}

/**
 * @param {Brush} brush
 * @param {Edge[]} edges
 */
function drawFronts({ context, theme }, edges) {
  const path = new Path2D();
  for (const edge of edges) path.addPath(edge.path);
  context.lineJoin = "round";
  context.lineCap = "round";
  context.strokeStyle = theme.front;
  context.lineWidth = 1.6;
  context.stroke(path);
}
