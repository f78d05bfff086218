/**
 * Read many made-up files, links and stored entries: none fails, hangs, keeps memory or writes what
 * can't be read.
 *
 * Run as `node --expose-gc tools/fuzz_kept.mjs`; the variable KEPT says how many (200000), SEED which. What fails is
 * made as short as it can be and kept in `tests/cases/kept.json`, which each run tries first. Times are of the
 * processor, so that a busy machine makes none fail.
 */

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { emptyDevice, place, stored } from "../tests/scripts/device.mjs";
import { StoreProblem } from "../docs/calculator/messages.js";
import { VERSION } from "../docs/calculator/saved.js";
import { fragmentFor, isSamePlan, requestIn } from "../docs/calculator/share.js";
import { entries } from "../docs/calculator/store.js";
import { exported, imported } from "../docs/calculator/transfer.js";

const WANTED = Number(process.env.KEPT ?? 200_000);
/** Another for each run, so that new ones are tried; the same again to see a failure anew. */
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const LONGEST_MS = 1000;
/** What failed once, by the kind of what was read: the arguments of its property. */
const CASES = new URL("../tests/cases/kept.json", import.meta.url);
/** Kilobytes that may be added once the engine has what it needs, after a fifth of all. */
const MOST_GROWTH = 20_000;

const version = fc.oneof(fc.constantFrom(1, VERSION, VERSION + 1, -1e300, "1", "__proto__", { toString: "" }, null), fc.jsonValue());
/** Like an interview, each part right or anything at all. */
const entry = fc.record(
  {
    id: fc.oneof(fc.uuid(), fc.constant("__proto__"), fc.jsonValue()),
    title: fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue()),
    request: fc.oneof(fc.object(), fc.jsonValue()),
    revision: fc.oneof(fc.nat(), fc.jsonValue()),
    updated: fc.oneof(fc.nat(), fc.jsonValue()),
    named: fc.oneof(fc.boolean(), fc.jsonValue()),
    archived: fc.oneof(fc.boolean(), fc.jsonValue()),
    notes: fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue()),
    from: fc.oneof(fc.constant(null), fc.jsonValue()),
    next: fc.oneof(fc.constant(null), fc.constant({ on: "2027-02-04", what: "call" }), fc.jsonValue()),
    edits: fc.oneof(fc.constant({}), fc.dictionary(fc.string(), fc.string()), fc.jsonValue()),
    calendar: fc.oneof(fc.constant(null), fc.constant({ state: "", sequence: 1, days: [], left: [] }), fc.jsonValue()),
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

/** What is kept after a file was taken in can be read, and saved to a file that can be taken in; a refused one changes nothing. */
async function readsFile(/** @type {string} */ content) {
  await emptyDevice();
  const refused = await refusedOnlyBy(StoreProblem, () => imported(new Blob([content])));
  const here = await stored();
  if (refused) assert.deepEqual(here, {});
  const saved = await exported();
  await emptyDevice();
  await imported(new Blob([saved]));
  assert.deepEqual(await stored(), here);
}

/** What stands in the storage is read, or is a line of its own: never hidden, never changed. */
async function readsStored(/** @type {string} */ content) {
  await emptyDevice();
  const odd = parsed(content);
  await place("a", odd);
  const [entry, ...more] = await entries();
  assert.deepEqual(more, []);
  if (entry.saved) assert.equal(typeof entry.saved.title + typeof entry.saved.request, "stringobject");
  else assert.ok(["newer", "damaged"].includes(entry.unreadable));
  assert.deepEqual(await stored(), { a: odd });
}

/** A link is read, or refused in words; one that was made for a request gives it back, whatever stands behind it. */
async function readsLink(/** @type {string} */ fragment, /** @type {any} */ request) {
  await refusedOnlyBy(StoreProblem, () => requestIn(fragment));
  await refusedOnlyBy(StoreProblem, () => requestIn(`#plan=1.${fragment}`));
  const asJson = JSON.parse(JSON.stringify({ said: request, country: "US", site_root: "../" }));
  const link = fragmentFor(asJson, { names: true });
  for (const behind of ["", ".", ")", "\u201d", "&utm_source=x", ">", "_", "-"]) {
    const found = requestIn(link + behind);
    assert.ok(isSamePlan(found, asJson));
    assert.deepEqual(found, { said: asJson.said, country: "US" });
  }
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** @param {Function} kind @param {() => unknown} work @returns {Promise<boolean>} whether it was refused */
async function refusedOnlyBy(kind, work) {
  try {
    await work();
    return false;
  } catch (problem) {
    assert.ok(problem instanceof kind, String(problem?.stack));
    return true;
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
/** @template {unknown[]} T @param {(...given: T) => Promise<void>} work @returns {(...given: T) => Promise<void>} */
const timed = (work) => async (...given) => {
  const began = process.cpuUsage();
  await work(...given);
  const { user, system } = process.cpuUsage(began);
  longest = Math.max(longest, (user + system) / 1000);
  assert.ok(longest < LONGEST_MS, "it took long");
  if (++done === Math.floor(WANTED / 5)) memory = memoryInUse();
  if (done % 10_000 === 0) console.log(`${done.toLocaleString("en")} of ${WANTED.toLocaleString("en")} read`);
};
/** @param {string} kind @param {fc.IAsyncProperty<any>} property */
async function holds(kind, property) {
  const cases = JSON.parse(readFileSync(CASES, "utf8"));
  const examples = cases[kind];
  const details = await fc.check(property, { numRuns: examples.length + Math.ceil(WANTED / 3), seed: SEED, examples });
  if (details.failed && details.counterexample && !process.env.CI) {
    examples.push(details.counterexample);
    writeFileSync(CASES, `${JSON.stringify(cases, null, 2)}\n`);
  }
  assert.ok(!details.failed, fc.defaultReportMessage(details));
}

console.log(`SEED=${SEED}`);
await holds("file", fc.asyncProperty(text(file), timed(readsFile)));
await holds("stored", fc.asyncProperty(text(entry), timed(readsStored)));
const anyLink = fc.oneof(fc.string(), fc.base64String());
await holds("link", fc.asyncProperty(anyLink, fc.object({ key: fc.string({ maxLength: 9 }), maxDepth: 2 }), timed(readsLink)));
const growth = memoryInUse() - memory;
assert.ok(growth < MOST_GROWTH, `memory grew by ${growth} kB`);
console.log(`${done.toLocaleString("en")} files, entries and links read without a failure`);
console.log(`the longest took ${longest.toFixed(0)} ms; memory grew by ${growth.toLocaleString("en")} kB`);
