/**
 * A chart of what each actor holds over time, with the band of one of them and the figures that others have published.
 * It is fetched and drawn when the reader opens it; the slider moves its line, and a click in it moves the slider.
 *
 * @typedef {import("../map_state.js").MapState} MapState
 * @typedef {import("../series.js").ActorSeries} ActorSeries
 * @typedef {import("../series.js").Quantity} Quantity
 * @typedef {import("../series.js").Series} Series
 * @typedef {import("../timeline.js").Timeline} Timeline
 * @typedef {{state: MapState, timeline: Timeline, language: string}} Context
 * @typedef {{quantity: Quantity, focus: string, hidden: ReadonlySet<string>}} Chosen ids of the actor in focus and of those that are hidden
 */

import { FetchFailed, fetchSeries } from "../api.js";
import { clampDay, SECONDS_A_DAY, spanOf } from "../days.js";
import { button, isolated, make, named } from "../elements.js";
import { monthNames } from "../months.js";
import { decodeSeries, largest, positionOn, QUANTITIES, SeriesBroken } from "../series.js";
import { pageLocales, say, written } from "../say.js";
import { currentTheme, onThemeChange } from "../theme.js";
import { nameIn } from "../words.js";

/** More lines than this cannot be told apart. */
const MOST_LINES = 6;
const HEIGHT = 220;
const DOT = 4;
/** The usual width of a letter beside the chart, in CSS pixels. */
const LETTER = 7;

/**
 * @param {MapState} state
 * @param {string} language
 */
export function connectChart(state, language) {
  const [toggle, box] = [named("chartToggle"), named("chart")];
  /** @type {Timeline | null} the one that is drawn, or being drawn */
  let drawn = null;
  let stop = () => {};
  const draw = async () => {
    const { timeline } = state;
    drawn = timeline;
    stop();
    box.replaceChildren(make("p", { class: "fine" }, say("why.asking")));
    try {
      const [{ default: Plot }, document] = await Promise.all([importPlot(), fetchSeries(timeline.atlas, state.current)]);
      // A slow answer must not overwrite that of a later question.
      if (drawn !== timeline) return;
      const chart = chartElements({ state, timeline, language }, decodeSeries(document, spanOf), Plot);
      stop = chart.stop;
      box.replaceChildren(...chart.elements);
    } catch (error) {
      if (!(error instanceof FetchFailed || error instanceof SeriesBroken)) throw error;
      if (drawn !== timeline) return;
      drawn = null;
      box.replaceChildren(make("p", { class: "why-error", role: "alert" }, error.message), button({ class: "go" }, () => void draw(), say("problem.again")));
    }
  };
  toggle.addEventListener("click", () => {
    box.hidden = !box.hidden;
    toggle.setAttribute("aria-expanded", String(!box.hidden));
    follow();
  });
  const follow = () => {
    if (!box.hidden && drawn !== state.timeline) void draw();
  };
  state.on(["timeline"], follow);
}

/**
 * The library is fetched with the first chart; a server that has gone away does not give it either.
 * @returns {Promise<{default: typeof import("uplot")}>}
 * @throws {FetchFailed}
 */
async function importPlot() {
  return import("uplot").catch((cause) => {
    throw new FetchFailed(say("problem.noAnswer"), { cause });
  });
}

/**
 * @param {Context} context
 * @param {Series} series
 * @param {typeof import("uplot")} Plot
 * @returns {{elements: HTMLElement[], stop: () => void}} `stop` when they are no longer shown
 */
