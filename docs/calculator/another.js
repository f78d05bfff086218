/** Two other answers in the form of a plan: they may be a correction, or another interview. Neither loses the first. */

/** @import { Request } from "./request.js" */
import { find, tell } from "./dom.js";
import { form } from "./fields.js";
import { fold } from "./folding.js";
import { enter } from "./form.js";
import { inWork, keepIt, startAnother } from "./kept.js";
import { MESSAGES } from "./messages.js";
import { plan, state, undoButton, withEntries } from "./planning.js";

const told = find("#changed");
const bothButton = find("[data-both]", HTMLButtonElement);

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
  find("#notes", HTMLTextAreaElement).value = "";
  if (await plan(other)) tell("#changed", MESSAGES.both);
}

// The offer goes with what was said.
new MutationObserver(() => {
  if (told.textContent !== MESSAGES.anew) bothButton.hidden = true;
}).observe(told, { childList: true, characterData: true, subtree: true });
