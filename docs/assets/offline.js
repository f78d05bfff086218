/**
 * The site without a connection. Once the calculator has been used, a service worker keeps all pages
 * and the calculator on the device.
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
