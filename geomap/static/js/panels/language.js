/** The choice of the language of the page. Its texts come with the page, so another language opens it anew. */

import { openInLanguage } from "../address_bar.js";
import { named } from "../elements.js";

/** @param {import("../map_state.js").MapState} state */
export function connectLanguage(state) {
  const choice = /** @type {HTMLSelectElement} */ (named("language"));
  choice.addEventListener("change", () => openInLanguage(state, choice.value));
  choice.disabled = false;
}
