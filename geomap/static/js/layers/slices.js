/** Long work in slices, so that the page stays alive meanwhile: it draws, scrolls and answers between two slices. */

/** Milliseconds of work at a time. */
const SLICE = 9;

/**
 * Do work that pauses often. The first slice is done at once, so short work is done when this returns.
 * @template T
 * @param {Generator<void, T>} work
 * @param {{isWanted: () => boolean, done: (result: T) => void, slice?: number}} until `isWanted` is asked before each slice
 */
export function inSlices(work, { isWanted, done, slice = SLICE }) {
  const channel = new MessageChannel();
  const go = () => {
    if (!isWanted()) return channel.port1.close();
    const end = performance.now() + slice;
    let step = work.next();
    while (!step.done && performance.now() < end) step = work.next();
    if (!step.done) return channel.port2.postMessage(null);
    channel.port1.close();
    done(step.value);
  };
  channel.port1.onmessage = go;
  go();
}
