/** The calculator of this page: where its files lie, and the one way to ask it. */

/** @import { Early } from "./engine.js" */
/** @import { Progress } from "./protocol.js" */
import { keepForOffline } from "../assets/offline.js";
import { Client } from "./client.js";
import { find } from "./dom.js";
import { engineOf } from "./engine.js";
import { showProgress } from "./starting.js";
import { today } from "./today.js";

const ENGINE = "[data-runtime]";
const form = /** @type {HTMLElement & { early?: Early }} */ (find(ENGINE));
let kept = false;
/** @type {Progress | undefined} */
let latest;

const client = new Client(engineOf(form), onProgress);
if (form.early) client.start(form.early);

/** The way from this page to the top of the site. */
export const siteRoot = form.dataset.siteRoot ?? "";

/** Where the script lies that makes a calendar file. */
export const calendarScript = new URL(form.dataset.forCalendar ?? "", location.href).href;

/** Start the calculator, so that it is ready when it is asked. */
export const start = () => client.start();

/** @param {object} request without what every request has */
export async function ask(request) {
  const answer = await client.ask({ ...request, today: today(), site_root: siteRoot });
  // Not before: whoever only looks at the form, or still types, doesn't fetch the whole site.
  if (answer.html && !kept) keepForOffline();
  kept ||= Boolean(answer.html);
  return answer;
}

/** Whether the last try to start came to nothing. */
export const couldNotStart = () => latest?.stage === "failed";

/** @param {Progress} progress */
function onProgress(progress) {
  latest = progress;
  tellProgress();
  if (couldNotStart()) lookAgain().catch(() => {});
}

/**
 * See where the engine lies now, for the next try: since this page was opened, a later version of the
 * site may have taken the place of the one that it is from.
 */
async function lookAgain() {
  const page = await fetch(location.href, { cache: "no-cache" });
  const now = new DOMParser().parseFromString(await page.text(), "text/html").querySelector(ENGINE);
  if (now instanceof HTMLElement) client.engine = engineOf(now);
}

/** What starts before anyone is at the form, starts in silence. */
function tellProgress() {
  const ended = latest?.stage === "ready" || couldNotStart();
  const isWaitedFor = form.ariaBusy === "true" || form.contains(document.activeElement);
  if (latest && (ended || isWaitedFor)) showProgress(latest);
}

form.addEventListener("focusin", tellProgress);
new MutationObserver(tellProgress).observe(form, { attributeFilter: ["aria-busy"] });
