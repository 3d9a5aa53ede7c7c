/** The one message over the map: what went wrong, and a way on. */

import { named } from "../elements.js";
import { say } from "../say.js";

/** How long a reader waits without a word, in milliseconds. */
const PATIENCE = 6000;

/**
 * @typedef {object} Notice
 * @property {(text: string, retry: () => void) => void} show
 * @property {<Result>(work: Promise<Result>) => Promise<Result>} whileSlow says that the server is slow for as long as it is
 */

/** @type {Notice | undefined} */
let notice;

/** @returns {Notice} the same whoever asks */
export function connectNotice() {
  return (notice ??= makeNotice());
}

/** @returns {Notice} */
function makeNotice() {
  const [box, text] = [named("notice"), named("noticeText")];
  let again = () => {};
  const hide = () => {
    box.hidden = true;
    text.textContent = "";
  };
  named("retry").addEventListener("click", () => {
    hide();
    again();
  });
  const show = (/** @type {string} */ message, /** @type {() => void} */ retry) => {
    box.hidden = false;
    text.textContent = message;
    again = retry;
  };
  return {
    show,
    async whileSlow(work) {
      const words = say("problem.slow");
      const timer = setTimeout(() => show(words, () => location.reload()), PATIENCE);
      return work.finally(() => {
        clearTimeout(timer);
        if (text.textContent === words) hide();
      });
    },
  };
}
