/** The calculator of this page: where its files lie, and the one way to ask it. */

/** @import { Progress } from "./protocol.js" */
import { Client } from "./client.js";
import { find } from "./dom.js";
import { showProgress } from "./starting.js";
import { today } from "./today.js";

const form = find("[data-runtime]", HTMLElement);
const { dataset } = form;
let failed = false;
/** @type {Progress | undefined} */
let latest;

const client = new Client(
  {
    image: dataset.image ? new URL(dataset.image, location.href).href : "",
    integrity: dataset.integrity ?? "",
    size: Number(dataset.size),
    runtime: new URL(dataset.runtime ?? "", location.href).href,
    calculator: new URL(dataset.calculator ?? "", location.href).href,
  },
  onProgress,
);

/** The way from this page to the top of the site. */
export const siteRoot = dataset.siteRoot ?? "";

/** Start the calculator, so that it is ready when it is asked. */
export const start = () => client.start();

/** @param {object} request without what every request has */
export const ask = (request) => client.ask({ ...request, today: today(), site_root: siteRoot });

/** Whether the last try to start came to nothing. */
export const couldNotStart = () => failed;

/** @param {Progress} progress */
function onProgress(progress) {
  failed = progress.stage === "failed";
  latest = progress;
  tellProgress();
}

/** What starts before anyone is at the form, starts in silence. */
function tellProgress() {
  const ended = latest?.stage === "ready" || failed;
  if (latest && (ended || form.contains(document.activeElement))) showProgress(latest);
}

form.addEventListener("focusin", tellProgress);
