/**
 * How appearances are painted, the same on the map, in the legend and in the history of a place.
 *
 * Colour is never the only sign: contested is hatched and a diamond, disputed is banded the other way and a split disc,
 * what passed on has upright stripes and a disc of two halves, before and after, a stale holder is a dot in a ring, an uncertain one has a dotted edge, unknown is an empty ring.
 *
 * @typedef {import("./appearance.js").Appearance} Appearance
 * @typedef {import("./theme.js").Theme} Theme
 * @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Context
 * @typedef {{x: number, y: number, radius: number}} Disc in CSS pixels
 */

/** Widths of the stripes of hatches and bands along the horizontal, in CSS pixels. */
const HATCH = 4.5;
const BAND = 8;
const PASSED = 3.5;
/** How much smaller the stripes in a marker or swatch are. */
export const FINE = 0.55;
export const DOTS = [0.1, 3.2];

/** @type {Map<string, HTMLCanvasElement>} */
const tiles = new Map();

/**
 * What to fill an area with, or null for nothing.
 * @param {Context} context
 * @param {Appearance} appearance
 * @param {Theme} theme
 * @param {number} [scale] of the stripes
 * @returns {string | CanvasPattern | null}
 */
export function fillFor(context, appearance, theme, scale = 1) {
  if (appearance.pattern === "outline" || appearance.pattern === "hidden") return null;
  if (appearance.pattern === "plain") return theme.actor(appearance.colours[0]);
  const { stripes, width, lean } = stripesOf(appearance, theme);
  return stripedPattern(context, stripes, width * scale, lean);
}

/**
 * The stripes of a hatch, with gaps, of bands, or of what passed from the second colour to the first.
 * @param {Appearance} appearance
 * @param {Theme} theme
 * @returns {{stripes: (string | null)[], width: number, lean: -1 | 0 | 1}} width along the horizontal in CSS pixels; 1 leans like \, -1 like /, 0 is upright
 */
export function stripesOf({ pattern, colours }, theme) {
  const painted = colours.map(theme.actor);
  if (pattern === "passed") return { stripes: [painted[0], painted[0], painted[0], painted[1]], width: PASSED, lean: 0 };
  if (pattern === "bands") return { stripes: painted, width: BAND, lean: 1 };
  return { stripes: (painted.length > 0 ? painted : [theme.soft]).flatMap((colour) => [colour, null]), width: HATCH, lean: -1 };
}

/**
 * @param {Context} context
 * @param {(string | null)[]} stripes
 * @param {number} width of a stripe in CSS pixels
 * @param {-1 | 0 | 1} lean 1 leans like \, -1 like /, 0 is upright
 * @returns {CanvasPattern | null}
 */
function stripedPattern(context, stripes, width, lean) {
  const pixelRatio = context.getTransform().a;
  // A whole number of device pixels, so that the tiles meet without a seam.
  const side = Math.max(stripes.length * 2, Math.round(stripes.length * width * pixelRatio));
  const key = [side, lean, ...stripes].join();
  const tile = tiles.get(key) ?? stripedTile(stripes, side, lean);
  tiles.set(key, tile);
  const pattern = context.createPattern(tile, "repeat");
  pattern?.setTransform(new DOMMatrix().scale(1 / pixelRatio));
  return pattern;
}

/**
 * @param {(string | null)[]} stripes
 * @param {number} side in device pixels
 * @param {-1 | 0 | 1} lean
 * @returns {HTMLCanvasElement}
 */
function stripedTile(stripes, side, lean) {
  const tile = document.createElement("canvas");
  tile.width = side;
  tile.height = side;
  const context = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
  const width = side / stripes.length;
  for (const [number, colour] of stripes.entries()) {
    if (colour === null) continue;
    context.fillStyle = colour;
    for (const shift of [-side, 0, side]) {
      const x = number * width + shift;
      context.beginPath();
      context.moveTo(x, 0);
      context.lineTo(x + width, 0);
      context.lineTo(x + width + lean * side, side);
      context.lineTo(x + lean * side, side);
      context.fill();
    }
  }
  return tile;
}

/**
 * Paint the marker of a place.
 * @param {Context} context
 * @param {Appearance} appearance
 * @param {Disc} disc
 * @param {Theme} theme
 */
