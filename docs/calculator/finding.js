/** Which of the interviews kept on this device are looked for, and in which order they are shown. */

/** @import { Entry } from "./protocol.js" */
import { find } from "./dom.js";
import { today } from "./today.js";
import { daysAfter } from "./typed-day.js";

/** For how many days a thank-you that was not sent stays in the plan. */
const LATE_THANKS = 5;

export const search = find("#search", HTMLInputElement);
export const which = find("#which", HTMLSelectElement);

/** Whether nothing is looked for. */
export const isAll = () => !search.value.trim() && which.value === "all";

/** @param {Entry} entry */
export function isWanted({ id, saved }) {
  const text = saved ? JSON.stringify([saved.title, saved.notes, saved.next?.what, saved.request]) : id;
  const fits = { all: true, active: !saved?.archived, due: !saved?.archived && isDue(saved), archived: saved?.archived };
  return hasWords(text) && Boolean(fits[/** @type {keyof typeof fits} */ (which.value)]);
}

/** Whether all that is searched for stands there. @param {string} text */
function hasWords(text) {
  return search.value.toLowerCase().split(/\s+/).every((word) => text.toLowerCase().includes(word));
}

/** Whether a day that was planned has come, that of the thank-you too while that may be sent. @param {Entry["saved"]} saved */
function isDue(saved) {
  const { next, request } = saved ?? {};
  const planned = Object.entries(request?.planned ?? { next: next?.on });
  return planned.some(([step, on]) => on && on <= today() && !(step.startsWith("thank") && daysAfter(on, LATE_THANKS) < today()));
}

/**
 * Those whose name it is that is searched for; then what is due, then what comes next, then the newest; those put away
 * at the end.
 *
 * @param {Entry[]} wanted newest first
 */
export function inOrder(wanted) {
  const rank = (/** @type {Entry} */ { saved }) => (!saved ? 0 : saved.archived ? 2 : isDue(saved) ? 0 : 1);
  const named = (/** @type {Entry} */ { saved }) => Number(!hasWords(saved?.title ?? ""));
  const next = (/** @type {Entry} */ { saved }) => saved?.next?.on ?? "9";
  return [...wanted].sort((a, b) => named(a) - named(b) || rank(a) - rank(b) || next(a).localeCompare(next(b)));
}
