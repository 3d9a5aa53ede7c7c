/** Numbers that look random and are the same at every run, for tests that try many cases. */

/**
 * @param {number} seed
 * @returns {(below: number) => number} whole numbers from 0 up to, not including, `below`
 */
export function chance(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
