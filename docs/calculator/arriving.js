/** What an address brings: a plan that somebody shared, or one of the interviews that are kept here. */

/** @import { Request } from "./request.js" */
import { find } from "./dom.js";
import { forgetShared } from "./in-work.js";
import { keepShared, opened, startShared } from "./kept.js";
import { MESSAGES, StoreProblem } from "./messages.js";
import { fingerprint } from "./saved.js";
import { fragmentOf, isOfPlan, isSamePlan, requestIn } from "./share.js";
import { list } from "./store.js";

/** @typedef {{ request: Request } | { problem: string }} Arrived */

const OPEN = "#open=";
const place = find("#shared");
const keepButton = find("[data-keep-shared]", HTMLButtonElement);

/**
 * Open what the address holds, and take it out of there: what others see of the address, and where the
 * browser remembers it, holds no plan. A reload still has it.
 *
 * @returns {Promise<Arrived | null>} null where it holds nothing
 */
export async function arrived() {
  const fragment = fragmentOf(location);
  const id = fragment.startsWith(OPEN) ? fragment.slice(OPEN.length) : new URLSearchParams(location.search).get("open");
  if (id) return openKept(id);
  try {
    const request = requestIn(fragment) ?? history.state?.shared ?? null;
    return request && (await openShared(request));
  } catch (problem) {
    if (!(problem instanceof StoreProblem)) throw problem;
    tidy({});
    return { problem: problem.message };
  }
}

/** @param {() => unknown} act when a link is opened in the page that is open already */
export function onArrival(act) {
  addEventListener("hashchange", () => {
    if (isOfPlan(location.hash)) act();
  });
}

/**
 * Say that what is shown came with a link and is not kept; a reload still has it.
 *
 * @param {Request} request
 */
export function tellShared(request) {
  tidy({ shared: request });
  say(MESSAGES.shared, true);
}

/** Nothing that came with a link is shown any more. */
export function leaveShared() {
  forgetShared();
  say("");
  tidy({});
}

/**
 * @param {string} id
 * @returns {Promise<Arrived>}
 */
async function openKept(id) {
  say("");
  const { request, isHere } = await opened(id);
  if (!request) tidy({});
  return request ? { request } : { problem: isHere ? MESSAGES.notShown : MESSAGES.notHere };
}

/**
 * @param {Request} request
 * @returns {Promise<Arrived>}
 */
async function openShared(request) {
  const print = fingerprint(JSON.stringify(request));
  const all = await list().catch(() => []);
  const mine = all.find((saved) => saved.from === print || isSamePlan(saved.request, request));
  if (mine) {
    tidy({});
    const kept = await opened(mine.id);
    say(MESSAGES.sharedMine);
    return { request: kept.request ?? mine.request };
  }
  const changed = startShared(print);
  tellShared(request);
  return { request: changed ?? request };
}

/** @param {{ shared?: Request }} state that a reload shall find */
function tidy(state) {
  const { origin, pathname, search } = location;
  const query = new URLSearchParams(search.replace(/%(?:25)*23.*/i, ""));
  query.delete("open");
  const path = pathname.replace(/%(?:25)*23.*/i, "");
  history.replaceState(state, "", `${origin}${path}${String(query) && `?${query}`}`);
}

/**
 * @param {string} message
 * @param {boolean} [canKeep]
 */
function say(message, canKeep = false) {
  find("#shared [data-says]").textContent = message;
  keepButton.hidden = !canKeep;
  place.hidden = message === "";
}

keepButton.addEventListener("click", async () => {
  if (!(await keepShared(() => say(MESSAGES.sharedWaits)))) return say(MESSAGES.shared, true);
  tidy({});
  say(MESSAGES.sharedKept);
});
