/** Which form the mark of an event has: fire from afar, fighting on the ground, steps without a fight, what befalls people. Pure. */

/** @type {Readonly<Record<string, "disc" | "triangle" | "square" | "diamond">>} */
const FORMS = {
  air_strike: "triangle", shelling: "triangle", bombing: "triangle",
  siege: "square", siege_broken: "square", offensive: "square", headquarters_established: "square",
  agreement: "diamond", withdrawal: "diamond", surrender: "diamond", declaration: "diamond", leaflets: "diamond",
};

/**
 * @param {string} kind of an event
 * @returns {"disc" | "triangle" | "square" | "diamond"}
 */
export function formOfKind(kind) {
  return FORMS[kind] ?? "disc";
}
