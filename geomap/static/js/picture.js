/**
 * A picture of the map to take away: the map as it is drawn, and around it what a reader needs to read and to credit it.
 *
 * @typedef {import("./appearance.js").Appearance} Appearance
 * @typedef {import("./theme.js").Theme} Theme
 * @typedef {{name: string, count: string, swatch: HTMLCanvasElement}} Entry of the legend
 *
 * @typedef {object} Words
 * @property {string} title
 * @property {string} day
 * @property {string[]} notes such as what was known
 * @property {string[]} credits
 * @property {string} address where the map is
 *
 * @typedef {object} Style
 * @property {string} font
 * @property {"ink" | "soft" | "accent"} colour
 * @property {number} height of a line
 * @property {number} most lines of one text
 * @property {boolean} [isAddress] which runs from left to right in every language
 * @typedef {{text: string, style: Style}} Line
 */

const MARGIN = 20;
const SANS = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Naskh Arabic', sans-serif";
const SERIF = "georgia, 'Source Serif 4', 'Noto Serif', 'Noto Naskh Arabic', serif";
/** @type {Record<string, Style>} */
const STYLES = {
  title: { font: `700 22px ${SERIF}`, colour: "ink", height: 28, most: 3 },
  day: { font: `600 18px ${SERIF}`, colour: "ink", height: 25, most: 1 },
  note: { font: `600 13px ${SANS}`, colour: "accent", height: 20, most: 3 },
  credit: { font: `11px ${SANS}`, colour: "soft", height: 16, most: 3 },
  address: { font: `11px ${SANS}`, colour: "soft", height: 16, most: 8, isAddress: true },
};
const ENTRY = { font: `13px ${SANS}`, height: 25, width: 260, swatchWidth: 34, swatchHeight: 18, gap: 9 };

/**
 * A text in lines that fit. A word that fits nowhere is broken, and what would take too many lines is cut.
 * @param {string} text
 * @param {(text: string) => number} measure
 * @param {number} width
 * @param {number} most lines
 * @returns {string[]}
 */
export function wrapped(text, measure, width, most) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    const pieces = broken(word, measure, width);
    if (line !== "") lines.push(line);
    line = pieces.pop() ?? "";
    lines.push(...pieces);
  }
  if (line !== "") lines.push(line);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), cut(`${lines[most - 1]}…`, measure, width)];
}

/**
 * @param {string} word
 * @param {(text: string) => number} measure
 * @param {number} width
 * @returns {string[]} the word in pieces that fit
 */
function broken(word, measure, width) {
  const pieces = [];
  let rest = word;
  while (measure(rest) > width && rest.length > 1) {
    const fits = lettersThatFit(rest, measure, width);
    pieces.push(rest.slice(0, fits));
    rest = rest.slice(fits);
  }
  return [...pieces, rest];
}

/**
 * @param {string} text
 * @param {(text: string) => number} measure
 * @param {number} width
 * @returns {number} how much of the text they are, at least one letter
 */
function lettersThatFit(text, measure, width) {
  let [low, high] = [1, text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(text.slice(0, middle)) <= width) low = middle;
    else high = middle - 1;
  }
  // Half a letter is none.
  if (!/[\ud800-\udbff]/.test(text[low - 1])) return low;
  return low === 1 ? 2 : low - 1;
}

/**
 * @param {string} text
 * @param {(text: string) => number} measure
 * @param {number} width
 */
function cut(text, measure, width) {
  if (measure(text) <= width) return text;
  const room = Math.max(0, width - measure("…"));
  return `${text.slice(0, lettersThatFit(text, measure, room))}…`;
}

/**
 * A file name that says which day is shown.
 * @param {string} atlas its id
 * @param {string} day such as 2017-10-17
 */
export function pictureName(atlas, day) {
  return `${atlas.replace(/[^\w-]+/g, "-").slice(0, 60) || "map"}-${day}.png`;
}

/**
 * @param {{canvas: HTMLCanvasElement, pixelRatio: number}} map
 * @param {{words: Words, legend: readonly Entry[]}} content
 * @param {{theme: Theme, isRightToLeft: boolean}} look
 * @returns {HTMLCanvasElement}
 */
