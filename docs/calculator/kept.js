/** Which of the interviews kept on this device is open, and that what is done to it is kept. */

/** @import { CalendarDay, KeptDay, PlanAnswer, Saved } from "./protocol.js" */
/** @import { Request } from "./request.js" */
import { changedElsewhere, tellKept, tellNotKept } from "./keeping-told.js";
import { StoreProblem } from "./messages.js";
import { blank, fingerprint, LONGEST } from "./saved.js";
import { list, load, onChangeElsewhere, remove, restore, save } from "./store.js";

/**
 * What is worked on: as it is kept, or null where it is not yet; whether it waits to be kept until the
 * person says so; and the fingerprint of the link that it came with. Each interview has an object of its own, so
 * that what is still being written for one is never taken for another's.
 *
 * @typedef {{ saved: Saved | null, calendar: Saved["calendar"], waits: boolean, from: string | null, edits: Record<string, string>, last: { request: Request, answer: PlanAnswer } | null }} Open
 */

/** @returns {Open} */
const nothing = () => ({ saved: null, calendar: null, waits: false, from: null, edits: {}, last: null });

/** How many days that were left are cancelled in each file that follows. */
const MOST_LEFT = 50;

let open = nothing();
/** What is written one after the other: each begins with the revision that the one before has made. */
let writing = Promise.resolve();

/** @returns {Promise<Request | null>} what was last worked on, to go on with; nothing in a frame of another page */
export async function lastOne() {
  if (parent !== self) return null;
  const all = await list().catch(() => []);
  return take(all.find(({ archived }) => !archived));
}

/**
 * @param {string} id
 * @returns {Promise<Request | null>} null where it is not here, or can't be read
 */
export async function opened(id) {
  const entry = await load(id).catch(() => null);
  return take(entry?.saved);
}

/** From here on, what is kept is another interview. */
export function startAnother() {
  open = nothing();
  tellKept("");
}

/**
 * From here on, what is shown came with a link, and is only kept when the person says so.
 *
 * @param {string} from the link's fingerprint
 */
export function startShared(from) {
  open = { ...nothing(), waits: true, from };
}

/** Keep what came with a link. */
export async function keepShared() {
  open.waits = false;
  if (open.last) await keep(open.last.request, open.last.answer);
  return open.saved !== null;
}

/**
 * Take the open interview off this device.
 *
 * @returns {Promise<() => Promise<Request | null>>} what brings all of it back
 */
export async function forget() {
  await writing;
  const { saved, last } = open;
  if (!saved) return async () => last && last.request;
  const stored = await remove(saved.id);
  startAnother();
  return async () => {
    await restore(saved.id, stored);
    return opened(saved.id);
  };
}

/**
 * Keep the request whose plan was made, if it differs from what is kept.
 *
 * @param {Request} given
 * @param {PlanAnswer} answer to it
 */
export function keep(given, answer) {
  const mine = open;
  // As a file or a link would have it: what is not set is not there.
  const request = JSON.parse(JSON.stringify(given));
  mine.last = { request, answer };
  return change(mine, (saved) => {
    const before = saved ?? { ...blank(request), from: mine.from, calendar: mine.calendar, edits: mine.edits };
    const title = before.named ? before.title : (request.names?.employer || answer.interview?.as_text || "").slice(0, LONGEST.title);
    const next = nextOf(answer);
    const isSame = saved && JSON.stringify([saved.request, saved.next, saved.title]) === JSON.stringify([request, next, title]);
    return isSame ? null : { ...before, title, next, request };
  });
}

/** Whether what is shown is kept on this device, or will be. */
export const isMine = () => !open.waits && parent === self;

/** What the person changed in the words to use, by where they stand. @returns {Record<string, string>} */
export const editsOf = () => open.edits;

/**
 * @param {string} place
 * @param {string} text as the person changed it
 */
export function keepEdit(place, text) {
  open.edits = { ...open.edits, [place]: text.slice(0, LONGEST.edit) };
  const { edits } = open;
  return change(open, (saved) => saved && { ...saved, edits });
}

/** The person's own notes on the interview. */
export const notesOf = () => open.saved?.notes ?? "";

