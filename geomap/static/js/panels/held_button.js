/** Buttons that act again and again while they are held. */

/** How long a button is held until it repeats, and how often then, in milliseconds. */
const DELAY = 450;
const PACE = 110;

/**
 * @param {HTMLElement} button
 * @param {(isHeld: boolean) => void} act
 * @param {() => void} release called after it was held
 */
export function connectHeld(button, act, release) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let wasHeld = false;
  const repeat = () => {
    wasHeld = true;
    act(true);
    timer = setTimeout(repeat, PACE);
  };
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    if (wasHeld) release();
  };
  button.addEventListener("pointerdown", ({ button: pressed }) => {
    if (pressed !== 0) return;
    wasHeld = false;
    timer = setTimeout(repeat, DELAY);
  });
  for (const end of ["pointerup", "pointerleave", "pointercancel"]) button.addEventListener(end, stop);
  // A finger that rests opens a menu on touch screens; here it repeats.
  button.addEventListener("contextmenu", (event) => timer !== undefined && event.preventDefault());
  button.addEventListener("click", () => {
    // The click that ends a hold is no further step.
    if (!wasHeld) act(false);
    wasHeld = false;
  });
}
