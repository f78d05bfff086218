/** The home page says what is due, or comes next, of the interviews kept on this device. */

import { find } from "./dom.js";
import { list } from "./store.js";
import { today } from "./today.js";
import { dayText } from "./typed-day.js";

const place = find("#due", HTMLElement);
const link = find("#due a", HTMLAnchorElement);

/** Whoever has kept nothing, or lets nothing be read, has the page as it is. */
async function tellDue() {
  const waiting = (await list().catch(() => [])).filter(({ archived, next }) => next && !archived);
  const [first, ...others] = waiting.sort((a, b) => String(a.next?.on).localeCompare(String(b.next?.on)));
  if (!first?.next) return;
  const { on, what } = first.next;
  const when = on <= today() ? "Today" : dayText(on, first.request.country ?? "US", today());
  find("#due-what", HTMLElement).textContent = `${when}: ${what}`;
  // A day that has come first asks whether they have answered: that is in the plan.
  if (others.length === 0) link.href += `calculator/${location.search}#open=${encodeURIComponent(first.id)}`;
  else link.href += `interviews/${location.search}`;
  link.textContent = others.length === 0 ? "Open your plan" : `See all ${waiting.length} interviews`;
  place.hidden = false;
}

tellDue();
