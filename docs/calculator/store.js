/**
 * Interviews kept on this device, in IndexedDB: a change is written whole or not at all, and what another
 * tab wrote meanwhile is seen in the same step in which it would be written over.
 */

/** @import { IDBPDatabase, IDBPObjectStore } from "idb" */
/** @import { Entry, Saved, TakenIn } from "./protocol.js" */
import { forgetPainted } from "./painted.js";
import { openDB } from "idb";
import { StoreProblem, toldAs } from "./messages.js";
import { finish, note, settled } from "./pending.js";
import { MOST_COUNT, readEntry, VERSION } from "./saved.js";
import { forget, older, takeOver } from "./store-before.js";

/** @typedef {IDBPObjectStore<any, ["interviews"], "interviews", "readwrite">} Writing */
const NAME = "after-the-interview";

/** @type {Promise<IDBPDatabase> | undefined} */
let opened;
/** @type {BroadcastChannel | undefined} */
let others;

/** @returns {Promise<Entry[]>} all that is kept, in whatever state, newest first; what can't be read comes first */
export async function entries() {
  const [keys, stored] = await reading((store) => Promise.all([store.getAllKeys(), store.getAll()]));
  const all = stored.map((one, index) => readEntry(one, String(keys[index])));
  return all.sort((a, b) => timeOf(b) - timeOf(a));
}

/** @returns {Promise<Saved[]>} all that can be read, newest first */
export async function list() {
  return (await entries()).flatMap(({ saved }) => saved ?? []);
}

/**
 * @param {string} id
 * @returns {Promise<Entry | null>} null where there is none
 */
export async function load(id) {
  return entryOf(id, await reading((store) => store.get(id)));
}

/**
 * Keep an interview: a new one, or one as it was last kept and changed here since. Throws StoreProblem,
 * and writes nothing, where it was changed or deleted meanwhile, can't be read, or the device refuses.
 *
 * @param {Saved} saved
 * @param {number} [now] the time that it gets
 * @returns {Promise<Saved>} the same, with its new revision
 */
export function save(saved, now) {
  return writing(saved.id, async (store) => {
    const here = entryOf(saved.id, await store.get(saved.id));
    if (here?.unreadable) throw new StoreProblem(here.unreadable);
    if (!here && saved.revision > 0) throw new StoreProblem("gone");
    if (here && !isSameRevision(here.saved, saved)) throw new StoreProblem("changed");
    return put(store, saved, now);
  });
}

/**
 * Change one as it is kept now. Throws StoreProblem where it is gone or can't be read.
 *
 * @param {string} id
 * @param {Partial<Saved>} patch
 * @param {import("./pending.js").Pending} [pending] what is noted until it is done
 * @param {number} [now] the time that it gets
 * @returns {Promise<Saved>}
 */
export function update(id, patch, pending, now) {
  return writing(id, async (store) => {
    const here = entryOf(id, await store.get(id));
    if (!here?.saved) throw new StoreProblem(here?.unreadable ?? "gone");
    return put(store, { ...here.saved, ...patch }, now);
  }, pending);
}

/**
 * Take one off this device, in whatever state it is.
 *
 * @param {string} id
 * @returns {Promise<unknown>} what stood there, to bring it back
 */
export function remove(id) {
  forgetPainted();
  return writing(id, async (store) => {
    const stored = await store.get(id);
    if (stored === undefined) throw new StoreProblem("gone");
    await store.delete(id);
    return stored;
  }, { deleted: true });
}

/**
 * Bring back what was deleted, as it was, unless it is back already.
 *
 * @param {string} id
 * @param {unknown} stored
 */
export function restore(id, stored) {
  return writing(id, async (store) => {
    if ((await store.getKey(id)) === undefined) await store.put(stored, id);
  }, { saved: stored, seen: [{ revision: 0, updated: 0 }] });
}

/**
 * Take in entries of a file, all or none. One that is here is replaced only by a newer one, and never
 * where it can't be read.
 *
 * @param {Entry[]} given one for each id
 * @returns {Promise<TakenIn>}
 */
