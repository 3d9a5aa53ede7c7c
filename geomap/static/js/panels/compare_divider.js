/** The divider between two maps that lie over each other: an ARIA slider, by pointer, touch and keyboard. */

import { sidesOf } from "../comparison.js";
import { isoOf, longDay } from "../days.js";
import { named } from "../elements.js";
import { say } from "../say.js";

const STEP = 2;
const LEAP = 10;

/**
 * How far each key moves. The divider moves as the key points, in every language.
 * @type {Record<string, (share: number, shift: boolean) => number>}
 */
const KEYS = {
  ArrowRight: (share, shift) => share + (shift ? LEAP : STEP),
  ArrowUp: (share, shift) => share + (shift ? LEAP : STEP),
  ArrowLeft: (share, shift) => share - (shift ? LEAP : STEP),
  ArrowDown: (share, shift) => share - (shift ? LEAP : STEP),
  PageUp: (share) => share + LEAP,
  PageDown: (share) => share - LEAP,
  Home: () => 0,
  End: () => 100,
};

/**
 * @param {import("../map_state.js").MapState} state
 * @param {import("../compared_maps.js").ComparedMaps} maps
 * @param {HTMLElement} frame of the maps
 */
export function connectDivider(state, maps, frame) {
  const handle = named("compareHandle");
  const show = () => {
    const { day, known, compare } = state.current;
    handle.hidden = compare?.view !== "swipe";
    const sides = day === null ? null : sidesOf({ day, known, compare });
    if (handle.hidden || !sides) return;
    const { share } = maps;
    frame.style.setProperty("--divider", `${share}%`);
    handle.setAttribute("aria-valuenow", String(Math.round(share)));
    const [first, second] = [sides.first, sides.second].map((side) => longDay(side.day));
    handle.setAttribute("aria-valuetext", say("compare.dividerAt", { share: Math.round(share), first, second }));
    handle.dataset.days = [sides.first, sides.second].map((side) => isoOf(side.day)).join(" ");
  };
  const move = (/** @type {number} */ to) => {
    maps.share = Math.max(0, Math.min(100, to));
    show();
  };
  handle.addEventListener("keydown", (event) => {
    const key = KEYS[event.key];
    if (!key || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    move(key(maps.share, event.shiftKey));
  });
  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener("pointermove", (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const { left, width } = frame.getBoundingClientRect();
    move((100 * (event.clientX - left)) / width);
  });
  state.on(["compare", "day", "known"], show);
  show();
}
