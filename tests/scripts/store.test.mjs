/** What is kept on a device: never overwritten unseen, never half, and said truly. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { emptyDevice, failAtWrite, older, place, stored, tab } from "./device.mjs";
import { blank, newId, readEntry, VERSION } from "../../docs/calculator/saved.js";

const REQUEST = { interview: { on: "2027-02-04" }, said: { text: "in two weeks" }, country: "US" };
const interview = (more = {}) => ({ ...blank(REQUEST), title: "Northwind", ...more });
const file = (interviews, more = {}) =>
  new Blob([JSON.stringify({ format: "after-the-interview", version: VERSION, interviews, ...more })]);
const why = (problem) => (error) => error.why === problem || assert.fail(`${error.why ?? error.stack}`);

beforeEach(emptyDevice);

test("what is kept is there again, newest first", async () => {
  const store = await tab("store.js");
  const first = await store.save(interview());
  const second = await store.save(interview({ title: "Fabrikam" }));
  await store.update(first.id, { notes: "ask about the van" });
  const other = await tab("store.js");
  assert.deepEqual((await other.list()).map(({ id, notes }) => [id, notes]).sort(), [[first.id, "ask about the van"], [second.id, ""]].sort());
});

test("deleted in one tab stays deleted in the other", async () => {
  const [one, other] = [await tab("store.js"), await tab("store.js")];
  const kept = await one.save(interview());
  await other.remove(kept.id);
  await assert.rejects(one.save({ ...kept, title: "Again" }), why("gone"));
  assert.deepEqual(await stored(), {});
});

test("changed in one tab is not overwritten by the other", async () => {
  const [one, other] = [await tab("store.js"), await tab("store.js")];
  const kept = await one.save(interview());
  await other.update(kept.id, { title: "Fabrikam" });
  await assert.rejects(one.save({ ...kept, title: "Northwind again" }), why("changed"));
  assert.equal((await stored())[kept.id].title, "Fabrikam");
});

test("an interview taken in from a file is not overwritten by a tab that has an older one", async () => {
  const { save } = await tab("store.js");
  const { imported } = await tab("transfer.js");
  const kept = await save(interview());
  await imported(file([{ ...kept, title: "From the file", updated: kept.updated + 1 }]));
  await assert.rejects(save({ ...kept, title: "From the tab" }), why("changed"));
  assert.equal((await stored())[kept.id].title, "From the file");
});

for (const [kind, entry] of [
  ["newer", (saved) => ({ ...saved, version: VERSION + 1, title: { of: "another kind" } })],
  ["damaged", (saved) => ({ ...saved, request: "{oops" })],
]) {
  test(`an entry that is ${kind} is never overwritten, and is exported as it is`, async () => {
    const store = await tab("store.js");
    const { exported, imported } = await tab("transfer.js");
    const kept = await store.save(interview());
    const odd = entry({ ...kept, version: VERSION });
    await place(kept.id, odd);
    await assert.rejects(store.save({ ...kept, title: "New" }), why(kind));
    await assert.rejects(store.update(kept.id, { title: "New" }), why(kind));
    assert.deepEqual(await imported(file([{ ...kept, updated: kept.updated + 1 }])), { added: 0, replaced: 0, left: 0, unread: 1 });
    assert.deepEqual((await stored())[kept.id], odd);
    assert.deepEqual((await store.entries()).map(({ unreadable }) => unreadable), [kind]);
    const saved = await exported();
    await store.remove(kept.id);
    assert.deepEqual(await imported(new Blob([saved])), { added: 1, replaced: 0, left: 0, unread: 0 });
    assert.deepEqual((await stored())[kept.id], odd);
  });
}

test("undo of a deletion brings back all, whatever it was", async () => {
  const store = await tab("store.js");
  const kept = await store.save(interview({ notes: "mine", calendar: { state: "x", sequence: 3, days: [], left: [] } }));
  const before = await stored();
  await place("odd", "{oops");
  for (const id of [kept.id, "odd"]) await store.restore(id, await store.remove(id));
  assert.deepEqual(await stored(), { ...before, odd: "{oops" });
});

test("a change of what is gone is refused, not said to be done", async () => {
  const store = await tab("store.js");
  for (const act of [store.update(newId(), { archived: true }), store.remove(newId())]) await assert.rejects(act, why("gone"));
});

test("what could not be read again is not written", async () => {
  const { save } = await tab("store.js");
  await assert.rejects(save(interview({ notes: "x".repeat(5001) })), why("tooLong"));
  assert.deepEqual(await stored(), {});
});

test("of one id that a file holds twice the newest counts, once", async () => {
  const { imported } = await tab("transfer.js");
  const one = interview({ updated: 5, revision: 1 });
  const twice = [{ ...one, title: "New", updated: 9 }, { ...one, title: "Old" }];
  assert.deepEqual(await imported(file(twice)), { added: 1, replaced: 0, left: 0, unread: 0 });
  assert.equal((await stored())[one.id].title, "New");
});

test("a file is taken in whole or not at all, whichever write fails", async () => {
  const { imported } = await tab("transfer.js");
  const { save } = await tab("store.js");
  const kept = await save(interview());
  const before = await stored();
  const thirty = Array.from({ length: 30 }, (_, n) => interview({ title: `No. ${n}`, updated: 1, revision: 1 }));
  const given = file([...thirty, { ...kept, title: "Newer", updated: kept.updated + 1 }]);
  let failed = 0;
  for (let n = 1; ; n++, failed++) {
    const end = failAtWrite(n);
    const done = await imported(given).catch((problem) => problem);
    if (!end()) break;
    assert.equal(done.why, "fileNoRoom");
    assert.deepEqual(await stored(), before);
  }
  assert.equal(failed, 31);
  assert.equal(Object.keys(await stored()).length, 31);
});

const BAD = {
  "an id that is none": { id: "../x" },
  "an id that is too long": { id: "a".repeat(65) },
  "an id of another object": { id: "__proto__".concat("!") },
  "no title": { title: null },
  "a long title": { title: "x".repeat(201) },
  "a flag as text": { archived: "no" },
  "half a revision": { revision: 1.5 },
  "a day that there is not": { next: { on: "2027-02-30", what: "call" } },
  "no time": { updated: null },
  "a request that is text": { request: "x" },
  "line breaks for a calendar": { calendar: { state: "", sequence: "0\r\nEND:VEVENT\r\nBEGIN:VEVENT", days: [], left: [] } },
  "a day that is none": { calendar: { state: "", sequence: 0, days: [{ uid: "a", on: "x", title: "", as_text: "" }], left: [] } },
  "a next step without a day": { next: { on: "soon", what: "call" } },
  "a step after the next without a day": { next: { on: "2027-02-04", what: "thank", then: { on: "soon", what: "call" } } },
  "notes that are a list": { notes: [] },
};
for (const [what, wrong] of Object.entries(BAD)) {
  test(`a file with ${what} is refused whole`, async () => {
    const { imported } = await tab("transfer.js");
    const good = interview({ updated: 1, revision: 1 });
    await assert.rejects(imported(file([good, { ...good, id: newId(), ...wrong }])), why("fileDamaged"));
    assert.deepEqual(await stored(), {});
  });
}

test("what the older site kept is taken over once, damaged entries too, and none is lost where that fails", async () => {
  const old = { 1: { archived: false, revision: 3, updated: 7 }, 2: { archived: false, revision: 3, updated: 7, named: true, calendar: { state: "3 x", sequence: 2 } } };
  for (const [version, entry] of Object.entries(old)) {
    older.set(`after-the-interview/v${version}`, JSON.stringify({ ...entry, version: Number(version), id: `v${version}`, title: "Northwind", request: REQUEST }));
  }
  older.set("after-the-interview/odd", "{oops");
  older.set("other", "stays");
  const before = new Map(older);
  for (let n = 1; n <= 3; n++) {
    const end = failAtWrite(n);
    await assert.rejects((await tab("store.js")).entries(), why("full"));
    assert.ok(end());
    assert.deepEqual(older, before);
    assert.deepEqual(await stored(), {});
  }
  const store = await tab("store.js");
  assert.deepEqual((await store.entries()).map(({ id, unreadable }) => [id, unreadable]).sort(), [["odd", "damaged"], ["v1", undefined], ["v2", undefined]]);
  assert.deepEqual([...older.keys()], ["other"]);
  const { saved } = await store.load("v2");
  assert.deepEqual(saved.calendar, { state: "3 x", sequence: 2, days: [], left: [] });
  assert.equal((await store.save({ ...saved, title: "Goes on" })).revision, 4);
});

test("a tab of the older site that went on has the newer one", async () => {
  const { save } = await tab("store.js");
  const kept = await save(interview());
  const text = (updated) => JSON.stringify({ ...kept, title: "Older site", revision: 9, updated, version: 2 });
  older.set(`after-the-interview/${kept.id}`, text(kept.updated - 1));
  assert.equal((await (await tab("store.js")).list())[0].title, "Northwind");
  older.set(`after-the-interview/${kept.id}`, text(kept.updated + 1));
  assert.equal((await (await tab("store.js")).list())[0].title, "Older site");
});

for (const [name, problem] of [["QuotaExceededError", "full"], ["UnknownError", "refused"]]) {
  test(`whichever write fails with ${name}, the store is as before and says why`, async () => {
    const store = await tab("store.js");
    const kept = await store.save(interview());
    const gone = interview({ id: "gone" });
    const acts = [
      () => store.save(interview()),
      () => store.save({ ...kept, title: "Changed" }),
      () => store.update(kept.id, { archived: true }),
      () => store.remove(kept.id),
      () => store.restore("gone", { ...gone, version: VERSION }),
    ];
    const before = await stored();
    for (const act of acts) {
      const end = failAtWrite(1, name);
      await assert.rejects(act(), why(problem));
      assert.ok(end());
      assert.deepEqual(await stored(), before);
    }
  });
}

test("where nothing may be kept, reading says so too: never that there is nothing", async () => {
  const open = indexedDB.open;
  indexedDB.open = () => {
    throw new DOMException("denied", "SecurityError");
  };
  const store = await tab("store.js");
  for (const act of [() => store.entries(), () => store.load("a"), () => store.save(interview())]) await assert.rejects(act(), why("refused"));
  indexedDB.open = open;
  assert.deepEqual(await store.entries(), []);
});

test("5,000 interviews are listed in less than a second", async () => {
  const { takeIn, entries } = await tab("store.js");
  await takeIn(Array.from({ length: 5000 }, (_, n) => ({ id: `n${n}`, saved: interview({ id: `n${n}`, updated: n, revision: 1 }) })));
  const began = process.cpuUsage();
  const all = await entries();
  const { user } = process.cpuUsage(began);
  assert.equal(all.length, 5000);
  assert.equal(all[0].id, "n4999");
  assert.ok(user < 1_000_000, `${user / 1000} ms`);
});

test("an id is made where a browser on plain http has no randomUUID", () => {
  const whole = crypto.randomUUID;
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  const ids = [newId(), newId()];
  Object.defineProperty(crypto, "randomUUID", { value: whole, configurable: true });
  assert.notEqual(ids[0], ids[1]);
  for (const id of ids) assert.ok(readEntry(interview({ id })).saved);
});

test("a revision counts on from the highest that there is", async () => {
  const { save } = await tab("store.js");
  const { imported } = await tab("transfer.js");
  const last = interview({ updated: 1, revision: 2 ** 31 - 1 });
  await imported(file([last]));
  const once = await save({ ...last, title: "Changed" });
  assert.equal((await save({ ...once, title: "Again" })).title, "Again");
});

test("an entry of a newer version in a file is said to be that", async () => {
  const { imported } = await tab("transfer.js");
  await assert.rejects(imported(file([{ ...interview(), version: VERSION + 1 }])), why("fileNewer"));
  assert.deepEqual(await stored(), {});
});
