/** The calculator's page: what a person does changes the request; its answer is shown. */

/** @import { PlanAnswer, Stage } from "./protocol.js" */
/** @import { Request } from "./request.js" */
import { Client } from "./client.js";
import { find, showPart } from "./dom.js";
import { clear, enter, entered, prepare, today } from "./form.js";
import { forget, keep, lastOne, opened, startAnother } from "./kept.js";
import { showProblems } from "./problems.js";
import { entries, merged, withEvent, withoutEvent } from "./request.js";
import { fragmentFor, LinkProblem, requestIn } from "./share.js";

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

const form = find("#form", HTMLFormElement);
const progress = find("#progress", HTMLElement);

/**
 * What the plan is made for, and what it was made for before each change.
 *
 * @type {{ request: Request, before: Request[] }}
 */
const state = { request: {}, before: [] };
let failed = false;

const client = new Client(
  {
    image: form.dataset.image ? new URL(form.dataset.image, location.href).href : "",
    integrity: form.dataset.integrity ?? "",
    runtime: new URL(form.dataset.runtime ?? "", location.href).href,
    calculator: new URL(form.dataset.calculator ?? "", location.href).href,
  },
  showStage,
);

/** @param {Stage} stage */
function showStage(stage) {
  failed = stage === "failed";
  progress.textContent = STAGES[stage];
}

/**
 * Make the plan for a request and show it. A request with problems isn't kept: the last good one
 * stays, and so does what was typed.
 *
 * @param {Request} request
 * @returns {Promise<boolean>} whether it was made
 */
async function plan(request) {
  form.ariaBusy = "true";
  try {
    const answer = await client.ask({ ...request, today: today() });
    show(answer);
    if (answer.problems.length > 0 || !answer.html) return false;
    // The day itself, since "yesterday" is another day tomorrow.
    state.request = { ...request, interview: { ...request.interview, on: answer.interview?.on, typed: undefined } };
    keep(state.request, answer.interview?.as_text ?? "");
    find("#keep", HTMLElement).hidden = false;
    return true;
  } catch {
    showProblems([{ field: null, message: failed ? CANNOT_START : COULD_NOT_ANSWER }]);
    return false;
  } finally {
    form.ariaBusy = null;
  }
}

/** @param {PlanAnswer} answer */
function show(answer) {
  find("#interview-echo", HTMLElement).textContent = answer.interview?.as_text ?? "";
  showPart("#reading", answer.reading_html);
  showPart("#plan", answer.html);
  showProblems(answer.problems);
}

/** @param {Request} request that differs from the one before by one thing that the person did */
async function change(request) {
  const before = state.request;
  if (await plan(request)) state.before.push(before);
}

async function undo() {
  const before = state.before.pop();
  if (before && (await plan(before))) enter(before);
}

/** @param {SubmitEvent} event */
async function makePlan(event) {
  event.preventDefault();
  const typed = entered();
  const sameWords = typed.said?.text === state.request.said?.text;
  const said = typed.said && sameWords ? state.request.said : typed.said;
  if (await plan({ ...state.request, ...typed, said })) {
    find("#your-plan", HTMLElement).focus({ preventScroll: true });
    find("#reading", HTMLElement).scrollIntoView({ block: "start" });
  }
}

/**
 * What each kind of rendered button does, by the data attribute that it carries.
 *
 * @type {Record<string, (value: string, button: HTMLElement) => unknown>}
 */
const BUTTONS = {
  merge: (patch) => change(merged(state.request, JSON.parse(patch))),
  event: (event) => change(withEvent(state.request, { on: today(), ...JSON.parse(event) })),
  forget: (index) => change(withoutEvent(state.request, Number(index))),
  undo,
  choose: (_, button) => choose(button.dataset.earliest ?? "", button.dataset.latest ?? ""),
  print: () => window.print(),
  link: copyLink,
  another: () => {
    startAnother();
    startEmpty();
  },
  delete: () => {
    forget();
    startEmpty();
  },
};

async function copyLink() {
  const address = new URL(fragmentFor(state.request, { names: false }), location.href).href;
  const told = find("#kept", HTMLElement);
  try {
    await navigator.clipboard.writeText(address);
    told.textContent = "The link is copied.";
  } catch {
    told.textContent = `This browser does not let the page copy. Here is the link: ${address}`;
  }
}

/** An empty form and no plan. */
function startEmpty() {
  state.request = {};
  state.before = [];
  clear();
  showPart("#reading", "");
  showPart("#plan", "");
  showProblems([]);
  find("#keep", HTMLElement).hidden = true;
}

/** @param {Request | null} request to go on with */
function goOn(request) {
  startEmpty();
  if (!request) return;
  enter(request);
  // A link from a guide brings a situation without a day: that is for the person to enter.
  if (request.interview?.on) plan(request);
  else state.request = request;
}

/** Open the plan of a link, or else what was last worked on here. */
function openLast() {
  try {
    goOn(requestIn(location.hash) ?? lastOne());
  } catch (problem) {
    if (!(problem instanceof LinkProblem)) throw problem;
    showProblems([{ field: null, message: problem.message }]);
  }
}

/**
 * @param {string} earliest ISO date, empty for none
 * @param {string} latest ISO date, empty for none
 */
function choose(earliest, latest) {
  const chosen = { earliest: earliest || null, latest: latest || null };
  return change({ ...state.request, said: { ...state.request.said, chosen } });
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
  const { merge, event: happened } = sent.dataset;
  if (merge !== undefined) change(merged(state.request, entries(sent, { all: merge === "all" })));
  if (happened !== undefined) {
    change(withEvent(state.request, { on: today(), ...JSON.parse(happened), ...entries(sent, { all: false }) }));
  }
}

prepare();
form.addEventListener("submit", makePlan);
form.addEventListener("focusin", () => client.start(), { once: true });
document.addEventListener("click", press);
document.addEventListener("submit", send);
find("#open", HTMLSelectElement).addEventListener("change", ({ target }) => {
  goOn(target instanceof HTMLSelectElement && target.value ? opened(target.value) : (startAnother(), null));
});
openLast();
