/** Where a browser can put the site among the apps of a device, a button asks it to. */

import { find } from "./dom.js";

const button = find("[data-install]", HTMLButtonElement);

addEventListener("beforeinstallprompt", (/** @type {any} */ asked) => {
  // Not while somebody reads: it waits for the button.
  asked.preventDefault();
  button.hidden = false;
  button.onclick = () => asked.prompt();
});
addEventListener("appinstalled", () => (button.hidden = true));
