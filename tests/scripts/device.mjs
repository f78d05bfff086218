/** A device for the scripts that keep things: IndexedDB and localStorage in memory, and faults on demand. */

import "fake-indexeddb/auto";
import { IDBObjectStore } from "fake-indexeddb";

/** localStorage, as far as scripts use it. */
export const older = new Map();
globalThis.localStorage = new Proxy(
  {},
  {
    get: (_, name) =>
      ({
        getItem: (key) => older.get(key) ?? null,
        setItem: (key, value) => void older.set(key, String(value)),
        removeItem: (key) => void older.delete(key),
      })[name] ?? older.get(name),
    ownKeys: () => [...older.keys()],
    getOwnPropertyDescriptor: (_, key) => ({ value: older.get(key), enumerable: true, configurable: true }),
  },
);
// Nothing here listens, and an open channel would keep the process alive.
globalThis.BroadcastChannel = undefined;

/** Another copy of a module, as another tab has it. */
let tabs = 0;
export const tab = (name) => import(`../../docs/calculator/${name}?${++tabs}`);

/** Open the store beside the scripts, do something to it, and return what that gives. */
async function beside(act) {
  const database = await new Promise((resolve, reject) => {
    const asked = indexedDB.open("after-the-interview", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("interviews");
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const transaction = database.transaction("interviews", "readwrite");
  const asked = act(transaction.objectStore("interviews"));
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
  return asked;
}

export async function emptyDevice() {
  older.clear();
  // Not only cleared: the one in memory remembers each transaction.
  const asked = indexedDB.deleteDatabase("after-the-interview");
  await new Promise((resolve) => (asked.onsuccess = resolve));
}

/** Everything in the store, as it stands there. */
export async function stored() {
  const asked = await beside((store) => [store.getAllKeys(), store.getAll()]);
  const [keys, values] = asked.map(({ result }) => result);
  return Object.fromEntries(keys.map((key, index) => [key, values[index]]));
}

/** Put something into the store, whatever it is. */
export const place = (id, value) => beside((store) => store.put(value, id));

/**
 * Let the n-th write from now on fail, and all after it, until the function that is returned is called.
 *
 * @param {number} n from 1
 * @param {string} name of the fault, as browsers call it
 */
export function failAtWrite(n, name = "QuotaExceededError") {
  const whole = { put: IDBObjectStore.prototype.put, delete: IDBObjectStore.prototype.delete };
  let count = 0;
  for (const method of Object.keys(whole)) {
    IDBObjectStore.prototype[method] = function (...given) {
      if (++count >= n) throw new DOMException("made to fail", name);
      return whole[method].apply(this, given);
    };
  }
  return () => {
    Object.assign(IDBObjectStore.prototype, whole);
    return count >= n;
  };
}
