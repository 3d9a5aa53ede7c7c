/**
 * What was read from the open report, one under the other; the one that is looked at lies open.
 *
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./desk.js").Proposal} Proposal
 */

import { button, isolated, make, named } from "../elements.js";
import { nodesOf } from "../panels/phrases.js";
import { say } from "../say.js";
import { nameIn, whenInWords } from "../words.js";
import { attempt, look } from "./actions.js";
import { cardOf } from "./card.js";
import { proposalInWords } from "./statement_words.js";

/**
 * @param {Desk} desk
 * @param {string} language
 */
export function connectProposals(desk, language) {
  const list = named("proposals");
  desk.on(["article", "number", "form", "timeline"], () => {
    const { article, number, timeline } = desk.current;
    // Whoever was in a card stays in it, or at its head when what had the focus is gone.
    const isInside = list.contains(document.activeElement);
    const proposals = timeline ? (article?.proposals ?? []) : [];
    list.replaceChildren(...proposals.map((proposal) => item(desk, proposal, language)));
    named("proposalsEmpty").hidden = !article || proposals.length > 0;
    if (isInside && desk.current.form === null) focusProposal(number);
  });
}

/**
 * Put the focus on the head of a proposal.
 * @param {number | null} number
 */
export function focusProposal(number) {
  const list = named("proposals");
  const head = list.querySelector(`[data-number="${Number(number)}"]`);
  if (!(head instanceof HTMLElement)) return;
  head.focus({ preventScroll: true });
  // A card is often taller than what is seen of the list: its head comes first.
  if (list.scrollHeight > list.clientHeight) list.scrollTo({ top: head.offsetTop });
  else head.scrollIntoView({ block: "nearest" });
}

/**
 * @param {Desk} desk
 * @param {1 | -1} step
 */
export function stepProposal(desk, step) {
  const { article, number } = desk.current;
  const at = article?.proposals.findIndex((one) => one.number === number) ?? -1;
  const other = article?.proposals[at + step];
  if (other) void attempt(desk, () => look(desk, other.number)).then(() => focusProposal(other.number));
}

/** @type {Record<string, string>} */
const STATES = { proposed: "review.isWaiting", accepted: "review.isAccepted", rejected: "review.isRejected" };

/**
 * @param {Desk} desk
 * @param {Proposal} proposal
 * @param {string} language
 */
function item(desk, proposal, language) {
  const { number } = proposal;
  const isOpen = number === desk.current.number;
  const head = button({ class: "proposal", "data-number": String(number), "aria-expanded": String(isOpen) }, () => void attempt(desk, () => look(desk, number)).then(() => focusProposal(number)), ...headOf(desk, proposal, language));
  return make("li", isOpen ? { class: "is-open" } : {}, head, ...(isOpen ? [cardOf(desk, proposal, language)] : []));
}

/**
 * @param {Desk} desk
 * @param {Proposal} proposal
 * @param {string} language
 */
function headOf({ current: { article, timeline } }, proposal, language) {
  const { state, statement, decision } = proposal;
  const place = article?.places[statement.place_id];
  const where = place ? [isolated(nameIn(place, language)), " · "] : [];
  const words = timeline ? nodesOf(proposalInWords(timeline, proposal, language)) : [];
  const became = decision?.merged ? { name: "merged", words: "review.isMerged" } : { name: state, words: STATES[state] };
  return [
    make("span", { class: "proposal-words" }, ...words),
    make("span", { class: "fine" }, ...where, whenInWords(statement.when), " · ", make("span", { class: `proposal-state is-${became.name}` }, say(became.words))),
  ];
}
