/**
 * The map of a standalone file: recolours the cells and places that folium has drawn, by day.
 *
 * It stands in that file as one inline module, so it imports nothing. Text from data goes in by textContent.
 *
 * Days are whole numbers counted from 1 January 1970. A spell is one control period:
 * [first day, day after the last or null, status, holders, candidates, marks, claims]; holders, candidates and claims are
 * positions in the lists of the document.
 *
 * @typedef {"held" | "contested" | "disputed" | "unknown"} Status
 * @typedef {[number, number | null, Status, number[], number[], string[], number[]]} Spell
 * @typedef {{name: string, country: string, population: number, spells: Spell[]}} Place
 * @typedef {{summary: string, quote: string, source: string, grade: string, when: string, known: string}} Claim
 * @typedef {{first: number, last: number, changes: number[], actors: {name: string, colour: string}[],
 *   places: Place[], claims: Claim[]}} Content
 * @typedef {{map: L.Map, cells: L.GeoJSON, points: L.GeoJSON, content: Content}} Parts the layers as folium made them
 */

const DAY = 86_400_000;
const NOBODY = "#8a8a8a";
const SVG = "http://www.w3.org/2000/svg";
const STRIPE = 5;
const PLAY_MILLISECONDS = 400;
const LABEL = { width: 6.6, height: 15 };
/** Radius of a marker in pixels by zoom: small where places crowd. */
const radiusAt = (/** @type {number} */ zoom) => (zoom < 6 ? 2 : zoom < 8 ? 3.5 : 5);

/** @param {number} day */
const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);
/** @param {number} day */
const inWords = (day) => new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(day * DAY);

/** Text without the controls that would turn its neighbours. @type {(tag: string, text?: string, className?: string) => HTMLElement} */
const element = (tag, text = "", className = "") => {
  const made = document.createElement(tag);
  if (text) made.textContent = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
  if (className) made.className = className;
  return made;
};

/** @type {(tag: string, attributes: Record<string, string | number>) => SVGElement} */
const shape = (tag, attributes) => {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
};

/** @type {(place: Place, day: number) => Spell | undefined} none before the first one */
const spellOn = (place, day) => place.spells.find(([start, end]) => start <= day && (end === null || day < end));

/** @type {Spell} What holds where nothing is claimed. */
const NOTHING = [0, null, "unknown", [], [], [], []];

/** @param {Spell | undefined} spell */
const statusOf = (spell) => spell?.[2] ?? "unknown";

class Fills {
  /**
   * @param {Content} content
   * @param {SVGElement} patterns where patterns are kept
   */
  constructor(content, patterns) {
    this.content = content;
    this.patterns = patterns;
    /** @type {Set<string>} */
    this.made = new Set();
  }

  /**
   * A colour, or stripes of both colours for a dispute and of one colour for fighting.
   * @param {Spell | undefined} spell
   * @returns {string}
   */
  of(spell) {
    const status = statusOf(spell);
    const colours = (spell?.[3] ?? []).map((actor) => this.content.actors[actor].colour);
    if (status === "unknown") return NOBODY;
    if (status === "held") return colours[0];
    const stripes = status === "disputed" ? colours : (colours.length > 0 ? colours : [NOBODY]).flatMap((colour) => [colour, "#ffffff"]);
    return this.stripes(stripes, status === "disputed" ? 45 : -45);
  }

