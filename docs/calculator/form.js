/** The form with the two questions. */

/** @import { Request } from "./request.js" */
import { find } from "./dom.js";

const day = find("#day", HTMLInputElement);
const month = find("#month", HTMLInputElement);
const year = find("#year", HTMLInputElement);
const said = find("#said", HTMLTextAreaElement);
const nothing = find("#nothing", HTMLInputElement);
const country = find("#country", HTMLSelectElement);

/** The day as ISO text on this device's calendar; `?today=` in the address sets another. */
export function today() {
  const given = new URLSearchParams(location.search).get("today");
  if (given) return given;
  const now = new Date();
  const twoDigits = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

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
  find("#interview-echo", HTMLElement).textContent = "";
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
  const { region } = new Intl.Locale(navigator.language);
  if (region && country.querySelector(`option[value="${CSS.escape(region)}"]`)) country.value = region;
}

/** Make the form ready for entries. */
export function prepare() {
  guessCountry();
  orderDateFields();
  country.addEventListener("change", orderDateFields);
  nothing.addEventListener("change", () => {
    said.disabled = nothing.checked;
  });
}
