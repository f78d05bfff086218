/**
 * The calendar file: a plan's days as all-day events with a reminder, for any calendar app. A script of its
 * own, with its library: it is fetched when somebody asks for a file, not before.
 */

/** @import { Open } from "./in-work.js" */
/** @import { CalendarDay, KeptDay, Saved } from "./protocol.js" */
import ICAL from "ical.js";
import { calendarId, inWords } from "./kept-calendar.js";
import { CALENDAR } from "./messages.js";

export { calendarWith } from "./kept-calendar.js";

/** Far below what any file system allows. */
const LONGEST_NAME = 60;

const MAKER = "-//After the interview//Follow-up plan//EN";
const REMINDER = "PT8H";
/** A line may have 75 octets; one that goes on begins with a blank, which the library does not count. */
const LONGEST_LINE = 74;

/**
 * @typedef {{ id: string, sequence: number, made: Date }} File  `id` stays the same for an interview, `sequence` goes up with
 *   each change, so that importing again updates what the calendar has
 */

/**
 * @param {CalendarDay[]} days
 * @param {Open} mine the interview, with the calendar that it is in now: the days that its plan has left are cancelled
 * @returns {string} the text of an `.ics` file
 */
export function calendarFile(days, mine) {
  const { sequence = 0, left = [] } = mine.calendar ?? {};
  const file = { id: calendarId(mine), sequence, made: new Date() };
  ICAL.foldLength = LONGEST_LINE;
  const calendar = component("vcalendar", { version: "2.0", prodid: MAKER });
  for (const day of days) calendar.addSubcomponent(entry(day, file));
  for (const day of left) calendar.addSubcomponent(eventOn(day, file, { status: "CANCELLED" }));
  return `${calendar}\r\n`;
}

/** What tells by its name whose days they are. @param {string | undefined} employer */
export function fileName(employer) {
  const words = employer?.slice(0, LONGEST_NAME).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${["follow-up", ...words].join("-")}.ics`;
}

/** What is said of a file that was made. @param {NonNullable<Saved["calendar"]>} calendar */
export function toldOf({ left }) {
  return left.length > 0 ? `${CALENDAR.cancels} ${inWords(left)}` : CALENDAR.made;
}

/**
 * @param {CalendarDay} day
 * @param {File} file
 */
function entry(day, file) {
  const { title, description } = day;
  // A plan is no appointment: the day stays free for others to see.
  const event = eventOn(day, file, { description, transp: "TRANSPARENT" });
  const trigger = ICAL.Duration.fromString(REMINDER);
  event.addSubcomponent(component("valarm", { action: "DISPLAY", description: title, trigger }));
  return event;
}

/**
 * @param {KeptDay | CalendarDay} day
 * @param {File} file
 * @param {Record<string, string>} more of its properties
 */
function eventOn({ uid, on, title }, { id, sequence, made }, more) {
  // A date without a time is all day long in every time zone; it ends where the next day begins.
  const first = ICAL.Time.fromDateString(on);
  const end = first.clone();
  end.adjust(1, 0, 0, 0);
  const dtstamp = ICAL.Time.fromJSDate(made, true);
  return component("vevent", { uid: `${uid}-${id}`, sequence, dtstamp, dtstart: first, dtend: end, summary: title, ...more });
}

/** @param {string} name @param {Record<string, any>} properties */
function component(name, properties) {
  const made = new ICAL.Component(name);
  for (const [property, value] of Object.entries(properties)) made.updatePropertyWithValue(property, value);
  return made;
}
