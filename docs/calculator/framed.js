/** In a frame, whose page may be anybody's, the plan that is kept shows only when the person opens it. */

import { hasOne } from "./kept.js";

const button = document.querySelector("[data-open-last]");

export const isFramed = parent !== self;

/** @param {() => unknown} act when the person wants to see it */
export async function offerLast(act) {
  if (!isFramed || !(button instanceof HTMLButtonElement)) return;
  button.hidden = !(await hasOne());
  button.addEventListener("click", () => {
    button.hidden = true;
    act();
  });
}
