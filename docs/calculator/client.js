/** The page's side of the worker: ask a question, get an answer. */

/** @import { Early } from "./engine.js" */
/** @import { Answer, Engine, PlanAnswer, Progress } from "./protocol.js" */
import { workerFor } from "./engine.js";

/** How long a worker may say nothing while it is asked, in milliseconds: a browser may end it without a word. */
const PATIENCE = 30_000;

/** How many times as long while it starts: Pyodide takes minutes on a slow line, and does not tell how far it is. */
const AT_THE_START = 6;

/** Asks the calculator; starts it when first asked, and anew after a failure. */
export class Client {
  /** @type {Worker | undefined} */
  worker;
  /** @type {Map<number, { resolve: (answer: PlanAnswer) => void, reject: (fault: Error) => void }>} */
  waiting = new Map();
  asked = 0;
  ready = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;

  /**
   * @param {Engine} engine
   * @param {(progress: Progress) => void} onProgress
   */
  constructor(engine, onProgress) {
    this.engine = engine;
    this.onProgress = onProgress;
  }

  /** Start the worker, if it isn't running. @param {Early} [early] one that does */
  start(early) {
    if (this.worker) return;
    const worker = early ?? workerFor(this.engine);
    this.worker = worker;
    // One that was ended may have said something just before.
    const receive = (/** @type {Answer | Progress} */ message) => worker === this.worker && this.receive(message);
    worker.onmessage = ({ data }) => receive(data);
    // Whoever asks has asked by then.
    queueMicrotask(() => worker.said.forEach(receive));
  }

  /**
   * @param {object} request as the calculator's contract has it
   * @returns {Promise<PlanAnswer>} rejected if there can be no answer
   */
  ask(request) {
    this.start();
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker?.postMessage({ id, request: JSON.stringify(request) });
      this.listen();
    });
  }

  /**
   * Give the worker up if it says nothing any more. In turns, as a page that was asleep on a phone has
   * missed more than one and still hears what was said meanwhile.
   *
   * @param {number} [turns]
   */
  listen(turns = this.ready ? 1 : AT_THE_START) {
    clearTimeout(this.timer);
    if (this.waiting.size === 0) return;
    this.timer = setTimeout(() => {
      if (turns > 1) this.listen(turns - 1);
      else if (this.ready) this.stop();
      else this.receive({ stage: "failed" });
    }, PATIENCE);
  }

  /** @param {Answer | Progress} message */
  receive(message) {
    if ("stage" in message) {
      this.ready = message.stage === "ready";
      if (message.stage === "failed") this.stop();
      this.onProgress(message);
    } else if ("answer" in message) this.answered(message);
    // It answers whatever it is asked: one that can't is of no use any more.
    else this.stop(message.problem);
    this.listen();
  }

  /** @param {{ id: number, answer: string }} message */
  answered({ id, answer }) {
    this.waiting.get(id)?.resolve(JSON.parse(answer));
    this.waiting.delete(id);
  }

  /**
   * End the worker and every question that still waits.
   *
   * @param {string} [why]
   */
  stop(why = "stopped") {
    this.worker?.terminate();
    this.worker = undefined;
    this.ready = false;
    for (const question of this.waiting.values()) question.reject(new Error(why));
    this.waiting.clear();
  }
}
