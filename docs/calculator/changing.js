/** What a person changes in a plan: noted at once, planned one after the other. */

/** @import { Chosen, Request } from "./request.js" */
import { find, tell } from "./dom.js";
import { form } from "./fields.js";
import { fold, isFolded } from "./folding.js";
import { enter, entered } from "./form.js";
import { answersOf, openSame } from "./another.js";
import { inWork, noteAsked } from "./kept.js";
import { MESSAGES, StoreProblem } from "./messages.js";
import { leadTo, partAround, planPart, tellAbove } from "./place.js";
import { inTurn, plan, reading, state, undoButton, withEntries } from "./planning.js";
import { eventAt, pressOf, withoutEvent, withPress } from "./request.js";
import { today } from "./today.js";

/** @typedef {(before: Request) => Request} Change */

/** @type {Map<Element, Change>} what was asked for and has no plan yet, by where it was done */
const coming = new Map();

/** The page may be left before there is a plan. */
const noteComing = () => noteAsked([...coming.values()].reduce((request, make) => make(request), state.request));

/**
 * Plan anew after one thing that the person did; the focus stays where they are.
 *
 * @param {Change} make of the request before it the one that differs by that one thing
 * @param {Element} from where it was done
 */
export async function change(make, from) {
  // Pressed again while it is planned, it is meant once.
  if (coming.has(from)) return;
  const [mine, part] = [inWork(), partAround(from)];
  coming.set(from, make);
  noteComing();
  await inTurn(async () => {
    if (mine === inWork()) await changeNow(make(state.request), from, part);
    coming.delete(from);
    noteComing();
  });
}

/**
 * @param {Request} request
 * @param {Element} from
 * @param {HTMLElement} part of the answer in which it stood
 */
async function changeNow(request, from, part) {
  const before = state.request;
  tellAbove(part);
  const isMade = await plan(request, { before: before.interview?.on ? before : undefined, from });
  // Without a calculator it happened all the same: the next plan has it.
  if (isMade === undefined) state.request = request;
  if (!isMade) return;
  // Pressed twice, it is one change.
  if (JSON.stringify(request) !== JSON.stringify(before)) state.before.push(async () => before);
  undoButton.hidden = state.before.length === 0;
  // The button that was pressed is gone with the answer that it stood in.
  if (document.activeElement === document.body) leadTo(part);
}

export const undo = () =>
  inTurn(async () => {
    const [shown, wasRefused] = [state.request, state.isOfBefore];
    // What was refused has changed nothing but what stands in the form.
    const before = wasRefused ? shown : await stepBack();
    undoButton.hidden = state.before.length === 0;
    if (before) noteAsked(before);
    if (before && (await plan(before))) {
      // What is typed there and not sent stays, if it is not what is undone.
      if (wasRefused || !("touched" in form.dataset) || answersOf(before) !== answersOf(shown)) {
        delete form.dataset.touched;
        enter(before);
      }
      // It stands open where it was refused, or empty after a deletion.
      if (wasRefused || !shown.interview) fold();
      tell("#changed", MESSAGES.undone);
    }
    noteComing();
    if (document.activeElement === document.body) leadTo();
  });

/** @returns {Promise<Request | null | undefined>} what the plan was made for before; none where that can't be brought back */
async function stepBack() {
  const back = state.before.pop();
  try {
    return await back?.();
  } catch (problem) {
    if (!(problem instanceof StoreProblem)) throw problem;
    tell("#changed", problem.message);
    if (back) state.before.push(back);
  }
}

/** Make the plan for what stands in the form; where that is kept already, it is opened. @param {(before: Request) => void} tellAnew what stood there before */
export function makePlan(tellAnew) {
  const wasFolded = isFolded();
  return inTurn(async () => {
    const [made, before] = [JSON.stringify(entered()), state.request];
    const same = await openSame(before);
    if (!(await plan(same ?? withEntries()))) return tellAnew(before);
    if (same) tell("#changed", MESSAGES.sharedMine);
    state.form = made;
    const isSame = made === JSON.stringify(entered());
    if (isSame) delete form.dataset.touched;
    // The plan's own says more.
    if (isSame) reading.stop();
    tellAnew(before);
    // Who has opened the form meanwhile, or goes on typing in it, stays there.
    if (!isSame || (wasFolded && !isFolded())) return;
    fold();
    leadTo(planPart);
  });
}

/** @param {HTMLElement} pressed which may be about something else than the plan */
export function doPressed(pressed) {
  const press = pressOf(pressed, today());
  const replaced = eventAt(state.request, press?.replaces);
  return press && change((request) => withPress(request, press, replaced), pressed);
}

/**
 * @param {Element} from
 * @param {string} index of an event in the history that is shown
 */
export function forget(from, index) {
  const event = eventAt(state.request, index);
  return change((request) => withoutEvent(request, event), from);
}

/**
 * @param {Element} from where it was chosen
 * @param {Chosen | "none"} chosen one of the times that were read, or none of them
 */
export function choose(from, chosen) {
  const window = chosen === "none" ? chosen : { earliest: chosen.earliest || null, latest: chosen.latest || null };
  return change((before) => {
    const request = withEntries(before);
    return { ...request, said: { ...request.said, chosen: window } };
  }, from);
}

/**
 * Take away a fact that was found in their words, or put it back.
 *
 * @param {Element} from
 * @param {string} id of the fact
 */
export function ignore(from, id) {
  if (state.request.interview?.on) return change((before) => withTurned(before, id), from);
  // Nobody has asked for a plan yet: only what was understood is looked at anew.
  state.request = withTurned(state.request, id);
  const heading = find("#understood");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  reading.later();
}

/**
 * @param {Request} request
 * @param {string} id of a fact that is ignored from here on, or no longer
 * @returns {Request}
 */
function withTurned(request, id) {
  const { said, ...others } = withEntries(request);
  const before = said?.ignore ?? [];
  const without = before.filter((one) => one !== id);
  return { ...others, said: { ...said, ignore: without.length < before.length ? without : [...before, id] } };
}
