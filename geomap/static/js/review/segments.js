/**
 * A text cut where spans begin and end, so that spans may overlap. Pure.
 *
 * @typedef {{number: number, start: number, end: number}} Span `[start, end)` in characters, as the server counts them
 * @typedef {{text: string, numbers: number[]}} Segment with the numbers of all spans that cover it
 */

/**
 * @param {string} text
 * @param {readonly Span[]} spans parts that lie beyond the text are left out
 * @returns {Segment[]} together they are the text
 */
export function segmentsOf(text, spans) {
  // The server counts characters, and JavaScript halves of them: an emoji is one there and two here.
  const characters = Array.from(text);
  const within = spans.filter(({ start, end }) => start < end && start < characters.length);
  const cuts = new Set([0, characters.length]);
  for (const { start, end } of within) cuts.add(start).add(Math.min(end, characters.length));
  const sorted = [...cuts].sort((one, other) => one - other);
  return sorted.slice(1).map((end, at) => {
    const start = sorted[at];
    const numbers = within.filter((span) => span.start <= start && end <= span.end).map(({ number }) => number);
    return { text: characters.slice(start, end).join(""), numbers };
  });
}
