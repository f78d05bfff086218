/** The plan of this page: the request that it is made for, what was asked before, and each change to it. */

/** @import { PlanAnswer } from "./protocol.js" */
/** @import { Chosen, Happened, Request } from "./request.js" */
import { ask, couldNotStart } from "./ask.js";
import { isWriting, restoreEdits } from "./editing.js";
import { find, showPart, tell } from "./dom.js";
import { busy, fold, unfold } from "./folding.js";
import { enter, entered, finishedWords } from "./form.js";
import { keep, keepNames } from "./kept.js";
import { afterTyping } from "./live.js";
import { paintedAs } from "./picture.js";
import { MESSAGES } from "./messages.js";
import { leadTo, partAround, planPart, tellAbove } from "./place.js";
import { showProblems } from "./problems.js";
import { entries, withEvent, withoutEvent } from "./request.js";
import { cannotStart } from "./starting.js";
import { tellLeftBehind } from "./taking-along.js";
import { today } from "./today.js";

const COULD_NOT_ANSWER =
  "The calculator could not work this out. What you typed is still here. Choose “Make my plan” again.";

/** The parts of an answer, each with its place in the page. */
export const PARTS = /** @type {const} */ ({
  "#plan": "html",
  "#history": "history_html",
  "#questions": "questions_html",
  "#compare": "compare_html",
});
/** What there is only beside a plan. */
const WITH_PLAN = ["#keep", "#take", "#device"];

const names = find("#names", HTMLFormElement);
export const undoButton = find("[data-undo]", HTMLButtonElement);

/**
 * What the plan is made for, what it was made for before each change, and its days for a calendar;
 * what stood in the form when it was made, and whether something is half entered in an answer.
 *
 * @type {{ request: Request, before: (() => Promise<Request | null>)[], days: import("./protocol.js").CalendarDay[], form: string, halfEntered: boolean }}
 */
export const state = { request: {}, before: [], days: [], form: "", halfEntered: false };

export const reading = afterTyping(askReading, showReading);
export const naming = afterTyping(
  (isStopped) => (isStopped ? ask(withNames()) : undefined),
  (answer) => {
    if (isWriting()) document.addEventListener("focusout", naming.later, { once: true });
    else accept(withNames(), answer, names);
  },
);

/**
 * The request with what stands in the form. What was chosen for a statement goes with its words.
 *
 * @returns {Request}
 */
export function withEntries() {
  const typed = entered();
  const before = state.request.said;
  const isSame = typed.said?.text === before?.text && typed.said?.on === before?.on;
  const sameCountry = typed.country === state.request.country;
  return {
    ...state.request,
    ...typed,
    region: sameCountry ? state.request.region : undefined,
    interview: { ...state.request.interview, on: undefined, ...typed.interview },
    said: typed.said && isSame ? before : typed.said,
  };
}

/**
 * Ask only what was understood of what stands in the form.
 *
 * @param {boolean} isStopped whether the last word is one, too
 */
function askReading(isStopped) {
  const { interview, said, country } = withEntries();
  const finished = finishedWords();
  if (!isStopped && said && finished !== said.text && !finished.trim()) return undefined;
  const text = isStopped ? said?.text : finished;
  return ask({ interview, said: said && { ...said, text }, country, only: "reading" });
}

/** A name counts from the moment that it is typed, whatever is pressed before the words have it. */
export function takeNames() {
  state.request = withNames();
  keepNames(state.request.names);
}

/** @returns {Request} */
const withNames = () => ({ ...state.request, ...entries(names, { all: true }) });

/**
 * Make the plan for a request and show it. A request with problems isn't kept: the last good one
 * stays, and so does what was typed.
 *
 * @param {Request} request
 * @param {{ before?: Request, from?: Element, isQuiet?: boolean }} [how] the request before it, to be told what has
 *   changed; where it was asked for; quietly where nobody has pressed anything
 * @returns {Promise<boolean>} whether it was made
 */
export async function plan(request, { before, from, isQuiet = false } = {}) {
  reading.stop();
  naming.stop();
  if (!isQuiet) busy(true);
  try {
    return accept(request, await ask({ ...request, before }), from);
  } catch {
    showProblems([{ field: null, message: couldNotStart() ? cannotStart() : COULD_NOT_ANSWER }]);
    find("#instead", HTMLElement).hidden = false;
    unfold();
    return false;
  } finally {
    busy(false);
  }
}

