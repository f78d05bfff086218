/** Names and notes that are typed in the list of interviews. */

/** @import { State } from "./pending.js" */
/** @import { Saved } from "./protocol.js" */
import { changeOf, note } from "./pending.js";
import { LONGEST } from "./saved.js";

/** @type {Map<string, State>} as which each was last written, which the list may not show yet */
const sent = new Map();

/**
 * @param {Saved} saved as the list has it
 * @param {number} now the time that it gets
 */
export const writtenAs = ({ id, revision }, now) => sent.set(id, { revision: revision + 1, updated: now });

/**
 * @param {HTMLFormElement} form for a name or for notes
 * @returns {{ id: string, entered: Partial<Saved> | null }} null where there is nothing to keep
 */
export function enteredIn(form) {
  const { rename, note: noted } = form.dataset;
  const typed = new FormData(form);
  const title = String(typed.get("title") ?? "").trim().slice(0, LONGEST.title);
  const notes = String(typed.get("notes") ?? "").slice(0, LONGEST.notes);
  if (noted) return { id: noted, entered: { notes } };
  return { id: rename ?? "", entered: title ? { title, named: true } : null };
}

/**
 * Who leaves without pressing Save has typed it all the same.
 *
 * @param {(id: string) => Saved | undefined} savedOf as the list has it
 */
export function noteHalfEntered(savedOf) {
  /** @type {Record<string, Partial<Saved>>} */
  const patches = {};
  for (const form of document.querySelectorAll("form")) {
    const { id, entered } = enteredIn(form);
    const saved = savedOf(id);
    const isChanged = saved && entered && (entered.title ?? entered.notes) !== (entered.title ? saved.title : saved.notes);
    if (isChanged) note(id, changeOf(saved, (patches[id] = { ...patches[id], ...entered }), sent.get(id)));
  }
}
