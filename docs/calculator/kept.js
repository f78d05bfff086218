/** Which of the interviews kept on this device is open. */

/** @import { Saved } from "./protocol.js" */
/** @import { Request } from "./request.js" */
import { tell } from "./dom.js";
import { list, load, remove, save, StoreProblem } from "./store.js";

/** @type {Saved | null} */
let open = null;

/** @returns {Request | null} what was last worked on, to go on with */
export function lastOne() {
  open = list().find(({ archived }) => !archived) ?? null;
  return open && open.request;
}

/**
 * @param {string} id
 * @returns {Request | null}
 */
export function opened(id) {
  open = load(id);
  return open && open.request;
}

/** From here on, what is kept is another interview. */
export function startAnother() {
  open = null;
}

/** Take the open interview off this device. */
export function forget() {
  if (open) remove(open.id);
  startAnother();
}

/**
 * Keep the request, if it differs from what is kept.
 *
 * @param {Request} request whose plan was made
 * @param {string} day of the interview, in words
 */
export function keep(request, day) {
  if (open && JSON.stringify(open.request) === JSON.stringify(request)) return;
  const blank = { id: crypto.randomUUID(), named: false, archived: false, calendar: null, revision: 0, updated: 0 };
  const title = open?.named ? open.title : request.names?.employer || day;
  write({ ...(open ?? blank), title, request });
}

/**
 * What the open interview is to a calendar: a name that stays, and a number that goes up whenever
 * the days have changed, so that importing again updates the entries.
 *
 * @param {string} days of the plan, as text
 * @returns {{ id: string, sequence: number }}
 */
export function calendarOf(days) {
  const before = open?.calendar;
  const state = `${open?.revision} ${days}`;
  if (!open) return { id: crypto.randomUUID(), sequence: 0 };
  if (before?.state === state) return { id: open.id, sequence: before.sequence };
  const sequence = before ? before.sequence + 1 : 0;
  write({ ...open, calendar: { state: `${open.revision + 1} ${days}`, sequence } });
  return { id: open.id, sequence };
}

/** @param {Saved} saved */
function write(saved) {
  try {
    open = save(saved);
    tell("#kept", "");
  } catch (problem) {
    if (!(problem instanceof StoreProblem)) throw problem;
    tell("#kept", problem.message);
  }
}
