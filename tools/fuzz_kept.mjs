/**
 * Read many made-up files, links and stored entries: none fails, hangs, keeps memory or writes what
 * can't be read.
 *
 * Run as `node --expose-gc tools/fuzz_kept.mjs`; the variable KEPT says how many (200000). Times are of the
 * processor, so that a busy machine makes none fail.
 */

import assert from "node:assert/strict";
import fc from "fast-check";
import { fragmentFor, LinkProblem, requestIn } from "../docs/calculator/share.js";
import { exported, imported, list, StoreProblem, VERSION } from "../docs/calculator/store.js";

const WANTED = Number(process.env.KEPT ?? 200_000);
const LONGEST_MS = 1000;
/** Kilobytes that may be added once the engine has what it needs, after a fifth of all. */
const MOST_GROWTH = 20_000;
const KEY = "after-the-interview/";

/** A device's storage, as far as the store uses it. */
const kept = new Map();
globalThis.localStorage = {
  get length() {
    return kept.size;
  },
  key: (index) => [...kept.keys()][index] ?? null,
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, String(value)),
  removeItem: (key) => void kept.delete(key),
};

const version = fc.oneof(fc.constantFrom(1, VERSION, VERSION + 1, -1e300, "1", "__proto__", { toString: "" }, null), fc.jsonValue());
/** Like an interview, each part right or anything at all. */
const entry = fc.record(
  {
    id: fc.oneof(fc.uuid(), fc.constant("__proto__"), fc.jsonValue()),
    title: fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue()),
    request: fc.oneof(fc.object(), fc.jsonValue()),
    revision: fc.oneof(fc.nat(), fc.jsonValue()),
    updated: fc.oneof(fc.nat(), fc.jsonValue()),
    version,
  },
  { requiredKeys: [] },
);
const file = fc.record(
  {
    format: fc.oneof({ weight: 9, arbitrary: fc.constant("after-the-interview") }, fc.jsonValue()),
    version,
    interviews: fc.oneof({ weight: 9, arbitrary: fc.array(entry, { maxLength: 3 }) }, fc.jsonValue()),
  },
  { requiredKeys: [] },
);
const text = (/** @type {fc.Arbitrary<unknown>} */ value) =>
  fc.oneof({ weight: 9, arbitrary: value.map((one) => JSON.stringify(one)) }, fc.string({ unit: "binary" }));

/** What is kept after a file was taken in can be read, and saved to a file that can be taken in. */
function readsFile(/** @type {string} */ content) {
  kept.clear();
  refusedOnlyBy(StoreProblem, () => imported(content));
  const here = list();
  assert.equal(here.length, kept.size);
  const saved = exported();
  kept.clear();
  imported(saved);
  assert.equal(list().length, here.length);
}

/** What stands in the storage is read, or passed over. */
function readsStored(/** @type {string} */ content) {
  kept.clear();
  kept.set(`${KEY}a`, content);
  for (const { id, title, request } of list()) assert.ok(typeof id + typeof title === "stringstring" && request);
}

/** A link is read, or refused in words; one that was made for a request gives it back. */
function readsLink(/** @type {string} */ fragment, /** @type {object} */ request) {
  refusedOnlyBy(LinkProblem, () => requestIn(fragment));
  refusedOnlyBy(LinkProblem, () => requestIn(`#plan=1.${fragment}`));
  const asJson = JSON.parse(JSON.stringify(request));
  assert.deepEqual(requestIn(fragmentFor(asJson, { names: true })), asJson);
}

/** @param {Function} kind @param {() => unknown} work */
function refusedOnlyBy(kind, work) {
  try {
    work();
  } catch (problem) {
    assert.ok(problem instanceof kind, String(problem));
  }
}

/** The kilobytes that are in use. */
function memoryInUse() {
  globalThis.gc();
  return Math.round(process.memoryUsage().heapUsed / 1024);
}

let done = 0;
let longest = 0;
let memory = 0;
/** @template {unknown[]} T @param {(...given: T) => void} work @returns {(...given: T) => void} */
const timed = (work) => (...given) => {
  const began = process.cpuUsage();
  work(...given);
  const { user, system } = process.cpuUsage(began);
  longest = Math.max(longest, (user + system) / 1000);
  assert.ok(longest < LONGEST_MS, "it took long");
  if (++done === Math.floor(WANTED / 5)) memory = memoryInUse();
  if (done % 10_000 === 0) console.log(`${done.toLocaleString("en")} of ${WANTED.toLocaleString("en")} read`);
};
const runs = { numRuns: Math.ceil(WANTED / 3), seed: 1 };
fc.assert(fc.property(text(file), timed(readsFile)), runs);
fc.assert(fc.property(text(entry), timed(readsStored)), runs);
fc.assert(fc.property(fc.oneof(fc.string(), fc.base64String()), fc.object({ key: fc.string({ maxLength: 9 }), maxDepth: 2 }), timed(readsLink)), runs);
const growth = memoryInUse() - memory;
assert.ok(growth < MOST_GROWTH, `memory grew by ${growth} kB`);
console.log(`${done.toLocaleString("en")} files, entries and links read without a failure`);
console.log(`the longest took ${longest.toFixed(0)} ms; memory grew by ${growth.toLocaleString("en")} kB`);
