/** What the open interview is to a calendar: which of its days are in a file, and which of them the plan has left. */

/** @import { Open } from "./in-work.js" */
/** @import { CalendarDay, KeptDay, Saved } from "./protocol.js" */
import { MESSAGES } from "./messages.js";
import { fingerprint } from "./saved.js";

/** How many days that were left are cancelled in each file that follows. */
const MOST_LEFT = 50;

/**
 * What an interview will be to a calendar: a number that goes up whenever the days have changed, so that importing again
 * updates the entries; and the days that were in a file and are in the plan no longer.
 *
 * @param {Open} mine
 * @param {CalendarDay[]} all days of the plan
 * @param {CalendarDay[]} taken the ones that go into a file now
 * @returns {NonNullable<Saved["calendar"]>}
 */
export function calendarWith({ calendar, saved }, all, taken) {
  const state = fingerprint(JSON.stringify(all));
  const sequence = calendar ? calendar.sequence + (calendar.state === state ? 0 : 1) : saved ? 0 : minutesNow();
  const isIn = (/** @type {CalendarDay} */ { uid }) => [...taken, ...(calendar?.days ?? [])].some((day) => day.uid === uid);
  const days = all.filter(isIn).map(({ uid, on, title, as_text }) => ({ uid, on, title, as_text }));
  const left = [...leftBehind(calendar, all), ...(calendar?.left ?? [])].filter(({ uid }) => !all.some((day) => day.uid === uid));
  return { state, sequence, days, left: left.slice(0, MOST_LEFT) };
}

/**
 * The days that a calendar file held, and that the plan has left since.
 *
 * @param {Saved["calendar"]} calendar
 * @param {CalendarDay[]} days of the plan
 * @returns {KeptDay[]}
 */
export function leftBehind(calendar, days) {
  return (calendar?.days ?? []).filter(({ uid }) => !days.some((day) => day.uid === uid));
}

/**
 * @param {Saved["calendar"]} calendar of an interview that is deleted
 * @param {string} today
 * @returns {string} which of its days still stand in a calendar; nothing where there are none to come
 */
export function stillIn(calendar, today) {
  const days = [...(calendar?.days ?? [])].filter(({ on }) => on >= today);
  return days.length > 0 ? `${MESSAGES.calendarStays} ${inWords(days)}` : "";
}

/** @param {KeptDay[]} days */
export function inWords(days) {
  return `${days.map(({ title, as_text }) => `“${title}”, ${as_text}`).join("; ")}.`;
}

/**
 * A name for a calendar that stays. Where nothing can be kept it is the same for the same interview, so that a second
 * file updates the first.
 *
 * @param {Open} mine
 */
export function calendarId({ saved, last }) {
  const { interview, said, country } = last?.request ?? {};
  return saved?.id ?? fingerprint(JSON.stringify([interview?.on, said?.text, country]));
}

/** A number that goes up by itself, where none can be kept. */
const minutesNow = () => Math.floor(Date.now() / 60_000);