function chartElements(context, series, Plot) {
  const { state, timeline, language } = context;
  const quantities = QUANTITIES.map((quantity) => make("option", { value: quantity }, say(`chart.${quantity}`)));
  const quantity = make("select", { "aria-label": say("chart.counted") }, ...quantities);
  const names = largest(series, "places", Infinity).map((actor) => make("option", { value: actor.id }, nameOf(actor, timeline, language)));
  const focus = make("select", { "aria-label": say("chart.focus") }, ...names);
  if (series.published.length > 0) focus.value = series.published[0].actor;
  const frame = make("div", { class: "chart-frame" });
  const values = make("ul", { class: "chart-values", "aria-label": say("chart.values") });
  /** @type {import("uplot") | undefined} */
  let plot;
  const chosen = () => ({ quantity: /** @type {Quantity} */ (quantity.value), focus: focus.value, hidden: state.current.filters.actors });
  const tell = () => {
    if (!state.current.moving) values.replaceChildren(...valueElements(context, series, chosen()));
  };
  const redraw = () => {
    plot?.destroy();
    plot = makePlot(context, series, chosen(), { Plot, frame });
    tell();
  };
  for (const select of [quantity, focus]) select.addEventListener("change", redraw);
  const size = new ResizeObserver(() => {
    if (frame.clientWidth === 0) return;
    if (plot) plot.setSize({ width: frame.clientWidth, height: HEIGHT });
    else redraw();
  });
  size.observe(frame);
  const ends = [onThemeChange(redraw), state.on(["filters"], redraw), () => size.disconnect(), () => plot?.destroy(), state.later(["day", "moving"], () => {
    plot?.redraw(false);
    tell();
  })];
  const note = make("p", { class: "fine" }, `${say("chart.note")} `);
  note.append(make("a", { href: "/api/territory/series?f=csv" }, say("chart.table")));
  const elements = [make("div", { class: "chart-choices" }, quantity, focus), frame, values, note];
  return { elements, stop: () => ends.forEach((end) => end()) };
}

/**
 * @param {Context} context
 * @param {Series} series
 * @param {Chosen} chosen
 * @param {{Plot: typeof import("uplot"), frame: HTMLElement}} drawing
 */
function makePlot({ state, timeline, language }, series, { quantity, focus, hidden }, { Plot, frame }) {
  const theme = currentTheme();
  const shown = linesOf(series, { quantity, focus, hidden });
  const colour = (/** @type {ActorSeries} */ actor) => theme.actor(timeline.actors.find(({ id }) => id === actor.id)?.colour ?? theme.soft);
  const stepped = Plot.paths.stepped?.({ align: 1 });
  const focused = shown.find(({ id }) => id === focus);
  const edge = { show: true, width: 0, points: { show: false }, paths: stepped };
  const axis = { stroke: theme.ink, grid: { stroke: theme.border, width: 0.5 }, ticks: { stroke: theme.border, width: 0.5 }, font: "11px system-ui", size: 44 };
  const line = (/** @type {ActorSeries} */ actor) => ({ label: nameOf(actor, timeline, language), stroke: colour(actor), width: actor.id === focus ? 2.5 : 1.5, points: { show: false }, paths: stepped });
  const made = new Plot(
    {
      width: frame.clientWidth,
      height: HEIGHT,
      tzDate: (seconds) => Plot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      fmtDate: (template) => Plot.fmtDate(template, axisNames()),
      legend: { show: false },
      scales: { x: { range: [timeline.atlas.viewStart * SECONDS_A_DAY, (timeline.atlas.viewLast + 1) * SECONDS_A_DAY] } },
      cursor: { y: false, drag: { x: false, y: false } },
      series: [{}, ...shown.map(line), ...(focused ? [edge, edge] : [])],
      bands: focused ? [{ series: [shown.length + 2, shown.length + 1], fill: `${colour(focused)}55` }] : [],
      axes: [{ ...axis, size: 28 }, { ...axis, size: (_plot, values) => Math.max(44, 14 + LETTER * Math.max(0, ...(values ?? []).map((value) => value.length))), values: (_plot, splits) => splits.map((value) => written(value, { notation: "compact" })) }],
      hooks: { draw: [(plot) => drawMarks(plot, { theme, day: state.current.day, dots: quantity === "km2" ? series.published.filter(({ actor }) => actor === focus) : [] })] },
    },
    columns(series, timeline.atlas.viewLast + 1, [...shown.map(({ bands }) => bands[quantity].best), ...(focused ? [focused.bands[quantity].low, focused.bands[quantity].high] : [])]),
    frame,
  );
  const actors = shown.map((actor) => nameOf(actor, timeline, language)).join(say("list.comma"));
  const words = say("chart.overTime", { quantity: say(`chart.${quantity}`), actors });
  made.root.setAttribute("role", "img");
  made.root.setAttribute("aria-label", words);
  made.over.addEventListener("click", () => {
    const day = Math.floor(made.posToVal(made.cursor.left ?? 0, "x") / SECONDS_A_DAY);
    state.update({ day: clampDay(day, timeline.atlas.viewStart, timeline.atlas.viewLast), playing: false, moving: false });
  });
  return made;
}

