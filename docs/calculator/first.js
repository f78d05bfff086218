/**
 * The first script, written into the page behind the form: the form works before the calculator is there.
 * It says the weekday of what is typed, fills in near days, and paints the plan that was last seen. What
 * is pressed meanwhile is kept until `app.js` can do it, and if that never comes, it is said.
 */

/** @import { Press } from "./request.js" */
// First: what others do as the page is left would hide what is typed.
import "./leaving.js";
import { restoreDraft, reveal } from "../assets/draft.js";
import { find, showPart, tell } from "./dom.js";
import { startEarly } from "./engine.js";
import { calculator, country, day, firstBox, form, month, nothing, said, saidOn, year } from "./fields.js";
import { busy, fold, unfold } from "./folding.js";
import { painted } from "./painted.js";
import { notePresses } from "./pending.js";
import { pressOf } from "./request.js";
import { today } from "./today.js";
import { dayText, daysAfter, lastFriday, MONTH_FIRST, typedDay } from "./typed-day.js";

const MISSING =
  "A part of this page didn't arrive, so no plan can be made yet. What you typed stays. Check that you're online and that nothing blocks this site's scripts, then reload the page.";
const HALF_TYPED = "Enter the whole date: day, month and year.";
/** How long the calculator's script is waited for once a plan is asked for, in milliseconds. */
const PATIENCE = 30_000;
const picker = find("#picker", HTMLInputElement);
/** What stands in an answer, and in what was understood. */
const ANSWERS = ".calculator__answers, .answer__content";
const picture = calculator.dataset.start && parent === self && !location.hash && !location.search.includes("open=") && !history.state?.shared ? painted() : null;
let echoed = "";
/**
 * What was pressed in an answer and waits for the calculator's script, each once; with what it makes of the plan.
 *
 * @type {Map<HTMLElement, Press | null>}
 */
const waiting = new Map();

let isMissing = false;

/** Whether the calculator's script is there. */
const isReady = () => "ready" in calculator.dataset;

/** @param {string} iso */
function enterDay(iso) {
  [year.value, month.value, day.value] = iso.split("-").map((part) => part.replace(/^0+/, ""));
  // As if it were typed.
  day.dispatchEvent(new Event("input", { bubbles: true }));
}

/** The day that was typed, with its weekday; what only the calculator understands waits for it. */
function echo() {
  const typed = { day: day.value, month: month.value, year: year.value };
  const now = JSON.stringify([typed, country.value]);
  if (now === echoed) return;
  echoed = now;
  const known = typedDay(typed, today());
  tell("#interview-echo", known ? dayText(known, country.value, today()) : "");
}

/** The order in which people of the chosen country write a date. */
function orderDateFields() {
  const monthFirst = country.value === "US";
  const [first, second] = monthFirst ? [month, day] : [day, month];
  const label = /** @type {Element} */ (second.closest("label"));
  // Only where it changes something: what is moved in the page loses the focus.
  if (first.closest("label")?.nextElementSibling !== label) first.closest("label")?.after(label);
  const example = monthFirst ? "3 27" : "27 3";
  find("[data-example]").textContent = `${example} ${today().slice(0, 4)}`;
  // The home page's sample plan is there for both.
  document.documentElement.toggleAttribute("data-day-first", !MONTH_FIRST.includes(country.value));
}

/** Choose the country that the browser's language names, if the list has it. */
function guessCountry() {
  // By hand: Intl refuses a language that is none, such as the "C" of some Linux desktops.
  const region = /-([A-Z]{2})\b/.exec(navigator.language)?.[1];
  if (region && country.querySelector(`option[value="${CSS.escape(region)}"]`)) country.value = region;
}

/** After anything in the form has changed, by hand or by script. */
function settle() {
  said.disabled = nothing.checked;
  saidOn.max = today();
  orderDateFields();
  echo();
  /** @type {HTMLElement | null} */
  const offered = document.querySelector("#reading [data-said-on]");
  const [chosen = "", offer = ""] = [saidOn.value, offered?.dataset.saidOn].map((iso) => iso && dayText(iso, country.value, today()));
  find("#said-day").textContent = chosen || `At the interview${offer && `, or ${offer}?`}`;
}

/** Whether both questions have an answer, of whatever kind. */
const isFilled = () => Boolean(day.value.trim() && (nothing.checked || said.value.trim()));

/** @param {SubmitEvent} event */
function ask(event) {
  event.preventDefault();
  form.dataset.asked = "";
  if (isMissing) return tellMissing();
  if (!isFilled()) return;
  setTimeout(() => isReady() || tellMissing(), PATIENCE);
  busy(true);
  fold();
  // Where the answer will be, and until then how far it is; the folded form no longer holds the page down.
  find(".calculator__ask").scrollIntoView({ block: "start" });
}

/** Show what was last seen, while the calculator looks what has become of it. */
function paintLast() {
  if (!picture) return;
  calculator.dataset.painted = picture.day === today() ? "" : "before";
  [day.value, month.value, year.value] = [picture.form.day, picture.form.month, picture.form.year];
  [said.value, nothing.checked, country.value] = [picture.form.said, picture.form.nothing, picture.form.country];
  for (const [place, html] of Object.entries(picture.parts)) showPart(place, html);
  tell("#whose", picture.whose ?? "");
  const plan = calculator.querySelector(".plan");
  if (plan instanceof HTMLElement) plan.dataset.painted = "";
  settle();
  if (picture.form.echo) tell("#interview-echo", picture.form.echo);
  fold();
  if (picture.day !== today()) tell("#changed", `Your plan as of ${dayText(picture.day, country.value, today())}. It isn't checked for today yet.`);
}

