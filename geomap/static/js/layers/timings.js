/** How long the latest work took, for benchmarks. */

/** How many steps and views are remembered. */
const REMEMBERED = 240;

export class Timings {
  /** Milliseconds of work of the latest steps. @type {number[]} */
  steps = [];
  /** Milliseconds until all that is in sight of the latest views was painted. @type {number[]} */
  views = [];

  /**
   * @param {"steps" | "views"} of
   * @param {number} started as `performance.now()` had it
   */
  add(of, started) {
    this[of].push(performance.now() - started);
    if (this[of].length > REMEMBERED) this[of].shift();
  }
}
