/**
 * All that stands around the map on the page of its own.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 *
 * @typedef {object} Context
 * @property {MapState} state
 * @property {import("../standpoints.js").Standpoints} standpoints
 * @property {string} language
 * @property {import("../layers/map_view.js").MapView} view
 * @property {import("../standpoint.js").Pins} own what the page shows by itself
 * @property {import("../compared_maps.js").ComparedMaps} maps
 */

import { clampDay, today } from "../days.js";
import { fillAbout } from "./about.js";
import { connectChanges } from "./changes.js";
import { connectChart } from "./chart.js";
import { connectCompare } from "./compare.js";
import { legendShown } from "./compare_legend.js";
import { connectCompareList } from "./compare_list.js";
import { connectFilters } from "./filters.js";
import { connectHiddenNote } from "./hidden_note.js";
import { connectKnown } from "./known.js";
import { connectLanguage } from "./language.js";
import { connectLegend } from "./legend.js";
import { connectNews } from "./news.js";
import { connectPlacePanel } from "./place.js";
import { connectPrintSheet } from "./print_sheet.js";
import { connectSearchBox } from "./search_box.js";
import { connectShare } from "./share.js";
import { connectSpotNote } from "./spot_note.js";
import { markStandpoint } from "./standpoint_mark.js";

/** @param {Context} context */
export function connectWholePage({ state, standpoints, language, view, own, maps }) {
  connectLanguage(state);
  connectCompare({ state, maps, isEmbedded: false });
  connectCompareList({ state, language, maps, show: (place) => view.show(place) });
  connectLegend(state, language, view);
  connectFilters(state, language, standpoints);
  connectHiddenNote(state);
  connectChanges(state, language, (place) => view.show(place));
  connectChart(state, language);
  connectPlacePanel(state, language, (place) => view.show(place));
  connectKnown({ state, today: today(), open: (standpoint) => void standpoints.show(standpoint) });
  markStandpoint({ state, standpoints, own, isFixed: false });
  const { showSpot, tellEvent } = connectSpotNote(state, view);
  connectSearchBox(state, language, {
    place: (place) => {
      state.update({ place: place.id, event: null });
      view.show(place);
    },
    spot: showSpot,
    event: (event) => {
      showEvent(state, event);
      if (event.place) view.show(event.place);
      else tellEvent(event);
    },
  });
  fillAbout(state.timeline);
  state.on(["timeline"], () => fillAbout(state.timeline));
  const shown = { state, language, today, own, picture: () => maps.picture(), legend: () => legendShown({ state, language, maps }) };
  connectShare(shown);
  connectPrintSheet(shown);
  connectNews(state, own);
}

/**
 * Go to the day of an event, and open the panel of its place if it has one.
 * @param {MapState} state
 * @param {import("../finding.js").FoundEvent} event
 */
function showEvent(state, { id, earliest, place }) {
  const { atlas, placeIndex } = state.timeline;
  const isHere = place !== null && placeIndex.has(place.id);
  state.update({ day: clampDay(earliest, atlas.start, atlas.last), event: id, place: isHere ? place.id : null, playing: false, moving: false });
}
