/** Which of the interviews kept on this device is open, and that what is done to it is kept. */

/** @import { Open } from "./in-work.js" */
/** @import { PlanAnswer, Saved } from "./protocol.js" */
/** @import { Request } from "./request.js" */
import { current, noteDown, nothing, sharedBefore } from "./in-work.js";
import { tellKept, tellNotKept } from "./keeping-told.js";
import { StoreProblem } from "./messages.js";
import { forgetPainted, painted } from "./painted.js";
import { note, settled } from "./pending.js";
import { LONGEST } from "./saved.js";
import { list, load, remove, restore, save } from "./store.js";

let open = nothing();
/** What is written one after the other: each begins with the revision that the one before has made. */
let writing = Promise.resolve();

/** @returns {Promise<Request | null>} what was last worked on, to go on with */
export const lastOne = async () => take(await newest());

/** Whether there is one. */
export const hasOne = async () => Boolean(await newest());

/** The one that was painted, as it may be shown by now; else the newest. */
async function newest() {
  const all = (await list().catch(() => [])).filter(({ archived }) => !archived);
  return all.find(({ id }) => id === painted()?.id) ?? all[0];
}

/**
 * @param {string} id
 * @returns {Promise<{ request: Request | null, isHere: boolean }>} null where it is not here, or can't be read; where the
 *   browser lets nothing be read, it may be here
 */
export async function opened(id) {
  const entry = await load(id).catch(() => ({ saved: undefined }));
  return { request: take(entry?.saved), isHere: entry !== null };
}

/** From here on, what is kept is another interview. */
export function startAnother() {
  open = nothing();
  tellKept();
}

/**
 * From here on, what is shown came with a link, and is only kept when the person says so.
 *
 * @param {string} from the link's fingerprint
 * @returns {Request | undefined} what has become of it in this tab
 */
export function startShared(from) {
  const { request, ...noted } = sharedBefore(from) ?? {};
  open = { ...nothing(), ...noted, waits: true, from };
  return request;
}

/**
 * Keep what came with a link, as soon as there is a plan of it.
 *
 * @param {() => void} wait called where that takes until later
 * @returns {Promise<boolean>} whether it is kept
 */
export async function keepShared(wait) {
  const mine = open;
  mine.waits = false;
  if (!mine.last) {
    wait();
    await new Promise((resolve) => (mine.planned = resolve));
  }
  await keepIt(mine);
  return mine.saved !== null;
}

/**
 * Take the open interview off this device.
 *
 * @returns {Promise<{ wasKept: boolean, restore: () => Promise<Request | null> }>} and what brings all of it back
 */
export async function forget() {
  const mine = open;
  mine.deleted = true;
  if (!mine.waits) note(mine.id, { deleted: true });
  await writing;
  const { saved, last } = mine;
  const stored = saved && (await remove(saved.id));
  settled(mine.id);
  startAnother();
  const putBack = async () => {
    if (saved) {
      await restore(saved.id, stored);
      return (await opened(saved.id)).request;
    }
    open = mine;
    mine.deleted = false;
    return last && last.request;
  };
  return { wasKept: saved !== null, restore: putBack };
}

/**
 * Keep the request whose plan was made, if it differs from what is kept.
 *
 * @param {Request} given
 * @param {PlanAnswer} answer to it
 */
export function keep(given, answer) {
  // As a file or a link would have it: what is not set is not there.
  open.last = { request: JSON.parse(JSON.stringify(given)), answer };
  open.planned?.(null);
  return keepIt(open);
}

/**
 * Note what the person has done, before there is a plan of it.
 *
 * @param {Request} asked
 */
export function noteAsked(asked) {
  const planned = open.last?.request ?? open.saved?.request;
  open.asked = JSON.stringify(asked) === JSON.stringify(planned) ? null : asked;
  noteDown(open);
}

/**
 * Keep the names as they are typed, without waiting for the words that they fill.
 *
 * @param {Request["names"]} names
 */
export function keepNames(names) {
  if (open.asked) open.asked = { ...open.asked, names };
  // Without a plan they are noted for the next one.
  else if (open.saved && !open.last) noteAsked({ ...open.saved.request, names });
  return open.last && keep({ ...open.last.request, names }, open.last.answer);
}

/** Whether what is shown is kept on this device, or would be if it could. */
export const isMine = () => !open.waits;

/** What the person changed in the words to use, by where they stand. @returns {Record<string, string>} */
export const editsOf = () => open.edits;

/**
 * @param {string} place
 * @param {string} text as the person changed it
 */
export function keepEdit(place, text) {
  open.edits = { ...open.edits, [place]: text.slice(0, LONGEST.edit) };
  return keepIt(open);
}

/** The person's own notes on the interview. */
export const notesOf = () => open.notes;

/** @param {string} notes */
export function keepNotes(notes) {
  open.notes = notes.slice(0, LONGEST.notes);
  return keepIt(open);
}

/** @param {Saved | undefined} saved */
function take(saved) {
  open = { ...nothing(), ...(saved && { id: saved.id }), saved: saved ?? null, calendar: saved?.calendar ?? null, edits: saved?.edits ?? {}, notes: saved?.notes ?? "" };
  tellKept();
  return saved ? saved.request : null;
}

/** What is worked on. */
export const inWork = () => open;

/** What is being written, at its end. */
export const written = () => writing;

/**
 * Write what a change makes of an interview by then; null is no change.
 *
 * @param {Open} mine
 * @param {(mine: Open) => Saved | null} [make] as it now is
 */
export function keepIt(mine, make = current) {
  noteDown(mine, make(mine));
  writing = writing.then(async () => {
    const changed = mine.waits ? null : make(mine);
    if (!changed) return;
    // Once there is more to lose than one plan, the browser is asked not to forget it.
    if (mine.saved) navigator.storage?.persist?.().catch(() => {});
    mine.sent = { revision: changed.revision + 1, updated: Date.now() };
    noteDown(mine, changed);
    try {
      mine.saved = await save(changed, mine.sent.updated);
      if (mine.id !== changed.id) forgetPainted();
      mine.id = changed.id;
      mine.unkept = false;
      // What came meanwhile stays noted, and will be written next.
      noteDown(mine);
      if (mine === open) tellKept();
    } catch (problem) {
      if (!(problem instanceof StoreProblem)) throw problem;
      settled(changed.id);
      mine.unkept = true;
      tellNotKept(problem.why, changed, (instead) => keepIt(mine, () => instead));
    }
  });
  return writing;
}
