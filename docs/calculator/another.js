/**
 * Two other answers in the form of a plan: they may be a correction, or another interview. Neither loses the first. And
 * the same two answers again, in an empty form, are the interview that is kept already.
 */

/** @import { Request } from "./request.js" */
import { ask } from "./ask.js";
import { find, tell } from "./dom.js";
import { form } from "./fields.js";
import { fold } from "./folding.js";
import { enter } from "./form.js";
import { inWork, keepIt, notesOf, opened, startAnother } from "./kept.js";
import { MESSAGES } from "./messages.js";
import { plan, state, undoButton, withEntries } from "./planning.js";
import { list } from "./store.js";

const told = find("#changed");
const bothButton = find("[data-both]", HTMLButtonElement);
const notes = find("#notes", HTMLTextAreaElement);

/** @type {Request} */
let first = {};

/**
 * Say that the plan is another one now, and offer the way back; or that it may be another interview, where what happened
 * so far does not fit it.
 *
 * @param {Request} before what it was made for
 */
export function tellAnew(before) {
  const { interview } = state.request;
  first = before;
  if (state.isOther) bothButton.hidden = !inWork().saved;
  if (!before.interview?.on || answersOf(before) === answersOf(state.request)) return;
  state.before.push(async () => before);
  undoButton.hidden = false;
  tell("#changed", MESSAGES.anew);
  bothButton.hidden = before.interview.on === interview?.on || !inWork().saved;
}

/** What is asked of everybody. @param {Request} request */
export const answersOf = ({ interview, said, country }) => JSON.stringify([interview?.on, said, country]);

/**
 * Open what is kept of an interview whose two answers are typed again.
 *
 * @param {Request} before what the plan was made for; once it holds anything, what is typed belongs to it
 * @returns {Promise<Request | null>} null where none is
 */
export async function openSame(before) {
  const all = (await list().catch(() => [])).filter(({ archived }) => !archived);
  if (all.length === 0 || Object.keys(before).length > 0) return null;
  const { interview, said, country } = withEntries();
  // The day may be typed in many ways. Without an answer, the plan that is asked for next tells why.
  const read = await ask({ interview, said, country, only: "reading" }).catch(() => undefined);
  /** @param {Request} one */
  const told = (one) => JSON.stringify([one.interview?.on, one.said?.text, one.country]);
  const same = all.find(({ request }) => told(request) === told({ interview: { on: read?.interview?.on }, said, country }));
  const request = same ? (await opened(same.id)).request : null;
  if (!request) return null;
  state.request = request;
  enter(request);
  notes.value = notesOf();
  return request;
}

/** Put the first one back as it was kept, and go on with the other by itself. */
export async function keepBoth() {
  const other = withEntries({});
  if (!(await plan(first))) return;
  await keepIt(inWork());
  // Where that could not be kept, it is said, and nothing more is done.
  if (inWork().saved?.request.interview?.on !== first.interview?.on) return;
  startAnother();
  state.before = [];
  delete form.dataset.touched;
  enter(other);
  fold();
  notes.value = "";
  if (await plan(other)) tell("#changed", MESSAGES.both);
}

// The offer goes with what was said.
new MutationObserver(() => {
  if (told.textContent !== MESSAGES.anew) bothButton.hidden = true;
}).observe(told, { childList: true, characterData: true, subtree: true });
