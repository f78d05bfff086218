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
 * @typedef {{ saved: Saved | null, calendar: Saved["calendar"], waits: boolean, from: string | null, edits: Record<string, string>, notes: string, last: { request: Request, answer: PlanAnswer } | null, planned?: (value: unknown) => void }} Open
 */

/** @returns {Open} */
const nothing = () => ({ saved: null, calendar: null, waits: false, from: null, edits: {}, notes: "", last: null });

/** How many days that were left are cancelled in each file that follows. */
const MOST_LEFT = 50;

let open = nothing();
/** What is written one after the other: each begins with the revision that the one before has made. */
let writing = Promise.resolve();

/** @returns {Promise<Request | null>} what was last worked on, to go on with */
export const lastOne = async () => take(await newest());

/** Whether there is one. */
export const hasOne = async () => Boolean(await newest());

async function newest() {
  const all = await list().catch(() => []);
  return all.find(({ archived }) => !archived);
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
  await change(mine, current);
  return mine.saved !== null;
}

/**
 * Take the open interview off this device.
 *
 * @returns {Promise<{ wasKept: boolean, restore: () => Promise<Request | null> }>} and what brings all of it back
 */
export async function forget() {
  await writing;
  const mine = open;
  const { saved, last } = mine;
  const stored = saved && (await remove(saved.id));
  startAnother();
  const putBack = async () => {
    if (saved) {
      await restore(saved.id, stored);
      return opened(saved.id);
    }
    open = mine;
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
  return change(open, current);
}

/**
 * The interview as the person has it before them, whether or not any of it could be kept so far.
 *
 * @param {Open} mine
 * @returns {Saved | null} null where that is kept already, or there is no plan yet
 */
function current(mine) {
  const { saved, last, from, calendar, edits, notes } = mine;
  const before = saved ?? (last && { ...blank(last.request), from });
  if (!before) return null;
  const made = { ...before, calendar, edits, notes, ...(last && planned(before, last)) };
  return saved && JSON.stringify(saved) === JSON.stringify(made) ? null : made;
}

/**
 * @param {Saved} before
 * @param {NonNullable<Open["last"]>} last
 */
function planned({ named, title }, { request, answer }) {
  const given = (request.names?.employer || answer.interview?.as_text || "").slice(0, LONGEST.title);
  return { title: named ? title : given, next: nextOf(answer), request };
}

/**
 * Keep the names as they are typed, without waiting for the words that they fill.
 *
 * @param {Request["names"]} names
 */
export function keepNames(names) {
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
  return change(open, current);
}

/** The person's own notes on the interview. */
export const notesOf = () => open.notes;

/** @param {string} notes */
export function keepNotes(notes) {
  open.notes = notes.slice(0, LONGEST.notes);
  return change(open, current);
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
  await change(mine, current);
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
  open = { ...nothing(), saved: saved ?? null, calendar: saved?.calendar ?? null, edits: saved?.edits ?? {}, notes: saved?.notes ?? "" };
  tellKept("");
  return saved ? saved.request : null;
}

/**
 * Write what a change makes of the open interview by then; null is no change.
 *
 * @param {Open} mine
 * @param {(mine: Open) => Saved | null} make
 */
function change(mine, make) {
  writing = writing.then(async () => {
    const changed = mine.waits ? null : make(mine);
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
function nextOf({ main }) {
  return main ? { on: main.on, what: main.title.slice(0, LONGEST.title) } : null;
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
