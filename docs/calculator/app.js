/** The calculator in a page: what a person does changes the request; its answer is shown. */

/** @import { CalendarDay, PlanAnswer } from "./protocol.js" */
/** @import { Request } from "./request.js" */
import { ask, couldNotStart, start } from "./ask.js";
import { arrived, leaveShared, onArrival } from "./arriving.js";
import { onAnotherDay } from "./coming-back.js";
import { copyWords } from "./copying.js";
import { find, showPart, tell } from "./dom.js";
import { clear, enter, entered, enterDay, prepare } from "./form.js";
import { startOnIntent } from "./intent.js";
import { forget, keep, lastOne, startAnother } from "./kept.js";
import { afterTyping } from "./live.js";
import { MESSAGES, StoreProblem } from "./messages.js";
import { leadTo, partAround, planPart, tellAbove } from "./place.js";
import "./printing.js";
import { showProblems } from "./problems.js";
import { entries, merged, withEvent, withoutEvent } from "./request.js";
import { cannotStart } from "./starting.js";
import { copyLink, saveCalendar, shareLink, tellLeftBehind } from "./taking-along.js";
import { today } from "./today.js";

const COULD_NOT_ANSWER =
  "The calculator could not work this out. What you typed is still here. Choose “Make my plan” again.";

/** The parts of an answer, each with its place in the page. */
const PARTS = /** @type {const} */ ({
  "#plan": "html",
  "#history": "history_html",
  "#questions": "questions_html",
  "#compare": "compare_html",
});

const form = find("#form", HTMLFormElement);
const names = find("#names", HTMLFormElement);
const undoButton = find("[data-undo]", HTMLButtonElement);

/**
 * What the plan is made for, what it was made for before each change, and its days for a calendar;
 * what stood in the form when it was made, and whether something is half entered in an answer.
 *
 * @type {{ request: Request, before: (() => Promise<Request | null>)[], days: CalendarDay[], form: string, halfEntered: boolean }}
 */
const state = { request: {}, before: [], days: [], form: "", halfEntered: false };
const reading = afterTyping(askReading, showReading);
const naming = afterTyping(
  () => ask(withNames()),
  (answer) => accept(withNames(), answer, names),
);

/**
 * The request with what stands in the form. What was chosen for a statement goes with its words.
 *
 * @returns {Request}
 */
function withEntries() {
  const typed = entered();
  const sameWords = typed.said?.text === state.request.said?.text;
  const sameCountry = typed.country === state.request.country;
  return {
    ...state.request,
    ...typed,
    region: sameCountry ? state.request.region : undefined,
    interview: { ...state.request.interview, on: undefined, ...typed.interview },
    said: typed.said && sameWords ? state.request.said : typed.said,
  };
}

/** Ask only what was understood of what stands in the form. */
function askReading() {
  const { interview, said, country } = withEntries();
  return ask({ interview, said, country, only: "reading" });
}

/** @returns {Request} */
const withNames = () => ({ ...state.request, ...entries(names, { all: true }) });

/**
 * Make the plan for a request and show it. A request with problems isn't kept: the last good one
 * stays, and so does what was typed.
 *
 * @param {Request} request
 * @param {Request} [before] the request before it, to be told what has changed
 * @param {Element} [from] where it was asked for
 * @returns {Promise<boolean>} whether it was made
 */
async function plan(request, before, from) {
  reading.stop();
  naming.stop();
  form.ariaBusy = "true";
  try {
    return accept(request, await ask({ ...request, before }), from);
  } catch {
    showProblems([{ field: null, message: couldNotStart() ? cannotStart() : COULD_NOT_ANSWER }]);
    find("#instead", HTMLElement).hidden = false;
    return false;
  } finally {
    form.ariaBusy = null;
  }
}

/**
 * @param {Request} request
 * @param {PlanAnswer} answer to it
 * @param {Element} [from] which part of the answer it was asked; what was typed there stays until it can be used
 */
function accept(request, answer, from) {
  if (from && answer.problems.length > 0) showProblems(answer.problems, from);
  else show(answer);
  if (answer.problems.length > 0 || !answer.html) return false;
  // The day itself, since "yesterday" is another day tomorrow.
  const interview = { ...request.interview, on: answer.interview?.on, typed: undefined };
  state.request = { ...request, interview, rules_version: answer.rules_version };
  state.days = answer.calendar ?? [];
  keep(state.request, answer);
  tellLeftBehind(state.days);
  find("#keep", HTMLElement).hidden = false;
  return true;
}

/** @param {PlanAnswer} answer */
function show(answer) {
  showReading(answer);
  for (const [place, name] of Object.entries(PARTS)) showPart(place, answer[name]);
  find("#changed", HTMLElement).innerHTML = answer.changed_html ?? "";
  state.halfEntered = false;
  showProblems(answer.problems);
}

/** @param {PlanAnswer} answer */
function showReading(answer) {
  tell("#interview-echo", answer.interview?.as_text ?? "");
  showPart("#reading", answer.reading_html);
  tell("#heard", answer.reading_html ? (answer.reading?.as_text ?? "") : "");
}

/** On another day the plan says what is due then. What is half entered in it stays until it is sent. */
function planAnotherDay() {
  if (!state.request.interview?.on || state.halfEntered) return;
  // "Yesterday" in the form meant the day before the plan was made.
  if (state.form === JSON.stringify(entered())) enter(state.request);
  naming.later();
  reading.later();
}

