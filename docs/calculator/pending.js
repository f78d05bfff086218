/** What is being written, noted in the same moment: a person may leave the page before the device has it. */

/** @import { Saved } from "./protocol.js" */
/** @import { Press } from "./request.js" */
/** @import { Writing } from "./store.js" */
import { withPress } from "./request.js";
import { isObject, readEntry, VERSION } from "./saved.js";

const PREFIX = "after-the-interview:pending:";
/** What this page itself is at: it is not left half done. */
const own = new Set();

/**
 * @typedef {{ revision: number, updated: number }} State  of an interview as it is kept; before it is, both are 0
 * @typedef {{ deleted?: true, saved?: unknown, seen?: State[], presses?: Press[] }} Pending  that it is deleted; or what
 *   shall stand in the store, and which states it may take the place of; and what was pressed since
 */

/**
 * @param {string} id of the interview
 * @param {Pending} pending
 */
export function note(id, pending) {
  own.add(PREFIX + id);
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify(pending));
  } catch {
    // Where this is forbidden, or there is no room, the write itself has to be in time.
  }
}

/**
 * @param {string} id of the interview
 * @param {Press[]} presses in a plan of it, behind what is noted already
 */
export function notePresses(id, presses) {
  try {
    const before = parsed(localStorage.getItem(PREFIX + id));
    localStorage.setItem(PREFIX + id, JSON.stringify({ ...before, presses }));
  } catch {
    // As above; the page is still here for whoever looks at it.
  }
}

/**
 * @param {Saved} seen as the page has it
 * @param {Partial<Saved>} patch
 * @param {State} [sent] as which it is being written
 * @returns {Pending} that it is changed, unless it is another by then
 */
export function changeOf(seen, patch, sent) {
  const { revision, updated } = seen;
  return { saved: { ...seen, ...patch }, seen: [{ revision, updated }, ...(sent ? [sent] : [])] };
}

/** @param {string} id of an interview that is written, or whose failure was told */
export function settled(id) {
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // Nothing was noted.
  }
}

/** @returns {[string, Pending][]} what was left half done, by the ids */
function noted() {
  try {
    const ours = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX) && !own.has(key));
    return ours.map((key) => [key.slice(PREFIX.length), parsed(localStorage.getItem(key))]);
  } catch {
    return [];
  }
}

/** @param {string | null} text @returns {Pending} nothing to do where it is damaged */
function parsed(text) {
  try {
    return Object(JSON.parse(text ?? ""));
  } catch {
    return {};
  }
}

/**
 * Do what was left half done, unless another tab has gone on with it.
 *
 * @param {(act: (store: Writing) => Promise<void>) => Promise<void>} inOneGo
 */
export async function finish(inOneGo) {
  const all = noted();
  if (all.length === 0) return;
  try {
    await inOneGo(async (store) => {
      for (const [id, pending] of all) await finishOne(id, pending, store);
    });
    for (const [id] of all) settled(id);
  } catch {
    // With room for it, the next start does it.
  }
}

/**
 * @param {string} id
 * @param {Pending} pending
 * @param {Writing} store
 */
async function finishOne(id, { deleted, saved, seen, presses }, store) {
  if (deleted) return store.delete(id);
  const here = await store.get(id);
  const noted = isOneOf(here, seen) && readEntry(saved, id).saved;
  const pressed = Array.isArray(presses) ? presses.filter(isObject) : [];
  const before = noted || readEntry(here, id).saved;
  if (!before || !(noted || pressed.length > 0)) return;
  const request = pressed.reduce((request, press) => withPress(request, press), before.request);
  // What comes next is for the plan to say.
  const next = pressed.length > 0 ? null : before.next;
  const revision = (here?.revision ?? 0) + 1;
  await store.put({ ...before, request, next, version: VERSION, revision, updated: Date.now() }, id);
}

/**
 * @param {State | undefined} here
 * @param {State[]} [seen]
 */
function isOneOf(here, seen = []) {
  return Array.isArray(seen) && seen.some(({ revision, updated }) => (here ? here.revision === revision && here.updated === updated : revision === 0));
}
