/** The time bar: slider, histogram, date field and player over one state. */

import { connectDateField } from "./date_field.js";
import { connectHistogram } from "./histogram.js";
import { connectPlayer } from "./player.js";
import { connectSlider } from "./slider.js";

/**
 * @param {import("../map_state.js").MapState} state
 * @param {import("../timeline.js").Timeline} timeline
 * @param {import("../periods.js").Changes} changes
 */
export function connectTimeBar(state, timeline, changes) {
  connectSlider(state, timeline.atlas, changes);
  connectHistogram(timeline, changes);
  connectDateField(state, timeline.atlas);
  connectPlayer(state, timeline.atlas, changes);
}
