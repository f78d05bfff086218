/** The calculator in a worker: Python starts once, then answers one question after another. */

/** @import { EngineFolders, Question, Answer, Progress } from "./protocol.js" */

/** @param {Answer | Progress} message */
const send = (message) => self.postMessage(message);

/**
 * Start Python with the calculator in it.
 *
 * @param {EngineFolders} folders
 * @returns {Promise<(request: string) => string>} the calculator's one door
 */
async function start({ runtime, calculator }) {
  send({ stage: "runtime" });
  const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
  const broken = brokenWebAssembly();
  const starting = loadPyodide({
    indexURL: runtime,
    lockFileURL: `${calculator}pyodide-lock.json`,
    env: { PYTHONHASHSEED: "0", PYTHONOPTIMIZE: "2" },
    stdout: () => {},
    stderr: () => {},
  });
  const pyodide = await Promise.race([starting, broken]);
  send({ stage: "calculator" });
  /** @type {string[]} */
  const faults = [];
  await pyodide.loadPackage("follow-up-calculator", {
    messageCallback: () => {},
    errorCallback: (/** @type {string} */ fault) => faults.push(fault),
  });
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const respond = pyodide.pyimport("calculator.browser").respond;
  send({ stage: "ready" });
  return respond;
}

/**
 * Pyodide waits for ever for a WebAssembly file that is damaged: notice it in its place.
 *
 * @returns {Promise<never>} rejected when the file can't be used
 */
function brokenWebAssembly() {
  const instantiate = WebAssembly.instantiateStreaming;
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (source, imports) => {
      try {
        return await instantiate(source, imports);
      } catch (error) {
        reject(error);
        return new Promise(() => {});
      }
    };
  });
}

/** @type {Promise<(request: string) => string> | undefined} */
let calculator;

self.addEventListener("message", async (/** @type {MessageEvent<EngineFolders | Question>} */ { data }) => {
  if (!("id" in data)) {
    calculator = start(data);
    // Failure is final for this worker: the page starts another.
    calculator.catch(() => send({ stage: "failed" }));
    return;
  }
  try {
    const respond = await calculator;
    if (respond) send({ id: data.id, answer: respond(data.request) });
  } catch (error) {
    // As text: not every browser can send an error object.
    send({ id: data.id, problem: String(error) });
  }
});
