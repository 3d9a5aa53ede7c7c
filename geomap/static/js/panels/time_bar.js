/** The time bar: slider, histogram, date field and player over one state. */

import { connectDateField } from "./date_field.js";
import { connectHistogram } from "./histogram.js";
import { connectPlayer } from "./player.js";
import { connectSlider } from "./slider.js";

/** @param {import("../map_state.js").MapState} state */
export function connectTimeBar(state) {
  connectSlider(state);
  connectHistogram(state);
  connectDateField(state);
  connectPlayer(state);
}
