/** The calendar file: a plan's days as all-day events with a reminder, for any calendar app. */

/** @import { CalendarDay } from "./protocol.js" */

/** Where the library lies; it is fetched when somebody asks for a file, not before. */
const LIBRARY = new URL("../assets/ical.js", import.meta.url).href;
const MAKER = "-//After the interview//Follow-up plan//EN";
const REMINDER = "PT8H";

/**
 * @param {CalendarDay[]} days
 * @param {{ id: string, sequence: number, made: Date }} file `id` stays the same for an interview, `sequence` goes
 *   up with each change, so that importing again updates what the calendar has
 * @returns {Promise<string>} the text of an `.ics` file
 */
export async function calendarFile(days, file) {
  const { default: ICAL } = await import(LIBRARY);
  const calendar = new ICAL.Component("vcalendar");
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", MAKER);
  for (const day of days) calendar.addSubcomponent(entry(ICAL, day, file));
  return calendar.toString();
}

/**
 * @param {any} ICAL
 * @param {CalendarDay} day
 * @param {{ id: string, sequence: number, made: Date }} file
 */
function entry(ICAL, { uid, on, title, description }, { id, sequence, made }) {
  const event = new ICAL.Component("vevent");
  event.updatePropertyWithValue("uid", `${uid}-${id}`);
  event.updatePropertyWithValue("sequence", sequence);
  event.updatePropertyWithValue("dtstamp", ICAL.Time.fromJSDate(made, true));
  // A date without a time is all day long in every time zone.
  event.updatePropertyWithValue("dtstart", ICAL.Time.fromDateString(on));
  event.updatePropertyWithValue("summary", title);
  event.updatePropertyWithValue("description", description);
  // A plan is no appointment: the day stays free for others to see.
  event.updatePropertyWithValue("transp", "TRANSPARENT");
  event.addSubcomponent(reminder(ICAL, title));
  return event;
}

/**
 * @param {any} ICAL
 * @param {string} title
 */
function reminder(ICAL, title) {
  const alarm = new ICAL.Component("valarm");
  alarm.updatePropertyWithValue("action", "DISPLAY");
  alarm.updatePropertyWithValue("description", title);
  alarm.updatePropertyWithValue("trigger", ICAL.Duration.fromString(REMINDER));
  return alarm;
}