  /**
   * @param {string[]} colours
   * @param {number} lean in degrees
   */
  stripes(colours, lean) {
    const id = `stripes${lean}-${colours.join("-").replaceAll("#", "")}`;
    if (!this.made.has(id)) {
      this.made.add(id);
      const side = { width: colours.length * STRIPE, height: STRIPE };
      const pattern = shape("pattern", { id, ...side, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${lean})` });
      pattern.append(...colours.map((fill, number) => shape("rect", { x: number * STRIPE, width: STRIPE, height: STRIPE, fill })));
      this.patterns.append(pattern);
    }
    return `url(#${id})`;
  }
}

/**
 * What is said of a place on a day, in words.
 * @param {Content} content
 * @param {Spell | undefined} spell
 */
function verdict(content, spell) {
  const [, , status, holders, actors, marks] = spell ?? NOTHING;
  const names = holders.map((actor) => content.actors[actor].name);
  const candidates = actors.map((actor) => content.actors[actor].name).join(" or ");
  /** @type {Record<Status, string>} */
  const words = {
    held: `held by ${names[0]}`,
    contested: names.length ? `contested: ${names.join(", ")}` : "contested",
    disputed: `disputed: ${names.join(" or ")}`,
    unknown: "unknown",
  };
  const perhaps = candidates && `; perhaps already ${candidates}`;
  return words[status] + (marks.length ? ` (${marks.join(", ")})` : "") + perhaps;
}

/**
 * @param {Content} content
 * @param {Place} place
 * @param {number} day
 */
function popup(content, place, day) {
  const box = element("div", "", "geomap-popup");
  box.append(element("h2", `${place.name} (${place.country})`));
  const now = spellOn(place, day);
  box.append(element("p", `${inWords(day)}: ${verdict(content, now)}.`));
  const list = element("ul");
  for (const number of now?.[6] ?? []) {
    const claim = content.claims[number];
    const line = element("li", claim.quote ? `“${claim.quote}” ` : `${claim.summary} `);
    line.append(element("small", `${claim.source}, grade ${claim.grade}, of ${claim.when}, known ${claim.known}`));
    list.append(line);
  }
  box.append(list);
  const history = element("details");
  history.append(element("summary", "Who held it when"));
  for (const spell of place.spells) {
    history.append(element("p", `${isoOf(spell[0])} to ${spell[1] === null ? "now" : isoOf(spell[1])}: ${verdict(content, spell)}`));
  }
  if (place.spells.length > 1) box.append(history);
  return box;
}

/**
 * Names of the largest places that have room, anew after each move.
 * @param {Parts} parts
 */
function labels({ map, points, content }) {
  /** @type {{place: Place, layer: L.CircleMarker}[]} */
  const largestFirst = [];
  points.eachLayer((layer) => {
    const marker = /** @type {L.CircleMarker & {feature: GeoJSON.Feature}} */ (layer);
    largestFirst.push({ place: content.places[marker.feature.properties?.place], layer: marker });
  });
  largestFirst.sort((one, other) => other.place.population - one.place.population);
  const arrange = () => {
    const radius = radiusAt(map.getZoom());
    /** @type {L.Point[]} */
    const taken = [];
    for (const { place, layer } of largestFirst) {
      const at = map.latLngToContainerPoint(layer.getLatLng());
      const width = Math.max(place.name.length * LABEL.width, 40);
      const free = taken.every((other) => Math.abs(other.x - at.x) > width + 8 || Math.abs(other.y - at.y) > LABEL.height);
      const inside = at.x > 0 && at.y > 0 && at.x < map.getSize().x && at.y < map.getSize().y;
      layer.unbindTooltip();
      layer.setRadius(radius);
      if (!free || !inside) continue;
      taken.push(at);
      layer.bindTooltip(element("span", place.name), { permanent: true, direction: "right", offset: [6, 0], className: "geomap-label" });
    }
  };
  map.on("moveend resize", arrange);
  arrange();
}

/**
 * Legend with the number of places of each appearance.
 * @param {HTMLElement} box
 * @param {Map<string, {fill: string, spell: Spell | undefined, places: number}>} counts
 * @param {Content} content
 */
function legend(box, counts, content) {
  box.replaceChildren();
  const rows = [...counts.values()].sort((one, other) => other.places - one.places);
  for (const { fill, spell, places } of rows) {
    const row = element("li");
    const swatch = shape("svg", { viewBox: "0 0 16 12" });
    swatch.append(shape("rect", { width: 16, height: 12, fill }));
    const names = (spell?.[3] ?? []).map((actor) => content.actors[actor].name).join(", ");
    const status = statusOf(spell);
    row.append(swatch, element("span", status === "held" ? names : [status, names].filter(Boolean).join(": ")), element("b", String(places)));
    box.append(row);
  }
}

/** @type {(isPoint: boolean, fill: string, spell: Spell) => L.PathOptions} */
const styleOf = (isPoint, fill, [, , status, , , marks]) => {
  const unknown = status === "unknown";
  const dashArray = marks.includes("uncertain") ? "2 3" : undefined;
  if (isPoint) return { fillColor: fill, fillOpacity: unknown ? 0 : 1, color: unknown ? "#777777" : "#111111", weight: 1, dashArray };
  return { fillColor: fill, fillOpacity: unknown ? 0 : 0.5, color: "#ffffff", weight: unknown ? 0 : 0.6, dashArray };
};

/**
 * @param {Parts} parts
 * @param {Fills} fills
 * @param {number} day
 */
function paint({ map, cells, points, content }, fills, day) {
  /** @type {Map<string, {fill: string, spell: Spell | undefined, places: number}>} */
  const counts = new Map();
  /** @param {L.Layer} layer */
  const restyle = (layer) => {
    const path = /** @type {L.Path & {feature: GeoJSON.Feature}} */ (layer);
    const spell = spellOn(content.places[path.feature.properties?.place], day);
    const fill = fills.of(spell);
    const isPoint = path.feature.geometry.type === "Point";
    path.setStyle(styleOf(isPoint, fill, spell ?? NOTHING));
    if (!isPoint) return;
    const seen = counts.get(fill) ?? { fill, spell, places: 0 };
    seen.places += 1;
    counts.set(fill, seen);
  };
  cells.eachLayer(restyle);
  points.eachLayer(restyle);
  map.closePopup();
  legend(/** @type {HTMLElement} */ (document.querySelector("#geomap-legend")), counts, content);
}

/**
 * The slider, its buttons and its keys; absent when the file shows one day.
 * @param {Content} content
 * @param {(day: number) => void} show
 */
function timeBar(content, show) {
  const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (document.querySelector(`#geomap-${name}`));
  const slider = /** @type {HTMLInputElement} */ (find("day"));
  const date = find("date");
  const go = (/** @type {number} */ day) => {
    const at = Math.min(Math.max(day, content.first), content.last);
    slider.value = String(at);
    slider.setAttribute("aria-valuetext", inWords(at));
    date.textContent = inWords(at);
    show(at);
  };
  const at = () => Number(slider.value);
  const next = () => content.changes.find((day) => day > at());
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  const play = find("play");
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    play.textContent = "Play";
  };
  const step = () => {
    const day = next();
    if (day === undefined) stop();
    else go(day);
  };
  slider.addEventListener("input", () => go(at()));
  find("previous").addEventListener("click", () => go(content.changes.findLast((day) => day < at()) ?? content.first));
  find("next").addEventListener("click", () => go(next() ?? content.last));
  play.addEventListener("click", () => {
    if (timer) return stop();
    if (next() === undefined) go(content.first);
    play.textContent = "Pause";
    timer = setInterval(step, PLAY_MILLISECONDS);
  });
  go(content.first);
}

/** @param {Parts} parts */
function start(parts) {
  const defs = shape("defs", {});
  document.querySelector("#geomap-patterns")?.append(defs);
  const fills = new Fills(parts.content, defs);
  let shown = parts.content.first;
  for (const layers of [parts.cells, parts.points]) {
    layers.eachLayer((layer) => {
      const path = /** @type {L.Path & {feature: GeoJSON.Feature}} */ (layer);
      layer.bindPopup(() => popup(parts.content, parts.content.places[path.feature.properties?.place], shown), { maxWidth: 320 });
    });
  }
  const show = (/** @type {number} */ day) => {
    shown = day;
    paint(parts, fills, day);
  };
  if (parts.content.first < parts.content.last) timeBar(parts.content, show);
  else show(parts.content.first);
  labels(parts);
}

// The names that folium gave to its variables, and what the map shows.
const given = JSON.parse(document.querySelector("#geomap-content")?.textContent ?? "{}");
const drawn = /** @type {any} */ (window);
start({ map: drawn[given.map], cells: drawn[given.cells], points: drawn[given.points], content: given.content });
