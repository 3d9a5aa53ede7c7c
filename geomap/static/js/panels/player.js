/**
 * Play, pause, speed, and the steps to the previous and next change.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {import("../timeline.js").Atlas} Atlas
 */

import { addMonths, clampDay } from "../days.js";
import { named } from "../elements.js";
import { say } from "../say.js";
import { changesOf, nextChange, previousChange } from "../periods.js";

const MOTION = matchMedia("(prefers-reduced-motion: reduce)");
/** With reduced motion the map jumps a month at a time, this many milliseconds apart. */
const CALM_STEP = 1200;
/** Where a space belongs to the element and does not play. */
const OWN_SPACE = "input, textarea, select, button, a, summary";

/** @param {MapState} state */
export function connectPlayer(state) {
  const { atlas } = state.timeline;
  const play = named("play");
  const speed = /** @type {HTMLSelectElement} */ (named("speed"));
  let turn = 0;
  const toggle = () => {
    const { playing, day } = state.current;
    const isOver = !playing && day !== null && day >= atlas.viewLast;
    state.update({ playing: !playing, moving: !playing, ...(isOver ? { day: atlas.viewStart } : {}) });
  };
  play.addEventListener("click", toggle);
  document.addEventListener("keydown", (event) => {
    const own = event.target instanceof Element && event.target.closest(OWN_SPACE);
    if (event.key !== " " || own || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (!event.repeat) toggle();
  });
  connectStep("previousChange", state, (day) => previousChange(changesOf(state.timeline.periods), day));
  connectStep("nextChange", state, (day) => nextChange(changesOf(state.timeline.periods), day));
  state.on(["playing"], ({ playing }) => {
    play.classList.toggle("is-playing", playing);
    play.setAttribute("aria-label", say(playing ? "time.pause" : "time.play"));
    // A run ends when playing stops; the turn keeps it from living on when playing starts again at once.
    turn += 1;
    const mine = turn;
    if (playing) run(state, atlas, { speed: () => Number(speed.value), isMine: () => turn === mine });
  });
}

/**
 * @param {string} name of the button
 * @param {MapState} state
 * @param {(day: number) => number | null} find
 */
function connectStep(name, state, find) {
  const step = /** @type {HTMLButtonElement} */ (named(name));
  step.addEventListener("click", () => {
    const day = find(state.current.day ?? 0);
    if (day !== null) state.update({ day, playing: false, moving: false });
  });
  state.on(["day", "timeline"], ({ day }) => step.setAttribute("aria-disabled", String(day === null || find(day) === null)));
}

/**
 * Let days pass until the end of the view or until somebody stops it.
 * @param {MapState} state
 * @param {Atlas} atlas
 * @param {{speed: () => number, isMine: () => boolean}} run speed in days a second
 */
function run(state, atlas, { speed, isMine }) {
  let before = performance.now();
  let passed = 0;
  const step = (/** @type {number} */ now) => {
    const { day, playing } = state.current;
    if (!playing || !isMine() || day === null) return;
    const calm = MOTION.matches;
    // A tab that slept must not leap when it wakes.
    passed += Math.min(now - before, 250) * (calm ? 1 / CALM_STEP : speed() / 1000);
    before = now;
    const whole = Math.floor(passed);
    passed -= whole;
    const next = clampDay(calm ? addMonths(day, whole) : day + whole, atlas.start, atlas.viewLast);
    const goesOn = next < atlas.viewLast;
    state.update({ day: next, playing: goesOn, moving: goesOn });
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}
