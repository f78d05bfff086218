/** The request as a value: each change gives a new one, so that undo is the one before. */

import { isObject } from "./saved.js";

/**
 * The calculator's contract, without `today`; `calculator/asking/request.py` checks each field.
 *
 * @typedef {{
 *   interview?: {
 *     on?: string,
 *     typed?: { day?: string, month?: string, year?: string },
 *     round?: "only" | "earlier" | "final",
 *     how?: "in-person" | "video" | "phone",
 *   },
 *   said?: { text?: string, on?: string, chosen?: Chosen | "none" | null, ignore?: string[] } | null,
 *   awaiting?: "decision" | "next-round" | "offer" | "word",
 *   leave_to_call?: { on: string | null } | false | null,
 *   promises?: { what: "call" | "email" | "other", on: string, note?: string }[],
 *   no_calls?: boolean,
 *   told_to_wait?: boolean,
 *   route?: "direct" | "agency" | "in-house" | "internal",
 *   interviewers?: number,
 *   sector?: "private" | "public" | "academic",
 *   country?: string,
 *   region?: string | null,
 *   closed?: [string, string][],
 *   employer?: { staff_25_or_more?: boolean, public_posting?: boolean },
 *   offer?: { on: string, answer_by: string, moved_on?: string | null, first_choice?: string | null } | false | null,
 *   policy?: {
 *     channel?: "email-then-call" | "call" | "email",
 *     persistence?: "one" | "two" | "weekly",
 *     closing_note?: boolean,
 *     slow_season?: boolean,
 *     inside_week?: boolean,
 *   },
 *   history?: Happened[],
 *   names?: Partial<Record<
 *     "you" | "interviewer" | "employer" | "role" | "phone" | "recruiter" | "their_email" | "their_phone", string>>,
 *   moved?: Record<string, string>,
 *   left_out?: Record<string, string>,
 *   skipped?: string[],
 *   before?: Request,
 *   only?: "reading",
 *   read_only?: boolean,
 *   rules_version?: string | null,
 *   planned?: Record<string, string>,
 * }} Request
 *
 * @typedef {{ earliest?: string | null, latest?: string | null }} Chosen  one of several times, as ISO dates
 *
 * @typedef {{
 *   on: string,
 *   event: "thanked" | "contacted" | "reached" | "not-decided" | "new-date" | "no-answer" | "acknowledged" | "invited"
 *     | "cancelled" | "checks" | "missed-call" | "rejected" | "offered" | "interview" | "on-hold" | "stopped",
 *   channel?: "email" | "call" | "voicemail" | "in-person" | "message",
 *   said?: string,
 *   agreed_to_next?: boolean | null,
 *   said_would_call?: boolean | null,
 *   in_writing?: boolean | null,
 *   answer_by?: string | null,
 * }} Happened
 *
 * @typedef {{ event?: Happened, replaces?: string, merge?: Patch }} Press  what a press makes of a request: an event, which may
 *   take the place of another, or a patch
 * @typedef {any} Patch  of a request, as JSON: the calculator rendered it into a button, and checks what becomes of it
 */

/**
 * A JSON merge patch (RFC 7396): null takes a member away, an object goes deeper, all else replaces.
 *
 * @template T
 * @param {T} target
 * @param {Patch} patch
 * @returns {T}
 */
export function merged(target, patch) {
  if (!isObject(patch)) return patch;
  /** @type {Record<string, any>} */
  const result = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = merged(result[name], value);
  }
  return /** @type {T} */ (result);
}

/**
 * @param {Request} request
 * @param {Happened} event that happened, once on a day; the history stays in the order of its days
 * @returns {Request}
 */
export function withEvent(request, event) {
  const others = events(request).filter((one) => JSON.stringify(one) !== JSON.stringify(event));
  return { ...request, history: [...others, event].sort((a, b) => String(a?.on).localeCompare(String(b?.on))) };
}

/**
 * @param {Request} request
 * @param {Happened} [event] of its history
 * @returns {Request}
 */
export function withoutEvent(request, event) {
  return { ...request, history: events(request).filter((one) => one !== event) };
}

/**
 * @param {Request} request
 * @param {number | string} [index]
 */
export const eventAt = (request, index) => events(request)[Number(index)];

/**
 * @param {Request} request which may be anything: a link or the storage brought it
 * @returns {Happened[]}
 */
function events({ history }) {
  return Array.isArray(history) ? history : [];
}

/**
 * @param {HTMLElement} pressed a rendered button or form
 * @param {string} today
 * @returns {Press | null} null where it changes no request
 */
export function pressOf(pressed, today) {
  const { event, merge } = pressed.dataset;
  const filled = pressed instanceof HTMLFormElement ? entries(pressed, { all: false }) : {};
  /** @type {HTMLElement | null} */
  const place = pressed.closest("[data-replaces]");
  const replaces = place?.dataset.replaces;
  if (event !== undefined) return { event: { on: today, ...JSON.parse(event), ...filled.event }, replaces };
  return merge === undefined ? null : { merge: merge ? JSON.parse(merge) : filled };
}

/**
 * @param {Request} request
 * @param {Press} press
 * @param {Happened} [replaced] of its history
 * @returns {Request}
 */
export function withPress(request, { event, replaces, merge }, replaced = eventAt(request, replaces)) {
  return event ? withEvent(withoutEvent(request, replaced), event) : merged(request, merge ?? {});
}

/**
 * What a rendered form says, as an object: `offer.answer_by` is a member of a member, `closed.0.1`
 * of a list in a list. A checkbox
 * or radio with a value in JSON stands for that value; an entry left empty is left out, unless the
 * form sends all.
 *
 * @param {HTMLFormElement} form
 * @param {{ all: boolean }} send
 * @returns {Record<string, any>}
 */
export function entries(form, { all }) {
  /** @type {Record<string, any>} */
  const result = {};
  for (const [path, text] of new FormData(form)) {
    if (typeof text !== "string" || (!all && text.trim() === "")) continue;
    const names = path.split(".");
    const last = /** @type {string} */ (names.pop());
    const parent = names.reduce((/** @type {any} */ inside, name, at) => {
      inside[name] ??= /^\d+$/.test(names[at + 1] ?? last) ? [] : {};
      return inside[name];
    }, result);
    parent[last] = isJson(form, path) ? JSON.parse(text) : text;
  }
  return result;
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function isJson(form, name) {
  return form.querySelector(`[name="${CSS.escape(name)}"][data-json]`) !== null;
}
