/**
 * Tells the site that shows this page in a frame how high the page is, so that the frame can follow.
 * Any site may know that; nothing else is told, and nothing is listened to.
 */

const page = document.querySelector("main");
if (page && parent !== window) {
  new ResizeObserver(() => parent.postMessage({ height: page.scrollHeight }, "*")).observe(page);
}
