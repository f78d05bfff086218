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
  const calendar = component(ICAL, "vcalendar", { version: "2.0", prodid: MAKER });
  for (const day of days) calendar.addSubcomponent(entry(ICAL, day, file));
  for (const day of left) calendar.addSubcomponent(eventOn(ICAL, day, file, { status: "CANCELLED" }));
  return `${calendar}\r\n`;
}

/**
 * @param {any} ICAL
 * @param {CalendarDay} day
 * @param {File} file
 */
function entry(ICAL, day, file) {
  const { title, description } = day;
  // A plan is no appointment: the day stays free for others to see.
  const event = eventOn(ICAL, day, file, { description, transp: "TRANSPARENT" });
  event.addSubcomponent(component(ICAL, "valarm", { action: "DISPLAY", description: title, trigger: ICAL.Duration.fromString(REMINDER) }));
  return event;
}

/**
 * @param {any} ICAL
 * @param {KeptDay | CalendarDay} day
 * @param {File} file
 * @param {Record<string, string>} more of its properties
 */
function eventOn(ICAL, { uid, on, title }, { id, sequence, made }, more) {
  // A date without a time is all day long in every time zone; it ends where the next day begins.
  const first = ICAL.Time.fromDateString(on);
  const end = first.clone();
  end.adjust(1, 0, 0, 0);
  const dtstamp = ICAL.Time.fromJSDate(made, true);
  return component(ICAL, "vevent", { uid: `${uid}-${id}`, sequence, dtstamp, dtstart: first, dtend: end, summary: title, ...more });
}

/** @param {any} ICAL @param {string} name @param {Record<string, any>} properties */
function component(ICAL, name, properties) {
  const made = new ICAL.Component(name);
  for (const [property, value] of Object.entries(properties)) made.updatePropertyWithValue(property, value);
  return made;
}
