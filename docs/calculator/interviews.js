/** The page with all interviews kept on this device: what is due, search, rename, notes, put away, delete, files. */

/** @import { Entry, Saved } from "./protocol.js" */
import { putBack, typed } from "../assets/draft.js";
import { ask } from "./ask.js";
import { onAnotherDay } from "./coming-back.js";
import { find, showPart, tell } from "./dom.js";
import { inOrder, isAll, isWanted, search, which } from "./finding.js";
import { onFile, printRecord, saveAll, saveRecord } from "./interviews-files.js";
import { stillIn } from "./kept-calendar.js";
import { MESSAGES, OF_ALL, StoreProblem } from "./messages.js";
import { enteredIn, noteHalfEntered, writtenAs } from "./interviews-entered.js";
import { changeOf } from "./pending.js";
import { entries, onChangeElsewhere, remove, restore, update } from "./store.js";
import { today } from "./today.js";

/** How many are planned and shown at once; a phone takes a moment for each. */
const AT_ONCE = 20;
const PAUSE = 200;
/** How long what stands below the list waits for it, in milliseconds: a file is made without the calculator. */
const PATIENCE = 5000;
const CANNOT_SHOW = "The list couldn't be shown, but nothing is lost. Interviews on this device:";
const CANNOT_READ = "This browser doesn't let the site read what it keeps. Reload the page, or look at the browser's settings for this site.";

const moreButton = find("[data-more]", HTMLButtonElement);
const earlierButton = find("[data-earlier]", HTMLButtonElement);
const restoreButton = find("[data-restore]", HTMLButtonElement);

/** @type {{ id: string, stored: unknown }[]} what was deleted, the last one at the end */
const deleted = [];
/** @type {Entry[] | null} null where the browser does not let it be read */
let all = null;
/** Where the part that is shown begins among those that are looked for. */
let begin = 0;
/** Only the newest list is shown, whichever is ready first. */
let newest = 0;

/** Show what is kept by now. */
async function showList() {
  all = await entries().catch(() => null);
  await showFound();
  showRest();
}

/** What stands below the list comes after it, so that nothing moves away under a press. */
function showRest() {
  find("#with-list").hidden = false;
  for (const part of document.querySelectorAll("[data-with-some]")) part.toggleAttribute("hidden", all?.length === 0);
}

/** Show those that are looked for. */
async function showFound() {
  const mine = ++newest;
  if (!all) return cannotShow(CANNOT_READ);
  const found = inOrder(all.filter(isWanted));
  // Among one there is nothing to find, unless that is looked for already.
  find("#finding").hidden = all.length === 0 || (all.length === 1 && isAll());
  if (begin >= found.length) begin = 0;
  const part = found.slice(begin, begin + AT_ONCE);
  earlierButton.hidden = begin === 0;
  moreButton.hidden = begin + AT_ONCE >= found.length;
  tell("#found", found.length > AT_ONCE ? `${begin + 1} to ${begin + part.length} of ${found.length}.` : isAll() ? "" : `${found.length} found.`);
  try {
    const answer = all.length > 0 ? await ask({ interviews: part.map(asked) }) : { html: "" };
    if (mine !== newest) return;
    // What is typed in the list stays, whatever changes it meanwhile.
    const left = typed((field) => field.closest("#list") !== null);
    showPart("#list", answer.html);
    putBack(left);
  } catch {
    cannotShow(`${CANNOT_SHOW} ${all.length}. Save them in a file below, or reload the page.`);
  }
}

/**
 * Never "nothing is kept" while something may be.
 *
 * @param {string} why
 */
function cannotShow(why) {
  find("#list [data-instead]").hidden = true;
  tell("#told", why);
}

/** While somebody types, a moment after the last key. */
const searchLater = (() => {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return () => {
    begin = 0;
    clearTimeout(timer);
    timer = setTimeout(showFound, PAUSE);
  };
})();

/** @param {Entry} entry as the calculator wants it */
function asked({ id, saved, unreadable }) {
  if (!saved) return { id, unreadable };
  const { title, archived, notes, request } = saved;
  return { id, title, archived, notes, request };
}

/**
 * Do something to what is kept, say so, and show the list anew.
 *
 * @param {() => Promise<unknown>} act
 * @param {string} done what to say then
 */
async function change(act, done) {
  try {
    await act();
    tell("#told", done);
  } catch (problem) {
    if (!(problem instanceof StoreProblem)) throw problem;
    tell("#told", problem.message);
  }
  restoreButton.hidden = deleted.length === 0;
  await showList();
  if (document.activeElement === document.body) find("h1").focus();
}

/** @param {string} id */
const savedOf = (id) => all?.find((entry) => entry.id === id)?.saved;

/**
 * @param {string} id
 * @param {Partial<Saved>} entered
 * @param {string} done what to say then
 */
function patch(id, entered, done) {
  const [saved, now] = [savedOf(id), Date.now()];
  if (saved) writtenAs(saved, now);
  return change(() => update(id, entered, saved && changeOf(saved, entered), now), done);
}

/**
 * What each kind of button does, by the data attribute that it carries.
 *
 * @type {Record<string, (id: string) => unknown>}
 */
const BUTTONS = {
  archive: (id) => patch(id, { archived: true }, OF_ALL.archived),
  unarchive: (id) => patch(id, { archived: false }, OF_ALL.unarchived),
  delete: (id) =>
    change(async () => {
      deleted.push({ id, stored: await remove(id) });
    }, `${MESSAGES.deleted} ${stillIn(savedOf(id)?.calendar ?? null, today())}`.trim()),
  restore: () =>
    change(async () => {
      const last = deleted.at(-1);
      if (last) await restore(last.id, last.stored);
      deleted.pop();
    }, OF_ALL.restored),
  export: saveAll,
  record: saveRecord,
  paper: printRecord,
  more: () => turn(AT_ONCE),
  earlier: () => turn(-AT_ONCE),
};

/** @param {number} by how many to go on, or back */
async function turn(by) {
  begin += by;
  await showFound();
  find("#list").scrollIntoView();
}

/** @param {MouseEvent} event */
function press({ target }) {
  const button = target instanceof Element ? target.closest("button") : null;
  for (const [name, act] of Object.entries(BUTTONS)) {
    const id = button?.dataset[name];
    if (id !== undefined) act(id);
  }
}

/** @param {SubmitEvent} event */
function send(event) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  event.preventDefault();
  const { id, entered } = enteredIn(form);
  if (entered) patch(id, entered, entered.title ? `It is called “${entered.title}” now.` : OF_ALL.noted);
}

find("h1").tabIndex = -1;
document.addEventListener("click", press);
document.addEventListener("submit", send);
onFile(async (told) => {
  await change(async () => {}, told);
  find("h1").focus();
});
addEventListener("pagehide", () => noteHalfEntered(savedOf));
for (const input of [search, which]) input.addEventListener("input", searchLater);
onChangeElsewhere(() => {
  // What was done here may be undone there.
  tell("#told", "");
  showList();
});
onAnotherDay(showList);
setTimeout(showRest, PATIENCE);
showList();
