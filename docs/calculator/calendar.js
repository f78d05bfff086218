/** The calendar file: a plan's days as all-day events with a reminder, for any calendar app. */

/** @import { CalendarDay, KeptDay } from "./protocol.js" */

/** Where the library lies; it is fetched when somebody asks for a file, not before. */
const LIBRARY = new URL("../assets/ical.js", import.meta.url).href;
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
 * @param {KeptDay[]} left days of an earlier file that the plan has left: they are cancelled
 * @param {File} file
 * @returns {Promise<string>} the text of an `.ics` file
 */
export async function calendarFile(days, left, file) {
  const { default: ICAL } = await import(LIBRARY);
  ICAL.foldLength = LONGEST_LINE;
  const calendar = new ICAL.Component("vcalendar");
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", MAKER);
  for (const day of days) calendar.addSubcomponent(entry(ICAL, day, file));
  for (const day of left) calendar.addSubcomponent(cancelled(ICAL, day, file));
  return `${calendar}\r\n`;
}

/**
 * @param {any} ICAL
 * @param {CalendarDay} day
 * @param {File} file
 */
function entry(ICAL, day, file) {
  const event = eventOn(ICAL, day, file);
  event.updatePropertyWithValue("description", day.description);
  // A plan is no appointment: the day stays free for others to see.
  event.updatePropertyWithValue("transp", "TRANSPARENT");
  event.addSubcomponent(reminder(ICAL, day.title));
  return event;
}

/**
 * @param {any} ICAL
 * @param {KeptDay} day
 * @param {File} file
 */
function cancelled(ICAL, day, file) {
  const event = eventOn(ICAL, day, file);
  event.updatePropertyWithValue("status", "CANCELLED");
  return event;
}

/**
 * @param {any} ICAL
 * @param {KeptDay | CalendarDay} day
 * @param {File} file
 */
function eventOn(ICAL, { uid, on, title }, { id, sequence, made }) {
  const event = new ICAL.Component("vevent");
  event.updatePropertyWithValue("uid", `${uid}-${id}`);
  event.updatePropertyWithValue("sequence", sequence);
  event.updatePropertyWithValue("dtstamp", ICAL.Time.fromJSDate(made, true));
  // A date without a time is all day long in every time zone; it ends where the next day begins.
  const first = ICAL.Time.fromDateString(on);
  const end = first.clone();
  end.adjust(1, 0, 0, 0);
  event.updatePropertyWithValue("dtstart", first);
  event.updatePropertyWithValue("dtend", end);
  event.updatePropertyWithValue("summary", title);
  return event;
}

/** @param {any} ICAL @param {string} title */
function reminder(ICAL, title) {
  const alarm = new ICAL.Component("valarm");
  alarm.updatePropertyWithValue("action", "DISPLAY");
  alarm.updatePropertyWithValue("description", title);
  alarm.updatePropertyWithValue("trigger", ICAL.Duration.fromString(REMINDER));
  return alarm;
}
