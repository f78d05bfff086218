/** The calculator starts when someone is about to use it, not on a page that is only read. */

const SIGNS = ["focusin", "pointerover", "touchstart"];

/**
 * Start on the first focus, touch or hover of the calculator; on a page that is all about it
 * (`data-start="idle"`), as soon as the browser has nothing else to do, unless data is to be saved.
 *
 * @param {HTMLElement} calculator
 * @param {() => void} start which does nothing the second time
 */
export function startOnIntent(calculator, start) {
  for (const sign of SIGNS) calculator.addEventListener(sign, start, { once: true, passive: true });
  if (calculator.dataset.start === "idle" && !savesData()) whenIdle(start);
}

/** Whether the visitor asked the browser for few data, or the connection is a very slow one. */
function savesData() {
  const { connection } = /** @type {any} */ (navigator);
  return connection?.saveData || connection?.effectiveType?.endsWith("2g");
}

/** @param {() => void} work */
function whenIdle(work) {
  const later = () => ("requestIdleCallback" in window ? requestIdleCallback(work) : setTimeout(work, 1000));
  if (document.readyState === "complete") later();
  else addEventListener("load", later, { once: true });
}
