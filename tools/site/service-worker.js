/**
 * Keeps the whole site on the device, so that it works without a connection. The build puts Workbox
 * before this text, and the list of the site's files (tools/site/offline.py).
 */

workbox.precaching.precacheAndRoute(FILES, { ignoreURLParametersMatching: [/./], cleanURLs: false });
workbox.precaching.cleanupOutdatedCaches();

// A new version waits until it is asked for, or until no page is open any more.
self.addEventListener("message", ({ data }) => {
  if (data === "use the new version") self.skipWaiting();
});
