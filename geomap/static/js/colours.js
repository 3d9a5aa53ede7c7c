/** Arithmetic on colours. Pure. */

/** @typedef {[number, number, number]} Rgb each 0-255 */

/**
 * @param {string} hex such as #b3433b or #fff
 * @returns {Rgb} black when it is no such colour
 */
export function rgbOf(hex) {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex.trim())?.[1] ?? "000000";
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const at = (/** @type {number} */ start) => parseInt(full.slice(start, start + 2), 16);
  return [at(0), at(2), at(4)];
}

/**
 * @param {Rgb} rgb
 * @returns {string}
 */
export function hexOf(rgb) {
  return `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}

/**
 * @param {Rgb} one
 * @param {Rgb} other
 * @param {number} share of the other, 0-1
 * @returns {Rgb}
 */
export function mix(one, other, share) {
  const at = (/** @type {0 | 1 | 2} */ part) => one[part] + (other[part] - one[part]) * share;
  return [at(0), at(1), at(2)];
}

/**
 * Relative luminance as WCAG 2 defines it.
 * @param {Rgb} rgb
 * @returns {number} 0-1
 */
export function luminance(rgb) {
  const [red, green, blue] = rgb.map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * @param {Rgb} one
 * @param {Rgb} other
 * @returns {number} 1-21, as WCAG 2 defines it
 */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((first, second) => first - second);
  return (high + 0.05) / (low + 0.05);
}

/**
 * The colour itself, or as little of white or black mixed in as it takes to stand out from the ground.
 * @param {string} colour
 * @param {string} ground
 * @param {number} least contrast
 * @returns {string}
 */
export function standingOut(colour, ground, least) {
  const [from, below] = [rgbOf(colour), rgbOf(ground)];
  /** @type {Rgb} */
  const towards = luminance(below) < 0.2 ? [255, 255, 255] : [0, 0, 0];
  for (let share = 0; share < 1; share += 0.05) {
    const tried = share === 0 ? colour : hexOf(mix(from, towards, share));
    if (contrast(rgbOf(tried), below) >= least) return tried;
  }
  return hexOf(towards);
}
