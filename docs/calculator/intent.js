/** The calculator starts when someone is about to use it, not on a page that is only read. */

const SIGNS = ["focusin", "pointerover", "touchstart"];

/**
 * Start on the first focus, touch or hover of the calculator; a page that is all about it has done so
 * (`engine.js`).
 *
 * @param {HTMLElement} calculator
 * @param {() => void} start which does nothing the second time
 */
export function startOnIntent(calculator, start) {
  for (const sign of SIGNS) calculator.addEventListener(sign, start, { once: true, passive: true });
}
