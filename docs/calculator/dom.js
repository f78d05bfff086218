/** Elements that a page always has. */

/**
 * @template {Element} T
 * @param {string} selector
 * @param {{ new (): T }} type
 * @returns {T} the element; a page without it is a mistake of ours
 */
export function find(selector, type) {
  const element = document.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`the page has no ${selector}`);
  return element;
}

/**
 * Put rendered HTML in its place, and show or hide the part around it. The calculator has escaped
 * whatever a person typed.
 *
 * @param {string} selector
 * @param {string | undefined} html
 */
export function showPart(selector, html) {
  const part = find(selector, HTMLElement);
  find(`${selector} .answer__content`, HTMLElement).innerHTML = html ?? "";
  part.hidden = !html;
}
