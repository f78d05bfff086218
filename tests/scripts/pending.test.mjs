/** What was being written when a person left: done at the next start, and only what is still to be done. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { emptyDevice, failAtWrite, older, stored, tab } from "./device.mjs";
import { changeOf } from "../../docs/calculator/pending.js";
import { blank } from "../../docs/calculator/saved.js";

const REQUEST = { interview: { on: "2027-02-04" }, country: "US" };
const PREFIX = "after-the-interview:pending:";
/** As the page that was left has noted it. */
const note = (id, pending) => older.set(PREFIX + id, JSON.stringify(pending));
const stateOf = ({ revision, updated }) => ({ revision, updated });
const titles = async () => Object.values(await stored()).map(({ title }) => title);

/** Two of them, kept; the first one is what is changed. */
async function two() {
  const store = await tab("store.js");
  const kept = await store.save({ ...blank(REQUEST), title: "Before" });
  await store.save({ ...blank(REQUEST), title: "Other" });
  return { store, kept };
}

/** The next start of a page. */
const start = async () => (await tab("store.js")).list();

beforeEach(emptyDevice);

test("what was noted and not written is written once", async () => {
  const { kept } = await two();
  note(kept.id, { saved: { ...kept, title: "After" }, seen: [stateOf(kept)] });
  await start();
  await start();
  const entry = (await stored())[kept.id];
  assert.deepEqual([entry.title, entry.revision], ["After", kept.revision + 1]);
  assert.equal(older.size, 0);
});

test("a new one that was noted is there, and a deletion is done", async () => {
  const { kept } = await two();
  const made = { ...blank(REQUEST), title: "New" };
  note(made.id, { saved: made, seen: [{ revision: 0, updated: 0 }] });
  note(kept.id, { deleted: true });
  await start();
  assert.deepEqual((await titles()).sort(), ["New", "Other"]);
});

test("notes typed while a new name was being written are there, with the name", async () => {
  const { store, kept } = await two();
  const [now, title] = [kept.updated + 1, "Renamed"];
  await store.update(kept.id, { title }, undefined, now);
  // The page was left before its list had the name.
  note(kept.id, changeOf(kept, { title, notes: "Nights" }, { revision: kept.revision + 1, updated: now }));
  await start();
  const entry = (await stored())[kept.id];
  assert.deepEqual([entry.title, entry.notes], ["Renamed", "Nights"]);
});

test("what another tab has changed or deleted since stays so", async () => {
  const { store, kept } = await two();
  const changed = await store.update(kept.id, { title: "Elsewhere" });
  note(kept.id, { saved: { ...kept, title: "After" }, seen: [stateOf(kept)] });
  await start();
  assert.deepEqual((await titles()).sort(), ["Elsewhere", "Other"]);
  await store.remove(kept.id);
  note(kept.id, { saved: { ...kept, title: "After" }, seen: [stateOf(changed)] });
  await start();
  assert.deepEqual(await titles(), ["Other"]);
});

test("what was pressed in a plan is done to it as it is by then, behind what was noted", async () => {
  const { store, kept } = await two();
  const changed = await store.update(kept.id, { title: "Elsewhere", next: { on: "2027-02-17", what: "call" } });
  const event = { on: "2027-02-17", event: "contacted" };
  note(kept.id, { saved: { ...kept, title: "After" }, seen: [stateOf(kept)], presses: [{ merge: { sector: "public" } }, { event }] });
  await start();
  await start();
  const entry = (await stored())[kept.id];
  assert.deepEqual([entry.title, entry.revision, entry.next], ["Elsewhere", changed.revision + 1, null]);
  assert.deepEqual(entry.request, { ...REQUEST, sector: "public", history: [event] });
  note("nobody", { presses: [{ event }] });
  for (const presses of ["x", [null, 3], { length: 1 }, []]) note(kept.id, { presses });
  await start();
  assert.deepEqual([(await stored())[kept.id], older.size], [entry, 0]);
});

test("an answer that was pressed takes the place of the stop it was given for", async () => {
  const { store, kept } = await two();
  const [stopped, event] = [{ on: "2027-02-16", event: "stopped" }, { on: "2027-02-17", event: "invited" }];
  await store.update(kept.id, { request: { ...REQUEST, history: [stopped] } });
  note(kept.id, { presses: [{ event, replaces: "0" }] });
  await start();
  assert.deepEqual((await stored())[kept.id].request.history, [event]);
});

test("a damaged note harms nothing and is gone after", async () => {
  const { kept } = await two();
  for (const text of ["{", "null", "[]", "5", '{"saved":5,"seen":5}', '{"saved":{},"seen":[{}]}', '{"deleted":false}']) {
    older.set(PREFIX + kept.id, text);
    assert.equal((await start()).length, 2);
    assert.equal(older.size, 0);
  }
});

test("where there is no room the note waits for the next start", async () => {
  const { kept } = await two();
  note(kept.id, { saved: { ...kept, title: "After" }, seen: [stateOf(kept)] });
  const again = failAtWrite(1);
  assert.equal((await start()).length, 2);
  again();
  await start();
  assert.deepEqual((await titles()).sort(), ["After", "Other"]);
});
