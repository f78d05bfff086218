/**
 * Who leaves with something half entered finds it when they come back in this tab: phones end pages that are
 * out of sight, and browsers don't bring back what stood in each of the fields.
 */

import { dropDraft, hasDraft, saveDraft } from "../assets/draft.js";
import { form, isHalfEntered } from "./fields.js";

/** What is not yet in a plan: the form's entries, and what is told of one. @param {import("../assets/draft.js").Field} field */
const isWanted = (field) => (field.form === form ? "touched" in form.dataset : isHalfEntered(field));

function leave() {
  try {
    // What is noted already is as much, or more: a page that starts anew keeps all of its fields.
    if (!hasDraft()) saveDraft(isWanted);
  } catch {
    // Where a tab may keep nothing, the browser's own memory is all there is.
  }
}

addEventListener("pagehide", leave);
document.addEventListener("visibilitychange", () => (document.hidden ? leave() : dropDraft()));
