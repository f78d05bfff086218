/** The calculator starts when someone is about to use it, not on a page that is only read. */

const SIGNS = ["focusin", "pointerover", "touchstart"];

/**
 * Start on the first focus, touch or hover of the calculator; on a page that is all about it
 * (`data-start="now"`), as soon as it is there, unless data is to be saved.
 *
 * @param {HTMLElement} calculator
 * @param {() => void} start which does nothing the second time
 */
export function startOnIntent(calculator, start) {
  for (const sign of SIGNS) calculator.addEventListener(sign, start, { once: true, passive: true });
  if (calculator.dataset.start === "now" && !savesData()) start();
}

/** Whether the visitor asked the browser for few data, or the connection is a very slow one. */
function savesData() {
  const { connection } = /** @type {any} */ (navigator);
  return connection?.saveData || connection?.effectiveType?.endsWith("2g");
}
