/**
 * The time bar: date, player, axis, histogram and the two clocks over one state.
 *
 * @typedef {object} Context
 * @property {import("../map_state.js").MapState} state
 * @property {import("../standpoints.js").Standpoints} standpoints
 * @property {string} language
 * @property {boolean} isEmbedded in a frame of another page, which nobody may turn into another map
 */

import { connectChangeSteps } from "./change_steps.js";
import { connectDateField } from "./date_field.js";
import { connectDaySteps } from "./day_steps.js";
import { connectGestures } from "./gestures.js";
import { connectHistogram } from "./histogram.js";
import { connectKnownHandle } from "./known_handle.js";
import { connectOtherDay } from "./other_day.js";
import { connectOverview } from "./overview.js";
import { connectPlayer } from "./player.js";
import { connectSlider } from "./slider.js";
import { connectTimeAxis } from "./time_axis.js";
import { connectTimeKeys } from "./time_keys.js";
import { connectTimeSettings } from "./time_settings.js";
import { connectWindowSpan } from "./window_span.js";

/** @param {Context} context */
export function connectTimeBar({ state, standpoints, language, isEmbedded }) {
  connectSlider(state, language);
  connectTimeAxis(state, isEmbedded);
  connectGestures(state);
  connectOverview(state);
  connectHistogram(state);
  connectWindowSpan(state);
  connectOtherDay(state);
  if (!isEmbedded) connectKnownHandle(state, standpoints);
  connectDateField(state);
  connectDaySteps(state);
  connectChangeSteps(state, language);
  connectPlayer(state);
  connectTimeKeys(state);
  connectTimeSettings(state, language);
}
