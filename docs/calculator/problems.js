/** What is wrong, said twice: in a summary at the top, and beside the field at fault. */

/** @import { Problem } from "./protocol.js" */
import { find } from "./dom.js";

/**
 * Where a problem is shown, by the beginning of its field's name; the first that fits. `input` is where its link leads,
 * `marked` what is at fault, if that is more.
 *
 * @type {{ field: string, input: string, marked?: string, error: string }[]}
 */
const PLACES = [
  { field: "interview.typed.month", input: "#month", error: "#interview-error" },
  { field: "interview.typed.year", input: "#year", error: "#interview-error" },
  { field: "interview.typed.day", input: "#day", error: "#interview-error" },
  { field: "interview", input: "#day", marked: "#day, #month, #year", error: "#interview-error" },
  { field: "said", input: "#said", error: "#said-error" },
  { field: "country", input: "#country", error: "#country-error" },
];

const title = document.title;

/** @param {Problem[]} problems */
export function showProblems(problems) {
  clear();
  const summary = find("#problems", HTMLElement);
  summary.hidden = problems.length === 0;
  find("#instead", HTMLElement).hidden = true;
  if (problems.length === 0) return;
  document.title = `Error: ${title}`;
  find("#problems ul", HTMLElement).append(...problems.map(item));
  summary.focus();
}

function clear() {
  document.title = title;
  find("#problems ul", HTMLElement).replaceChildren();
  for (const place of PLACES) {
    const error = find(place.error, HTMLElement);
    error.hidden = true;
    error.textContent = "";
    for (const input of marked(place)) input.removeAttribute("aria-invalid");
  }
}

/** @param {{ input: string, marked?: string }} place */
const marked = (place) => document.querySelectorAll(place.marked ?? place.input);

/**
 * Mark the field at fault and make the summary's line, a link to that field.
 *
 * @param {Problem} problem
 */
function item({ field, message }) {
  const line = document.createElement("li");
  const place = PLACES.find((place) => field?.startsWith(place.field));
  if (!place) {
    line.textContent = message;
    return line;
  }
  for (const input of marked(place)) input.setAttribute("aria-invalid", "true");
  const error = find(place.error, HTMLElement);
  error.textContent = message;
  error.hidden = false;
  line.append(link(message, find(place.input, HTMLElement)));
  return line;
}

/**
 * @param {string} text
 * @param {HTMLElement} input that the link leads to
 */
function link(text, input) {
  const anchor = document.createElement("a");
  anchor.href = `#${input.id}`;
  anchor.textContent = text;
  // Following the link would change the address; the focus is all that is wanted.
  anchor.addEventListener("click", (event) => {
    event.preventDefault();
    input.focus();
  });
  return anchor;
}
