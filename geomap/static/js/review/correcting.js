/**
 * A form in which what was read is put right. The map shows at once what the correction would change.
 *
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./desk.js").Meaning} Meaning
 * @typedef {import("./desk.js").Proposal} Proposal
 * @typedef {import("./desk.js").Statement} Statement
 */

import { isolated, make } from "../elements.js";
import { phrase, say } from "../say.js";
import { nodesOf } from "../panels/phrases.js";
import { kindInWords, nameIn } from "../words.js";
import { accept, attempt, preview } from "./actions.js";
import { actorName } from "./statement_words.js";
import { focusSoon, formFoot, formOf, labelled } from "./forms.js";
import { placeField } from "./place_field.js";

/** How long somebody must rest until the server is asked what would change, in milliseconds. */
const REST = 300;
/** @type {Record<string, string>} */
const EFFECTS = { takes: "review.takes", holds: "review.holds", contests: "review.contests", loses: "review.loses" };

/**
 * @param {Desk} desk
 * @param {Proposal} proposal
 * @param {string} language
 */
export function correctForm(desk, proposal, language) {
  /** @type {Statement} */
  const statement = { ...proposal.statement };
  const taught = make("div", { class: "taught" });
  /** @type {Map<string, Meaning>} */
  const names = new Map();
  const told = previewer(desk, statement, () => showNames(desk, { taught, names }, language));
  const set = (/** @type {string} */ part, /** @type {unknown} */ value) => {
    statement[part] = value;
    told();
  };
  const place = placeOf(desk, statement, language, set);
  const note = make("input", { type: "text", maxlength: "2000", value: say("review.corrected"), dir: "auto" });
  focusSoon(place.field);
  return formOf([
    place.element, ...(OF_KIND[proposal.kind](desk, statement, language, set)),
    labelled(say("review.when"), textField(statement, "when", set)),
    labelled(say("review.credibility"), select(["1", "2", "3", "4", "5", "6"], String(statement.credibility), (one) => `${one} – ${say(`grade.${one}`)}`, (one) => set("credibility", Number(one)))),
    taught, labelled(say("review.note"), note), formFoot(desk, say("review.acceptCorrected")),
  ], () => void accept(desk, { note: note.value.trim() || say("review.corrected"), correction: statement, names: [...names.values()] }));
}

/** @typedef {(part: string, value: unknown) => void} Set */

/**
 * @param {Desk} desk
 * @param {Statement} statement
 * @param {string} language
 * @param {Set} set
 */
function placeOf({ current }, statement, language, set) {
  const known = current.article?.places[statement.place_id];
  const [west, south, east, north] = current.timeline?.atlas.bounds ?? [0, 0, 0, 0];
  const [longitude, latitude] = known?.geometry.coordinates ?? [(west + east) / 2, (south + north) / 2];
  return placeField(known ? { id: known.id, name: nameIn(known, language) } : null, { longitude, latitude }, (place) => set("place_id", place?.id ?? null));
}

/** @type {Record<Proposal["kind"], (desk: Desk, statement: Statement, language: string, set: Set) => HTMLElement[]>} */
const OF_KIND = {
  claim: (desk, statement, language, set) => [
    labelled(say("review.effect"), select(desk.current.reviewer?.choices.effects ?? [], statement.effect, (one) => say(EFFECTS[one] ?? one), (one) => set("effect", one))),
    labelled(say("review.holder"), actorSelect(desk, statement.holder, language, (one) => set("holder", one))),
    labelled(say("review.loser"), actorSelect(desk, statement.loser, language, (one) => set("loser", one))),
  ],
  event: (desk, statement, language, set) => [
    labelled(say("review.title"), textField(statement, "title", set)),
    labelled(say("review.kind"), select(desk.current.reviewer?.choices.kinds ?? [], statement.kind, (one) => kindInWords("event", one), (one) => set("kind", one))),
    actorBoxes(desk, statement, language, set),
  ],
  figure: (desk, statement, language, set) => {
    const measures = desk.current.reviewer?.choices.measures ?? {};
    const unit = make("span", {});
    const unitSelect = () => unit.replaceChildren(select(measures[statement.measure] ?? [], statement.unit, unitInWords, (one) => set("unit", one)));
    unitSelect();
    const measure = select(Object.keys(measures), statement.measure, (one) => say(`measure.${one}`), (one) => {
      if (!measures[one].includes(statement.unit)) statement.unit = measures[one][0];
      set("measure", one);
      unitSelect();
    });
    return [
      labelled(say("review.measure"), measure), labelled(say("review.unit"), unit),
      make("div", { class: "numbers" }, numberField(say("review.low"), "low", statement, set), numberField(say("review.best"), "value", statement, set), numberField(say("review.high"), "high", statement, set)),
      labelled(say("review.actor"), actorSelect(desk, statement.actor, language, (one) => set("actor", one))),
    ];
  },
};

