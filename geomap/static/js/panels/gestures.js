/**
 * Fingers and mouse on the track: one on the bars moves the day, one on the axis pushes it, two zoom it.
 *
 * @typedef {import("../axis.js").Range} Range
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {{mode: "scrub" | "push" | "pinch", range: Range, at: number[]}} Gesture `at`: where its fingers went down, as shares of the track
 */

import { dayAt, lengthOf, panned, rangeShown, shareOf, wholeRange, zoomed } from "../axis.js";
import { named } from "../elements.js";
import { showRange } from "./time_axis.js";

/** A push shorter than this, in CSS pixels, is a click: it means the day there. */
const CLICK = 4;

/** @param {MapState} state */
export function connectGestures(state) {
  const [track, axis, handle] = ["track", "axis", "handle"].map(named);
  /** Where the fingers are, as shares of the track. @type {Map<number, number>} */
  const fingers = new Map();
  /** @type {Gesture | null} */
  let gesture = null;
  const shareAt = (/** @type {PointerEvent} */ { clientX }) => {
    const { left, width } = track.getBoundingClientRect();
    return (clientX - left) / width;
  };
  const scrub = (/** @type {number} */ share, /** @type {boolean} */ moving) =>
    state.update({ day: dayAt(Math.max(0, Math.min(1, share)), rangeShown(state.current)), playing: false, moving });
  track.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    fingers.set(event.pointerId, shareAt(event));
    track.setPointerCapture(event.pointerId);
    const isAxis = event.target instanceof Node && axis.contains(event.target);
    gesture = { mode: fingers.size > 1 ? "pinch" : isAxis ? "push" : "scrub", range: rangeShown(state.current), at: [...fingers.values()] };
    if (gesture.mode === "pinch") state.update({ moving: false });
    handle.focus({ preventScroll: true });
    if (gesture.mode === "scrub") scrub(shareAt(event), true);
  });
  track.addEventListener("pointermove", (event) => {
    if (!gesture || !fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, shareAt(event));
    if (gesture.mode === "scrub") scrub(shareAt(event), true);
    else showRange(state, moved(gesture, [...fingers.values()], wholeRange(state.timeline.atlas)));
  });
  track.addEventListener("lostpointercapture", (event) => {
    const isClick = gesture?.mode === "push" && Math.abs(shareAt(event) - gesture.at[0]) * track.clientWidth < CLICK;
    if (isClick) scrub(shareAt(event), false);
    fingers.delete(event.pointerId);
    // The finger that stays after a pinch does not move the day on.
    gesture = null;
    state.update({ moving: false });
  });
}

/**
 * The range that keeps under the fingers what was there when they went down.
 * @param {Gesture} gesture
 * @param {number[]} at where the fingers are now
 * @param {Range} whole
 * @returns {Range}
 */
function moved({ range, at: before }, at, whole) {
  const middle = (/** @type {number[]} */ shares) => shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const apart = (/** @type {number[]} */ [one, other = one]) => Math.abs(one - other);
  const focus = range.start + middle(before) * lengthOf(range);
  const factor = before.length > 1 && apart(before) > 0 ? Math.max(0.01, apart(at) / apart(before)) : 1;
  const resized = zoomed(range, whole, { factor, focus });
  return panned(resized, whole, (shareOf(focus, resized) - middle(at)) * lengthOf(resized));
}