/**
 * Plan anew after one thing that the person did; the focus stays where they are.
 *
 * @param {Request} request that differs from the one before by that one thing
 * @param {Element} from where it was done
 */
async function change(request, from) {
  const before = state.request;
  const part = partAround(from);
  tellAbove(part);
  if (!(await plan(request, before.interview?.on ? before : undefined, from))) return;
  state.before.push(async () => before);
  undoButton.hidden = false;
  // The button that was pressed is gone with the answer that it stood in.
  if (document.activeElement === document.body) leadTo(part);
}

async function undo() {
  const before = await state.before.pop()?.();
  undoButton.hidden = state.before.length === 0;
  if (before && (await plan(before, state.request.interview?.on ? state.request : undefined))) enter(before);
  if (document.activeElement === document.body) leadTo();
}

/** @param {SubmitEvent} event */
async function makePlan(event) {
  event.preventDefault();
  const made = JSON.stringify(entered());
  if (!(await plan(withEntries()))) return;
  state.form = made;
  leadTo(planPart);
}

/**
 * What each kind of rendered button does, by the data attribute that it carries.
 *
 * @type {Record<string, (value: string, button: HTMLElement) => unknown>}
 */
const BUTTONS = {
  merge: (patch, button) => change(merged(state.request, JSON.parse(patch)), button),
  event: (event, button) => record(button, JSON.parse(event)),
  forget: (index, button) => change(withoutEvent(state.request, Number(index)), button),
  undo,
  choose: (_, button) => choose(button, button.dataset),
  copyText: (_, button) => copyWords(button),
  calendar: (which) => saveCalendar(state.days, which),
  day: (name) => {
    enterDay(name);
    reading.later();
  },
  print: () => window.print(),
  link: () => copyLink(state.request),
  share: () => shareLink(state.request),
  another: () => {
    startAnother();
    startEmpty();
    find("#day", HTMLElement).focus();
  },
  delete: deleteIt,
};

/** Take the interview off this device; undo brings back all that was kept of it. */
async function deleteIt() {
  try {
    const restore = await forget();
    startEmpty();
    state.before.push(restore);
    undoButton.hidden = false;
    tell("#changed", MESSAGES.deleted);
    undoButton.focus();
  } catch (problem) {
    if (!(problem instanceof StoreProblem)) throw problem;
    tell("#changed", problem.message);
  }
}

/**
 * @param {HTMLElement} from where it was said; what stands there may take the place of another event
 * @param {object} event that happened, today unless it names a day
 */
function record(from, event) {
  const place = from.closest("[data-replaces]");
  const kept = place instanceof HTMLElement ? withoutEvent(state.request, Number(place.dataset.replaces)) : state.request;
  return change(withEvent(kept, { on: today(), ...event }), from);
}

/** An empty form and no plan. */
function startEmpty() {
  Object.assign(state, { request: {}, before: [], days: [] });
  undoButton.hidden = true;
  leaveShared();
  clear();
  show({ html: "", reading_html: "", rules_version: null, problems: [] });
  find("#keep", HTMLElement).hidden = true;
}

/** @param {Request | null} request to go on with */
async function goOn(request) {
  if (!request) return;
  enter(request);
  // Also where no plan can be made yet: what happened so far is not lost, and can be put right.
  state.request = request;
  // A link or a guide brings a situation without a day: that is for the person to enter.
  if (request.interview?.on && (await plan(request))) leadTo(planPart);
}

/** Open the plan of a link, the interview that was chosen, or what was last worked on here. */
async function openLast() {
  const here = await arrived();
  if (here && "problem" in here) showProblems([{ field: null, message: here.problem }]);
  else goOn(here ? here.request : await lastOne());
}

/**
 * @param {HTMLElement} from where it was chosen
 * @param {{ earliest?: string, latest?: string }} window ISO dates, empty for none
 */
function choose(from, { earliest, latest }) {
  const request = withEntries();
  const chosen = { earliest: earliest || null, latest: latest || null };
  return change({ ...request, said: { ...request.said, chosen } }, from);
}

/** @param {MouseEvent} event */
function press({ target }) {
  const button = target instanceof Element ? target.closest("button") : null;
  for (const [name, act] of Object.entries(BUTTONS)) {
    const value = button?.dataset[name];
    if (button && value !== undefined) act(value, button);
  }
}

/** @param {SubmitEvent} event */
function send(event) {
  const sent = event.target;
  if (!(sent instanceof HTMLFormElement) || sent === form) return;
  event.preventDefault();
  const { merge, event: happened, choose: chosen } = sent.dataset;
  const filled = entries(sent, { all: false });
  if (merge !== undefined) change(merged(state.request, filled), sent);
  if (chosen !== undefined) choose(sent, filled);
  if (happened !== undefined) record(sent, { ...JSON.parse(happened), ...filled.event });
}

prepare(reading.later);
names.addEventListener("input", naming.later);
form.addEventListener("submit", makePlan);
startOnIntent(find("#calculator", HTMLElement), start);
document.addEventListener("click", press);
document.addEventListener("submit", send);
document.addEventListener("input", ({ target }) => {
  if (target instanceof Element && target.closest(".answer__content")) state.halfEntered = true;
});
onAnotherDay(planAnotherDay);
onArrival(openLast);
if (form.dataset.preset) goOn(JSON.parse(form.dataset.preset));
else openLast();
