/**
 * The calculator in a worker: Python starts once, then answers one question after another.
 *
 * It starts from an image. Whatever goes wrong with it, be it at the start or at an answer, Pyodide
 * itself takes its place.
 */

/** @import { Engine, Question, Answer, Progress } from "./protocol.js" */
import { startImage } from "./image.js";
import { startStock } from "./stock.js";

/** @typedef {(request: string) => string} Respond */

/** @param {Answer | Progress} message */
const send = (message) => self.postMessage(message);

/** @type {Engine} */
let engine;
/** @type {Promise<Respond>} */
let calculator;
let stock = false;

/** Start in one of two ways, and tell that it has. @param {(engine: Engine, tell: typeof send) => Promise<Respond>} way */
async function started(way) {
  const respond = await way(engine, send);
  send({ stage: "ready" });
  return respond;
}

/** Start Pyodide itself. Its failure is final for this worker: the page starts another. */
async function startPyodide() {
  stock = true;
  try {
    return await started(startStock);
  } catch (error) {
    send({ stage: "failed" });
    throw error;
  }
}

/** Start the calculator in the best way that there is. */
async function start() {
  if (typeof WebAssembly === "undefined") {
    // Before anything is fetched for nothing.
    send({ stage: "failed" });
    throw new Error("no WebAssembly");
  }
  // Without an image, when none could be made, the page names none.
  return engine.image ? started(startImage).catch(startPyodide) : startPyodide();
}

/**
 * @param {string} request
 * @returns {Promise<string>}
 */
async function answer(request) {
  const asked = calculator;
  const respond = await asked;
  // Another question that waited has found the image to fail: nothing is asked of it any more.
  if (asked !== calculator) return answer(request);
  try {
    return respond(request);
  } catch (error) {
    if (stock) throw error;
    calculator = startPyodide();
    return answer(request);
  }
}

self.addEventListener("message", async (/** @type {MessageEvent<Engine | Question>} */ { data }) => {
  if (!("id" in data)) {
    engine = data;
    calculator = start();
    // Whoever asks is told of a failure, and nobody else needs to be.
    calculator.catch(() => {});
    return;
  }
  try {
    send({ id: data.id, answer: await answer(data.request) });
  } catch (error) {
    // As text: not every browser can send an error object.
    send({ id: data.id, problem: String(error) });
  }
});
