/** The calculator of this page: where its files lie, and the one way to ask it. */

/** @import { Engine, Progress } from "./protocol.js" */
import { Client } from "./client.js";
import { find } from "./dom.js";
import { showProgress } from "./starting.js";
import { today } from "./today.js";

const ENGINE = "[data-runtime]";
const form = find(ENGINE, HTMLElement);
let failed = false;
/** @type {Progress | undefined} */
let latest;

const client = new Client(engineOf(form), onProgress);

/** The way from this page to the top of the site. */
export const siteRoot = form.dataset.siteRoot ?? "";

/** Start the calculator, so that it is ready when it is asked. */
export const start = () => client.start();

/** @param {object} request without what every request has */
export const ask = (request) => client.ask({ ...request, today: today(), site_root: siteRoot });

/** Whether the last try to start came to nothing. */
export const couldNotStart = () => failed;

/**
 * @param {HTMLElement} form
 * @returns {Engine} where its files lie
 */
function engineOf({ dataset }) {
  return {
    image: dataset.image ? new URL(dataset.image, location.href).href : "",
    integrity: dataset.integrity ?? "",
    size: Number(dataset.size),
    runtime: new URL(dataset.runtime ?? "", location.href).href,
    calculator: new URL(dataset.calculator ?? "", location.href).href,
  };
}

/** @param {Progress} progress */
function onProgress(progress) {
  failed = progress.stage === "failed";
  latest = progress;
  tellProgress();
  if (failed) lookAgain().catch(() => {});
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
  const ended = latest?.stage === "ready" || failed;
  if (latest && (ended || form.contains(document.activeElement))) showProgress(latest);
}

form.addEventListener("focusin", tellProgress);
