/**
 * Fingers and mouse on the track: one on the bars moves the day, and at an end of the axis draws more of it in; one on the axis
 * pushes it, two zoom it.
 *
 * @typedef {import("../axis.js").Range} Range
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {{mode: "scrub" | "push" | "pinch", range: Range, at: number[]}} Gesture `at`: where its fingers went down, as shares of the track
 */

import { dayAt, lengthOf, panned, pullAt, rangeShown, shareOf, wholeRange, zoomed } from "../axis.js";
import { named } from "../elements.js";
import { showRange } from "./time_axis.js";

/** A push shorter than this, in CSS pixels, is a click: it means the day there. */
const CLICK = 4;
/** How near an end of the track a day that is dragged draws more of the axis in, in CSS pixels. */
const EDGE = 28;
/** No more of the time since the frame before is made up for, in milliseconds. */
const LONGEST_FRAME = 50;

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
  const pull = pulling(state, track, scrub);
  track.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    fingers.set(event.pointerId, shareAt(event));
    track.setPointerCapture(event.pointerId);
    const isAxis = event.target instanceof Node && axis.contains(event.target);
    gesture = { mode: fingers.size > 1 ? "pinch" : isAxis ? "push" : "scrub", range: rangeShown(state.current), at: [...fingers.values()] };
    pull(null);
    if (gesture.mode === "pinch") state.update({ moving: false });
    handle.focus({ preventScroll: true });
    if (gesture.mode === "scrub") scrub(shareAt(event), true);
  });
  track.addEventListener("pointermove", (event) => {
    if (!gesture || !fingers.has(event.pointerId)) return;
    const share = shareAt(event);
    fingers.set(event.pointerId, share);
    if (gesture.mode !== "scrub") return showRange(state, moved(gesture, [...fingers.values()], wholeRange(state.timeline.atlas)));
    scrub(share, true);
    pull(Math.abs(share - gesture.at[0]) * track.clientWidth < CLICK ? null : share);
  });
  track.addEventListener("lostpointercapture", (event) => {
    const isClick = gesture?.mode === "push" && Math.abs(shareAt(event) - gesture.at[0]) * track.clientWidth < CLICK;
    if (isClick) scrub(shareAt(event), false);
    fingers.delete(event.pointerId);
    pull(null);
    // The finger that stays after a pinch does not move the day on.
    gesture = null;
    state.update({ moving: false });
  });
}

/**
 * Runs the axis on while a day is dragged at one of its ends.
 * @param {MapState} state
 * @param {HTMLElement} track
 * @param {(share: number, moving: boolean) => void} scrub
 * @returns {(share: number | null) => void} tells where the hand is, as a share of the track; null: it drags no day
 */
function pulling(state, track, scrub) {
  /** @type {number | null} */
  let hand = null;
  let [frame, last] = [0, 0];
  const run = (/** @type {number} */ now) => {
    frame = 0;
    const { span } = state.current;
    const speed = hand === null || span === null ? 0 : pullAt(hand, EDGE / track.clientWidth);
    if (hand === null || span === null || speed === 0) return;
    const next = panned(span, wholeRange(state.timeline.atlas), (speed * lengthOf(span) * Math.min(LONGEST_FRAME, now - last)) / 1000);
    last = now;
    frame = requestAnimationFrame(run);
    if (next.start === span.start) return;
    showRange(state, next);
    scrub(hand, true);
  };
  return (share) => {
    hand = share;
    if (share === null || frame !== 0) return;
    last = performance.now();
    frame = requestAnimationFrame(run);
  };
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
