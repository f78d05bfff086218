/** What is understood of the words of an event, said below them while they are typed. */

import { ask } from "./ask.js";
import { afterTyping } from "./live.js";
import { state } from "./planning.js";
import { pressOf } from "./request.js";
import { today } from "./today.js";

/** @type {HTMLFormElement} */
let form;

const hearing = afterTyping(
  (isStopped) => (isStopped ? ask({ ...state.request, only: "reading", history: [pressOf(form, today())?.event] }) : undefined),
  ({ event_as_text }) => form.querySelector(".entry__understood")?.replaceChildren(event_as_text ?? ""),
);

/** @param {HTMLFormElement} typed in which something was typed */
export function hear(typed) {
  form = typed;
  hearing.later();
}
