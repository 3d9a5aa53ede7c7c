/**
 * For a page that is left open: a quiet word when the map has new information, and the way to it.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 */

import { listenForRevisions } from "../api.js";
import { named } from "../elements.js";

/** Who only looks in needs no word: what the page shows is new when it opens. */
const PATIENCE_MS = 10_000;

/**
 * @param {MapState} state
 * @param {import("../standpoint.js").Pins} own what the page shows by itself
 */
export function connectNews(state, own) {
  const box = named("news");
  const shown = Number(own.revision);
  let newest = shown;
  let closed = shown;
  let stop = () => {};
  const show = () => {
    // Whoever has pinned a revision wants that one.
    box.hidden = newest <= closed || state.current.pins.revision !== undefined;
  };
  const listen = () => {
    stop();
    if (document.hidden) return;
    // A browser opens few connections to one host, so tabs that nobody sees give theirs up.
    stop = listenForRevisions(newest, (revision) => {
      newest = revision;
      show();
    });
  };
  named("newsShow").addEventListener("click", () => location.reload());
  named("newsClose").addEventListener("click", () => {
    closed = newest;
    show();
  });
  state.on(["pins"], show);
  setTimeout(() => {
    document.addEventListener("visibilitychange", listen);
    window.addEventListener("pagehide", () => stop());
    listen();
  }, PATIENCE_MS);
}