/**
 * @param {Request} request
 * @param {PlanAnswer} answer to it
 * @param {Element} [from] which part of the answer it was asked; what was typed there stays until it can be used
 */
function accept(request, answer, from) {
  if (from && answer.problems.length > 0) showProblems(answer.problems, from);
  else {
    // What was asked for is done: it needs no open form any more.
    for (let fold = from?.closest(".opens"); fold; fold = fold.parentElement?.closest(".opens")) fold.removeAttribute("open");
    show(answer);
  }
  if (answer.problems.length > 0 || !answer.html) {
    if (!from) unfold();
    return false;
  }
  // The day itself, since "yesterday" is another day tomorrow.
  const interview = { ...request.interview, on: answer.interview?.on, typed: undefined };
  state.request = { ...request, interview, rules_version: answer.rules_version, planned: answer.planned };
  state.days = answer.calendar ?? [];
  keep(state.request, answer);
  tellLeftBehind(state.days);
  for (const place of WITH_PLAN) find(place, HTMLElement).hidden = false;
  fold();
  paintedAs(answer);
  return true;
}

/** @param {PlanAnswer} answer */
export function show(answer) {
  showReading(answer);
  for (const [place, name] of Object.entries(PARTS)) showPart(place, answer[name]);
  for (const place of WITH_PLAN) find(place, HTMLElement).hidden = !answer.html;
  find("#changed", HTMLElement).innerHTML = answer.changed_html ?? "";
  restoreEdits();
  state.halfEntered = false;
  showProblems(answer.problems);
}

/** @param {PlanAnswer} answer */
function showReading(answer) {
  if (answer.interview) tell("#interview-echo", answer.interview.as_text);
  showPart("#reading", answer.reading_html);
  tell("#heard", answer.reading_html ? (answer.reading?.as_text ?? "") : "");
}

/** On another day the plan says what is due then. What is half entered in it stays until it is sent. */
export function planAnotherDay() {
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
export async function change(request, from) {
  const before = state.request;
  const part = partAround(from);
  tellAbove(part);
  if (!(await plan(request, { before: before.interview?.on ? before : undefined, from }))) return;
  state.before.push(async () => before);
  undoButton.hidden = false;
  // The button that was pressed is gone with the answer that it stood in.
  if (document.activeElement === document.body) leadTo(part);
}

export async function undo() {
  const before = await state.before.pop()?.();
  undoButton.hidden = state.before.length === 0;
  if (before && (await plan(before))) {
    enter(before);
    tell("#changed", MESSAGES.undone);
  }
  if (document.activeElement === document.body) leadTo();
}

/** Make the plan for what stands in the form. @param {(before: Request) => void} tellAnew what stood there before */
export async function makePlan(tellAnew) {
  const [made, before] = [JSON.stringify(entered()), state.request];
  if (!(await plan(withEntries()))) return;
  state.form = made;
  tellAnew(before);
  leadTo(planPart);
}

/**
 * @param {Element} from where it was said; what stands there may take the place of another event
 * @param {Omit<Happened, "on">} event that happened, today unless it names a day
 */
export function record(from, event) {
  const place = from.closest("[data-replaces]");
  const kept = place instanceof HTMLElement ? withoutEvent(state.request, Number(place.dataset.replaces)) : state.request;
  return change(withEvent(kept, { on: today(), ...event }), from);
}

/**
 * @param {Element} from where it was chosen
 * @param {Chosen | "none"} chosen one of the times that were read, or none of them
 */
export function choose(from, chosen) {
  const request = withEntries();
  const window = chosen === "none" ? chosen : { earliest: chosen.earliest || null, latest: chosen.latest || null };
  return change({ ...request, said: { ...request.said, chosen: window } }, from);
}

/**
 * Take away a fact that was found in their words, or put it back.
 *
 * @param {Element} from
 * @param {string} id of the fact
 */
export function ignore(from, id) {
  const { said, ...request } = withEntries();
  const before = said?.ignore ?? [];
  const without = before.filter((one) => one !== id);
  const changed = { ...request, said: { ...said, ignore: without.length < before.length ? without : [...before, id] } };
  if (state.request.interview?.on) return change(changed, from);
  // Nobody has asked for a plan yet: only what was understood is looked at anew.
  state.request = changed;
  const heading = find("#understood", HTMLElement);
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  reading.later();
}
