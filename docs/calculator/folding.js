/** The form and its folded line: once a plan is asked for, the two answers stand in one line. */

import { find, tell } from "./dom.js";
import { calculator, form, nothing, said } from "./fields.js";

const folded = find("#folded");
const submit = find(".form__submit", HTMLButtonElement);

const NOTHING = "They said nothing about timing";
const MAKING = "Making your plan…";
const SHORTEST = 30;

/** Fold the form where there is no room beside the plan, and say in one line what stands in it. */
export function fold() {
  // Of a long message what counted, where that is known.
  const counted = [...document.querySelectorAll("#reading mark")].map(({ textContent }) => textContent).join(" … ");
  const text = (counted || said.value).trim().replace(/\s+/g, " ");
  const short = text.length > SHORTEST ? `${text.slice(0, SHORTEST + 1).replace(/\s+\S*$/, "").slice(0, SHORTEST)}…` : text;
  find("#folded-day").textContent = find("#interview-echo").textContent || typed();
  find("#folded-said").textContent = nothing.checked ? NOTHING : `“${short}”`;
  folded.hidden = false;
  calculator.dataset.folded = "";
}

export const isFolded = () => "folded" in calculator.dataset;

export function unfold() {
  folded.hidden = true;
  delete calculator.dataset.folded;
}

/**
 * Say on the button that its press was heard.
 *
 * @param {boolean} isBusy
 */
export function busy(isBusy) {
  const stage = find("#stage");
  if (isBusy && !stage.textContent) tell("#stage", MAKING);
  else if (!isBusy && stage.textContent === MAKING) tell("#stage", "");
  form.ariaBusy = isBusy ? "true" : null;
  find("[data-busy]").hidden = !isBusy;
  find("[data-idle]").hidden = isBusy;
  submit.ariaDisabled = isBusy ? "true" : null;
}

/** What stands in the fields of the date. */
function typed() {
  /** @type {NodeListOf<HTMLInputElement>} */
  const parts = document.querySelectorAll(".form__date input");
  return [...parts].map(({ value }) => value).join(" ").trim();
}
