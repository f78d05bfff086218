/** A later version of what is kept for use without a connection waits until the person asks for it. */

import { saveDraft } from "./draft.js";

const here = document.currentScript;
/** How often a page that stays open looks for a new version when it is looked at again, in milliseconds. */
const SELDOM = 3_600_000;

/** Offer the new version that waits, now and whenever one has arrived; look for one on coming back. */
async function watchForUpdates() {
  if (!(here instanceof HTMLScriptElement)) return;
  const registration = await navigator.serviceWorker?.getRegistration(new URL("../", here.src)).catch(() => undefined);
  if (!registration) return;
  offer(registration);
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", () => offer(registration));
  });
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - looked < SELDOM) return;
    looked = Date.now();
    registration.update().catch(() => {});
  });
}

/** @param {ServiceWorkerRegistration} registration */
function offer({ waiting }) {
  const told = document.querySelector("[data-update]");
  const button = told?.querySelector("button");
  if (!waiting || !(told instanceof HTMLElement) || !button) return;
  told.hidden = false;
  button.onclick = () => {
    // Only this page starts anew: others that are open may hold an entry.
    navigator.serviceWorker.addEventListener("controllerchange", startAnew, { once: true });
    waiting.postMessage("use the new version");
  };
}

function startAnew() {
  try {
    saveDraft();
  } catch {
    // Where not even a tab may keep something, the person is asked first.
    if (!confirm("What you typed will be lost. Use the new version all the same?")) return;
  }
  location.reload();
}

watchForUpdates();
