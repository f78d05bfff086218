/**
 * The site without a connection. Once the calculator has been used, a service worker keeps all pages
 * and the calculator on the device. A later version of them waits until the person asks for it.
 */

const SITE = new URL("../", import.meta.url);

/** Keep the site on this device. Where that is forbidden, or there is no room, all goes on as before. */
export async function keepForOffline() {
  if (/** @type {any} */ (navigator).connection?.saveData) return;
  try {
    await navigator.serviceWorker.register(new URL("service-worker.js", SITE), { scope: SITE.pathname });
  } catch {
    // Nothing is lost but the use without a connection.
  }
}

/** Offer the new version that waits, now and whenever one has arrived. */
async function watchForUpdates() {
  const registration = await navigator.serviceWorker?.getRegistration(SITE).catch(() => undefined);
  if (!registration) return;
  offer(registration);
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", () => offer(registration));
  });
}

/** @param {ServiceWorkerRegistration} registration */
function offer({ waiting }) {
  const told = document.querySelector("[data-update]");
  if (!waiting || !(told instanceof HTMLElement)) return;
  told.hidden = false;
  told.querySelector("button")?.addEventListener("click", () => {
    // Only this page starts anew: others that are open may hold an entry.
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    waiting.postMessage("use the new version");
  });
}

watchForUpdates();
