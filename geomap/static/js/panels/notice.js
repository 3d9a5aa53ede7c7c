/** The one message over the map: what went wrong, and a way on. */

import { FetchFailed } from "../api.js";
import { named } from "../elements.js";
import { say } from "../say.js";
import { TimelineBroken } from "../timeline.js";

/** How long a reader waits without a word, in milliseconds. */
const PATIENCE = 6000;

/**
 * @typedef {object} Notice
 * @property {(text: string, retry: () => void) => void} show
 * @property {(work: () => Promise<void>, failed: () => void) => Promise<void>} attempt what did not come is told, and tried again when the
 *   reader says so
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
  const attempt = async (/** @type {() => Promise<void>} */ work, /** @type {() => void} */ failed) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof FetchFailed || error instanceof TimelineBroken)) throw error;
      failed();
      show(error.message, () => void attempt(work, failed));
    }
  };
  return {
    show,
    attempt,
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
