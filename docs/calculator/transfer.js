/** All interviews as one file, to save them and to take them in again. */

/** @import { Entry } from "./protocol.js" */
import { OF_ALL, StoreProblem } from "./messages.js";
import { readEntry, VERSION } from "./saved.js";
import { entries, takeIn } from "./store.js";

const FORMAT = "after-the-interview";
const LONGEST_FILE = 200_000_000;

/** @param {keyof typeof OF_ALL} why */
const fileProblem = (why) => new StoreProblem(why, OF_ALL[why]);

/**
 * @param {Entry[]} [all] that go into it; else everything that is kept here, what can't be read as it is
 * @returns {Promise<string>} the file's text
 */
export async function exported(all) {
  const kept = all ?? (await entries());
  const interviews = kept.flatMap(({ saved }) => saved ?? []);
  const unreadable = kept.filter((entry) => entry.unreadable).map(({ id, stored }) => ({ id, stored }));
  const file = { format: FORMAT, version: VERSION, interviews };
  return JSON.stringify(unreadable.length > 0 ? { ...file, unreadable } : file, null, 2);
}

/**
 * Take in the interviews of a file, all or none. Throws StoreProblem, and changes nothing, for a file
 * that is damaged or of another kind, or where there is no room.
 *
 * @param {Blob} file
 * @returns {Promise<import("./protocol.js").TakenIn>}
 */
export async function imported(file) {
  if (file.size > LONGEST_FILE) throw fileProblem("fileTooBig");
  const found = newestOfEach(interviewsIn(await file.text()));
  try {
    return await takeIn(found);
  } catch (problem) {
    if (problem instanceof StoreProblem && problem.why === "full") throw fileProblem("fileNoRoom");
    throw problem;
  }
}

/**
 * @param {string} text
 * @returns {Entry[]}
 */
function interviewsIn(text) {
  const file = parsed(text);
  if (file?.format !== FORMAT || !Array.isArray(file.interviews)) throw fileProblem("notOurs");
  if (Number.isInteger(file.version) && file.version > VERSION) throw fileProblem("fileNewer");
  const found = file.interviews.map((/** @type {unknown} */ entry) => readEntry(withVersionOf(file, entry)));
  if (found.some((/** @type {Entry} */ { unreadable }) => unreadable === "newer")) throw fileProblem("fileNewer");
  if (found.some((/** @type {Entry} */ { saved }) => !saved)) throw fileProblem("fileDamaged");
  return [...found, ...unreadableIn(file)];
}

/**
 * @param {any} file
 * @param {any} entry which may leave to the file to say its version
 */
function withVersionOf(file, entry) {
  return entry?.version === undefined ? { ...entry, version: file.version } : entry;
}

/**
 * What could not be read where the file was made goes along as it is: a later version may read it.
 *
 * @param {any} file
 * @returns {Entry[]}
 */
function unreadableIn(file) {
  const all = Array.isArray(file.unreadable) ? file.unreadable : [];
  return all.flatMap((/** @type {any} */ one) => {
    const id = one?.id;
    const isWhole = typeof id === "string" && id.length > 0 && one.stored !== undefined;
    return isWhole ? readEntry(one.stored, id.slice(0, 64)) : [];
  });
}

/**
 * @param {Entry[]} found
 * @returns {Entry[]} the newest of each id
 */
function newestOfEach(found) {
  /** @type {Map<string, Entry>} */
  const newest = new Map();
  for (const entry of found) {
    const before = newest.get(entry.id);
    if (!before || (entry.saved?.updated ?? -1) > (before.saved?.updated ?? -1)) newest.set(entry.id, entry);
  }
  return [...newest.values()];
}

/** @param {string} text @returns {any} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
