/** What the open interview is to a calendar: which of its days are in a file, and which of them the plan has left. */

/** @import { Open } from "./in-work.js" */
/** @import { CalendarDay, KeptDay } from "./protocol.js" */
import { inWork, keepIt } from "./kept.js";
import { fingerprint } from "./saved.js";

/** How many days that were left are cancelled in each file that follows. */
const MOST_LEFT = 50;

/**
 * What the open interview is to a calendar: a name that stays, and a number that goes up whenever the days have
 * changed, so that importing again updates the entries; and the days that were in a file and are in the plan no longer.
 *
 * @param {CalendarDay[]} all days of the plan
 * @param {CalendarDay[]} taken the ones that go into a file now
 * @returns {Promise<{ id: string, sequence: number, left: KeptDay[] }>}
 */
export async function calendarOf(all, taken) {
  const mine = inWork();
  const state = fingerprint(JSON.stringify(all));
  const old = mine.calendar;
  const sequence = old ? old.sequence + (old.state === state ? 0 : 1) : mine.saved ? 0 : minutesNow();
  const isIn = (/** @type {CalendarDay} */ { uid }) => [...taken, ...(old?.days ?? [])].some((day) => day.uid === uid);
  const days = all.filter(isIn).map(({ uid, on, title, as_text }) => ({ uid, on, title, as_text }));
  const left = [...leftBehind(all), ...(old?.left ?? [])].filter(({ uid }) => !all.some((day) => day.uid === uid));
  const calendar = { state, sequence, days, left: left.slice(0, MOST_LEFT) };
  mine.calendar = calendar;
  await keepIt(mine);
  return { id: mine.saved?.id ?? idWithoutStore(mine), sequence, left: calendar.left };
}

/**
 * The days that a calendar file of this interview held, and that the plan has left since.
 *
 * @param {CalendarDay[]} days of the plan
 * @returns {KeptDay[]}
 */
export function leftBehind(days) {
  return (inWork().calendar?.days ?? []).filter(({ uid }) => !days.some((day) => day.uid === uid));
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
