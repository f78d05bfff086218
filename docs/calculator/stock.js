/** The calculator on Pyodide as its makers publish it: larger and slower, for when the image fails. */

/** @import { Engine, Progress } from "./protocol.js" */

/**
 * Start Python with the calculator in it.
 *
 * @param {Engine} engine
 * @param {(progress: Progress) => void} send
 * @returns {Promise<(request: string) => string>} the calculator's one door
 */
export async function startStock({ runtime, calculator }, send) {
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
  return pyodide.pyimport("calculator.browser").respond;
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