export function takeIn(given) {
  return writing(null, async (store) => {
    const done = { added: 0, replaced: 0, left: 0, unread: 0 };
    for (const { id, saved, stored } of given) {
      const here = entryOf(id, await store.get(id));
      if (!here) await store.put(saved ? withVersion(saved) : stored, id);
      else if (saved && here.saved && here.saved.updated < saved.updated) {
        // Another revision than any tab has, so that none writes over it.
        const revision = (Math.max(here.saved.revision, saved.revision) + 1) % MOST_COUNT;
        await store.put(withVersion({ ...saved, revision }), id);
        done.replaced++;
        continue;
      }
      done[!here ? "added" : saved && here.saved ? "left" : "unread"]++;
    }
    return done;
  });
}

/**
 * Hear of what another tab has kept or deleted.
 *
 * @param {(id: string | null) => void} act with null for many at once
 */
export function onChangeElsewhere(act) {
  channel()?.addEventListener("message", ({ data }) => act(data));
}

/**
 * @param {Writing} store
 * @param {Saved} saved
 * @param {number} [updated]
 */
async function put(store, saved, updated = Date.now()) {
  const kept = { ...saved, revision: (saved.revision + 1) % MOST_COUNT, updated };
  const { unreadable } = readEntry(withVersion(kept), kept.id);
  if (unreadable) throw new StoreProblem("tooLong");
  await store.put(withVersion(kept), kept.id);
  return kept;
}

const withVersion = (/** @type {Saved} */ saved) => ({ ...saved, version: VERSION });
/** @param {string} id @param {unknown} stored @returns {Entry | null} */
const entryOf = (id, stored) => (stored === undefined ? null : readEntry(stored, id));

/** @type {(here: Saved | undefined, saved: Saved) => boolean} */
const isSameRevision = (here, saved) => here?.revision === saved.revision && here.updated === saved.updated;

const timeOf = (/** @type {Entry} */ { saved }) => saved?.updated ?? Infinity;
/**
 * @template T
 * @param {(store: IDBPObjectStore<any, ["interviews"], "interviews", "readonly">) => Promise<T>} read
 * @returns {Promise<T>}
 */
async function reading(read) {
  try {
    const database = await open();
    return await read(database.transaction("interviews").store);
  } catch (fault) {
    throw toldAs(fault);
  }
}

/**
 * One change, written whole or not at all.
 *
 * @template T
 * @param {string | null} id that it is about; null for many
 * @param {(store: Writing) => Promise<T>} change
 * @param {import("./pending.js").Pending} [pending] what is noted until it is done
 * @returns {Promise<T>}
 */
async function writing(id, change, pending) {
  if (id && pending) note(id, pending);
  try {
    const result = await inOneGo(await open(), change);
    channel()?.postMessage(id);
    return result;
  } catch (fault) {
    throw toldAs(fault);
  } finally {
    if (id && pending) settled(id);
  }
}

/**
 * @template T
 * @param {IDBPDatabase} database
 * @param {(store: Writing) => Promise<T>} change
 * @returns {Promise<T>}
 */
async function inOneGo(database, change) {
  // A person may leave the page at once: what is asked for is written without waiting for the disk.
  const transaction = database.transaction("interviews", "readwrite", { durability: "relaxed" });
  try {
    const result = await change(transaction.store);
    await transaction.done;
    return result;
  } catch (fault) {
    transaction.done.catch(() => {});
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    throw fault;
  }
}

function open() {
  opened ??= openAnew().catch((fault) => {
    opened = undefined;
    throw fault;
  });
  return opened;
}

async function openAnew() {
  const database = await openDB(NAME, 1, {
    upgrade: (made) => void made.createObjectStore("interviews"),
    // Another version of the site waits for this one to let go.
    blocking: () => {
      opened = undefined;
      database.close();
    },
    terminated: () => void (opened = undefined),
  });
  const old = older();
  if (old.length > 0) await inOneGo(database, (store) => takeOver(old, store));
  forget(old);
  await finish((act) => inOneGo(database, act));
  return database;
}

function channel() {
  if (typeof BroadcastChannel === "function") others ??= new BroadcastChannel(NAME);
  return others;
}
