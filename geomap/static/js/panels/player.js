/**
 * Lets time pass by itself.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 */

import { rangeShown, wholeRange } from "../axis.js";
import { named } from "../elements.js";
import { stepped, stepsDue } from "../pace.js";
import { say } from "../say.js";

const MOTION = matchMedia("(prefers-reduced-motion: reduce)");
/** With reduced motion the map jumps by a week or a month at a time, this many milliseconds apart. */
const CALM_STEP = 1200;
/** A tab that slept must not leap when it wakes: no more than this passes between two pictures, in milliseconds. */
const LONGEST_FRAME = 250;
/** Where a space belongs to the element and does not play. */
const OWN_SPACE = "input, textarea, select, button, a, summary, [contenteditable]";

/** @param {MapState} state */
export function connectPlayer(state) {
  const play = named("play");
  let turn = 0;
  const toggle = () => {
    const { playing, day } = state.current;
    const { first, last } = stretch(state);
    const isOver = !playing && day !== null && day >= last;
    state.update({ playing: !playing, moving: !playing, ...(isOver ? { day: first } : {}) });
  };
  play.addEventListener("click", toggle);
  document.addEventListener("keydown", (event) => {
    const own = event.target instanceof Element && event.target.closest(OWN_SPACE);
    if (event.key !== " " || own || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (!event.repeat) toggle();
  });
  // Nobody watches a page that is hidden; it goes on where it was when the reader says so.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) state.update({ playing: false, moving: false });
  });
  state.on(["playing"], ({ playing }) => {
    play.classList.toggle("is-playing", playing);
    play.setAttribute("aria-label", say(playing ? "time.pause" : "time.play"));
    // A run ends when playing stops; the turn keeps it from living on when playing starts again at once.
    turn += 1;
    const mine = turn;
    if (playing) run(state, () => turn === mine);
  });
}

/**
 * What is played: to the end of the slider, or over and over what the axis shows.
 * @param {MapState} state
 * @returns {{first: number, last: number}}
 */
function stretch(state) {
  const { start, end } = state.current.isLooping ? rangeShown(state.current) : wholeRange(state.timeline.atlas);
  return { first: Math.ceil(start), last: Math.ceil(end) - 1 };
}

/**
 * Let days pass until the end or until somebody stops it.
 * @param {MapState} state
 * @param {() => boolean} isMine
 */
function run(state, isMine) {
  let before = performance.now();
  let passed = 0;
  const step = (/** @type {number} */ now) => {
    const { day, playing } = state.current;
    if (!playing || !isMine() || day === null) return;
    const due = dueAfter(state, passed, Math.min(now - before, LONGEST_FRAME));
    before = now;
    passed = due.left;
    if (due.day !== day) state.update(shownOn(state, day, due.day));
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

/**
 * @param {MapState} state
 * @param {number} passed days, or with reduced motion steps, that have passed and not been shown yet
 * @param {number} elapsed milliseconds since
 * @returns {{day: number, left: number}}
 */
function dueAfter({ current: { day, unit, speed } }, passed, elapsed) {
  if (MOTION.matches) {
    const steps = Math.floor(passed + elapsed / CALM_STEP);
    return { day: stepped(day ?? 0, unit === "day" ? "month" : unit, steps), left: passed + elapsed / CALM_STEP - steps };
  }
  const { steps, left } = stepsDue(passed + (elapsed * speed) / 1000, unit);
  return { day: stepped(day ?? 0, unit, steps), left };
}

/**
 * @param {MapState} state
 * @param {number} before
 * @param {number} day that is due, which may lie beyond the end
 * @returns {Partial<import("../map_state.js").State>}
 */
function shownOn(state, before, day) {
  const { first, last } = stretch(state);
  if (day < last) return { day };
  if (!state.current.isLooping) return { day: last, playing: false, moving: false };
  // The last day is seen before it begins anew.
  return { day: before < last ? last : first };
}
