/**
 * The mark over the map while it is not the one that the page shows by itself, and the way back to that one.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 *
 * @typedef {object} Context
 * @property {MapState} state
 * @property {import("../standpoints.js").Standpoints} standpoints
 * @property {import("../standpoint.js").Pins} own what the page shows by itself
 * @property {boolean} isFixed in a frame of another page, which nobody may turn into another map
 *
 * @typedef {object} Told
 * @property {string[]} words what the mark says
 * @property {"problem" | "waiting" | "elsewhere"} kind
 */

import { longDay } from "../days.js";
import { countDifferences } from "../differences.js";
import { named } from "../elements.js";
import { say } from "../say.js";
import { standpointInWords } from "../standpoint.js";

/** @param {Context} context */
export function markStandpoint({ state, standpoints, own, isFixed }) {
  const [mark, words, leave, retry] = [named("knownMark"), named("knownWords"), named("knownLeave"), named("knownRetry")];
  const note = named("knownNote");
  const showNote = () => {
    // While the day runs nobody reads a note.
    if (state.current.moving) return;
    const lines = mark.hidden || mark.dataset.kind !== "elsewhere" ? [] : knowledgeInWords(state.current);
    note.textContent = lines.join(" ");
    note.hidden = lines.length === 0;
  };
  const show = () => {
    const told = toldOf(state, own);
    mark.hidden = told === null;
    if (!told) return;
    mark.dataset.kind = told.kind;
    words.textContent = told.words.join(" · ");
    showNote();
    retry.hidden = told.kind !== "problem" || state.current.awaited === null;
    leave.hidden = isFixed && told.kind !== "problem";
    leave.textContent = wayOut(told, state);
  };
  leave.addEventListener("click", () => {
    if (toldOf(state, own)?.kind === "elsewhere") void standpoints.show({ known: null, pins: {} });
    else standpoints.stay();
    named(isFixed ? "handle" : "knownField").focus({ preventScroll: true });
  });
  retry.addEventListener("click", () => standpoints.retry());
  state.on(["timeline", "known", "awaited", "problem"], show);
  state.later(["day", "base", "moving"], showNote);
  show();
}

/**
 * @param {MapState} state
 * @param {import("../standpoint.js").Pins} own
 * @returns {Told | null} null when there is nothing to tell
 */
function toldOf(state, own) {
  const { known, awaited, problem } = state.current;
  if (problem !== "") return { kind: "problem", words: [problem] };
  if (awaited) return { kind: "waiting", words: [awaited.known === null ? say("known.fetchingAll") : say("known.fetching", { day: longDay(awaited.known) })] };
  const notes = standpointInWords({ known, pins: state.timeline.pins }, own);
  return notes.length === 0 ? null : { kind: "elsewhere", words: notes };
}

/**
 * What a day of knowledge does to the day shown.
 * @param {Readonly<import("../map_state.js").State>} state
 * @returns {string[]} sentences
 */
function knowledgeInWords({ day, known, timeline, base }) {
  if (day === null || known === null || !timeline) return [];
  const differing = base === null ? null : countDifferences(timeline, base, day);
  return [
    ...(known < day ? [say("known.before")] : []),
    ...(differing === null ? [] : [`${differing === 0 ? say("known.same") : say("known.differ", { count: differing })}.`]),
  ];
}

/**
 * @param {Told} told
 * @param {MapState} state
 */
function wayOut({ kind }, { current: { known } }) {
  if (kind === "problem") return say("known.close");
  if (kind === "waiting") return say("known.stop");
  return say(known === null ? "pinned.leave" : "known.showAll");
}
