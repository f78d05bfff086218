/** What is wrong, said twice: in a summary at the top, and beside the field at fault. */

/** @import { Problem } from "./protocol.js" */
import { find } from "./dom.js";
import { day, firstBox, form, month, year } from "./fields.js";

const title = document.title;

/**
 * @param {Problem[]} problems
 * @param {Element} [from] the form that was sent, if it isn't the page's own
 */
export function showProblems(problems, from) {
  clear();
  const summary = find("#problems", HTMLElement);
  summary.hidden = problems.length === 0;
  find("#instead", HTMLElement).hidden = true;
  if (problems.length === 0) return;
  document.title = `Error: ${title}`;
  find("#problems ul", HTMLElement).append(...problems.map((problem) => item(problem, from)));
  summary.focus();
}

function clear() {
  document.title = title;
  find("#problems ul", HTMLElement).replaceChildren();
  for (const error of document.querySelectorAll(".calculator .form__error")) say(error, "");
  for (const input of document.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
}

/**
 * @param {Element | null | undefined} error
 * @param {string} message
 */
function say(error, message) {
  if (!(error instanceof HTMLElement)) return;
  error.textContent = message;
  error.hidden = !message;
}

/**
 * @param {string} field
 * @param {Element} [from] the form that was sent
 * @returns {{ input: HTMLElement, marked: Iterable<Element>, error: Element | null | undefined } | undefined}
 */
function placeOf(field, from) {
  // One entry of the history, or a day chosen instead of the one that was read, is a form of its own.
  const name = CSS.escape(field.replace(/^history\.\d+/, "event").replace(/^said\.chosen(\.latest)?/, "latest"));
  const entry = from?.querySelector(`[name="${name}"], [name^="${name}."]`);
  if (entry instanceof HTMLElement) return { input: entry, marked: [entry], error: entry.closest(".entry")?.querySelector(".form__error") };
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
    input.focus();
  });
  return anchor;
}
