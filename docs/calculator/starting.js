/** How far the calculator is with starting: its stage in words, and a bar for the download. */

/** @import { Progress } from "./protocol.js" */
import { find, tell } from "./dom.js";

const STAGES = {
  runtime: "Getting the calculator, step 1 of 2. What you typed stays.",
  calculator: "Starting the calculator, step 2 of 2. What you typed stays.",
  ready: "",
  failed: "",
};

/** Why there is no plan when the calculator does not start. */
export const cannotStart = () =>
  "WebAssembly" in window
    ? "The calculator could not start. What you typed is still here. Check that you are online, then choose “Make my plan” again. If that doesn't help, this browser may be too old, or the device short of memory."
    : "The calculator could not start: it needs WebAssembly, which this browser doesn't have or has switched off. What you typed is still here.";

/** @param {Progress} progress */
export function showProgress({ stage, share }) {
  const bar = find("#bar", HTMLProgressElement);
  tell("#stage", STAGES[stage]);
  bar.hidden = STAGES[stage] === "";
  // Without a value the bar only shows that something goes on.
  if (share === undefined) bar.removeAttribute("value");
  else bar.value = share;
}
