/** Files of all interviews: saved, taken in, and as a list of the whole search. */

import { ask } from "./ask.js";
import { find, showPart, tell } from "./dom.js";
import { download } from "./files.js";
import { OF_ALL, StoreProblem } from "./messages.js";
import { entries } from "./store.js";
import { today } from "./today.js";
import { exported, imported } from "./transfer.js";

const file = find("#file", HTMLInputElement);

/** What is said of one interview of a file, and of several. */
const TAKEN = {
  added: ["added.", "added."],
  replaced: ["replaced by a newer one in the file.", "replaced by newer ones in the file."],
  left: ["left as it is: the one on this device is the same or newer.", "left as they are: the ones on this device are the same or newer."],
  unread: ["left as it is: it can't be read, here or in the file.", "left as they are: they can't be read, here or in the file."],
};

export const saveAll = () => saveFile(`interviews-${today()}.json`, "application/json", exported);

export const saveRecord = () => saveFile(`job-search-${today()}.csv`, "text/csv", async () => (await record()).csv ?? "");

export async function printRecord() {
  showPart("#record", (await record()).html);
  window.print();
}

/** All interviews and contacts, for a job centre or for oneself. */
async function record() {
  const kept = (await entries()).flatMap(({ saved }) => saved ?? []);
  return ask({ record: kept.map(({ title, notes, request }) => ({ title, notes, request })) });
}

/**
 * @param {string} name
 * @param {string} type
 * @param {() => Promise<string>} make
 */
async function saveFile(name, type, make) {
  try {
    download(name, type, await make());
    tell("#told", OF_ALL.fileMade);
  } catch {
    tell("#told", OF_ALL.fileNotMade);
  }
}

/** @param {(told: string) => unknown} done called with what was taken in from a file that was chosen */
export function onFile(done) {
  file.addEventListener("change", async () => {
    const [given] = file.files ?? [];
    if (!given) return;
    showFileProblem("");
    tell("#told", "");
    try {
      await done(inWords(await imported(given)));
    } catch (problem) {
      if (!(problem instanceof StoreProblem)) throw problem;
      showFileProblem(problem.message);
    }
    // So that the same file can be chosen again.
    file.value = "";
  });
}

/** What was taken in and what was not, and why. @param {import("./protocol.js").TakenIn} taken */
function inWords(taken) {
  const told = Object.entries(TAKEN).flatMap(([name, [one, several]]) => {
    const count = taken[/** @type {keyof typeof taken} */ (name)];
    return count === 0 ? [] : count === 1 ? `1 interview ${one}` : `${count} interviews ${several}`;
  });
  return told.join(" ") || OF_ALL.fileEmpty;
}

/** @param {string} message */
function showFileProblem(message) {
  const error = find("#file-error");
  error.textContent = message;
  error.hidden = !message;
  if (message) file.setAttribute("aria-invalid", "true");
  else file.removeAttribute("aria-invalid");
}
