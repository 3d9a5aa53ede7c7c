/**
 * The state of the desk at which proposals are reviewed. Views subscribe; they never call each other.
 *
 * @typedef {import("../timeline.js").Timeline} Timeline
 *
 * @typedef {{name: string, may: "propose" | "edit", rules: {number: number, text: string}[], choices: Choices}} Reviewer
 * @typedef {{effects: string[], kinds: string[], measures: Record<string, string[]>}} Choices
 * @typedef {{title: string, publisher: string, published: string, language: string, url: string}} Report
 * @typedef {{id: string | null, report: Report | null, waiting: number, decided: number}} Queued
 *
 * @typedef {Record<string, any>} Statement under the names of the columns of an atlas
 *
 * @typedef {object} Proposal
 * @property {number} number
 * @property {"proposed" | "accepted" | "rejected"} state
 * @property {"claim" | "event" | "figure"} kind
 * @property {Statement} statement
 * @property {[number, number] | null} span of the quote in the text of the report, in characters
 * @property {string} proposer
 * @property {number | null} confidence 0-1
 * @property {{by: string, at: string, reason: string, revision: number | null, statement: string | null, merged: boolean} | null} decision
 *
 * @typedef {{id: string, name: string, names: Record<string, string>, country: string, kind: string, geometry: {coordinates: [number, number]}}} NamedPlace
 *
 * @typedef {object} Article
 * @property {string} id `-` for the proposals that name no report
 * @property {Report | null} report
 * @property {string | null} text
 * @property {string | null} story the id of the first report with the same wire story
 * @property {Proposal[]} proposals
 * @property {Record<string, NamedPlace>} places
 * @property {Record<string, {name: string, kind: string, reliability: string}>} sources
 *
 * @typedef {{status: import("../timeline.js").Status, holder: string | null, holders: string[], opposed: boolean, uncertain: boolean, candidates: string[]}} Verdict
 * @typedef {Verdict & {start: string, end: string | null, stale: {start: string, end: string | null}[]}} Period
 * @typedef {{place: NamedPlace, fresh: boolean, before: Verdict, after: Verdict, periods: Period[]}} PlaceChange
 * @typedef {{name: string, means: "place" | "actor", key: string}} Meaning
 *
 * @typedef {object} Preview what accepting a statement would change
 * @property {string} day
 * @property {NamedPlace | null} place
 * @property {PlaceChange[]} changes
 * @property {Meaning[]} names what a correction would teach
 *
 * @typedef {object} State
 * @property {string} token empty until it has been given
 * @property {Reviewer | null} reviewer whose token it is
 * @property {Timeline | null} timeline as the atlas is now
 * @property {Queued[]} queue
 * @property {boolean} isAll whether reports are listed that are done
 * @property {Article | null} article the open report
 * @property {number | null} number of the proposal that is looked at
 * @property {"correct" | "reject" | "merge" | null} form what is open in its card
 * @property {boolean} isPasting
 * @property {Preview | null} preview
 * @property {boolean} isAfter whether the map shows what would be so
 * @property {number | null} last the proposal that was decided on last, which can be undone
 * @property {string} message what was done, for everybody to hear
 * @property {string} problem what did not work
 */

/** @type {State} */
const INITIAL = {
  token: "", reviewer: null, timeline: null, queue: [], isAll: false, article: null, number: null, form: null,
  isPasting: false, preview: null, isAfter: true, last: null, message: "", problem: "",
};

/** Fires `change` with the names of what really differs. */
export class Desk extends EventTarget {
  /** @type {Readonly<State>} */
  #state = INITIAL;

  /** @returns {Readonly<State>} */
  get current() {
    return this.#state;
  }

  /** The proposal that is looked at. @returns {Proposal | null} */
  get proposal() {
    const { article, number } = this.#state;
    return article?.proposals.find((one) => one.number === number) ?? null;
  }

  /** @returns {boolean} whether the reviewer may decide */
  get mayDecide() {
    return this.#state.reviewer?.may === "edit";
  }

  /** @param {Partial<State>} changes */
  update(changes) {
    const previous = this.#state;
    this.#state = { ...previous, ...changes };
    const keys = /** @type {(keyof State)[]} */ (Object.keys(changes));
    const different = keys.filter((key) => !Object.is(previous[key], this.#state[key]));
    if (different.length > 0) this.dispatchEvent(new CustomEvent("change", { detail: new Set(different) }));
  }

  /**
   * Call back when one of these parts changes.
   * @param {readonly (keyof State)[]} keys
   * @param {(state: Readonly<State>) => void} listener
   */
  on(keys, listener) {
    this.addEventListener("change", (event) => {
      const { detail } = /** @type {CustomEvent<Set<string>>} */ (event);
      if (keys.some((key) => detail.has(key))) listener(this.#state);
    });
  }
}

/**
 * The next proposal that waits: after one by its number, else the first.
 * @param {readonly Proposal[]} proposals
 * @param {number} after
 * @returns {Proposal | null}
 */
export function nextWaiting(proposals, after) {
  const waiting = proposals.filter(({ state }) => state === "proposed");
  return waiting.find(({ number }) => number > after) ?? waiting[0] ?? null;
}
