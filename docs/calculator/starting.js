/** How far the calculator is with starting: its stage in words, and a bar for the download. */

/** @import { Progress } from "./protocol.js" */
import { find, tell } from "./dom.js";

const STAGES = {
  runtime: "Getting the calculator, step 1 of 2. You can go on typing.",
  calculator: "Starting the calculator, step 2 of 2. You can go on typing.",
  ready: "",
  failed: "",
};

/** @param {Progress} progress */
export function showProgress({ stage, share }) {
  const bar = find("#bar", HTMLProgressElement);
  tell("#stage", STAGES[stage]);
  bar.hidden = STAGES[stage] === "";
  // Without a value the bar only shows that something goes on.
  if (share === undefined) bar.removeAttribute("value");
  else bar.value = share;
}
