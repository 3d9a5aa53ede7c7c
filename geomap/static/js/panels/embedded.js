/**
 * The map in a frame of another page: map and time alone, and a link to the same view on the page of its own. The frame
 * leaves the history of the page around it alone.
 *
 * @typedef {object} Context
 * @property {import("../map_state.js").MapState} state
 * @property {import("../standpoints.js").Standpoints} standpoints
 * @property {import("../standpoint.js").Pins} own what the page shows by itself
 * @property {import("../compared_maps.js").ComparedMaps} maps
 */

import { permanentLink } from "../citation.js";
import { named } from "../elements.js";
import { connectCompare } from "./compare.js";
import { markStandpoint } from "./standpoint_mark.js";

/** @param {Context} context */
export function connectEmbedded({ state, standpoints, own, maps }) {
  connectCompare({ state, maps, isEmbedded: true });
  markStandpoint({ state, standpoints, own, isFixed: true });
  const link = /** @type {HTMLAnchorElement} */ (named("wholeMap"));
  const follow = () => { link.href = permanentLink(state.current, state.timeline, location.href); };
  // A link is written again when a reader comes near it, not with every day that passes.
  for (const event of ["pointerenter", "pointerdown", "focus"]) link.addEventListener(event, follow);
  follow();
}
