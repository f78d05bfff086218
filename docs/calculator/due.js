/** The home page says what is due, or comes next, of the interviews kept on this device. */

/** @import { Saved } from "./protocol.js" */
import { find } from "./dom.js";
import { list } from "./store.js";
import { today } from "./today.js";
import { dayText } from "./typed-day.js";

const THANKS = "Not said thank you yet? Your plan has the words.";

const place = find("#due", HTMLElement);
const one = find("#due [data-one]", HTMLAnchorElement);
const all = find("#due [data-all]", HTMLAnchorElement);

/**
 * What comes next, by now: a thank-you whose day is over holds up nothing.
 *
 * @param {Saved} saved
 */
function comingOf({ next }) {
  return next?.then && next.on < today() ? next.then : next;
}

/** @param {Saved} saved @returns {string} what there is to do, and when */
function inWords(saved) {
  const [{ next, request }, coming] = [saved, comingOf(saved)];
  if (!next || !coming) return "";
  const day = dayText(coming.on, request.country ?? "US", today());
  if (coming.on === today()) return `Today – ${coming.what}`;
  // Only the plan knows if that is still the thing to do.
  if (coming.on < today()) return `Planned for ${day} – ${coming.what}`;
  return coming === next ? `${day} – ${coming.what}` : `${THANKS} Next: ${day} – ${coming.what}`;
}

/** Whoever has kept nothing, or lets nothing be read, has the page as it is. */
async function tellDue() {
  const waiting = (await list().catch(() => [])).filter(({ archived, next }) => next && !archived);
  const [first, ...others] = waiting.sort((a, b) => String(comingOf(a)?.on).localeCompare(String(comingOf(b)?.on)));
  if (!first) return;
  find("#due-what", HTMLElement).textContent = inWords(first);
  const link = others.length === 0 ? one : all;
  link.search = location.search;
  if (link === one) link.hash = `open=${encodeURIComponent(first.id)}`;
  link.hidden = false;
  place.hidden = false;
}

tellDue();
