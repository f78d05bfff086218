/**
 * Asks the calculator in its worker, from the image alone, without a browser.
 *
 *     node answers.mjs <worker.js> <image> < requests > answers
 *
 * Requests are a JSON list of the texts that the page would send. Out come a JSON list of the texts that
 * came back, and which functions were called, if the image takes it down (lean.py). The worker's only
 * file is the image: if it reached for Pyodide it would fail.
 */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [worker, image] = process.argv.slice(2).map((path) => pathToFileURL(resolve(path)).href);

/** @type {(message: { data: object }) => Promise<void>} */
let receive = async () => {};
/** @type {any[]} */
const sent = [];
Object.assign(globalThis, {
  self: {
    addEventListener: (/** @type {string} */ _, /** @type {typeof receive} */ listener) => (receive = listener),
    postMessage: (/** @type {object} */ message) => sent.push(message),
  },
  fetch: async (/** @type {string} */ address) =>
    new Response(readFileSync(new URL(address)), { headers: { "Content-Type": "application/wasm" } }),
});

/** @type {WebAssembly.Exports} */
let exports = {};
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (/** @type {any} */ ...given) => {
  const instance = await Reflect.apply(instantiate, WebAssembly, given);
  exports = instance.exports;
  return instance;
};

await import(worker);
const file = readFileSync(new URL(image));
const integrity = `sha256-${createHash("sha256").update(file).digest("base64")}`;
await receive({ data: { image, integrity, size: file.length, runtime: "", calculator: "" } });
const requests = JSON.parse(readFileSync(0, "utf8"));
for (const [id, request] of requests.entries()) await receive({ data: { id, request } });
const answers = sent.filter((message) => "id" in message).map(({ answer, problem }) => answer ?? problem);
const used = Object.entries(exports).flatMap(([name, mark]) =>
  name.startsWith("used ") && /** @type {WebAssembly.Global} */ (mark).value ? [Number(name.slice("used ".length))] : [],
);
process.stdout.write(JSON.stringify({ answers, used }));
