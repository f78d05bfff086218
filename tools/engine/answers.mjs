/**
 * Asks the calculator in its worker, without a browser.
 *
 *     node answers.mjs <worker.js> <image> <runtime> <calculator> < requests > answers
 *
 * Requests are a JSON list of the texts that the page would send. Out come a JSON list of the texts that
 * came back, and which functions were called, if the image takes it down (lean.py). Without runtime and
 * calculator the worker's only file is the image: where it reaches for Pyodide a failure comes back, and
 * the next request goes to a new image. Without an image it is Pyodide that answers.
 */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [worker, image, runtime, calculator] = process.argv.slice(2);

/** @type {(message: { data: object }) => Promise<void>} */
let receive = async () => {};
/** @type {any[]} */
const sent = [];
Object.assign(globalThis, {
  self: {
    addEventListener: (/** @type {string} */ _, /** @type {typeof receive} */ listener) => (receive = listener),
    postMessage: (/** @type {object} */ message) => sent.push(message),
  },
  fetch: async (/** @type {string} */ path) =>
    new Response(readFileSync(path), { headers: { "Content-Type": "application/wasm" } }),
});

/** @type {WebAssembly.Exports} */
let exports = {};
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (/** @type {any} */ ...given) => {
  const instance = await Reflect.apply(instantiate, WebAssembly, given);
  // From bytes, as Pyodide does it, comes something else; only an image takes its functions down.
  exports = instance.exports ?? exports;
  return instance;
};

await import(pathToFileURL(resolve(worker)).href);
const file = image && readFileSync(image);
const integrity = `sha256-${createHash("sha256").update(file).digest("base64")}`;
const start = () => receive({ data: { image, integrity, size: file.length, runtime, calculator } });
await start();
for (const [id, request] of JSON.parse(readFileSync(0, "utf8")).entries()) {
  await receive({ data: { id, request } });
  if ("problem" in sent.at(-1)) await start();
}
const answers = sent.filter((message) => "id" in message).map(({ answer, problem }) => answer ?? problem);
const used = Object.entries(exports).flatMap(([name, mark]) =>
  name.startsWith("used ") && /** @type {WebAssembly.Global} */ (mark).value ? [Number(name.slice("used ".length))] : [],
);
process.stdout.write(JSON.stringify({ answers, used }));
