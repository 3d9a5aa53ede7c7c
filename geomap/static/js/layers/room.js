/** The zoom of a map that makes room for another beside it: it still shows what it showed, and once it is alone again as before. Pure. */

export class Room {
  /** The zoom that the map had alone, and the one that it was given beside another. @type {{alone: number, beside: number} | null} */
  #zooms;

  /** @param {boolean} isBeside whether the map begins beside another; then nobody knows how it would be alone */
  constructor(isBeside) {
    this.#zooms = isBeside ? { alone: NaN, beside: NaN } : null;
  }

  /**
   * The zoom for a map whose size has changed.
   * @param {boolean} isBeside whether it lies beside another now
   * @param {number} zoom that it has
   * @param {{share: number, step: number}} room what is left of its size, as a share, and the step of zooms
   * @returns {number | null} null: as it is
   */
  zoomFor(isBeside, zoom, { share, step }) {
    const before = this.#zooms;
    if (isBeside === (before !== null)) return null;
    if (before) {
      this.#zooms = null;
      // Where the reader has zoomed meanwhile, that is wanted.
      return before.beside === zoom ? before.alone : null;
    }
    const beside = Math.floor((zoom + Math.log2(Math.min(1, share))) / step) * step;
    this.#zooms = { alone: zoom, beside };
    return beside;
  }
}
