/** The plan of this page: the request that it is made for, and what is shown of it. */

/** @import { PlanAnswer } from "./protocol.js" */
/** @import { Request } from "./request.js" */
import { putBack, typed } from "../assets/draft.js";
import { ask, couldNotStart } from "./ask.js";
import { isWriting, restoreEdits } from "./editing.js";
import { find, showPart, tell } from "./dom.js";
import { calculator, form, isHalfEntered, said } from "./fields.js";
import { busy, fold, isFolded, unfold } from "./folding.js";
import { enter, entered, finishedWords } from "./form.js";
import { nameOf } from "./in-work.js";
import { inWork, isMine, keep, keepNames, noteAsked } from "./kept.js";
import { afterTyping } from "./live.js";
import { MESSAGES } from "./messages.js";
import { paintedAs } from "./picture.js";
import { close, heldFocus, planPart } from "./place.js";
import { showProblems } from "./problems.js";
import { entries } from "./request.js";
import { cannotStart } from "./starting.js";
import { tellLeftBehind } from "./taking-along.js";

const COULD_NOT_ANSWER =
  "The calculator could not work this out. What you typed is still here. Choose “Make my plan” again.";

/** The parts of an answer, each with its place in the page. */
const PARTS = /** @type {const} */ ({
  "#plan": "html",
  "#history": "history_html",
  "#questions": "questions_html",
  "#compare": "compare_html",
});

const names = find("#names", HTMLFormElement);
export const undoButton = find("[data-undo]", HTMLButtonElement);

/**
 * What the plan is made for, what it was made for before each change, and its days for a calendar;
 * what stood in the form when it was made, whether what happened so far does not fit what was asked last, and whether
 * that was refused, so that the plan is of the answers before.
 *
 * @type {{ request: Request, before: (() => Promise<Request | null>)[], days: import("./protocol.js").CalendarDay[], form: string, isOther?: boolean, isOfBefore?: boolean }}
 */
export const state = { request: {}, before: [], days: [], form: "" };

let turn = Promise.resolve();

/**
 * One change after the other: each begins with the request that the one before has made.
 *
 * @template T
 * @param {() => Promise<T>} work that never fails
 * @returns {Promise<T>}
 */
export function inTurn(work) {
  const done = turn.then(work);
  turn = /** @type {Promise<any>} */ (done);
  return done;
}

export const reading = afterTyping(askReading, showReading);
export const naming = afterTyping(
  (isStopped) => (isStopped ? turn.then(() => ask(withNames())) : undefined),
  (answer) => {
    if (isWriting()) document.addEventListener("focusout", naming.later, { once: true });
    // There is a plan of the names that were typed before the first one.
    else if (accept(withNames(), answer, names)) noteAsked(state.request);
  },
);

/**
 * The request with what stands in the form. What was chosen for a statement goes with its words.
 *
 * @param {Request} [request] else the one that is shown
 * @returns {Request}
 */
