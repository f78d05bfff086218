/** What is wrong, said twice: in a summary at the top, and beside the field at fault. */

/** @import { Problem } from "./protocol.js" */
import { reveal } from "../assets/draft.js";
import { find } from "./dom.js";
import { day, firstBox, form, month, year } from "./fields.js";
import { MESSAGES } from "./messages.js";

const title = document.title;

/**
 * @param {Problem[]} problems
 * @param {Element} [from] the form that was sent, if it isn't the page's own
 */
export function showProblems(problems, from) {
  clear();
  const summary = find("#problems");
  summary.hidden = problems.length === 0;
  find("#instead").hidden = true;
  if (problems.length === 0) return;
  document.title = `Error: ${title}`;
  const told = problems.filter(({ shape }) => !shape);
  // What no form of ours makes is told in words that are no programmer's.
  if (told.length < problems.length) told.push({ field: null, message: MESSAGES.damagedPart });
  find("#problems ul").append(...told.map((problem) => item(problem, from)));
  summary.focus();
}

function clear() {
  document.title = title;
  find("#problems ul").replaceChildren();
  for (const error of document.querySelectorAll(".calculator .form__error")) say(error, "");
  for (const input of document.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
}

/**
 * @param {Element | null | undefined} error
 * @param {string} message
 */
function say(error, message) {
  error?.replaceChildren(message);
  error?.toggleAttribute("hidden", !message);
}

/**
 * @param {string} field
 * @param {Element} [from] the form that was sent
 * @returns {{ input: HTMLElement, marked: Iterable<Element>, error: Element | null | undefined } | undefined}
 */
function placeOf(field, from) {
  // One entry of the history, or a day chosen instead of the one that was read, is a form of its own.
  const name = CSS.escape(field.replace(/^history\.\d+/, "event").replace(/^said\.chosen(\.latest)?/, "latest"));
  // What doesn't fit in an entry of before is put right where that entry is changed.
  const at = /^history\.(\d+)/.exec(field)?.[1];
  /** @type {HTMLElement | null | undefined} */
  const entry = (from ?? document.querySelector(`#history [data-replaces="${at}"]`))?.querySelector(`[name="${name}"], [name^="${name}."]`);
  if (entry) return { input: entry, marked: [entry], error: entry.closest(".entry")?.querySelector(".form__error") };
  const [part = "", , typed] = field.split(".");
  const isDate = part === "interview";
  const input = isDate && !typed ? firstBox() : form.elements.namedItem(typed && isDate ? typed : part);
  if (!(input instanceof HTMLElement)) return undefined;
  return { input, marked: isDate && !typed ? [day, month, year] : [input], error: document.querySelector(`#${part}-error`) };
}

/**
 * Mark the field at fault and make the summary's line, a link to that field.
 *
 * @param {Problem} problem
 * @param {Element} [from] the form that was sent
 */
function item({ field, message }, from) {
  const line = document.createElement("li");
  const place = placeOf(field ?? "", from);
  if (!place) {
    line.textContent = message;
    return line;
  }
  for (const input of place.marked) input.setAttribute("aria-invalid", "true");
  say(place.error, message);
  line.append(link(message, place.input));
  return line;
}

/**
 * @param {string} text
 * @param {HTMLElement} input that the link leads to
 */
function link(text, input) {
  const anchor = document.createElement("a");
  // What the calculator has rendered has no id, but its part of the page has.
  anchor.href = `#${input.closest("[id]")?.id}`;
  anchor.textContent = text;
  // Following the link would change the address; the focus is all that is wanted.
  anchor.addEventListener("click", (event) => {
    event.preventDefault();
    reveal(input);
    input.focus();
  });
  return anchor;
}
