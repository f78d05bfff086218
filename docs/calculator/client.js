/** The page's side of the worker: ask a question, get an answer. */

/** @import { Answer, Engine, PlanAnswer, Progress } from "./protocol.js" */
import { keepForOffline } from "../assets/offline.js";

export class CalculatorFailed extends Error {}

/** How long an answer may take, in milliseconds, once Python runs: a browser may end a worker without a word. */
const PATIENCE = 30_000;

/** Asks the calculator; starts it when first asked, and anew after a failure. */
export class Client {
  /**
   * @param {Engine} engine
   * @param {(progress: Progress) => void} onProgress
   */
  constructor(engine, onProgress) {
    this.engine = engine;
    this.onProgress = onProgress;
    /** @type {Worker | undefined} */
    this.worker = undefined;
    /** @type {Map<number, { resolve: (answer: PlanAnswer) => void, reject: (fault: Error) => void }>} */
    this.waiting = new Map();
    this.asked = 0;
    this.ready = false;
  }

  /** Start the worker, if it isn't running. */
  start() {
    if (this.worker) return;
    this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    this.worker.addEventListener("message", ({ data }) => this.receive(data));
    // A script that can't be fetched or read ends here, not in a message.
    this.worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.receive({ stage: "failed" });
    });
    this.worker.postMessage(this.engine);
  }

  /**
   * @param {object} request as the calculator's contract has it
   * @returns {Promise<PlanAnswer>} rejected with CalculatorFailed if there can be no answer
   */
  ask(request) {
    this.start();
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker?.postMessage({ id, request: JSON.stringify(request) });
      if (this.ready) setTimeout(() => this.ready && this.waiting.has(id) && this.stop(), PATIENCE);
    });
  }

  /** @param {Answer | Progress} message */
  receive(message) {
    if ("stage" in message) {
      this.ready = message.stage === "ready";
      if (message.stage === "failed") this.stop();
      this.onProgress(message);
      return;
    }
    const question = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    // Not before: whoever only looks at the form doesn't fetch the whole site.
    if (message.id === 1) keepForOffline();
    if ("answer" in message) question?.resolve(JSON.parse(message.answer));
    else question?.reject(new CalculatorFailed(message.problem));
  }

  /** End the worker and every question that still waits. */
  stop() {
    this.worker?.terminate();
    this.worker = undefined;
    this.ready = false;
    for (const question of this.waiting.values()) question.reject(new CalculatorFailed("stopped"));
    this.waiting.clear();
  }
}
