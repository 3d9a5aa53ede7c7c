/**
 * The borders of all cells as arcs, each once, with the cell on either side. Pure.
 *
 * @typedef {object} Arcs
 * @property {number} count
 * @property {Int32Array} left the place whose cell lies to the left of an arc
 * @property {Int32Array} right the place to its right; `OUTSIDE`: none
 * @property {Int32Array} first of each arc, the number of its first point; one entry more closes the last arc
 * @property {Float64Array} x of each point, 0-1 from west to east in Web Mercator
 * @property {Float64Array} y of each point, 0-1 from north to south
 * @property {Float64Array} boxes of each arc: least x, least y, most x, most y
 */

import { unitX, unitY } from "./layers/mercator.js";

export const OUTSIDE = -1;

/**
 * @param {Record<string, any>} columns of the document; see docs/timeline.md
 * @returns {Arcs}
 */
export function decodeArcs({ cell, beside, points: lengths, x, y, units }) {
  const count = cell.length;
  /** @type {Arcs} */
  const arcs = {
    count, left: new Int32Array(count), right: Int32Array.from(beside), first: new Int32Array(count + 1),
    x: new Float64Array(x.length), y: new Float64Array(x.length), boxes: new Float64Array(4 * count),
  };
  for (let arc = 0, place = 0; arc < count; arc += 1) {
    place += cell[arc];
    arcs.left[arc] = place;
    arcs.first[arc + 1] = arcs.first[arc] + lengths[arc];
  }
  for (let at = 0, east = 0, north = 0; at < x.length; at += 1) {
    east += x[at];
    north += y[at];
    arcs.x[at] = unitX(east / units);
    arcs.y[at] = unitY(north / units);
  }
  for (let arc = 0; arc < count; arc += 1) boxOf(arcs, arc);
  return arcs;
}

/**
 * @param {Arcs} arcs
 * @param {number} arc whose box is written
 */
function boxOf({ first, x, y, boxes }, arc) {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = first[arc]; at < first[arc + 1]; at += 1) {
    if (x[at] < west) west = x[at];
    if (x[at] > east) east = x[at];
    if (y[at] < north) north = y[at];
    if (y[at] > south) south = y[at];
  }
  boxes.set([west, north, east, south], 4 * arc);
}

/**
 * Which arcs must be painted when a cell is: its own, and those that end where one of its own ends, since lines have a width.
 * @param {Arcs} arcs
 * @param {number} places
 * @returns {{own: Groups, touching: Groups}} arcs by place
 *
 * @typedef {{first: Int32Array, members: Int32Array}} Groups the members of group g stand at first[g] to first[g + 1]
 */
export function arcsByPlace(arcs, places) {
  const { count, left, right } = arcs;
  const owners = new Int32Array(2 * count);
  const numbers = new Int32Array(2 * count);
  for (let arc = 0; arc < count; arc += 1) {
    owners[2 * arc] = left[arc];
    owners[2 * arc + 1] = right[arc];
    numbers[2 * arc] = arc;
    numbers[2 * arc + 1] = arc;
  }
  const own = grouped(owners, numbers, places);
  const { ends, count: corners } = cornersOf(arcs);
  const atCorner = grouped(ends, numbers, corners);
  /** @type {number[]} */
  const members = [];
  const first = new Int32Array(places + 1);
  const seen = new Int32Array(count).fill(-1);
  const arcsOf = (/** @type {number} */ place) => own.members.subarray(own.first[place], own.first[place + 1]);
  const arcsAt = (/** @type {number} */ corner) => atCorner.members.subarray(atCorner.first[corner], atCorner.first[corner + 1]);
  for (let place = 0; place < places; place += 1) {
    for (const arc of arcsOf(place)) seen[arc] = place;
    const met = (/** @type {number} */ arc) => {
      if (seen[arc] !== place) members.push(arc);
      seen[arc] = place;
    };
    for (const arc of arcsOf(place)) {
      arcsAt(ends[2 * arc]).forEach(met);
      arcsAt(ends[2 * arc + 1]).forEach(met);
    }
    first[place + 1] = members.length;
  }
  return { own, touching: { first, members: Int32Array.from(members) } };
}

/**
 * @param {Arcs} arcs
 * @returns {{ends: Int32Array, count: number}} the corner at which each arc begins and ends, in pairs
 */
function cornersOf({ count, first, x, y }) {
  /** @type {Map<number, number>} */
  const numbers = new Map();
  const ends = new Int32Array(2 * count);
  for (let end = 0; end < ends.length; end += 1) {
    const arc = end >> 1;
    const at = end % 2 === 0 ? first[arc] : first[arc + 1] - 1;
    // Points of one corner are equal to the last bit; two corners never share 1/2^26 of the world, half a metre.
    const key = Math.round(x[at] * 0x4000000) * 0x4000000 + Math.round(y[at] * 0x4000000);
    const number = numbers.get(key) ?? numbers.size;
    if (number === numbers.size) numbers.set(key, number);
    ends[end] = number;
  }
  return { ends, count: numbers.size };
}

/**
 * Put numbers into groups; those of no group (below 0) are left out.
 * @param {Int32Array} groups the group of each number
 * @param {Int32Array} numbers
 * @param {number} count of groups
 * @returns {Groups}
 */
export function grouped(groups, numbers, count) {
  const first = new Int32Array(count + 1);
  for (let at = 0; at < groups.length; at += 1) if (groups[at] >= 0) first[groups[at] + 1] += 1;
  for (let group = 0; group < count; group += 1) first[group + 1] += first[group];
  const next = first.slice();
  const members = new Int32Array(first[count]);
  for (let at = 0; at < groups.length; at += 1) {
    const group = groups[at];
    if (group >= 0) members[next[group]++] = numbers[at];
  }
  return { first, members };
}