/** @param {string} unit */
function unitInWords(unit) {
  return say(`unit.${unit}`);
}

/**
 * @param {Statement} statement
 * @param {string} part
 * @param {Set} set
 */
function textField(statement, part, set) {
  const field = make("input", { type: "text", value: String(statement[part] ?? ""), required: "", dir: "auto", "data-part": part });
  field.addEventListener("input", () => set(part, field.value.trim()));
  return field;
}

/**
 * @param {string} words
 * @param {string} part
 * @param {Statement} statement
 * @param {Set} set
 */
function numberField(words, part, statement, set) {
  const field = make("input", { type: "number", min: "0", step: "any", value: statement[part] === null ? "" : String(statement[part]), "data-part": part });
  field.addEventListener("input", () => set(part, field.value === "" ? null : Number(field.value)));
  return labelled(words, field);
}

/**
 * @param {readonly string[]} options
 * @param {string} chosen
 * @param {(option: string) => string} inWords
 * @param {(option: string) => void} changed
 */
function select(options, chosen, inWords, changed) {
  const field = make("select", {}, ...options.map((one) => make("option", { value: one, ...(one === chosen ? { selected: "" } : {}) }, inWords(one))));
  field.addEventListener("change", () => changed(field.value));
  return field;
}

/**
 * @param {Desk} desk
 * @param {string | null} chosen
 * @param {string} language
 * @param {(actor: string | null) => void} changed
 */
function actorSelect({ current }, chosen, language, changed) {
  const actors = current.timeline?.actors ?? [];
  const inWords = (/** @type {string} */ id) => nameIn(/** @type {any} */ (actors.find((one) => one.id === id)), language);
  return select(["", ...actors.map(({ id }) => id)], chosen ?? "", (id) => (id === "" ? say("review.nobody") : inWords(id)), (id) => changed(id || null));
}

/**
 * @param {Desk} desk
 * @param {Statement} statement
 * @param {string} language
 * @param {Set} set
 */
function actorBoxes({ current }, statement, language, set) {
  const boxes = (current.timeline?.actors ?? []).map((actor) => {
    const box = make("input", { type: "checkbox", value: actor.id, ...(statement.actors.includes(actor.id) ? { checked: "" } : {}) });
    box.addEventListener("change", () => set("actors", box.checked ? [...statement.actors, actor.id] : statement.actors.filter((/** @type {string} */ id) => id !== actor.id)));
    return make("label", { class: "option" }, box, isolated(nameIn(actor, language)));
  });
  return make("fieldset", { class: "choice" }, make("legend", {}, say("review.actors")), make("div", { class: "choice-boxes" }, ...boxes));
}

/**
 * @param {Desk} desk
 * @param {Statement} statement
 * @param {() => void} shown
 * @returns {() => void} asks what would change when nobody has changed anything for a moment
 */
function previewer(desk, statement, shown) {
  let timer = 0;
  let asked = new AbortController();
  return () => {
    asked.abort();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      asked = new AbortController();
      void attempt(desk, () => preview(desk, { ...statement }, asked.signal)).then(shown);
    }, REST);
  };
}

/**
 * Names that the correction would teach, each to be left out by hand.
 * @param {Desk} desk
 * @param {{taught: HTMLElement, names: Map<string, Meaning>}} shown
 * @param {string} language
 */
function showNames({ current }, { taught, names }, language) {
  names.clear();
  const { preview: found, timeline } = current;
  const rows = (found?.names ?? []).map((one) => {
    names.set(one.name, one);
    const box = make("input", { type: "checkbox", checked: "" });
    box.addEventListener("change", () => (box.checked ? names.set(one.name, one) : names.delete(one.name)));
    const meant = one.means === "place" ? (found?.place?.name ?? one.key) : timeline ? actorName(timeline, one.key, language) : one.key;
    return make("label", { class: "option" }, box, make("span", {}, ...nodesOf(phrase("review.teach", { name: { name: one.name }, meant: { name: meant } }))));
  });
  taught.replaceChildren(...rows);
}
