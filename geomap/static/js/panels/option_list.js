/**
 * A list of options in groups under a field (the combobox of the ARIA authoring practices, with a list that pops up): the
 * arrow keys move through it while the focus stays in the field.
 *
 * @typedef {object} Option
 * @property {HTMLElement} element
 * @property {() => void} pick
 *
 * @typedef {{name: string, options: Option[]}} Group
 */

import { make } from "../elements.js";

export class OptionList {
  #field;
  #list;
  /** @type {Option[]} */
  #options = [];
  #at = -1;

  /**
   * @param {HTMLInputElement} field
   * @param {HTMLElement} list
   */
  constructor(field, list) {
    this.#field = field;
    this.#list = list;
    field.addEventListener("keydown", (event) => this.#onKey(event));
    // The focus stays in the field, or the list would be gone before the click arrives.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  get count() {
    return this.#options.length;
  }

  /**
   * Show other options; empty groups are left out. The option that was marked stays so while it is there.
   * @param {readonly Group[]} groups
   */
  show(groups) {
    const marked = this.#options[this.#at]?.element.dataset.key;
    const full = groups.filter(({ options }) => options.length > 0);
    this.#options = full.flatMap(({ options }) => options);
    this.#options.forEach(({ element, pick }, number) => {
      element.id = `${this.#list.id}-${number}`;
      element.setAttribute("role", "option");
      element.addEventListener("click", pick);
    });
    this.#list.replaceChildren(...full.map(({ name, options }, number) => {
      const id = `${this.#list.id}-group-${number}`;
      return make("div", { role: "group", "aria-labelledby": id }, make("div", { id, class: "result-group", role: "presentation" }, name), ...options.map(({ element }) => element));
    }));
    this.#list.hidden = this.#options.length === 0;
    this.#field.setAttribute("aria-expanded", String(this.#options.length > 0));
    this.#mark(this.#options.findIndex(({ element }) => marked !== undefined && element.dataset.key === marked));
  }

  /** Choose the marked option, or the first. */
  choose() {
    this.#options[Math.max(this.#at, 0)]?.pick();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const count = this.#options.length;
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
    // Up from the first and down from the last lead back to what is typed: -1.
    const steps = new Map([["ArrowDown", this.#at + 1 < count ? this.#at + 1 : -1], ["ArrowUp", this.#at === -1 ? count - 1 : this.#at - 1]]);
    const to = steps.get(event.key);
    if (to === undefined || count === 0 || !isPlain) return;
    this.#mark(to);
    event.preventDefault();
  }

  /** @param {number} at -1: none */
  #mark(at) {
    this.#at = at;
    this.#options.forEach(({ element }, number) => element.setAttribute("aria-selected", String(number === at)));
    const marked = this.#options[at]?.element;
    if (!marked) return this.#field.removeAttribute("aria-activedescendant");
    this.#field.setAttribute("aria-activedescendant", marked.id);
    marked.scrollIntoView({ block: "nearest" });
  }
}
