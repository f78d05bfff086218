/** The plan to take along: as a link, and in a calendar. */

/** @import { CalendarDay } from "./protocol.js" */
/** @import { Request } from "./request.js" */
import { calendarScript, siteRoot } from "./ask.js";
import { copied } from "./copying.js";
import { find, tell } from "./dom.js";
import { download } from "./files.js";
import { inWork, keepIt } from "./kept.js";
import { inWords, leftBehind } from "./kept-calendar.js";
import { MESSAGES, StoreProblem } from "./messages.js";
import { fragmentFor } from "./share.js";

const shareButton = find("[data-share]", HTMLButtonElement);
// The device's own sheet, where it has one.
shareButton.hidden = !("share" in navigator);

/** @param {Request} request that the link opens */
export async function copyLink(request) {
  const address = addressFor(request);
  if (!address) return;
  tell("#kept", (await copied(address)) ? MESSAGES.linkCopied : `${MESSAGES.linkNotCopied} ${address}`);
}

/** @param {Request} request that the link opens */
export async function shareLink(request) {
  const address = addressFor(request);
  if (!address) return;
  try {
    await navigator.share({ title: document.title, url: address });
  } catch (fault) {
    // Whoever closes the sheet wants nothing more.
    if (/** @type {any} */ (fault)?.name !== "AbortError") await copyLink(request);
  }
}

/**
 * @param {Request} request
 * @returns {string | null} null where it would be too long, which is told
 */
function addressFor(request) {
  const include = { names: find("#link-names", HTMLInputElement).checked };
  try {
    return new URL(`${siteRoot}calculator/${fragmentFor(request, include)}`, location.href).href;
  } catch (problem) {
    if (!(problem instanceof StoreProblem)) throw problem;
    tell("#kept", problem.message);
    return null;
  }
}

/**
 * Save the plan's days as a calendar file that tells by its name whose they are.
 *
 * @param {CalendarDay[]} all days of the plan
 * @param {string | undefined} employer
 * @param {string} which day's id, or "all"
 */
export async function saveCalendar(all, employer, which) {
  /** @type {typeof import("./calendar.js") | null} */
  const script = await import(calendarScript).catch(() => null);
  if (!script) return tellMade(MESSAGES.calendarNotMade);
  const days = all.filter(({ uid }) => which === "all" || uid === which);
  const mine = inWork();
  mine.calendar = script.calendarWith(mine, all, days);
  await keepIt(mine);
  download(script.fileName(employer), "text/calendar", script.calendarFile(days, mine));
  tellMade(script.toldOf(mine.calendar));
  tell("#left-behind", "");
}

/**
 * Say which entries of a calendar are no longer in the plan.
 *
 * @param {CalendarDay[]} days of the plan
 */
export function tellLeftBehind(days) {
  const left = leftBehind(inWork().calendar, days);
  tell("#left-behind", left.length > 0 ? `${MESSAGES.leftBehind} ${inWords(left)}` : "");
}

/** Of the two places that there may be, one is in sight. @param {string} text */
function tellMade(text) {
  for (const place of document.querySelectorAll("#kept, [data-made]")) place.textContent = text;
}

// What was told was true of the other link.
find("#link-names", HTMLInputElement).addEventListener("change", () => tell("#kept", ""));
