/** The form with the two questions. What it does before the calculator is there is in `first.js`. */

/** @import { Request } from "./request.js" */
import { tell } from "./dom.js";
import { country, day, form, month, nothing, said, saidOn, year } from "./fields.js";

/** What ends a word: up to the last of them, nothing is still being typed. */
const WORD_IS_OVER = /[\s.,;:!?)”"]/;

/**
 * What is entered, as members of a request.
 *
 * @returns {Pick<Request, "interview" | "said" | "country">}
 */
export function entered() {
  return {
    interview: { typed: { day: day.value, month: month.value, year: year.value } },
    said: nothing.checked ? null : { text: said.value, ...(saidOn.value && { on: saidOn.value }) },
    country: country.value,
  };
}

/** The statement without the word that is still being typed at its end. @returns {string} */
export function finishedWords() {
  const text = said.value;
  const isTyping = document.activeElement === said && said.selectionStart === text.length;
  if (!isTyping) return text;
  let end = text.length;
  while (end > 0 && !WORD_IS_OVER.test(text[end - 1] ?? "")) end--;
  return text.slice(0, end);
}

/**
 * Enter what a request holds, so that it can be read and changed.
 *
 * @param {Request} request which may be anything: a link or the storage brought it
 */
export function enter(request) {
  const date = String(request.interview?.on ?? "").split("-");
  if (date.length === 3) [year.value, month.value, day.value] = date.map((part) => part.replace(/^0+/, ""));
  const given = request.interview?.typed;
  if (given) [day.value, month.value, year.value] = [given.day ?? "", given.month ?? "", given.year ?? ""];
  said.value = request.said?.text ?? "";
  saidOn.value = request.said?.on ?? "";
  nothing.checked = request.said === null;
  if (request.country) country.value = request.country;
  for (const input of names()) input.value = named(request, input.name.replace("names.", ""));
  settle();
}

/** Empty the form, but for the country. */
export function clear() {
  for (const input of [day, month, year, said, saidOn, ...names()]) input.value = "";
  nothing.checked = false;
  settle();
  tell("#interview-echo", "");
}

/** Have the form follow what was entered by script. */
const settle = () => form.dispatchEvent(new Event("settle"));

/** @returns {NodeListOf<HTMLInputElement>} */
const names = () => document.querySelectorAll("#names input");

/**
 * @param {Request} request
 * @param {string} name
 */
const named = ({ names }, name) => /** @type {Record<string, string> | undefined} */ (names)?.[name] ?? "";
