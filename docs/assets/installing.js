/** Where a browser can put the site among the apps of a device, a button asks it to. */

const button = document.querySelector("[data-install]");

addEventListener("beforeinstallprompt", (/** @type {any} */ asked) => {
  if (!(button instanceof HTMLButtonElement)) return;
  // Not while somebody reads: it waits for the button.
  asked.preventDefault();
  button.hidden = false;
  button.onclick = () => asked.prompt();
});
addEventListener("appinstalled", () => button?.toggleAttribute("hidden", true));
