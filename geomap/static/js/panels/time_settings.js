/**
 * How time passes and what of it is shown: what does not belong in the bar itself opens from it.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {import("../map_state.js").State} State
 */

import { make, named } from "../elements.js";
import { SPEEDS, UNITS } from "../pace.js";
import { actorIn, ANYWHERE, scopeOf } from "../scope.js";
import { holdersOf } from "../periods.js";
import { say } from "../say.js";
import { nameIn } from "../words.js";
import { WINDOWS, windowInWords } from "../event_window.js";

/** Room between the button and what it opens, in CSS pixels. */
const GAP = 8;

/**
 * @param {MapState} state
 * @param {string} language
 */
export function connectTimeSettings(state, language) {
  connectChoice("unit", state, { key: "unit", read: (text) => UNITS.find((unit) => unit === text) });
  connectChoice("speed", state, { key: "speed", read: (text) => SPEEDS.find((speed) => String(speed) === text) });
  connectScope(state, language);
  connectWindows(state);
  const loop = /** @type {HTMLInputElement} */ (named("loop"));
  loop.addEventListener("change", () => state.update({ isLooping: loop.checked }));
  const show = () => { loop.checked = state.current.isLooping; };
  state.on(["isLooping"], show);
  show();
  connectPopover(/** @type {HTMLButtonElement} */ (named("timeMoreOpen")), named("timeMore"));
}

/**
 * A choice among fixed values.
 * @template {"unit" | "speed" | "scope" | "window"} Key
 * @param {string} name of the select element
 * @param {MapState} state
 * @param {{key: Key, read: (text: string) => State[Key] | undefined}} part
 */
function connectChoice(name, state, { key, read }) {
  const select = /** @type {HTMLSelectElement} */ (named(name));
  select.addEventListener("change", () => {
    const value = read(select.value);
    if (value !== undefined) state.update({ [key]: value });
  });
  const show = () => { select.value = String(state.current[key]); };
  state.on([key], show);
  show();
  select.disabled = false;
}

/**
 * Which changes are stepped through: the place is offered while one is open, and each actor that ever holds something.
 * @param {MapState} state
 * @param {string} language
 */
function connectScope(state, language) {
  const select = /** @type {HTMLSelectElement} */ (named("scope"));
  /** @type {Set<number>} */
  let holders = new Set();
  const fill = () => {
    const { timeline, current: { place, scope } } = state;
    const at = timeline.places[timeline.placeIndex.get(place ?? "") ?? -1];
    const chosen = timeline.actors.find(({ id }) => id === actorIn(scope));
    const actors = timeline.actors.filter((actor, number) => holders.has(number) || actor === chosen);
    select.replaceChildren(
      make("option", { value: ANYWHERE }, say("time.scopeAny")),
      make("option", { value: "view" }, say("time.scopeView")),
      make("option", { value: "place", ...(at ? {} : { disabled: "" }) }, at ? say("time.scopePlace", { place: nameIn(at, language) }) : say("time.scopeNoPlace")),
      make("optgroup", { label: say("time.scopeActor") }, ...actors.map((actor) => make("option", { value: `actor:${actor.id}` }, nameIn(actor, language)))),
    );
    select.value = scope;
  };
  const findHolders = () => {
    const { periods } = state.timeline;
    holders = new Set();
    for (let period = 0; period < periods.count; period += 1) for (const actor of holdersOf(periods, period)) holders.add(actor);
    fill();
  };
  state.on(["timeline"], findHolders);
  state.on(["place"], fill);
  findHolders();
  connectChoice("scope", state, { key: "scope", read: (text) => scopeOf(text) ?? undefined });
}

/** @param {MapState} state */
function connectWindows(state) {
  const select = /** @type {HTMLSelectElement} */ (named("window"));
  const fill = () => {
    const { window } = state.current;
    // One that was drawn on the axis stands among those that are offered.
    const offered = [...new Set([...WINDOWS, window])].sort((one, other) => one - other);
    select.replaceChildren(...offered.map((days) => make("option", { value: String(days) }, windowInWords(days))));
    select.value = String(window);
  };
  state.on(["window"], fill);
  fill();
  connectChoice("window", state, { key: "window", read: Number });
}

/**
 * What opens stands above its button, or fills the foot of a narrow screen: that is for the style sheet.
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} popover
 */
function connectPopover(button, popover) {
  const place = () => {
    const { right, top } = button.getBoundingClientRect();
    popover.style.setProperty("--from-right", `${Math.max(GAP, document.documentElement.clientWidth - right)}px`);
    popover.style.setProperty("--from-bottom", `${document.documentElement.clientHeight - top + GAP}px`);
  };
  popover.addEventListener("beforetoggle", place);
  popover.addEventListener("toggle", (event) => {
    button.setAttribute("aria-expanded", String(/** @type {ToggleEvent} */ (event).newState === "open"));
  });
  addEventListener("resize", place);
  button.disabled = false;
}
