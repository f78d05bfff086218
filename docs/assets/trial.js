/** The box to try a statement: what was typed is read while it is typed, as if it was said today. */

/** @import { PlanAnswer } from "../calculator/protocol.js" */
import { ask, start } from "../calculator/ask.js";
import { find, showPart, tell } from "../calculator/dom.js";
import { afterTyping } from "../calculator/live.js";
import { today } from "../calculator/today.js";

const form = find("#trial", HTMLFormElement);
const said = find("#said", HTMLTextAreaElement);
const country = find("#country", HTMLSelectElement);

const reading = afterTyping(read, show);

function read() {
  const statement = said.value.trim() ? { text: said.value } : undefined;
  return ask({ interview: { on: today() }, said: statement, country: country.value, only: "reading" });
}

/** @param {PlanAnswer} answer */
function show(answer) {
  const isRead = said.value.trim() !== "";
  showPart("#reading", isRead ? answer.reading_html : "");
  tell("#heard", isRead ? (answer.reading?.as_text ?? "") : "");
  // There is no plan here for which one could be chosen.
  for (const choice of form.querySelectorAll("button")) choice.disabled = true;
}

form.addEventListener("focusin", start, { once: true });
form.addEventListener("input", reading.later);
form.addEventListener("submit", (event) => event.preventDefault());
