/**
 * All that stands around the map on the page of its own.
 *
 * @typedef {object} Context
 * @property {import("../map_state.js").MapState} state
 * @property {import("../timeline.js").Timeline} timeline
 * @property {import("../periods.js").Changes} changes
 * @property {string} language
 * @property {import("../layers/map_view.js").MapView} view
 * @property {import("../standpoint.js").Pins} own what the page shows by itself
 * @property {string} problem why what the address asks for is not shown; empty when it is
 */

import { openAsKnown } from "../address_bar.js";
import { today } from "../days.js";
import { fillAbout } from "./about.js";
import { connectChanges } from "./changes.js";
import { connectChart } from "./chart.js";
import { connectKnown } from "./known.js";
import { connectLanguage } from "./language.js";
import { connectLegend } from "./legend.js";
import { connectPlacePanel } from "./place.js";
import { connectPlaceSearch } from "./place_search.js";
import { connectPrintSheet } from "./print_sheet.js";
import { connectShare } from "./share.js";
import { markStandpoint } from "./standpoint_mark.js";

/** @param {Context} context */
export function connectWholePage({ state, timeline, changes, language, view, own, problem }) {
  const open = (/** @type {Partial<import("../standpoint.js").Standpoint>} */ standpoint) => openAsKnown(state, standpoint);
  connectLanguage(state);
  connectLegend(state, timeline, language);
  connectChanges(state, { timeline, changes, language }, (place) => view.show(place));
  connectChart({ state, timeline, language });
  connectPlacePanel({ state, timeline, language });
  connectKnown({ state, timeline, today: today(), open });
  markStandpoint({ state, timeline, own, open }, problem);
  connectPlaceSearch(timeline.places, language, (place) => {
    state.update({ place: place.id });
    view.show(place);
  });
  fillAbout(timeline);
  const shown = { state, timeline, language, today, own, picture: () => view.picture() };
  connectShare(shown);
  connectPrintSheet(shown);
}
