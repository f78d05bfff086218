/** The interview that is worked on: what would be kept of it, and what is noted in the same moment. */

/** @import { State } from "./pending.js" */
/** @import { PlanAnswer, Saved } from "./protocol.js" */
/** @import { Request } from "./request.js" */
import { note, settled } from "./pending.js";
import { blank, LONGEST, newId } from "./saved.js";

const SHARED = "after-the-interview-shared";

/**
 * Its id; as it is kept, or null where it is not yet; whether it waits to be kept until the person says so; and the
 * fingerprint of the link that it came with. Each interview has an object of its own, so that what is still being
 * written for one is never taken for another's. `last` is what was planned last, `asked` what the person has done since
 * and has no plan yet, `sent` the state that is being written, `unkept` that this failed; of one that is being `deleted`
 * nothing more is noted.
 *
 * @typedef {{ id: string, sent?: State, unkept?: boolean, deleted?: boolean, saved: Saved | null, calendar: Saved["calendar"], waits: boolean, from: string | null, edits: Record<string, string>, notes: string, last: { request: Request, answer: PlanAnswer } | null, asked?: Request | null, planned?: (value: unknown) => void }} Open
 */

/** @returns {Open} */
export const nothing = () => ({ id: newId(), saved: null, calendar: null, waits: false, from: null, edits: {}, notes: "", last: null });

/**
 * The interview as the person has it before them, whether or not any of it could be kept so far.
 *
 * @param {Open} mine
 * @returns {Saved | null} null where that is kept already, or there is no plan yet
 */
export function current(mine) {
  const { saved, last, from, calendar, edits, notes } = mine;
  const before = saved ?? (last && { ...blank(last.request), id: mine.id, from });
  if (!before) return null;
  const made = { ...before, calendar, edits, notes, ...(last && planned(before, last)) };
  return saved && JSON.stringify(saved) === JSON.stringify(made) ? null : made;
}

/**
 * What the person calls it, or else whose it is; nothing where neither is known.
 *
 * @param {Open} mine
 * @param {Request["names"]} names
 */
export const nameOf = ({ saved }, names) => (saved?.named ? saved.title : (names?.employer ?? ""));

/**
 * Note how it shall be kept, with what was done since: the page may be left before there is a plan, or before the
 * device has it.
 *
 * @param {Open} mine
 * @param {Saved | null} [made] of it
 */
export function noteDown(mine, made = current(mine)) {
  const { id, saved, sent, asked } = mine;
  if (mine.deleted) return;
  if (mine.waits) return noteShared(mine);
  const before = made ?? saved;
  // What comes next is for the plan to say.
  const kept = asked && before ? { ...before, request: asked, next: null } : made;
  if (!kept) return settled(id);
  const seen = [saved ?? { revision: 0, updated: 0 }, ...(sent ? [sent] : [])].map(({ revision, updated }) => ({ revision, updated }));
  note(kept.id, { saved: kept, seen });
}

/** What came with a link is not kept; but a reload has what was done to it. @param {Open} mine */
function noteShared({ from, notes, edits, last, asked }) {
  try {
    sessionStorage.setItem(SHARED, JSON.stringify({ from, notes, edits, request: asked ?? last?.request }));
  } catch {
    // Where not even a tab may keep something, it is as it was in the link.
  }
}

/**
 * @param {string} from the link's fingerprint
 * @returns {Pick<Open, "notes" | "edits"> & { request?: Request } | null} what this tab has done to what came with it
 */
export function sharedBefore(from) {
  try {
    const noted = JSON.parse(sessionStorage.getItem(SHARED) ?? "null");
    return noted?.from === from ? noted : null;
  } catch {
    return null;
  }
}

/** It is closed, or kept. */
export function forgetShared() {
  try {
    sessionStorage.removeItem(SHARED);
  } catch {
    // Nothing was noted.
  }
}

/**
 * @param {Saved} before
 * @param {NonNullable<Open["last"]>} last
 */
function planned({ named, title }, { request, answer }) {
  const given = (request.names?.employer || `Interview on ${answer.interview?.as_text}`).slice(0, LONGEST.title);
  return { title: named ? title : given, next: answer.main ?? null, request };
}
