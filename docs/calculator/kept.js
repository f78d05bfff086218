/** The interviews kept on this device: which one is open, and the list to choose from. */

/** @import { Saved } from "./protocol.js" */
/** @import { Request } from "./request.js" */
import { find } from "./dom.js";
import { list, load, remove, save, StoreProblem } from "./store.js";

const chooser = find("#interviews", HTMLElement);
const choices = find("#open", HTMLSelectElement);
const told = find("#kept", HTMLElement);

/** @type {Saved | null} */
let open = null;

/** @returns {Request | null} what was last worked on, to go on with */
export function lastOne() {
  open = list()[0] ?? null;
  showChoices();
  return open && open.request;
}

/**
 * @param {string} id
 * @returns {Request | null}
 */
export function opened(id) {
  open = load(id);
  showChoices();
  return open && open.request;
}

/** From here on, what is kept is another interview. */
export function startAnother() {
  open = null;
  showChoices();
}

/** Take the open interview off this device. */
export function forget() {
  if (open) remove(open.id);
  startAnother();
}

/**
 * @param {Request} request whose plan was made
 * @param {string} day of the interview, in words
 */
export function keep(request, day) {
  const title = request.names?.employer || day;
  const blank = { id: crypto.randomUUID(), archived: false, revision: 0, updated: 0 };
  try {
    open = save({ ...(open ?? blank), title, request });
    told.textContent = "";
  } catch (problem) {
    if (!(problem instanceof StoreProblem)) throw problem;
    told.textContent = problem.message;
  }
  showChoices();
}

function showChoices() {
  const kept = list();
  chooser.hidden = kept.length === 0;
  const fresh = new Option("A new interview", "", false, open === null);
  choices.replaceChildren(fresh, ...kept.map(({ id, title }) => new Option(title, id, false, id === open?.id)));
}
