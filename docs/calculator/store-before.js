/** What the site kept in localStorage before it used IndexedDB: one entry for each interview. */

/** @import { Writing } from "./store.js" */
import { readEntry } from "./saved.js";

const PREFIX = "after-the-interview/";

/** @returns {[string, string][]} what stands there: the id of each, and its text */
export function older() {
  try {
    const ours = Object.entries(localStorage).filter(([key]) => key.startsWith(PREFIX));
    return ours.map(([key, text]) => [key.slice(PREFIX.length), text]);
  } catch {
    // Where it is forbidden, even naming it throws.
    return [];
  }
}

/**
 * @param {[string, string][]} old
 * @param {Writing} store
 */
export async function takeOver(old, store) {
  for (const [id, text] of old) {
    const given = parsed(text);
    const here = await store.get(id);
    if (here === undefined || isNewer(readEntry(given, id).saved, readEntry(here, id).saved)) await store.put(given, id);
  }
}

/** @param {[string, string][]} old that was taken over */
export function forget(old) {
  for (const [id] of old) localStorage.removeItem(PREFIX + id);
}

/**
 * Whether a tab of the older site has gone on with an interview meanwhile.
 *
 * @param {{ updated: number } | undefined} given
 * @param {{ updated: number } | undefined} here
 */
function isNewer(given, here) {
  return Boolean(given && here && given.updated > here.updated);
}

/** @param {string} text @returns {unknown} a damaged one stays as it is */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
