/**
 * All that stands around the map on the page of its own.
 *
 * @typedef {object} Context
 * @property {import("../map_state.js").MapState} state
 * @property {import("../standpoints.js").Standpoints} standpoints
 * @property {string} language
 * @property {import("../layers/map_view.js").MapView} view
 * @property {import("../standpoint.js").Pins} own what the page shows by itself
 */

import { today } from "../days.js";
import { fillAbout } from "./about.js";
import { connectChanges } from "./changes.js";
import { connectChart } from "./chart.js";
import { connectFilters } from "./filters.js";
import { connectHiddenNote } from "./hidden_note.js";
import { connectKnown } from "./known.js";
import { connectLanguage } from "./language.js";
import { connectLegend } from "./legend.js";
import { connectPlacePanel } from "./place.js";
import { connectPlaceSearch } from "./place_search.js";
import { connectPrintSheet } from "./print_sheet.js";
import { connectShare } from "./share.js";
import { markStandpoint } from "./standpoint_mark.js";

/** @param {Context} context */
export function connectWholePage({ state, standpoints, language, view, own }) {
  connectLanguage(state);
  connectLegend(state, language, view);
  connectFilters(state, language, standpoints);
  connectHiddenNote(state);
  connectChanges(state, language, (place) => view.show(place));
  connectChart(state, language);
  connectPlacePanel(state, language, (place) => view.show(place));
  connectKnown({ state, today: today(), open: (standpoint) => void standpoints.show(standpoint) });
  markStandpoint({ state, standpoints, own, isFixed: false });
  connectPlaceSearch(state, language, (place) => {
    state.update({ place: place.id });
    view.show(place);
  });
  fillAbout(state.timeline);
  state.on(["timeline"], () => fillAbout(state.timeline));
  const shown = { state, language, today, own, picture: () => view.picture() };
  connectShare(shown);
  connectPrintSheet(shown);
}
