/** The choice of the language of the page. Its texts come with the page, so another language opens it anew. */

import { openInLanguage } from "../address_bar.js";
import { fetchJson, FetchFailed } from "../api.js";
import { named } from "../elements.js";
import { pageLanguage } from "../say.js";
import { connectNotice } from "./notice.js";

/** @param {import("../map_state.js").MapState} state */
export function connectLanguage(state) {
  const choice = /** @type {HTMLSelectElement} */ (named("language"));
  const open = async (/** @type {string} */ language) => {
    try {
      // Whoever leaves for a server that is gone loses the map as well.
      await fetchJson("/health");
    } catch (error) {
      if (!(error instanceof FetchFailed)) throw error;
      choice.value = pageLanguage();
      return connectNotice().show(error.message, () => void open(language));
    }
    openInLanguage(state, language);
  };
  choice.addEventListener("change", () => void open(choice.value));
  choice.disabled = false;
}
