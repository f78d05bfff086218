/** Coming back to the page: from another page, or on another day. */

import { today } from "./today.js";

/**
 * Keep what is typed where the browser brings the page back as it was left. Safari empties each entry
 * then that has `autocomplete="off"`, to what it began with: so that is what was typed.
 */
addEventListener("pagehide", () => {
  /** @type {NodeListOf<HTMLInputElement>} */
  const entries = document.querySelectorAll("input[autocomplete=off]");
  for (const entry of entries) entry.defaultValue = entry.value;
});

const A_MINUTE = 60_000;

/**
 * Do something when the person looks at the page again and it is another day.
 *
 * @param {() => unknown} act
 */
export function onAnotherDay(act) {
  let day = today();
  const look = () => {
    if (document.hidden || day === today()) return;
    day = today();
    act();
  };
  document.addEventListener("visibilitychange", look);
  // At midnight with the page in view.
  setInterval(look, A_MINUTE);
  addEventListener("focus", look);
  addEventListener("pageshow", look);
}
