/**
 * What was done and what went wrong, for eyes and ears, and the rules for accepting unattended.
 *
 * @typedef {import("./desk.js").Desk} Desk
 */

import { make, named } from "../elements.js";
import { say } from "../say.js";

/** @param {Desk} desk */
export function connectTold(desk) {
  const [message, problem] = [named("message"), named("problem")];
  desk.on(["message"], (state) => { message.textContent = state.message; });
  desk.on(["problem"], (state) => {
    problem.textContent = state.problem;
    problem.hidden = state.problem === "";
  });
  desk.on(["reviewer"], ({ reviewer }) => {
    const rules = reviewer?.rules ?? [];
    named("rules").replaceChildren(...rules.map(({ text }) => make("li", {}, make("bdi", { lang: "en" }, text))));
    named("rulesNone").textContent = rules.length === 0 ? say("review.rulesNone") : say("review.rulesSet", { count: rules.length });
  });
}
