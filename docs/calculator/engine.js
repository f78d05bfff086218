/** Where the calculator's files lie, and its worker, started before the calculator's script is there. */

/** @import { Answer, Engine, Progress } from "./protocol.js" */
/**
 * A worker, and what it says while nobody else listens.
 *
 * @typedef {Worker & { said: (Answer | Progress)[] }} Early
 */

/**
 * @param {HTMLElement} form
 * @returns {Engine} where its files lie
 */
export function engineOf({ dataset }) {
  const address = (/** @type {string | undefined} */ path) => new URL(path ?? "", location.href).href;
  return {
    worker: address(dataset.worker),
    image: dataset.image ? address(dataset.image) : "",
    integrity: dataset.integrity ?? "",
    size: Number(dataset.size),
    runtime: address(dataset.runtime),
    calculator: address(dataset.calculator),
  };
}

/**
 * @param {Engine} engine
 * @returns {Early} that starts from it
 */
export function workerFor(engine) {
  /** @type {Early["said"]} */
  const said = [];
  const worker = Object.assign(new Worker(engine.worker, { type: "module" }), { said });
  worker.onmessage = ({ data }) => said.push(data);
  // A script that can't be fetched or read ends here, not in a message.
  worker.onerror = (event) => {
    event.preventDefault();
    worker.onmessage?.(/** @type {MessageEvent} */ ({ data: { stage: "failed" } }));
  };
  worker.postMessage(engine);
  return worker;
}

/**
 * On a page that is all about the calculator (`data-start="now"`), start its worker as soon as it is there,
 * unless data is to be saved: the calculator's script finds it, which comes after the theme's, on a slow
 * line a second later.
 *
 * @param {HTMLElement} calculator
 * @param {HTMLElement & { early?: Early }} form
 */
export function startEarly(calculator, form) {
  if (calculator.dataset.start === "now" && !savesData()) form.early = workerFor(engineOf(form));
}

/** Whether the visitor asked the browser for few data, or the connection is a very slow one. */
function savesData() {
  const { connection } = /** @type {any} */ (navigator);
  return connection?.saveData || connection?.effectiveType?.endsWith("2g");
}
