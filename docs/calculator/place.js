/** Where a person goes on after a change: what it did is said above the part in which they made it. */

import { find } from "./dom.js";

const told = find(".change");
export const planPart = find("#plan");

/**
 * Let nothing be pressed in some parts of the answer.
 *
 * @param {string} [selector] of them; none without it
 */
export function close(selector = ":not(*)") {
  /** @type {NodeListOf<HTMLElement>} */
  const parts = document.querySelectorAll(".calculator__answers > section");
  for (const part of parts) part.inert = part.matches(selector);
}

/**
 * @param {Element} element that was pressed; not every browser gives it the focus
 * @returns {HTMLElement} the part of the answer that it stands in; else the plan
 */
export function partAround(element) {
  return /** @type {HTMLElement | null} */ (element.closest(".answer")) ?? planPart;
}

/**
 * Before the change: the words would be said anew if they moved with it.
 *
 * @param {HTMLElement} part above which is said what the change did
 */
export function tellAbove(part) {
  if (told.nextElementSibling !== part) part.before(told);
}

/**
 * @param {HTMLElement} [part] to go on with; else the one below what was told. An empty part gives way to the plan.
 * @param {{ isQuiet?: boolean }} [how] quietly: the page has only just come, and nothing was pressed
 */
export function leadTo(part = /** @type {HTMLElement} */ (told.nextElementSibling), { isQuiet = false } = {}) {
  const next = part.hidden ? planPart : part;
  const heading = /** @type {HTMLElement} */ (next.querySelector("h2"));
  tellAbove(next);
  if (isQuiet) return;
  heading.tabIndex = -1;
  // A first plan stands with what was understood on one screen, below it or beside it.
  const isFirst = next === planPart && !find("#changed").textContent;
  // That a plan came with a link and is not kept stays in sight with it.
  const shared = next === planPart && document.querySelector("#shared:not([hidden])");
  (isFirst ? find(".calculator__ask") : shared || told).scrollIntoView();
  heading.focus({ preventScroll: true });
}

/**
 * Where the focus is, among what is alike.
 *
 * @returns {() => void} what gives it back after the answers were rendered anew
 */
export function heldFocus() {
  const held = document.activeElement ?? document.body;
  const words = held.textContent;
  const alike = () => [...document.querySelectorAll(`main ${held.localName}`)].filter((one) => one.textContent === words);
  const at = alike().indexOf(held);
  return () => {
    const again = alike()[at];
    if (again instanceof HTMLElement && document.activeElement === document.body) again.focus({ preventScroll: true });
  };
}
