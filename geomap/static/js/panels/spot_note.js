/**
 * A place that the gazetteer knows and the atlas lacks: the map goes there and marks it, and the panel says that there are
 * no claims on it.
 *
 * @typedef {import("../finding.js").Spot} Spot
 * @typedef {{show: (point: Spot) => void, mark: (spot: Spot | null) => void}} View
 */

import { isolated, named } from "../elements.js";
import { phrase } from "../say.js";
import { nodesOf } from "./phrases.js";
import { spotInWords } from "./search_options.js";

/**
 * @param {import("../map_state.js").MapState} state
 * @param {View} view
 * @returns {(spot: Spot) => void}
 */
export function connectSpotNote(state, view) {
  const [note, words, close] = [named("spotNote"), named("spotWords"), named("spotClose")];
  const leave = () => {
    if (note.hidden) return;
    note.hidden = true;
    view.mark(null);
  };
  close.addEventListener("click", () => {
    leave();
    named("searchField").focus({ preventScroll: true });
  });
  // Whoever opens a place of the atlas has left the other.
  state.on(["place"], ({ place }) => place !== null && leave());
  return (spot) => {
    state.update({ place: null, event: null });
    words.replaceChildren(isolated(spot.name), ", ", ...spotInWords(spot), ". ", ...nodesOf(phrase("search.noClaims", { place: { name: spot.name } })));
    note.hidden = false;
    view.mark(spot);
    view.show(spot);
  };
}
