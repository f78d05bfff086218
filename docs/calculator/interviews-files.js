/** Files of all interviews: saved, taken in, and as a list of the whole search. */

import { ask } from "./ask.js";
import { find, showPart, tell } from "./dom.js";
import { download } from "./files.js";
import { OF_ALL, StoreProblem } from "./messages.js";
import { entries } from "./store.js";
import { today } from "./today.js";
import { exported, imported } from "./transfer.js";

const file = find("#file", HTMLInputElement);

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
      const { added, replaced, left } = await imported(given);
      await done(inWords({ added, replaced, left }));
    } catch (problem) {
      if (!(problem instanceof StoreProblem)) throw problem;
      showFileProblem(problem.message);
    }
    // So that the same file can be chosen again.
    file.value = "";
  });
}

/**
 * How many were added is said in any case, the others where there are any.
 *
 * @param {{ added: number, replaced: number, left: number }} counts
 */
function inWords({ added, replaced, left }) {
  const others = [replaced && `${replaced} replaced by newer ones.`, left && `${left} left as they are here.`];
  return [`${added} ${added === 1 ? "interview" : "interviews"} added.`, ...others].filter(Boolean).join(" ");
}

/** @param {string} message */
function showFileProblem(message) {
  const error = find("#file-error", HTMLElement);
  error.textContent = message;
  error.hidden = !message;
  if (message) file.setAttribute("aria-invalid", "true");
  else file.removeAttribute("aria-invalid");
}
