/** What is painted when the person comes back, before the calculator is there. */

/** @import { PlanAnswer } from "./protocol.js" */
import { find } from "./dom.js";
import { isFramed } from "./framed.js";
import { isMine } from "./kept.js";
import { paint } from "./painted.js";
import { today } from "./today.js";

const FIELDS = /** @type {const} */ (["day", "month", "year", "said", "country"]);

/** @param {PlanAnswer} answer whose plan stands in the page, with what stands in the form */
export function paintedAs(answer) {
  if (isFramed || !isMine()) return;
  const form = find("#form", HTMLFormElement);
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
  const [day, month, year, said, country] = FIELDS.map((name) => field(name).value);
  paint({
    day: today(),
    form: { day, month, year, said, country, nothing: field("nothing").checked, echo: answer.interview?.as_text ?? "" },
    // The words can be changed once the answer is there that would take their place.
    parts: { "#reading": answer.reading_html, "#plan": answer.html.replaceAll("contenteditable=", "data-later=") },
  });
}
