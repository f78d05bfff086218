/** The form and its folded line: once a plan is asked for, the two answers stand in one line. */

import { find, tell } from "./dom.js";
import { calculator, form, nothing, said } from "./fields.js";

const folded = find("#folded", HTMLElement);
const submit = find(".form__submit", HTMLButtonElement);

const NOTHING = "They said nothing about timing";
const MAKING = "Making your plan…";
const SHORTEST = 30;

/** Fold the form where there is no room beside the plan, and say in one line what stands in it. */
export function fold() {
  const text = said.value.trim().replace(/\s+/g, " ");
  const short = text.length > SHORTEST ? `${text.slice(0, SHORTEST)}…` : text;
  find("#folded-day", HTMLElement).textContent = find("#interview-echo", HTMLElement).textContent || typed();
  find("#folded-said", HTMLElement).textContent = nothing.checked ? NOTHING : `“${short}”`;
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
  const stage = find("#stage", HTMLElement);
  if (isBusy && !stage.textContent) tell("#stage", MAKING);
  else if (!isBusy && stage.textContent === MAKING) tell("#stage", "");
  form.ariaBusy = isBusy ? "true" : null;
  find("[data-busy]", HTMLElement).hidden = !isBusy;
  find("[data-idle]", HTMLElement).hidden = isBusy;
  submit.ariaDisabled = isBusy ? "true" : null;
}

/** What stands in the fields of the date. */
function typed() {
  const parts = document.querySelectorAll(".form__date input");
  return [...parts].map((part) => (part instanceof HTMLInputElement ? part.value : "")).join(" ").trim();
}