export function paintMarker(context, appearance, disc, theme) {
  if (appearance.pattern === "hidden") return;
  context.save();
  outline(context, appearance, disc, Math.min(1.5, disc.radius * 0.4));
  context.fillStyle = theme.halo;
  context.fill();
  paintBody(context, appearance, disc, theme);
  context.restore();
}

/**
 * The shape of a marker as the current path.
 * @param {Context} context
 * @param {Appearance} appearance
 * @param {Disc} disc
 * @param {number} [grow]
 */
function outline(context, appearance, { x, y, radius }, grow = 0) {
  context.beginPath();
  if (appearance.pattern === "hatch") {
    const reach = radius * 1.25 + grow * 1.4;
    context.moveTo(x, y - reach);
    context.lineTo(x + reach, y);
    context.lineTo(x, y + reach);
    context.lineTo(x - reach, y);
    context.closePath();
  } else {
    context.arc(x, y, radius + grow, 0, 2 * Math.PI);
  }
}

/**
 * @param {Context} context
 * @param {Appearance} appearance
 * @param {Disc} disc
 * @param {Theme} theme
 */
function paintBody(context, appearance, disc, theme) {
  if (appearance.pattern === "outline") {
    outline(context, appearance, disc, -0.5);
    context.strokeStyle = theme.soft;
    context.lineWidth = 1.25;
    context.stroke();
  } else if (appearance.pattern === "bands") {
    paintWedges(context, appearance.colours.map(theme.actor), disc);
    edge(context, appearance, disc, theme.ink);
  } else if (appearance.pattern === "passed") {
    paintHalves(context, appearance.colours.map(theme.actor), disc);
    edge(context, appearance, disc, theme.ink);
  } else if (appearance.pattern === "hatch") {
    outline(context, appearance, disc);
    context.fillStyle = fillFor(context, appearance, theme, FINE) ?? theme.soft;
    context.fill();
    edge(context, appearance, disc, theme.ink);
  } else {
    paintHeld(context, appearance, disc, theme);
  }
}

/**
 * @param {Context} context
 * @param {Appearance} appearance
 * @param {Disc} disc
 * @param {Theme} theme
 */
function paintHeld(context, appearance, disc, theme) {
  const colour = theme.actor(appearance.colours[0]);
  context.fillStyle = colour;
  outline(context, appearance, appearance.stale ? { ...disc, radius: Math.max(2, disc.radius * 0.55) } : disc);
  context.fill();
  edge(context, appearance, disc, appearance.stale ? colour : theme.contour(colour));
  if (appearance.uncertain) {
    context.setLineDash(DOTS);
    context.lineCap = "round";
    outline(context, appearance, disc, Math.min(2, disc.radius * 0.5));
    context.strokeStyle = theme.ink;
    context.lineWidth = Math.min(1.6, disc.radius * 0.4);
    context.stroke();
  }
}

/**
 * One slice of the disc for each colour, the first cut leaning like the bands of a disputed cell.
 * @param {Context} context
 * @param {string[]} colours
 * @param {Disc} disc
 */
function paintWedges(context, colours, { x, y, radius }) {
  const slice = (2 * Math.PI) / colours.length;
  for (const [number, colour] of colours.entries()) {
    const from = Math.PI / 4 + number * slice;
    context.beginPath();
    context.moveTo(x, y);
    context.arc(x, y, radius, from, from + slice);
    context.fillStyle = colour;
    context.fill();
  }
}

/**
 * Left who had it, right who has it: time runs to the right.
 * @param {Context} context
 * @param {string[]} colours after, before
 * @param {Disc} disc
 */
function paintHalves(context, [after, before], { x, y, radius }) {
  for (const [colour, from] of /** @type {[string, number][]} */ ([[before, Math.PI / 2], [after, -Math.PI / 2]])) {
    context.beginPath();
    context.arc(x, y, radius, from, from + Math.PI);
    context.fillStyle = colour;
    context.fill();
  }
}

/**
 * @param {Context} context
 * @param {Appearance} appearance
 * @param {Disc} disc
 * @param {string} colour
 */
function edge(context, appearance, disc, colour) {
  const width = Math.min(1.25, disc.radius * 0.3);
  outline(context, appearance, disc, -width / 2);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
