/** What is painted when the person comes back, before the calculator is there. */

/** @import { PlanAnswer } from "./protocol.js" */
import { country, day, month, nothing, said, year } from "./fields.js";
import { isFramed } from "./framed.js";
import { inWork, isMine } from "./kept.js";
import { paint } from "./painted.js";
import { today } from "./today.js";

/** @param {PlanAnswer} answer whose plan stands in the page, with what stands in the form */
export function paintedAs(answer) {
  if (isFramed || !isMine()) return;
  paint({
    id: inWork().id,
    day: today(),
    form: { day: day.value, month: month.value, year: year.value, said: said.value, country: country.value, nothing: nothing.checked, echo: answer.interview?.as_text ?? "" },
    whose: document.querySelector("#whose")?.textContent ?? "",
    // The words can be changed once the answer is there that would take their place.
    parts: { "#reading": answer.reading_html, "#plan": answer.html.replaceAll("contenteditable=", "data-later=") },
  });
}
