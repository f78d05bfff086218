/** IndexedDB with promises: one store of interviews, and as much of it as is used. */

const STORE = "interviews";

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function answerTo(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * @param {string} name
 * @param {() => void} forget called when it can't be used any more: the browser has ended it, or another version of the site
 *   waits for this one to let go
 * @returns {Promise<IDBDatabase>}
 */
export async function openDatabase(name, forget) {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore(STORE);
  const database = await answerTo(opening);
  database.onclose = forget;
  database.onversionchange = () => {
    forget();
    database.close();
  };
  return database;
}

/** The interviews in one transaction, which ends by itself once nothing more is asked. */
export class Interviews {
  /**
   * @param {IDBDatabase} database
   * @param {IDBTransactionMode} [mode]
   * @param {IDBTransactionOptions} [options]
   */
  constructor(database, mode, options) {
    this.transaction = database.transaction(STORE, mode, options);
    this.store = this.transaction.objectStore(STORE);
    /** @type {Promise<void>} that all of it is written */
    this.done = new Promise((resolve, reject) => {
      this.transaction.oncomplete = () => resolve();
      this.transaction.onabort = () => reject(this.transaction.error);
    });
    // Whoever only reads doesn't wait for it.
    this.done.catch(() => {});
  }

  /** @param {string} id @returns {Promise<any>} undefined where there is none */
  get = (id) => answerTo(this.store.get(id));

  keys = () => answerTo(this.store.getAllKeys());

  all = () => answerTo(this.store.getAll());

  /** @param {unknown} stored @param {string} id */
  put = (stored, id) => answerTo(this.store.put(stored, id));

  /** @param {string} id */
  delete = (id) => answerTo(this.store.delete(id));
}