/** @param {string} notes */
export function keepNotes(notes) {
  return change(open, (saved) => saved && { ...saved, notes: notes.slice(0, LONGEST.notes) });
}

/**
 * What the open interview is to a calendar: a name that stays, and a number that goes up whenever the days have
 * changed, so that importing again updates the entries; and the days that were in a file and are in the plan no longer.
 *
 * @param {CalendarDay[]} all days of the plan
 * @param {CalendarDay[]} taken the ones that go into a file now
 * @returns {Promise<{ id: string, sequence: number, left: KeptDay[] }>}
 */
export async function calendarOf(all, taken) {
  const mine = open;
  const state = fingerprint(JSON.stringify(all));
  const old = mine.calendar;
  const sequence = old ? old.sequence + (old.state === state ? 0 : 1) : mine.saved ? 0 : minutesNow();
  const isIn = (/** @type {CalendarDay} */ { uid }) => [...taken, ...(old?.days ?? [])].some((day) => day.uid === uid);
  const days = all.filter(isIn).map(({ uid, on, title, as_text }) => ({ uid, on, title, as_text }));
  const left = [...leftBehind(all), ...(old?.left ?? [])].filter(({ uid }) => !all.some((day) => day.uid === uid));
  const calendar = { state, sequence, days, left: left.slice(0, MOST_LEFT) };
  mine.calendar = calendar;
  await change(mine, (saved) => saved && { ...saved, calendar });
  return { id: mine.saved?.id ?? idWithoutStore(mine), sequence, left: calendar.left };
}

/**
 * The days that a calendar file of this interview held, and that the plan has left since.
 *
 * @param {CalendarDay[]} days of the plan
 * @returns {KeptDay[]}
 */
export function leftBehind(days) {
  return (open.calendar?.days ?? []).filter(({ uid }) => !days.some((day) => day.uid === uid));
}

/** @param {Saved | undefined} saved */
function take(saved) {
  open = { ...nothing(), saved: saved ?? null, calendar: saved?.calendar ?? null, edits: saved?.edits ?? {} };
  tellKept("");
  return saved ? saved.request : null;
}

/**
 * Write what a change makes of the open interview as it is kept by then; null is no change.
 *
 * @param {Open} mine
 * @param {(saved: Saved | null) => Saved | null} make
 */
function change(mine, make) {
  writing = writing.then(async () => {
    const changed = mine.waits ? null : make(mine.saved);
    if (!changed) return;
    // Once there is more to lose than one plan, the browser is asked not to forget it.
    if (mine.saved) navigator.storage?.persist?.().catch(() => {});
    try {
      mine.saved = await save(changed);
      if (mine === open) tellKept("");
    } catch (problem) {
      if (!(problem instanceof StoreProblem)) throw problem;
      tellNotKept(problem.why, changed, (instead) => change(mine, () => instead));
    }
  });
  return writing;
}

/**
 * @param {PlanAnswer} answer
 * @returns {Saved["next"]}
 */
function nextOf({ calendar }) {
  const [first] = calendar ?? [];
  return first ? { on: first.on, what: first.title.slice(0, LONGEST.title) } : null;
}

/** A number that goes up by itself, where none can be kept. */
const minutesNow = () => Math.floor(Date.now() / 60_000);

/**
 * A name for a calendar where nothing can be kept: the same for the same interview, so that a second file updates the first.
 *
 * @param {Open} mine
 */
function idWithoutStore({ last }) {
  const { interview, said, country } = last?.request ?? {};
  return fingerprint(JSON.stringify([interview?.on, said?.text, country]));
}

onChangeElsewhere(async (id) => {
  const mine = open;
  if (!mine.saved || (id !== null && id !== mine.saved.id)) return;
  await writing;
  const here = await load(mine.saved.id).catch(() => undefined);
  if (here === undefined || mine !== open) return;
  const isSame = here?.saved?.revision === mine.saved.revision && here.saved.updated === mine.saved.updated;
  const saved = mine.saved;
  if (!isSame) changedElsewhere(here ? "changedElsewhere" : "goneElsewhere", saved, (instead) => change(mine, () => instead));
});
