/** The page with all interviews kept on this device: what is due, rename, archive, delete, and files. */

/** @import { Saved } from "./protocol.js" */
import { ask } from "./ask.js";
import { onAnotherDay } from "./coming-back.js";
import { find, showPart, tell } from "./dom.js";
import { download } from "./files.js";
import { exported, imported, list, load, remove, save, StoreProblem, update } from "./store.js";
import { today } from "./today.js";

const CANNOT_SHOW = "The list could not be shown. Nothing is lost. Check that you are online, then reload the page.";

const file = find("#file", HTMLInputElement);
const restoreButton = find("[data-restore]", HTMLButtonElement);

/** @type {Saved | null} the one that was deleted last */
let deleted = null;

async function showList() {
  const interviews = list().map(({ id, title, archived, request }) => ({ id, title, archived, request }));
  try {
    const answer = interviews.length > 0 ? await ask({ interviews }) : { html: "" };
    showPart("#list", answer.html);
  } catch {
    tell("#told", CANNOT_SHOW);
  }
}

/**
 * Do something to what is kept, say so, and show the list anew.
 *
 * @param {() => void} act
 * @param {string} done what to say then
 */
async function change(act, done) {
  try {
    act();
    tell("#told", done);
  } catch (problem) {
    if (!(problem instanceof StoreProblem)) throw problem;
    tell("#told", problem.message);
  }
  restoreButton.hidden = deleted === null;
  await showList();
  if (document.activeElement === document.body) find("h1", HTMLElement).focus();
}

/**
 * What each kind of button does, by the data attribute that it carries.
 *
 * @type {Record<string, (id: string) => unknown>}
 */
const BUTTONS = {
  archive: (id) => change(() => update(id, { archived: true }), "Put away. It stands below the others."),
  unarchive: (id) => change(() => update(id, { archived: false }), "Back on the list."),
  delete(id) {
    deleted = load(id);
    return change(() => remove(id), "Deleted from this device.");
  },
  restore() {
    const saved = deleted;
    deleted = null;
    return change(() => saved && save(saved), "It is back.");
  },
  export: () => download(`interviews-${today()}.json`, "application/json", exported()),
};

/** @param {MouseEvent} event */
function press({ target }) {
  const button = target instanceof Element ? target.closest("button") : null;
  for (const [name, act] of Object.entries(BUTTONS)) {
    const id = button?.dataset[name];
    if (id !== undefined) act(id);
  }
}

/** @param {SubmitEvent} event */
function rename(event) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.rename === undefined) return;
  event.preventDefault();
  const id = form.dataset.rename;
  const title = String(new FormData(form).get("title") ?? "").trim();
  if (title) change(() => update(id, { title, named: true }), `It is called “${title}” now.`);
}

async function addFromFile() {
  const text = await file.files?.[0]?.text();
  if (text === undefined) return;
  showFileProblem("");
  try {
    const added = imported(text);
    await change(() => {}, `Interviews added or replaced: ${added}.`);
    find("h1", HTMLElement).focus();
  } catch (problem) {
    if (!(problem instanceof StoreProblem)) throw problem;
    showFileProblem(problem.message);
  }
  // So that the same file can be chosen again.
  file.value = "";
}

/** @param {string} message */
function showFileProblem(message) {
  const error = find("#file-error", HTMLElement);
  error.textContent = message;
  error.hidden = !message;
  if (message) file.setAttribute("aria-invalid", "true");
  else file.removeAttribute("aria-invalid");
}

find("h1", HTMLElement).tabIndex = -1;
document.addEventListener("click", press);
document.addEventListener("submit", rename);
file.addEventListener("change", addFromFile);
// Another tab has changed something.
addEventListener("storage", showList);
onAnotherDay(showList);
showList();
