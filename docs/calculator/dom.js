/** Elements that a page always has. */

/**
 * @template {Element} [T=HTMLElement]
 * @param {string} selector
 * @param {{ new (): T }} [type]
 * @returns {T} the element; a page without it is a mistake of ours
 */
export function find(selector, type = /** @type {any} */ (HTMLElement)) {
  const element = document.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`the page has no ${selector}`);
  return element;
}

/**
 * Put rendered HTML in its place, and show or hide the part around it, unless something stands
 * there instead. The calculator has escaped whatever a person typed. What was opened stays open.
 *
 * @param {string} selector
 * @param {string | undefined} html
 */
export function showPart(selector, html) {
  const part = find(selector);
  const content = find(`${selector} .answer__content`);
  const open = new Set(details(content).filter((one) => one.open).map(nameOf));
  content.innerHTML = html ?? "";
  for (const one of details(content)) one.open ||= open.has(nameOf(one));
  const instead = part.querySelector("[data-instead]");
  if (instead instanceof HTMLElement) instead.hidden = Boolean(html);
  else part.hidden = !html;
}

/**
 * Say something to those who can't see it change; what is said already isn't said again.
 *
 * @param {string} selector of an element with the role of a status
 * @param {string} text
 */
export function tell(selector, text) {
  const status = find(selector);
  if (status.textContent !== text) status.textContent = text;
}

/** @param {HTMLElement} content */
const details = (content) => [...content.querySelectorAll("details")];

/**
 * Which of a plan's or a list's details it is: the step's or the interview's, and the kind.
 *
 * @param {HTMLDetailsElement} one
 */
function nameOf(one) {
  /** @type {HTMLElement | null} */
  const step = one.closest("[data-step], [data-next], [data-interview]");
  const { step: id, interview, next } = step?.dataset ?? {};
  const owner = id ?? interview ?? `next ${next}`;
  return `${owner} ${one.className} ${one.querySelector("summary")?.textContent}`;
}
