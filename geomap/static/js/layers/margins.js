/**
 * When the parts of a view beyond the edges of the map are painted: once it is in sight itself, in slices; after a step only
 * when the reader rests, or at once while the map is being moved, so that what comes into sight is never of another day.
 *
 * @typedef {object} Margin
 * @property {number} part its number
 * @property {boolean} isReady whether it has been painted since the view is in sight
 * @property {boolean} isStale whether something changed since
 * @property {Set<number>} changed the places that did
 */

import { PARTS } from "./mercator.js";
import { inSlices } from "./slices.js";

/** Milliseconds until what is beyond the edges is painted: after a view has come into sight, and after the latest step. */
const SOON = 40;
const REST = 200;

export class Margins {
  /** @type {Margin[]} */
  #all = Array.from({ length: PARTS - 1 }, (_, at) => ({ part: at + 1, isReady: false, isStale: false, changed: new Set() }));
  #make;
  #paint;
  #turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #isWorking = false;
  /** A view is on its way, and the one before rides along. */
  #isHeld = false;
  #isMoving = false;

  /**
   * @param {object} painter
   * @param {(part: number) => Generator<void, void>} painter.make makes a part ready
   * @param {(part: number, changed: Set<number>) => void} painter.paint paints what changed in a part that is ready
   */
  constructor({ make, paint }) {
    this.#make = make;
    this.#paint = paint;
  }

  /** Another view is in sight: nothing beyond its edges is painted yet. */
  begin() {
    this.stop();
    this.#isHeld = false;
    for (const margin of this.#all) Object.assign(margin, { isReady: false, isStale: true, changed: new Set() });
    this.#timer = setTimeout(() => this.#work(), SOON);
  }

  /** Another view is being made ready: nothing more is to be made of this one, but what is there stays up to date. */
  hold() {
    this.stop();
    this.#isHeld = true;
  }

  stop() {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.#isWorking = false;
  }

  /**
   * Something changed.
   * @param {Iterable<number>} places
   */
  touch(places) {
    for (const margin of this.#all) {
      margin.isStale = true;
      for (const place of places) margin.changed.add(place);
    }
    if (this.#isHeld || this.#isMoving) return this.#catchUp();
    if (!this.#isWorking) this.#later();
  }

  /** @param {boolean} isMoving whether the reader moves the map */
  setMoving(isMoving) {
    this.#isMoving = isMoving;
    if (!isMoving) return;
    this.#catchUp();
    if (!this.#isHeld && !this.#isWorking) this.#work();
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#work(), REST);
  }

  #catchUp() {
    for (const margin of this.#all) if (margin.isReady) this.#refresh(margin);
  }

  #work() {
    clearTimeout(this.#timer);
    this.#isWorking = true;
    const turn = this.#turn;
    inSlices(this.#made(), {
      isWanted: () => turn === this.#turn,
      done: () => {
        this.#isWorking = false;
        // Steps that came meanwhile.
        if (this.#all.some(({ isStale }) => isStale)) this.#later();
      },
    });
  }

  *#made() {
    for (const margin of this.#all) {
      if (!margin.isReady) yield* this.#make(margin.part);
      margin.isReady = true;
      this.#refresh(margin);
      yield;
    }
  }

  /** @param {Margin} margin that is ready */
  #refresh(margin) {
    if (!margin.isStale) return;
    const { changed } = margin;
    Object.assign(margin, { isStale: false, changed: new Set() });
    this.#paint(margin.part, changed);
  }
}
