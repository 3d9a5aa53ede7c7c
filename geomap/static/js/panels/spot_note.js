/**
 * What a search finds and no panel tells of: a place that the atlas lacks, which the map goes to and marks, and an event
 * without a place.
 *
 * @typedef {import("../finding.js").Spot} Spot
 * @typedef {{show: (point: Spot) => void, mark: (spot: Spot | null) => void}} View
 */

import { isolated, named } from "../elements.js";
import { phrase, say } from "../say.js";
import { whenInWords } from "../words.js";
import { nodesOf } from "./phrases.js";
import { spotInWords } from "./search_options.js";

/**
 * @param {import("../map_state.js").MapState} state
 * @param {View} view
 * @returns {{showSpot: (spot: Spot) => void, tellEvent: (event: import("../finding.js").FoundEvent) => void}}
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
  const tell = (/** @type {(Node | string)[]} */ ...told) => {
    words.replaceChildren(...told);
    note.hidden = false;
  };
  return {
    showSpot: (spot) => {
      state.update({ place: null, event: null });
      tell(isolated(spot.name), ", ", ...spotInWords(spot), ". ", ...nodesOf(phrase("search.noClaims", { place: { name: spot.name } })));
      view.mark(spot);
      view.show(spot);
    },
    tellEvent: ({ title, when }) => {
      leave();
      tell(isolated(title), ", ", whenInWords(when), ". ", say("search.noPlace"));
    },
  };
}