export function withEntries(request = state.request) {
  const typed = entered();
  const before = request.said;
  const isSame = typed.said?.text === before?.text && typed.said?.on === before?.on;
  const sameCountry = typed.country === request.country;
  return {
    ...request,
    ...typed,
    region: sameCountry ? request.region : undefined,
    interview: { ...request.interview, on: undefined, ...typed.interview },
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
 * @returns {Promise<boolean | undefined>} whether it was made; undefined where the calculator gave no answer
 */
export async function plan(request, { before, from, isQuiet = false } = {}) {
  reading.stop();
  naming.stop();
  if (!isQuiet) busy(true);
  const mine = inWork();
  try {
    const answer = await ask({ ...request, before });
    // Meanwhile it was deleted, or another one begun.
    return mine === inWork() && accept(request, answer, from);
  } catch {
    showProblems([{ field: null, message: couldNotStart() ? cannotStart() : COULD_NOT_ANSWER }]);
    find("#instead").hidden = false;
    unfold();
    return undefined;
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
  const isRefused = answer.problems.length > 0;
  const wasUnfit = planPart.inert && !state.isOfBefore;
  // It is said already, and whoever types a name goes on typing.
  if (isRefused && wasUnfit && from === names) return false;
  // What could not be done is not "Done".
  if (isRefused) tell("#changed", "");
  undoButton.hidden ||= isRefused;
  state.isOther = answer.problems.some(({ field }) => field?.startsWith("history"));
  // What happened does not fit the day that it is by now.
  const isOver = wasUnfit || (from === names && state.isOther);
  const isShown = !planPart.hidden && !("painted" in calculator.dataset);
  if (isRefused && !isOver && (from || isShown)) {
    showProblems(answer.problems, from);
    if (!from) tellOfBefore(answer);
  } else {
    // What was asked for is done: it needs no open form any more.
    if (from instanceof HTMLFormElement && from !== names) from.reset();
    for (let fold = from?.closest(".opens"); fold; fold = fold.parentElement?.closest(".opens")) fold.removeAttribute("open");
    // Whoever fills in a name goes on where they are.
    const giveBack = from === names ? heldFocus() : undefined;
    show(answer);
    giveBack?.();
  }
  if (isRefused || !answer.html) {
    if (!from) unfold();
    if (from && isOver) state.request = request;
    // Not kept before the person goes on with it.
    if (answer.repaired) state.request = answer.repaired;
    // What came with a link is kept when they say so, as far as it can be.
    if (answer.repaired && answer.html && !isMine()) keep(state.request, answer);
    return false;
  }
  // The day itself, since "yesterday" is another day tomorrow.
  const interview = { ...request.interview, on: answer.interview?.on, typed: undefined };
  state.request = { ...request, interview, rules_version: answer.rules_version, planned: answer.planned };
  state.days = answer.calendar ?? [];
  keep(state.request, answer);
  tell("#whose", nameOf(inWork(), request.names));
  tellLeftBehind(state.days);
  // What stands in the form unsent stays in sight, with its own reading.
  if ("touched" in form.dataset) reading.later();
  else if (isFolded()) fold();
  paintedAs(answer);
  return true;
}

/** @param {PlanAnswer} answer; what is half entered in the one before stays until it is sent */
export function show(answer) {
  const left = typed(isHalfEntered);
  showReading(answer);
  delete calculator.dataset.painted;
  state.isOfBefore = false;
  const isPlan = !answer.problems.some(({ field }) => field?.match(/^(interview|said|history\.\d+\.on)\b/));
  close(isPlan ? undefined : "#plan");
  undoButton.hidden = state.before.length === 0 || !isPlan;
  // Without the form's two answers there is no plan to go by, nor with days that don't fit; they can be put right.
  for (const [place, name] of Object.entries(PARTS)) showPart(place, isPlan || place === "#history" ? answer[name] : "");
  find("#changed").innerHTML = answer.changed_html ?? "";
  restoreEdits();
  putBack(left);
  showProblems(answer.problems);
}

/** The plan that is there is of the answers before. @param {PlanAnswer} answer to those that were refused */
function tellOfBefore(answer) {
  showReading(answer);
  close("*");
  state.isOfBefore = true;
  undoButton.hidden = false;
  tell("#changed", MESSAGES.ofBefore);
}

let readingShown = "";

/** @param {PlanAnswer} answer; the same again must not take away what is being pressed or picked in it */
function showReading(answer) {
  if (answer.interview) tell("#interview-echo", answer.interview.as_text);
  if (answer.reading_html !== readingShown) {
    showPart("#reading", answer.reading_html);
    // Whoever types sees what was understood, not only the button that stays at the screen's edge.
    if (document.activeElement === said) [...document.querySelectorAll(".reading__window, .reading__sent")].pop()?.scrollIntoView({ block: "nearest" });
  }
  readingShown = answer.reading_html;
  // The day that their message brings is offered where one looks for it, too.
  form.dispatchEvent(new Event("settle"));
  tell("#heard", answer.reading_html ? (answer.reading?.as_text ?? "") : "");
}

/** On another day the plan says what is due then. */
export function planAnotherDay() {
  if (!state.request.interview?.on || state.isOfBefore) return;
  // "Yesterday" in the form meant the day before the plan was made.
  if (state.form === JSON.stringify(entered())) enter(state.request);
  naming.later();
  reading.later();
}
