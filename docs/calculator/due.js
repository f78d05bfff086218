/** The home page says what is due, or comes next, of the interviews kept on this device. */

import { find } from "./dom.js";
import { list } from "./store.js";
import { today } from "./today.js";
import { dayText } from "./typed-day.js";

const place = find("#due", HTMLElement);
const one = find("#due [data-one]", HTMLAnchorElement);
const all = find("#due [data-all]", HTMLAnchorElement);

/** Whoever has kept nothing, or lets nothing be read, has the page as it is. */
async function tellDue() {
  const waiting = (await list().catch(() => [])).filter(({ archived, next }) => next && !archived);
  const [first, ...others] = waiting.sort((a, b) => String(a.next?.on).localeCompare(String(b.next?.on)));
  if (!first?.next) return;
  const { on, what } = first.next;
  const when = on === today() ? "Today" : dayText(on, first.request.country ?? "US", today());
  // What was planned for a day that is over may be another thing by now.
  find("#due-what", HTMLElement).textContent = on < today() ? `It’s time to look at your plan again (${first.title}).` : `${when} – ${what}`;
  const link = others.length === 0 ? one : all;
  link.search = location.search;
  if (link === one) link.hash = `open=${encodeURIComponent(first.id)}`;
  link.hidden = false;
  place.hidden = false;
}

tellDue();
