/** Making and finding elements. Text always goes in as text, so that no name or quote can become markup. */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * A name on its own, so that its direction does not turn the words around it.
 * @param {string} text
 * @param {string} [language]
 */
export function isolated(text, language) {
  return make("bdi", language ? { lang: language } : {}, text);
}

/**
 * A button that does something.
 * @param {Record<string, string>} attributes
 * @param {() => void} act
 * @param {...(Node | string)} children
 */
export function button(attributes, act, ...children) {
  const element = make("button", { type: "button", ...attributes }, ...children);
  element.addEventListener("click", act);
  return element;
}

/**
 * The elements that the page names with `data-ref`.
 * @param {string} name
 * @returns {HTMLElement}
 */
export function named(name) {
  const element = document.querySelector(`[data-ref="${name}"]`);
  if (!(element instanceof HTMLElement)) throw new Error(`The page has no element named ${name}.`);
  return element;
}

/**
 * The same work, done once before the next picture however often it is asked for.
 * @param {() => void} work
 * @returns {() => void}
 */
export function oncePerFrame(work) {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      work();
    });
  };
}
