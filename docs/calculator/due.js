/** The home page says what is due, or comes next, of the interviews kept on this device. */

/** @import { Saved } from "./protocol.js" */
import { onAnotherDay } from "./coming-back.js";
import { find } from "./dom.js";
import { list, onChangeElsewhere } from "./store.js";
import { today } from "./today.js";
import { dayText } from "./typed-day.js";

/** How many of several are told. */
const NAMED = 3;
const THANKS = "Not said thank you yet? Your plan has the words.";

const place = find("#due");
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

/**
 * What there is to do, and when, with whose it is: the employer's name, or that which the person gave it.
 *
 * @param {Saved} saved
 * @param {boolean} [isNamed] whether it needs a name
 * @returns {string}
 */
function inWords(saved, isNamed = Boolean(saved.named || saved.request.names?.employer)) {
  const [{ next, request, title }, coming] = [saved, comingOf(saved)];
  if (!next || !coming) return "";
  const day = dayText(coming.on, request.country ?? "US", today());
  // Older versions kept the employer's name with it.
  const what = isNamed && !coming.what.startsWith(`${title}: `) ? `${title}: ${coming.what}` : coming.what;
  if (coming.on === today()) return `Today – ${what}`;
  // Only the plan knows if that is still the thing to do, and for which day it was at first.
  if (coming.on < today()) return `Its day has passed – ${what}`;
  return coming === next ? `${day} – ${what}` : `${THANKS} Next: ${day} – ${what}`;
}

/** The address at which an interview is opened. @param {Saved} saved */
function addressOf({ id }) {
  const address = new URL(one.href);
  address.search = location.search;
  address.hash = `open=${encodeURIComponent(id)}`;
  return address.href;
}

/** A line for one of several, which leads to it. @param {Saved} saved */
function lineFor(saved) {
  const [line, link] = [document.createElement("li"), document.createElement("a")];
  link.href = addressOf(saved);
  link.textContent = inWords(saved, true);
  line.append(link);
  return line;
}

/** Whoever has kept nothing, or lets nothing be read, has the page as it is. */
async function tellDue() {
  const waiting = (await list().catch(() => [])).filter(({ archived, next }) => next && !archived);
  const [first, ...others] = waiting.sort((a, b) => String(comingOf(a)?.on).localeCompare(String(comingOf(b)?.on)));
  place.hidden = !first;
  if (!first) return;
  const due = waiting.filter((saved) => String(comingOf(saved)?.on) <= today());
  // As many as one takes in at a glance.
  const each = due.length > 1 ? due.slice(0, NAMED) : [];
  find("#due-what").textContent = each.length > 0 ? `Due today: ${due.length} interviews` : inWords(first);
  find("#due-each").replaceChildren(...each.map(lineFor));
  one.href = addressOf(first);
  one.hidden = each.length > 0;
  all.hidden = others.length === 0;
  all.search = location.search;
}

onAnotherDay(tellDue);
onChangeElsewhere(tellDue);
tellDue();
