/**
 * Keeps the whole site on the device, so that it works without a connection. The build puts Workbox
 * before this text, and the list of the site's files (tools/site/offline.py).
 */

// A link whose `#` a mail filter wrote as %23: put right before a server sees the plan in it.
self.addEventListener("fetch", (event) => {
  const [before, behind] = event.request.url.split(/%(?:25)*23(?=(?:plan|open)[=%])/i);
  if (behind && event.request.mode === "navigate") event.respondWith(Response.redirect(`${before}#${behind}`));
});

workbox.precaching.precacheAndRoute(FILES, {
  ignoreURLParametersMatching: [/./],
  cleanURLs: false,
  // Hosts lead from /calculator to /calculator/; without a connection nobody does.
  urlManipulation: ({ url }) => (/\.\w+$|\/$/.test(url.pathname) ? [] : [new URL(`${url.pathname}/`, url)]),
});
workbox.precaching.cleanupOutdatedCaches();

// What is not kept may be an address that is none: without a connection, too, the site says what there is. Apart from
// the others, as some hosts answer with an error for this page itself.
const NONE = "404.html";
self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NONE).then((cache) => cache.add(NONE)).catch(() => {}));
});
workbox.routing.registerRoute(({ request }) => request.mode === "navigate", new workbox.strategies.NetworkOnly());
workbox.routing.setCatchHandler(async () => (await caches.match(NONE)) ?? Response.error());

// A new version waits until it is asked for, or until no page is open any more.
self.addEventListener("message", ({ data }) => {
  if (data === "use the new version") self.skipWaiting();
});
