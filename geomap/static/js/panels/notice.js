/** The one message over the map: what went wrong, and a way on. */

import { named } from "../elements.js";

/** @returns {{show: (text: string, retry: () => void) => void}} */
export function connectNotice() {
  const [notice, text] = [named("notice"), named("noticeText")];
  let again = () => {};
  named("retry").addEventListener("click", () => {
    notice.hidden = true;
    text.textContent = "";
    again();
  });
  return {
    show(message, retry) {
      notice.hidden = false;
      text.textContent = message;
      again = retry;
    },
  };
}
