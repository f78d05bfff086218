/** The plan to take along: as a link, and in a calendar. */

/** @import { CalendarDay } from "./protocol.js" */
/** @import { Request } from "./request.js" */
import { siteRoot } from "./ask.js";
import { copied } from "./copying.js";
import { find, tell } from "./dom.js";
import { calendarOf } from "./kept.js";
import { fragmentFor } from "./share.js";

/** @param {Request} request that the link opens */
export async function copyLink(request) {
  const include = { names: find("#link-names", HTMLInputElement).checked };
  const page = new URL(`${siteRoot}calculator/${location.search}`, location.href);
  page.searchParams.delete("open");
  const address = new URL(fragmentFor(request, include), page).href;
  const done = await copied(address);
  tell("#kept", done ? "The link is copied." : `This browser does not let the page copy. Here is the link: ${address}`);
}

/**
 * Save the plan's days as a calendar file.
 *
 * @param {CalendarDay[]} all days of the plan
 * @param {string} which day's id, or "all"
 */
export async function saveCalendar(all, which) {
  const { calendarFile } = await import("./calendar.js");
  const { download } = await import("./files.js");
  const days = all.filter(({ uid }) => which === "all" || uid === which);
  const kept = calendarOf(all.map(({ uid, on }) => `${uid} ${on}`).join());
  download("follow-up.ics", "text/calendar", await calendarFile(days, { ...kept, made: new Date() }));
}
