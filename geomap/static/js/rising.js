/**
 * How many days of a rising column come before a day.
 * @param {Int32Array} days
 * @param {number} day
 * @returns {number} also the position of the first one on or after it
 */
export function positionOf(days, day) {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
