/**
 * Interviews kept on this device. Each has an entry of its own, so that two open tabs do not write
 * over each other's; within one interview the revision tells whether another tab was there first.
 */

/** @import { Saved } from "./protocol.js" */

const PREFIX = "after-the-interview/";
const FORMAT = "after-the-interview";
export const VERSION = 2;

/**
 * What brings an entry of each older version to the next one: a list by the version it comes from.
 *
 * @type {Record<number, (saved: any) => any>}
 */
const MIGRATIONS = {
  1: (saved) => ({ ...saved, named: false, calendar: null }),
};

/** What a person is told when an entry can't be kept or read; `message` is in words for them. */
export class StoreProblem extends Error {}

/** @returns {Saved[]} all that can be read, newest first */
export function list() {
  return keys()
    .map((key) => read(localStorage.getItem(key)))
    .filter((saved) => saved !== null)
    .sort((a, b) => b.updated - a.updated);
}

/**
 * @param {string} id
 * @returns {Saved | null} null where there is none, or none that can be read
 */
export function load(id) {
  return storage((local) => read(local.getItem(PREFIX + id))) ?? null;
}

/**
 * Keep an interview. Throws StoreProblem where the device refuses, or where another tab has kept a
 * later revision: nothing is written then.
 *
 * @param {Saved} saved
 * @returns {Saved} the same, with its new revision
 */
export function save(saved) {
  const other = load(saved.id);
  if (other && other.revision !== saved.revision) {
    throw new StoreProblem("This interview was changed in another tab. Reload this page to go on from there.");
  }
  return write({ ...saved, revision: saved.revision + 1, updated: Date.now() });
}

/**
 * Change one that is kept; one that is gone meanwhile stays gone.
 *
 * @param {string} id
 * @param {Partial<Saved>} patch
 */
export function update(id, patch) {
  const saved = load(id);
  if (saved) save({ ...saved, ...patch });
}

/** @param {string} id */
export function remove(id) {
  storage((local) => local.removeItem(PREFIX + id));
}

/** @returns {string} everything kept here, as one JSON file */
export function exported() {
  return JSON.stringify({ format: FORMAT, version: VERSION, interviews: list() }, null, 2);
}

/**
 * Add the interviews of an exported file; one that is here already is replaced only by a newer one.
 * Throws StoreProblem, before anything is written, for a file that is damaged or of another kind.
 *
 * @param {string} text
 * @returns {number} how many were added or replaced
 */
export function imported(text) {
  const newer = interviewsIn(text).filter((saved) => {
    const here = load(saved.id);
    return !here || here.updated < saved.updated;
  });
  for (const saved of newer) write(saved);
  return newer.length;
}

/** @param {string} text */
function interviewsIn(text) {
  const file = parsed(text);
  if (file?.format !== FORMAT || !Array.isArray(file.interviews)) {
    throw new StoreProblem("This file does not hold interviews saved by this site. Nothing was changed.");
  }
  if (Number.isInteger(file.version) && file.version > VERSION) {
    throw new StoreProblem("This file was saved by a newer version of this site. Reload the page, then try again.");
  }
  const interviews = file.interviews.map((/** @type {unknown} */ entry) => checked(entry));
  if (interviews.includes(null)) {
    throw new StoreProblem("This file is damaged: an interview in it can’t be read. Nothing was changed.");
  }
  return /** @type {Saved[]} */ (interviews);
}

/**
 * @param {Saved} saved
 * @returns {Saved}
 */
function write(saved) {
  try {
    localStorage.setItem(PREFIX + saved.id, JSON.stringify({ ...saved, version: VERSION }));
  } catch {
    throw new StoreProblem("This device did not keep your entries: its storage for this site is full or switched off. They are here until you close this page.");
  }
  return saved;
}

/** @param {string | null} text */
function read(text) {
  return text === null ? null : checked(parsed(text));
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Return an entry in today's version, or null if it is none. What its request holds is checked by
 * the calculator.
 *
 * @param {any} entry
 * @returns {Saved | null}
 */
function checked(entry) {
  const version = entry?.version ?? VERSION;
  if (!Number.isInteger(version)) return null;
  let saved = entry;
  for (let from = version; from in MIGRATIONS; from++) saved = MIGRATIONS[from]?.(saved);
  const readable =
    typeof saved?.id === "string" &&
    typeof saved.title === "string" &&
    typeof saved.request === "object" &&
    saved.request !== null &&
    !(version > VERSION) &&
    Number.isInteger(saved.revision) &&
    Number.isFinite(saved.updated);
  return readable ? saved : null;
}

function keys() {
  const all = storage((local) => Array.from({ length: local.length }, (_, index) => local.key(index)));
  return (all ?? []).filter((key) => key !== null).filter((key) => key.startsWith(PREFIX));
}

/**
 * Use the device's storage where it is allowed; where it is forbidden, even naming it throws.
 *
 * @template T
 * @param {(local: Storage) => T} use
 * @returns {T | undefined}
 */
function storage(use) {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
