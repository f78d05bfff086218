/** The calculator in a page: what a person does changes the request; its answer is shown. */

/** @import { Request } from "./request.js" */
import { keepBoth, tellAnew } from "./another.js";
import { arrived, leaveShared, onArrival, tellShared } from "./arriving.js";
import { start } from "./ask.js";
import { choose, doPressed, forget, ignore, makePlan, undo } from "./changing.js";
import { onAnotherDay } from "./coming-back.js";
import { copySubject, copyWords, writeMail } from "./copying.js";
import { find, tell } from "./dom.js";
import { onOtherTab } from "./elsewhere.js";
import { prepareEditing, restoreEdits } from "./editing.js";
import { calculator, firstBox, form } from "./fields.js";
import { fold, isFolded, unfold } from "./folding.js";
import { clear, enter } from "./form.js";
import { isFramed, offerLast } from "./framed.js";
import { hear } from "./hearing.js";
import { startOnIntent } from "./intent.js";
import { stillIn } from "./kept-calendar.js";
import { forget as forgetAll, inWork, isMine, keepNotes, lastOne, notesOf, startAnother } from "./kept.js";
import { MESSAGES, StoreProblem } from "./messages.js";
import { forgetPainted } from "./painted.js";
import { leadTo, planPart } from "./place.js";
import { naming, plan, planAnotherDay, reading, show, state, takeNames, undoButton } from "./planning.js";
import { showProblems } from "./problems.js";
import { entries } from "./request.js";
import { copyLink, saveCalendar, shareLink, tellLeftBehind } from "./taking-along.js";
import { today } from "./today.js";

const notes = find("#notes", HTMLTextAreaElement);

/**
 * What each kind of rendered button does, by the data attribute that it carries.
 *
 * @type {Record<string, (value: string, button: HTMLElement) => unknown>}
 */
const BUTTONS = {
  forget: (index, button) => forget(button, index),
  undo,
  choose: (chosen, button) => choose(button, chosen === "none" ? "none" : button.dataset),
  ignore: (id, button) => ignore(button, id),
  copyText: (_, button) => copyWords(button),
  copySubject: (_, button) => copySubject(button),
  calendar: (which) => saveCalendar(state.days, state.request.names?.employer, which),
  link: () => copyLink(state.request),
  share: () => shareLink(state.request),
  both: keepBoth,
  another: () => {
    startAnother();
    startEmpty();
    firstBox().focus();
  },
  delete: deleteIt,
};

/** Take the interview off this device; undo brings back all that was kept of it. */
async function deleteIt() {
  try {
    const [wasShared, { calendar }] = [!isMine(), inWork()];
    const { wasKept, restore } = await forgetAll();
    startEmpty();
    state.before.push(async () => {
      const request = await restore();
      notes.value = notesOf();
      if (request && wasShared) tellShared(request);
      return request;
    });
    undoButton.hidden = false;
    tell("#changed", wasKept ? MESSAGES.deleted : MESSAGES.closed);
    tell("#left-behind", stillIn(calendar, today()));
    undoButton.focus();
  } catch (problem) {
    if (!(problem instanceof StoreProblem)) throw problem;
    tell("#changed", problem.message);
  }
}

/** An empty form and no plan. */
function startEmpty() {
  naming.stop();
  Object.assign(state, { request: {}, before: [], days: [] });
  leaveShared();
  forgetPainted();
  unfold();
  clear();
  notes.value = "";
  tellLeftBehind([]);
  show({ html: "", reading_html: "", rules_version: null, problems: [] });
}

/**
 * The request to go on with: that of the page's readers, of a link, of the interview that was chosen, or the last one.
 *
 * @returns {Promise<Request | null>}
 */
async function found() {
  if (form.dataset.preset) return JSON.parse(form.dataset.preset);
  const here = await arrived();
  if (here && "problem" in here) showProblems([{ field: null, message: here.problem }]);
  if (here) return "request" in here ? here.request : null;
  const last = isFramed ? null : await lastOne();
  // What was typed into an empty form is another interview.
  const isAnother = "touched" in form.dataset && !("painted" in calculator.dataset);
  if (last && isAnother) startAnother();
  return isAnother ? null : last;
}

/** Go on with what there is; what the person has typed or pressed meanwhile comes first. */
async function begin() {
  const request = await found();
  const isTouched = "touched" in form.dataset;
  // Also where no plan can be made yet: what happened so far is not lost, and can be put right.
  if (request) state.request = request;
  if (request && !isTouched) enter(request);
  // What was painted is on this device no longer.
  const isPaintedOnly = isFolded() && !state.request.interview?.on;
  if (!request && !isTouched && isPaintedOnly) startEmpty();
  notes.value = notesOf();
  // In what was painted, until the calculator's answer takes its place.
  restoreEdits();
  calculator.dataset.ready = inWork().id;
  calculator.dispatchEvent(new Event("ready"));
  // A link or a guide brings a situation without a day: that is for the person to enter.
  if ("asked" in form.dataset) makePlan(tellAnew);
  else if (request?.interview?.on && (!isTouched || "painted" in calculator.dataset)) planQuietly(request);
  // A page that is only read starts no calculator.
  if (isTouched) reading.later();
}

/** The same in a page that has shown something before, into which there is no way back. */
function beginAnew() {
  delete form.dataset.touched;
  delete form.dataset.asked;
  state.before = [];
  undoButton.hidden = true;
  return begin();
}

/** In a frame: the person wants to see the plan that is kept. */
async function openLast() {
  const request = await lastOne();
  if (!request) return;
  enter(request);
  fold();
  notes.value = notesOf();
  if (await plan(request)) leadTo(planPart);
}

/** @param {Request} request whose plan nobody has asked for just now */
async function planQuietly(request) {
  if (!("painted" in calculator.dataset || "touched" in form.dataset)) fold();
  if (await plan(request, { isQuiet: true })) leadTo(planPart, { isQuiet: true });
}

/** @param {MouseEvent} event */
function press({ target }) {
  if (!(target instanceof Element)) return;
  const link = target.closest("a");
  if (link?.dataset.mail !== undefined) writeMail(link);
  const button = target.closest("button");
  if (button) doPressed(button);
  for (const [name, act] of Object.entries(BUTTONS)) {
    const value = button?.dataset[name];
    if (button && value !== undefined) act(value, button);
  }
}

/** @param {SubmitEvent} event */
function send(event) {
  const sent = event.target;
  if (!(sent instanceof HTMLFormElement)) return;
  event.preventDefault();
  if (sent === form) return void makePlan(tellAnew);
  if (sent.dataset.choose !== undefined) choose(sent, entries(sent, { all: false }));
  doPressed(sent);
}

/** @param {Event} event */
function type({ target }) {
  const { form: sent } = /** @type {HTMLInputElement} */ (target);
  if (target === notes) return keepNotes(notes.value);
  if (sent === form) reading.later();
  if (sent?.dataset.event) hear(sent);
  if (sent?.id !== "names") return;
  takeNames();
  naming.later();
}

prepareEditing(takeNames, naming.later);
startOnIntent(calculator, start);
document.addEventListener("click", press);
document.addEventListener("submit", send);
document.addEventListener("input", type);
onAnotherDay(planAnotherDay);
onArrival(beginAnew);
onOtherTab(beginAnew);
offerLast(openLast);
begin();