/** Without the calculator's script the page says so, and what to do; it keeps what is entered. */
function tellMissing() {
  const line = document.createElement("li");
  line.textContent = MISSING;
  find("#problems ul").replaceChildren(line);
  for (const part of ["#problems", "#instead"]) find(part).hidden = false;
  busy(false);
  unfold();
  if ("asked" in form.dataset) find("#problems").focus();
}

/** @param {Event & { filename?: string }} event of a script that can't be fetched, or is none for this browser */
function lookIfMissing({ target, filename }) {
  const isOurs = target instanceof Element ? target.parentElement === calculator : filename?.includes("/app-");
  if (!isOurs || isReady()) return;
  isMissing = true;
  tellMissing();
}

/** What is corrected is not said to be wrong until it is asked for again. @param {HTMLElement} field */
function forgive(field) {
  const group = field.closest(".entry, .form__group, .form__end");
  for (const one of group?.querySelectorAll("[aria-invalid]") ?? []) one.removeAttribute("aria-invalid");
  for (const error of group?.querySelectorAll(".form__error") ?? []) error.toggleAttribute("hidden", true);
}

/** A day that is typed half is none to a form: it would be left out, and today taken for it. @param {SubmitEvent} event */
function stopHalfTyped(event) {
  const sent = /** @type {HTMLFormElement} */ (event.target);
  const half = [...sent.elements].find((one) => one instanceof HTMLInputElement && one.validity.badInput);
  const error = half?.closest("label")?.querySelector(".form__error");
  if (!(half instanceof HTMLInputElement && error)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  half.ariaInvalid = "true";
  error.replaceChildren(HALF_TYPED);
  error.toggleAttribute("hidden", false);
  half.focus();
}

/** @param {HTMLElement} pressed in an answer: until the calculator's script is there, it waits */
function wait(pressed) {
  waiting.delete(pressed);
  waiting.set(pressed, pressOf(pressed, today()));
}

/**
 * Who leaves meanwhile finds it done; whoever comes back to the page as it was sees it done there.
 *
 * @param {boolean} isLeft
 */
function leave(isLeft) {
  if (!isReady()) noteWaiting(isLeft ? [...waiting.values()] : []);
}

/** @param {(Press | null)[]} presses in the plan that was painted */
function noteWaiting(presses) {
  if (picture?.id && waiting.size > 0) notePresses(picture.id, presses.flatMap((press) => press ?? []));
}

/** @param {string} iso the day on which they said it, as their message has it */
function countFrom(iso) {
  const isPlanned = "folded" in calculator.dataset;
  saidOn.value = iso;
  saidOn.dispatchEvent(new Event("input", { bubbles: true }));
  if (isPlanned) form.requestSubmit();
}

/** @param {MouseEvent} event */
function press({ target }) {
  if (!(target instanceof Element)) return;
  const [button, link] = [target.closest("button"), target.closest("a")];
  if (link?.hash) reveal(document.getElementById(link.hash.slice(1)));
  const { day: near, pick, unfold: opens, saidOn: on } = button?.dataset ?? {};
  if (near !== undefined) enterDay(near === "friday" ? lastFriday(today()) : daysAfter(today(), -Number(near)));
  if (pick !== undefined) picker.showPicker();
  if (button?.dataset.print !== undefined) window.print();
  if (on) countFrom(on);
  if (opens !== undefined) {
    unfold();
    firstBox().focus();
  }
  if (button?.closest(ANSWERS) && !isReady() && button.type === "button") wait(button);
}

/** Press what waited. If another interview has come instead of the one that was painted, it is noted for that one. */
function pressWaiting() {
  if (picture && calculator.dataset.ready !== picture.id) return noteWaiting([...waiting.values()]);
  for (const pressed of waiting.keys()) pressed instanceof HTMLFormElement ? pressed.requestSubmit() : pressed.click();
}

guessCountry();
settle();
document.addEventListener("submit", stopHalfTyped, { capture: true });
form.addEventListener("submit", ask);
document.addEventListener("submit", (event) => {
  const { target } = event;
  if (!(target instanceof HTMLFormElement) || !target.closest(ANSWERS) || isReady()) return;
  event.preventDefault();
  wait(target);
});
calculator.addEventListener("ready", pressWaiting, { once: true });
form.addEventListener("settle", settle);
document.addEventListener("input", ({ target }) => {
  if (!(target instanceof HTMLElement && "form" in target)) return;
  if (target.matches("[aria-invalid]")) forgive(target);
  if (target.form !== form) return;
  form.dataset.touched = "";
  unfold();
  settle();
});
picker.addEventListener("input", (event) => {
  event.stopPropagation();
  if (picker.value) enterDay(picker.value);
});
document.addEventListener("click", press);
document.addEventListener("visibilitychange", () => leave(document.hidden));
addEventListener("pagehide", () => leave(true));
// What kept its place free until now.
delete document.documentElement.dataset.painted;
addEventListener("error", lookIfMissing, { capture: true });
paintLast();
restoreDraft();
startEarly(calculator, form);
