/**
 * The day on the map: an ARIA slider on the time axis.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 */

import { rangeShown, shareOf, wholeRange } from "../axis.js";
import { clampDay, isoOf } from "../days.js";
import { named } from "../elements.js";
import { dayInFull, dayInShort } from "../spoken.js";

/**
 * @param {MapState} state
 * @param {string} language
 */
export function connectSlider(state, language) {
  const [handle, past] = ["handle", "past"].map(named);
  const place = () => {
    const whole = wholeRange(state.timeline.atlas);
    const day = clampDay(state.current.day ?? whole.start, whole.start, whole.end - 1);
    placeOn(handle, day, state);
    past.style.width = handle.style.left;
  };
  const show = () => {
    const whole = wholeRange(state.timeline.atlas);
    const day = state.current.day ?? whole.start;
    handle.setAttribute("aria-valuemin", String(whole.start));
    handle.setAttribute("aria-valuemax", String(whole.end - 1));
    handle.setAttribute("aria-valuenow", String(clampDay(day, whole.start, whole.end - 1)));
    handle.dataset.day = isoOf(day);
    place();
    tell(day);
  };
  // While the day runs its date is enough; what changed is told where it comes to rest.
  const tell = (/** @type {number} */ day) => {
    const { timeline, current: { moving, filters } } = state;
    handle.setAttribute("aria-valuetext", moving ? dayInShort(timeline, day, filters) : dayInFull(timeline, day, { language, filters }));
  };
  state.on(["day", "timeline"], show);
  state.on(["moving", "filters"], ({ day }) => day === null || tell(day));
  state.on(["span"], place);
  show();
}

/**
 * Put a handle where its day lies; one whose day lies beside the axis waits at the edge.
 * @param {HTMLElement} handle
 * @param {number} day
 * @param {MapState} state
 */
export function placeOn(handle, day, { current }) {
  const share = shareOf(day + 0.5, rangeShown(current));
  const shown = Math.max(0, Math.min(1, share));
  handle.style.left = `${shown * 100}%`;
  handle.classList.toggle("is-beside", shown !== share);
}
