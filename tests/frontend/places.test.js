import assert from "node:assert/strict";
import { test } from "node:test";

import { HIDDEN_APPEARANCE, makeAppearance } from "../../geomap/static/js/appearance.js";
import { PlacesLayer } from "../../geomap/static/js/layers/places.js";
import { decodeTimeline } from "../../geomap/static/js/timeline.js";
import { smallTimeline } from "./small_timeline.js";

const { places } = decodeTimeline(smallTimeline());
const [RAQQA, BAGHUZ, NOWHERE] = places.map(({ id }) => id);
const SHOWN = makeAppearance("plain", ["#222222"]);
/** The whole world in one square. @type {any} */
const VIEW = { width: 1000, height: 1000, left: 0, top: 0, scale: 1000, zoom: 7 };

/** @param {readonly import("../../geomap/static/js/appearance.js").Appearance[]} looks @param {string | null} selected */
function marked(looks, selected = null) {
  const layer = new PlacesLayer(places);
  layer.setView(VIEW, selected, looks);
  return { ids: layer.markers.map(({ place }) => place.id).sort(), layer };
}

test("a place whose answer is hidden has no marker, and so no name and no answer to a click", () => {
  assert.deepEqual(marked([SHOWN, SHOWN, SHOWN]).ids, [RAQQA, BAGHUZ, NOWHERE].sort());
  const { ids, layer } = marked([HIDDEN_APPEARANCE, SHOWN, SHOWN]);
  assert.deepEqual(ids, [BAGHUZ, NOWHERE].sort());
  const [{ x, y, place }] = marked([SHOWN, HIDDEN_APPEARANCE, HIDDEN_APPEARANCE]).layer.markers;
  assert.equal(place.id, RAQQA);
  assert.notEqual(layer.placeAt({ x, y })?.id, RAQQA);
});

test("the place whose panel is open keeps its marker while it is hidden", () => {
  assert.deepEqual(marked([HIDDEN_APPEARANCE, HIDDEN_APPEARANCE, SHOWN], RAQQA).ids, [RAQQA, NOWHERE].sort());
});
