/** On a narrow screen the panel is a sheet at the foot of the page that opens and closes. */

import { named } from "../elements.js";

/** @param {import("../map_state.js").MapState} state */
export function connectSheet(state) {
  const [page, toggle] = [named("page"), named("sheetToggle")];
  const set = (/** @type {boolean} */ isOpen) => {
    page.classList.toggle("is-sheet-open", isOpen);
    toggle.setAttribute("aria-expanded", String(isOpen));
  };
  toggle.addEventListener("click", () => set(toggle.getAttribute("aria-expanded") !== "true"));
  state.on(["place"], ({ place }) => place !== null && set(true));
  // The search box of a closed sheet can still be reached by keyboard: then the sheet opens.
  named("panel").addEventListener("focusin", (event) => event.target !== toggle && set(true));
  set(state.current.place !== null);
}
