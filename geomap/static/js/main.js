/** Puts the parts of the page together. */

import { connectAddressBar, readAddress } from "./address_bar.js";
import { ComparedMaps } from "./compared_maps.js";
import { today } from "./days.js";
import { named } from "./elements.js";
import { MapView } from "./layers/map_view.js";
import { MapState } from "./map_state.js";
import { PageApi } from "./page_api.js";
import { connectEmbedded } from "./panels/embedded.js";
import { connectNotice } from "./panels/notice.js";
import { connectSheet } from "./panels/sheet.js";
import { connectTimeBar } from "./panels/time_bar.js";
import { connectWholePage } from "./panels/whole_page.js";
import { setWords } from "./say.js";
import { pinsIn } from "./standpoint.js";
import { Standpoints } from "./standpoints.js";
import { TimelineStore } from "./timeline_store.js";
import { nameIn } from "./words.js";

const catalogue = JSON.parse(document.getElementById("catalogue")?.textContent ?? "");
setWords(catalogue);
const { language } = catalogue;
/** What the page shows by itself, as the server wrote it. */
const own = pinsIn(new URLSearchParams(named("page").dataset.standpoint));
/** The server leaves out all that a frame of another page does not show. */
const isEmbedded = document.querySelector("[data-ref=wholeMap]") !== null;
const state = new MapState();
const store = new TimelineStore();
const standpoints = new Standpoints(state, { store, today });
const api = new PageApi(state);
const notice = connectNotice();
Object.assign(window, { geomap: api });

/** A map that never was there is told apart from one that goes on without something. */
const failed = () => {
  if (state.current.status !== "ready") state.update({ status: "failed" });
};

async function start() {
  state.update({ status: "loading" });
  await notice.whileSlow(standpoints.begin(location.hash));
  readAddress(state);
  if (!isEmbedded) connectSheet(state);
  const viewOf = (/** @type {HTMLElement} */ container, /** @type {MapState} */ shown) =>
    new MapView(container, shown, { nameOf: (place) => nameIn(place, language), isEmbedded });
  const view = viewOf(named("map"), state);
  const maps = new ComparedMaps({ state, view }, viewOf, { store, today, standpoints });
  connectTimeBar({ state, standpoints, language, isEmbedded });
  const context = { state, standpoints, language, view, own, maps };
  if (isEmbedded) connectEmbedded(context);
  else connectWholePage(context);
  api.connect(view);
  await view.firstPaint();
  state.update({ status: "ready" });
  if (!isEmbedded) connectAddressBar(state, standpoints);
  void notice.attempt(() => view.loadGround(state.timeline.atlas.bounds), failed);
}

void notice.attempt(start, failed);
