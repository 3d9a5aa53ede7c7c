/** Puts the parts of the page together. */

import { connectAddressBar, openAsKnown, readAddress } from "./address_bar.js";
import { FetchFailed } from "./api.js";
import { today } from "./days.js";
import { named } from "./elements.js";
import { readAsKnown } from "./known.js";
import { MapView } from "./layers/map_view.js";
import { MapState } from "./map_state.js";
import { PageApi } from "./page_api.js";
import { fillAbout } from "./panels/about.js";
import { connectChart } from "./panels/chart.js";
import { connectChanges } from "./panels/changes.js";
import { connectKnown } from "./panels/known.js";
import { connectLanguage } from "./panels/language.js";
import { connectLegend } from "./panels/legend.js";
import { connectNotice } from "./panels/notice.js";
import { connectPlacePanel } from "./panels/place.js";
import { connectPlaceSearch } from "./panels/place_search.js";
import { connectPrintSheet } from "./panels/print_sheet.js";
import { connectShare } from "./panels/share.js";
import { connectSheet } from "./panels/sheet.js";
import { connectTimeBar } from "./panels/time_bar.js";
import { changesOf } from "./periods.js";
import { setWords } from "./say.js";
import { pinsIn } from "./standpoint.js";
import { TimelineBroken } from "./timeline.js";
import { nameIn } from "./words.js";

const catalogue = JSON.parse(document.getElementById("catalogue")?.textContent ?? "");
setWords(catalogue);
const { language } = catalogue;
/** What the page shows by itself, as the server wrote it. */
const own = pinsIn(new URLSearchParams(named("page").dataset.standpoint));
const state = new MapState();
const api = new PageApi(state);
const notice = connectNotice();
Object.assign(window, { geomap: api });

/** @param {() => Promise<void>} work tried again when the reader says so */
async function attempt(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof FetchFailed || error instanceof TimelineBroken)) throw error;
    if (state.current.status !== "ready") state.update({ status: "failed" });
    notice.show(error.message, () => void attempt(work));
  }
}

async function start() {
  state.update({ status: "loading" });
  const { timeline, known, pins, problem } = await readAsKnown(location.hash, today());
  state.update({ known, pins });
  const changes = changesOf(timeline.periods);
  readAddress(state, timeline);
  connectSheet(state);
  connectLanguage(state);
  const view = new MapView(named("map"), state, { timeline, nameOf: (place) => nameIn(place, language) });
  connectTimeBar(state, timeline, changes);
  connectLegend(state, timeline, language);
  connectChanges(state, { timeline, changes, language }, (place) => view.show(place));
  connectChart({ state, timeline, language });
  connectPlacePanel({ state, timeline, language });
  connectKnown({ state, timeline, today: today(), own, open: (standpoint) => openAsKnown(state, standpoint) }, problem);
  connectPlaceSearch(timeline.places, language, (place) => { state.update({ place: place.id }); view.show(place); });
  fillAbout(timeline);
  const shown = { state, timeline, language, today, own, picture: () => view.picture() };
  connectShare(shown);
  connectPrintSheet(shown);
  api.connect({ timeline, view });
  await view.firstPaint();
  state.update({ status: "ready" });
  connectAddressBar(state, timeline);
  void attempt(() => view.loadGround(timeline.atlas.bounds));
}

void attempt(start);
