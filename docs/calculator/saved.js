/** An interview as it is kept: what each field may hold, and how older versions become today's. */

/** @import { Entry, Saved } from "./protocol.js" */

export const VERSION = 4;
/** How long a name or a note of one's own may be. */
export const LONGEST = { title: 200, notes: 5000, edit: 10_000 };

/** Bounds that nothing of ours comes near; beyond them it is damage or malice. */
const LONGEST_ID = 64;
const LONGEST_REQUEST = 500_000;
const MOST_DAYS = 200;
const LAST_TIME = 8.64e15;
/** What is counted begins anew there. */
export const MOST_COUNT = 2 ** 31;

/**
 * What brings an entry of each older version to the next one: a list by the version it comes from.
 *
 * @type {Record<number, (saved: any) => any>}
 */
const MIGRATIONS = {
  1: (saved) => ({ ...saved, named: false, calendar: null }),
  2: (saved) => ({
    ...saved,
    title: typeof saved.title === "string" ? saved.title.slice(0, LONGEST.title) : saved.title,
    calendar: saved.calendar && { ...saved.calendar, days: [], left: [] },
    notes: "",
    from: null,
    next: null,
  }),
  3: (saved) => ({ ...saved, edits: {} }),
};

/**
 * What each field must be.
 *
 * @type {{ [name in keyof Saved]: (value: any) => boolean }}
 */
const FIELDS = {
  id: (id) => typeof id === "string" && id.length <= LONGEST_ID && /^[\w-]+$/.test(id),
  title: (title) => isText(title, LONGEST.title),
  named: isFlag,
  archived: isFlag,
  revision: (revision) => isCount(revision),
  updated: (time) => Number.isFinite(time) && time >= 0 && time <= LAST_TIME,
  notes: (notes) => isText(notes, LONGEST.notes),
  from: (print) => print === null || isText(print, LONGEST_ID),
  next: (next) => next === null || (isNext(next) && (!next.then || isNext(next.then))),
  calendar: (calendar) =>
    calendar === null ||
    (isCount(calendar?.sequence) && isText(calendar.state, LONGEST.title) && areDays(calendar.days) && areDays(calendar.left)),
  edits: (edits) => isObject(edits) && Object.values(edits).every((text) => isText(text, LONGEST.edit)) && Object.keys(edits).length <= MOST_DAYS,
  // What it holds is checked by the calculator, field by field.
  request: (request) => isObject(request) && JSON.stringify(request).length <= LONGEST_REQUEST,
};

/**
 * Read what stands in the storage or in a file, in whatever state it is.
 *
 * @param {unknown} stored
 * @param {string} [id] under which it stands; in a file it is its own
 * @returns {Entry}
 */
export function readEntry(stored, id) {
  const given = /** @type {any} */ (stored);
  const name = id ?? (FIELDS.id(given?.id) ? given.id : "");
  const version = given?.version ?? VERSION;
  if (!isObject(given) || !isCount(version)) return { id: name, unreadable: "damaged", stored };
  if (version > VERSION) return { id: name, unreadable: "newer", stored };
  let saved = given;
  for (let from = version; from in MIGRATIONS; from++) saved = MIGRATIONS[from]?.(saved);
  return isSaved(saved) && saved.id === name ? { id: name, saved: only(saved) } : { id: name, unreadable: "damaged", stored };
}

/**
 * A new one, of which nothing is kept yet.
 *
 * @param {Record<string, any>} request
 * @returns {Saved}
 */
export function blank(request) {
  return {
    id: newId(),
    title: "",
    named: false,
    archived: false,
    calendar: null,
    revision: 0,
    updated: 0,
    notes: "",
    from: null,
    next: null,
    edits: {},
    request,
  };
}

/** An id that no other has. On plain http a browser has no `randomUUID`. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A short text that is the same for the same text, and for others practically never: two rounds of
 * FNV-1a. It finds what is known already; it protects nothing.
 *
 * @param {string} text
 */
export function fingerprint(text) {
  const round = (/** @type {number} */ start) => {
    let hash = start;
    for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, "0");
  };
  return round(0x811c9dc5) + round(0x9dc5811c);
}

/** @param {unknown} saved @returns {saved is Saved} */
function isSaved(saved) {
  return isObject(saved) && Object.entries(FIELDS).every(([name, fits]) => Object.hasOwn(saved, name) && fits(saved[name]));
}

/**
 * Its fields and no others.
 *
 * @param {Saved} saved
 * @returns {Saved}
 */
function only(saved) {
  return /** @type {Saved} */ (Object.fromEntries(Object.keys(FIELDS).map((name) => [name, saved[/** @type {keyof Saved} */ (name)]])));
}

/** @param {unknown} value @returns {value is Record<string, any>} */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value */
function isFlag(value) {
  return typeof value === "boolean";
}

/** @param {unknown} value @param {number} longest */
function isText(value, longest) {
  return typeof value === "string" && value.length <= longest;
}

/** @param {any} value */
function isCount(value) {
  return Number.isInteger(value) && value >= 0 && value < MOST_COUNT;
}

/** @param {unknown} value */
function isDay(value) {
  // Some engines lead the 30th of February on into March.
  const time = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(String(value));
}

/** @param {any} next */
function isNext(next) {
  return isDay(next?.on) && isText(next.what, LONGEST.title);
}

/** @param {unknown} days */
function areDays(days) {
  return Array.isArray(days) && days.length <= MOST_DAYS && days.every(isCalendarDay);
}

/** @param {any} day */
function isCalendarDay(day) {
  return isDay(day?.on) && [day.uid, day.title, day.as_text].every((text) => isText(text, 1000));
}
