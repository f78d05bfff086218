/** The calculator's page: reads the form, asks the calculator, shows its answer or what is wrong. */

/** @import { PlanAnswer, Problem, Stage } from "./protocol.js" */
import { Client } from "./client.js";

/**
 * @template {Element} T
 * @param {string} selector of an element that the page always has
 * @param {{ new (): T }} type
 * @returns {T}
 */
function find(selector, type) {
  const element = document.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`the page has no ${selector}`);
  return element;
}

const form = find("#form", HTMLFormElement);
const day = find("#day", HTMLInputElement);
const month = find("#month", HTMLInputElement);
const year = find("#year", HTMLInputElement);
const said = find("#said", HTMLTextAreaElement);
const nothing = find("#nothing", HTMLInputElement);
const country = find("#country", HTMLSelectElement);
const progress = find("#progress", HTMLElement);
const echo = find("#interview-echo", HTMLElement);
const title = document.title;

/** Where a problem with a part of the request is shown, by the beginning of its field's name. */
const PLACES = [
  { field: "interview.typed.month", input: month, error: find("#interview-error", HTMLElement) },
  { field: "interview.typed.year", input: year, error: find("#interview-error", HTMLElement) },
  { field: "interview", input: day, error: find("#interview-error", HTMLElement) },
  { field: "said", input: said, error: find("#said-error", HTMLElement) },
  { field: "country", input: country, error: find("#country-error", HTMLElement) },
];

const STAGES = {
  runtime: "Getting the calculator ready: step 1 of 2 …",
  calculator: "Getting the calculator ready: step 2 of 2 …",
  ready: "",
  failed: "",
};

const CANNOT_START =
  "The calculator could not start. What you typed is still here. Check that you are online, then choose “Make my plan” again.";
const COULD_NOT_ANSWER =
  "The calculator could not work this out. What you typed is still here. Choose “Make my plan” again.";

const client = new Client(
  {
    runtime: new URL(form.dataset.runtime ?? "", location.href).href,
    calculator: new URL(form.dataset.calculator ?? "", location.href).href,
  },
  showStage,
);
let failed = false;

/** @param {Stage} stage */
function showStage(stage) {
  failed = stage === "failed";
  progress.textContent = STAGES[stage];
}

/** The day as ISO text on this device's calendar; `?today=` sets another. */
function today() {
  const given = new URLSearchParams(location.search).get("today");
  if (given) return given;
  const now = new Date();
  const twoDigits = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

/** The form's entries as a request of the calculator's contract. */
function request() {
  return {
    today: today(),
    interview: { typed: { day: day.value, month: month.value, year: year.value } },
    said: nothing.checked ? null : { text: said.value },
    country: country.value,
  };
}

/** @param {SubmitEvent} event */
async function makePlan(event) {
  event.preventDefault();
  form.ariaBusy = "true";
  try {
    show(await client.ask(request()));
  } catch {
    showProblems([{ field: null, message: failed ? CANNOT_START : COULD_NOT_ANSWER }]);
  } finally {
    form.ariaBusy = null;
  }
}

/** @param {PlanAnswer} answer */
function show(answer) {
  echo.textContent = answer.interview?.as_text ?? "";
  showPart("#reading", answer.reading_html);
  showPart("#plan", answer.html);
  showProblems(answer.problems);
  if (answer.problems.length === 0 && answer.html) {
    find("#your-plan", HTMLElement).focus({ preventScroll: true });
    find("#reading", HTMLElement).scrollIntoView({ block: "start" });
  }
}

/**
 * Put rendered HTML in its place. Python has escaped whatever the person typed.
 *
 * @param {string} selector
 * @param {string} html
 */
function showPart(selector, html) {
  const part = find(selector, HTMLElement);
  find(`${selector} .answer__content`, HTMLElement).innerHTML = html;
  part.hidden = !html;
}

/** @param {Problem[]} problems */
function showProblems(problems) {
  clearProblems();
  const summary = find("#problems", HTMLElement);
  summary.hidden = problems.length === 0;
  if (problems.length === 0) return;
  document.title = `Error: ${title}`;
  const list = find("#problems ul", HTMLElement);
  for (const problem of problems) list.append(problemItem(problem));
  summary.focus();
}

function clearProblems() {
  document.title = title;
  find("#problems ul", HTMLElement).replaceChildren();
  for (const { input, error } of PLACES) {
    error.hidden = true;
    error.replaceChildren();
    input.removeAttribute("aria-invalid");
  }
}

/**
 * Mark the field at fault and make the summary's line, a link to that field.
 *
 * @param {Problem} problem
 */
function problemItem({ field, message }) {
  const item = document.createElement("li");
  const place = PLACES.find((place) => field?.startsWith(place.field));
  if (!place) {
    item.textContent = message;
    return item;
  }
  place.error.textContent = message;
  place.error.hidden = false;
  place.input.ariaInvalid = "true";
  const link = document.createElement("a");
  link.href = `#${place.input.id}`;
  link.textContent = message;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    place.input.focus();
  });
  item.append(link);
  return item;
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
  const region = new Intl.Locale(navigator.language).region;
  if (region && country.querySelector(`option[value="${CSS.escape(region)}"]`)) country.value = region;
}

guessCountry();
orderDateFields();
form.addEventListener("submit", makePlan);
form.addEventListener("focusin", () => client.start(), { once: true });
country.addEventListener("change", orderDateFields);
nothing.addEventListener("change", () => {
  said.disabled = nothing.checked;
});
