/**
 * Who leaves with something half entered finds it when they come back in this tab: phones end pages that are
 * out of sight, and browsers don't bring back what stood in each of the fields.
 */

import { dropDraft, hasDraft, saveDraft } from "../assets/draft.js";
import { find } from "./dom.js";

const form = find("#form", HTMLFormElement);
const plan = find("#plan", HTMLElement);

/** What is not yet in a plan: the form as long as there is none, then what is told of it. @param {Element} field */
const isHalfEntered = (field) => (plan.hidden ? "touched" in form.dataset : field.closest(".answer__content form") !== null);

function leave() {
  try {
    // What is noted already is as much, or more: a page that starts anew keeps all of its fields.
    if (!hasDraft()) saveDraft(isHalfEntered);
  } catch {
    // Where a tab may keep nothing, the browser's own memory is all there is.
  }
}

addEventListener("pagehide", leave);
document.addEventListener("visibilitychange", () => (document.hidden ? leave() : dropDraft()));