export function drawPicture({ canvas: map, pixelRatio }, { words, legend }, { theme, isRightToLeft }) {
  const canvas = document.createElement("canvas");
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const [width, mapHeight] = [map.width / pixelRatio, map.height / pixelRatio];
  const fit = (/** @type {Style} */ style, /** @type {string} */ text) => linesOf(context, text, style, width - 2 * MARGIN);
  const above = [...fit(STYLES.title, words.title), ...fit(STYLES.day, words.day), ...words.notes.flatMap((note) => fit(STYLES.note, note))];
  const below = [...words.credits.flatMap((credit) => fit(STYLES.credit, credit)), ...fit(STYLES.address, words.address)];
  const columns = Math.max(1, Math.floor((width - 2 * MARGIN) / ENTRY.width));
  const legendHeight = Math.ceil(legend.length / columns) * ENTRY.height;
  const mapTop = MARGIN + heightOf(above) + MARGIN / 2;
  const height = mapTop + mapHeight + MARGIN / 2 + legendHeight + MARGIN / 2 + heightOf(below) + MARGIN;
  canvas.width = map.width;
  canvas.height = Math.round(height * pixelRatio);
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.fillStyle = theme.halo;
  context.fillRect(0, 0, width, height);
  // The map is copied pixel by pixel, so that nothing of it is blurred.
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(map, 0, Math.round(mapTop * pixelRatio));
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  const pen = { context, theme, width, isRightToLeft };
  writeLines(pen, above, MARGIN);
  drawLegend(pen, { legend, columns, top: mapTop + mapHeight + MARGIN / 2 });
  writeLines(pen, below, height - MARGIN - heightOf(below));
  return canvas;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {Style} style
 * @param {number} width
 * @returns {Line[]}
 */
function linesOf(context, text, style, width) {
  context.font = style.font;
  return wrapped(text, (part) => context.measureText(part).width, width, style.most).map((line) => ({ text: line, style }));
}

/** @param {readonly Line[]} lines */
function heightOf(lines) {
  return lines.reduce((sum, { style }) => sum + style.height, 0);
}

/**
 * @typedef {{context: CanvasRenderingContext2D, theme: Theme, width: number, isRightToLeft: boolean}} Pen
 */

/**
 * @param {Pen} pen
 * @param {readonly Line[]} lines
 * @param {number} top
 */
function writeLines({ context, theme, width, isRightToLeft }, lines, top) {
  context.textAlign = isRightToLeft ? "right" : "left";
  context.textBaseline = "middle";
  let y = top;
  for (const { text, style } of lines) {
    context.font = style.font;
    context.fillStyle = theme[style.colour];
    context.direction = isRightToLeft && !style.isAddress ? "rtl" : "ltr";
    context.fillText(text, isRightToLeft ? width - MARGIN : MARGIN, y + style.height / 2);
    y += style.height;
  }
}

/**
 * @param {Pen} pen
 * @param {{legend: readonly Entry[], columns: number, top: number}} content
 */
function drawLegend({ context, theme, width, isRightToLeft }, { legend, columns, top }) {
  const { font, height, swatchWidth, swatchHeight, gap } = ENTRY;
  const column = (width - 2 * MARGIN) / columns;
  const rows = Math.ceil(legend.length / columns);
  const measure = (/** @type {string} */ text) => context.measureText(text).width;
  // From the side where lines begin; `span` is how far a thing reaches from there.
  const at = (/** @type {number} */ x, span = 0) => (isRightToLeft ? width - x - span : x);
  context.font = font;
  context.direction = isRightToLeft ? "rtl" : "ltr";
  context.textBaseline = "middle";
  context.fillStyle = theme.ink;
  legend.forEach(({ name, count, swatch }, number) => {
    const left = MARGIN + Math.floor(number / rows) * column;
    const middle = top + (number % rows) * height + height / 2;
    context.drawImage(swatch, at(left, swatchWidth), middle - swatchHeight / 2, swatchWidth, swatchHeight);
    const room = column - swatchWidth - 3 * gap - measure(count);
    context.textAlign = "start";
    context.fillText(cut(name, measure, room), at(left + swatchWidth + gap), middle);
    context.textAlign = "end";
    context.fillText(count, at(left + column - gap), middle);
  });
}
