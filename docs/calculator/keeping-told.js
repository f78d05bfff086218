/** Where a person looks, what was not kept and why, and the ways out: nothing that was entered is lost. */

/** @import { Saved } from "./protocol.js" */
/** @import { Told } from "./messages.js" */
import { siteRoot } from "./ask.js";
import { find } from "./dom.js";
import { download } from "./files.js";
import { MESSAGES } from "./messages.js";
import { newId } from "./saved.js";
import { exported } from "./transfer.js";

/** @typedef {(instead: Saved) => Promise<void>} KeepInstead */

const place = find("#unkept");
/** @type {NodeListOf<HTMLElement>} */
const buttons = place.querySelectorAll("[data-way]");
/** @type {Partial<Record<string, () => unknown>>} what each does of which is told */
let act = {};

/** @type {Partial<Record<Told, string>>} the ways out of each */
const WAYS = {
  full: "again file",
  refused: "again file",
  tooLong: "file",
  changed: "copy reload",
  gone: "again file",
  newer: "reload copy",
  damaged: "copy file",
  changedElsewhere: "reload",
  goneElsewhere: "again",
};

/** It is kept: there is nothing more to say. */
export const tellKept = () => say("");

/**
 * @param {Told} why
 * @param {Saved} saved that is not kept
 * @param {KeepInstead} keepInstead
 */
export function tellNotKept(why, saved, keepInstead) {
  say(MESSAGES[why], WAYS[why]);
  act = {
    again: () => keepAnew(saved, why.startsWith("gone") ? 0 : saved.revision, saved.id, "keptAgain", keepInstead),
    copy: () => keepAnew(saved, 0, newId(), "keptCopy", keepInstead),
    file: async () => download("interview.json", "application/json", await exported([{ id: saved.id, saved }])),
    reload() {
      const { href } = new URL(`${siteRoot}calculator/${location.search}#open=${saved.id}`, location.href);
      if (why === "newer" || href === location.href) location.reload();
      else location.assign(href);
    },
  };
}

/**
 * @param {Saved} saved
 * @param {number} revision
 * @param {string} id
 * @param {Told} done
 * @param {KeepInstead} keepInstead
 */
async function keepAnew(saved, revision, id, done, keepInstead) {
  say("");
  await keepInstead({ ...saved, id, revision });
  // It has said so itself if that was refused.
  if (place.hidden) say(MESSAGES[done]);
}

/**
 * @param {string} message
 * @param {string} [ways]
 */
function say(message, ways = "") {
  find("#unkept [data-says]").textContent = message;
  for (const button of buttons) button.hidden = !ways.includes(button.dataset.way ?? "");
  place.hidden = message === "";
}

for (const button of buttons) button.addEventListener("click", () => act[button.dataset.way ?? ""]?.());
