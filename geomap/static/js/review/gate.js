/**
 * The way in: a token, which stays in this tab and goes nowhere but into the header of a request.
 *
 * @typedef {import("./desk.js").Desk} Desk
 */

import { named } from "../elements.js";
import { say } from "../say.js";
import { attempt, enter } from "./actions.js";

const KEPT = "geomap.token";

/** @param {Desk} desk */
export function connectGate(desk) {
  const field = /** @type {HTMLInputElement} */ (named("token"));
  const form = /** @type {HTMLFormElement} */ (named("gate"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void open(field.value.trim());
  });
  named("leave").addEventListener("click", () => {
    sessionStorage.removeItem(KEPT);
    location.reload();
  });
  const open = async (/** @type {string} */ token) => {
    if (token === "") return field.focus();
    if (!(await enter(desk, token))) return field.focus();
    field.value = "";
    named("work").focus();
  };
  desk.on(["reviewer"], ({ reviewer, token }) => {
    keep(token);
    named("reviewer").textContent = say("review.as", { name: reviewer?.name ?? "" });
    named("work").hidden = false;
    named("leave").hidden = false;
    form.hidden = true;
  });
  const kept = remembered();
  if (kept) void attempt(desk, () => open(kept));
  else field.focus();
}

/** @param {string} token */
function keep(token) {
  try {
    sessionStorage.setItem(KEPT, token);
  } catch {
    // A browser without storage asks for it again after a reload.
  }
}

/** @returns {string | null} */
function remembered() {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
