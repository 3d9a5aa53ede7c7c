/**
 * The history of a place as a strip: its length is the time of the slider, its colours are those of the map.
 *
 * @typedef {import("../periods.js").Spell} Spell
 * @typedef {import("../timeline.js").Timeline} Timeline
 */

import { appearanceOf } from "../appearance.js";
import { dayAt, shareOf, wholeRange } from "../axis.js";
import { clampDay } from "../days.js";
import { make } from "../elements.js";
import { FINE, fillFor } from "../marks.js";
import { say } from "../say.js";
import { drawStill } from "../still.js";
import { currentTheme } from "../theme.js";

const SIZE = { width: 640, height: 22 };

/**
 * @param {Timeline} timeline
 * @param {Spell[]} spells
 * @param {{name: string, go: (day: number) => void}} place
 * @returns {{element: HTMLElement, mark: (day: number) => void}}
 */
export function historyStrip(timeline, spells, { name, go }) {
  const range = wholeRange(timeline.atlas);
  const label = say("place.strip", { place: name, count: spells.length });
  const canvas = make("canvas", { role: "img", "aria-label": label });
  const needle = make("span", { class: "needle" });
  const element = make("div", { class: "strip" }, canvas, needle);
  drawStill(canvas, SIZE, (context) => drawStrip(context, timeline, spells));
  // The style sheet stretches the strip to the width of the panel.
  canvas.style.width = "";
  canvas.style.height = "";
  element.addEventListener("click", ({ clientX }) => {
    const { left, width } = canvas.getBoundingClientRect();
    go(dayAt((clientX - left) / width, range));
  });
  const mark = (/** @type {number} */ day) => {
    needle.style.left = `${shareOf(clampDay(day, range.start, range.end - 1) + 0.5, range) * 100}%`;
  };
  return { element, mark };
}

/**
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {Timeline} timeline
 * @param {Spell[]} spells
 */
function drawStrip(context, timeline, spells) {
  const range = wholeRange(timeline.atlas);
  const theme = currentTheme();
  const at = (/** @type {number} */ day) => Math.max(0, Math.min(1, shareOf(day, range))) * SIZE.width;
  for (const { start, end, periods } of spells) {
    const fill = fillFor(context, appearanceOf(timeline, periods[0], false), theme, FINE);
    if (!fill || end <= range.start || start >= range.end) continue;
    context.fillStyle = fill;
    context.fillRect(at(start), 0, Math.max(2, at(end) - at(start)), SIZE.height);
  }
}
