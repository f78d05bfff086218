/** The form with the two questions. */

/** @import { Request } from "./request.js" */
import { find, tell } from "./dom.js";
import { today } from "./today.js";

const day = find("#day", HTMLInputElement);
const month = find("#month", HTMLInputElement);
const year = find("#year", HTMLInputElement);
const said = find("#said", HTMLTextAreaElement);
const nothing = find("#nothing", HTMLInputElement);
const country = find("#country", HTMLSelectElement);

/**
 * What is entered, as members of a request.
 *
 * @returns {Request}
 */
export function entered() {
  return {
    interview: { typed: { day: day.value, month: month.value, year: year.value } },
    said: nothing.checked ? null : { text: said.value },
    country: country.value,
  };
}

/**
 * Enter what a request holds, so that it can be read and changed.
 *
 * @param {Request} request
 */
export function enter(request) {
  const date = String(request.interview?.on ?? "").split("-");
  if (date.length === 3) [year.value, month.value, day.value] = date.map((part) => part.replace(/^0+/, ""));
  const given = request.interview?.typed;
  if (given) [day.value, month.value, year.value] = [given.day ?? "", given.month ?? "", given.year ?? ""];
  said.value = request.said?.text ?? "";
  nothing.checked = request.said === null;
  said.disabled = nothing.checked;
  if (request.country) country.value = request.country;
  for (const name of names()) name.value = request.names?.[name.name.replace("names.", "")] ?? "";
  orderDateFields();
}

/** Empty the form, but for the country. */
export function clear() {
  for (const input of [day, month, year, said]) input.value = "";
  nothing.checked = false;
  said.disabled = false;
  for (const name of names()) name.value = "";
  tell("#interview-echo", "");
}

/** @returns {NodeListOf<HTMLInputElement>} */
function names() {
  return document.querySelectorAll("#names input");
}

/** The order in which people of the chosen country write a date. */
function orderDateFields() {
  const monthFirst = country.value === "US";
  const [first, second] = monthFirst ? [month, day] : [day, month];
  first.closest("label")?.after(/** @type {Element} */ (second.closest("label")));
  const example = monthFirst ? "3 27" : "27 3";
  find("[data-example]", HTMLElement).textContent = `${example} ${today().slice(0, 4)}`;
}

/** Choose the country that the browser's language names, if the list has it. */
function guessCountry() {
  // By hand: Intl refuses a language that is none, such as the "C" of some Linux desktops.
  const region = /-([A-Z]{2})\b/.exec(navigator.language)?.[1];
  if (region && country.querySelector(`option[value="${CSS.escape(region)}"]`)) country.value = region;
}

/**
 * Make the form ready for entries.
 *
 * @param {() => void} onEntry called whenever what is entered has changed
 */
export function prepare(onEntry) {
  guessCountry();
  orderDateFields();
  country.addEventListener("change", orderDateFields);
  nothing.addEventListener("change", () => {
    said.disabled = nothing.checked;
  });
  find("#form", HTMLFormElement).addEventListener("input", onEntry);
}

/** @param {string} name of a day near today, in the words that the date field takes */
export function enterDay(name) {
  day.value = name;
  month.value = "";
  year.value = "";
}