/** What the axis calls the months, should the atlas be so short that it names them; it never comes to weekdays. */
function axisNames() {
  return { MMMM: monthNames("long", pageLocales()), MMM: monthNames("short", pageLocales()), WWWW: [], WWW: [] };
}

/**
 * The last values last until the end of the chart.
 * @param {Series} series
 * @param {number} end
 * @param {number[][]} values
 * @returns {[number[], ...number[][]]}
 */
function columns({ days }, end, values) {
  return [[...days, end].map((day) => day * SECONDS_A_DAY), ...values.map((column) => [...column, column[column.length - 1]])];
}

/**
 * The largest actors that the reader has not hidden, and the one in focus whatever its size.
 * @param {Series} series
 * @param {Chosen} chosen
 */
function linesOf(series, { quantity, focus, hidden }) {
  const shown = largest({ ...series, actors: series.actors.filter(({ id }) => !hidden.has(id)) }, quantity, MOST_LINES);
  const focused = series.actors.filter((actor) => actor.id === focus && !shown.includes(actor));
  return [...shown, ...focused];
}

/**
 * The line of the day on the map, and the published figures.
 * @param {import("uplot")} plot
 * @param {{theme: import("../theme.js").Theme, day: number | null, dots: import("../series.js").Published[]}} marks
 */
function drawMarks(plot, { theme, day, dots }) {
  const { ctx: context, bbox } = plot;
  const ratio = window.devicePixelRatio || 1;
  context.save();
  if (day !== null) {
    const x = Math.round(plot.valToPos(day * SECONDS_A_DAY, "x", true));
    context.fillStyle = theme.accent;
    context.fillRect(x - ratio, bbox.top, 2 * ratio, bbox.height);
  }
  context.fillStyle = theme.halo;
  context.strokeStyle = theme.ink;
  context.lineWidth = 1.5 * ratio;
  for (const { first, last, km2 } of dots) {
    context.beginPath();
    context.arc(plot.valToPos(((first + last + 1) / 2) * SECONDS_A_DAY, "x", true), plot.valToPos(km2, "y", true), DOT * ratio, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  context.restore();
}

/**
 * What the chart says of the day on the map, for those who do not see it.
 * @param {Context} context
 * @param {Series} series
 * @param {Chosen} chosen
 */
function valueElements({ state, timeline, language }, series, { quantity, focus, hidden }) {
  const at = positionOn(series, state.current.day ?? -1);
  if (at < 0) return [];
  const number = (/** @type {number} */ value) => written(Math.round(value));
  return linesOf(series, { quantity, focus, hidden }).map((actor) => {
    const { low, best, high } = actor.bands[quantity];
    const band = low[at] === high[at] ? "" : `${number(low[at])}–${number(high[at])}`;
    const dot = make("span", { class: "chart-dot", "aria-hidden": "true" });
    dot.style.background = currentTheme().actor(timeline.actors.find(({ id }) => id === actor.id)?.colour ?? "");
    return make("li", {}, dot, isolated(nameOf(actor, timeline, language)), make("span", { class: "fine" }, band), make("span", { class: "count" }, number(best[at])));
  });
}

/**
 * @param {ActorSeries} actor
 * @param {Timeline} timeline
 * @param {string} language
 */
function nameOf(actor, timeline, language) {
  const known = timeline.actors.find(({ id }) => id === actor.id);
  return known ? nameIn(known, language) : actor.name;
}
