/** The words to use are changed where they stand: blanks are filled, and what was changed is kept. */

import { find } from "./dom.js";
import { editsOf, keepEdit } from "./kept.js";

const BLANKS = /(\[[^\][]+\])/;
/** What no name has: what is typed behind a blank is an edit of the words. */
const NO_NAME = /[\][\n]/;
const EDITABLE = "[data-edit]";

/** Which words of a plan these are: the step's, and the part of them. @param {HTMLElement} words */
function keyOf(words) {
  /** @type {HTMLElement | null} */
  const step = words.closest("[data-words]");
  return `${step?.dataset.words ?? ""} ${words.dataset.edit}`;
}

/** Put what the person changed back into words that were rendered anew. */
export function restoreEdits() {
  const edits = editsOf();
  /** @type {NodeListOf<HTMLElement>} */
  const all = document.querySelectorAll(EDITABLE);
  for (const words of all) {
    const kept = edits[keyOf(words)];
    if (kept === undefined) continue;
    words.replaceChildren(...kept.split(BLANKS).map((piece) => filled(piece, words)));
    tellLeft(words);
  }
}

/**
 * A piece of words that were changed by hand: a blank with its name, where that is known, or else as it was rendered.
 *
 * @param {string} piece
 * @param {Element} words
 */
function filled(piece, words) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const names = document.querySelectorAll("#names [data-blank]");
  const name = [...names].find(({ dataset }) => `[${dataset.blank}]` === piece)?.value;
  return name || [...words.querySelectorAll(".blank")].find(({ textContent }) => textContent === piece)?.cloneNode(true) || piece;
}

/**
 * How many blanks are left in a part, said beside its button.
 *
 * @param {Element} words
 * @returns {string}
 */
export function blanksLeft(words) {
  const part = words.closest(".words__part");
  const texts = [...(part?.querySelectorAll(EDITABLE) ?? [])].map(textOf).join(" ");
  // Every second piece is one.
  const count = texts.split(BLANKS).length >> 1;
  return count === 0 ? "" : `${count} ${count === 1 ? "blank" : "blanks"} left`;
}

/** @param {Element} words */
function tellLeft(words) {
  const told = words.closest(".words__part")?.querySelector("[data-left]");
  if (told) told.textContent = blanksLeft(words);
}

/**
 * @param {Element} words
 * @returns {string} their text as it is sent, with its paragraphs and without the notes between them
 */
export function textOf(words) {
  const hasNotes = words.querySelector(".words__note");
  const said = hasNotes ? [...words.children].filter((part) => !part.matches(".words__note")) : [words];
  return said.map((part) => (part instanceof HTMLElement ? part.innerText.trim() : "")).join("\n\n");
}

/** Whether somebody writes in the words, which must then stay as they are. */
export const isWriting = () => document.activeElement?.matches(EDITABLE) ?? false;

/** A tap on a blank types into it. @param {Element} blank */
function select(blank) {
  const selection = getSelection();
  if (selection?.isCollapsed) selection.selectAllChildren(blank);
}

/** The blank in which the caret stands. @returns {HTMLElement | null} */
function blankAtCaret() {
  const node = getSelection()?.anchorNode;
  return closest(node instanceof Element ? node : node?.parentElement, ".blank");
}

/**
 * What is typed behind a blank is none.
 *
 * @param {HTMLElement} blank
 */
function leaveBlank(blank) {
  const [, stays, behind] = /^(\[[^\][]+\])([^]+)$/.exec(blank.textContent ?? "") ?? [];
  if (!stays || !behind || blank.childElementCount > 0) return;
  const text = document.createTextNode(behind);
  blank.textContent = stays;
  blank.after(text);
  getSelection()?.collapse(text, behind.length);
}

/**
 * A name that is typed into a blank fills all its blanks, and stands in the form for names.
 *
 * @param {HTMLElement} blank
 */
function spread(blank) {
  const name = blank.dataset.name ?? "";
  for (const other of document.querySelectorAll(`.blank[data-name="${CSS.escape(name)}"]`)) {
    if (other !== blank) other.textContent = blank.textContent;
  }
  find(`#names [name="names.${name}"]`, HTMLInputElement).value = blank.textContent ?? "";
}

/**
 * @param {EventTarget | null | undefined} target
 * @param {string} selector
 */
function closest(target, selector) {
  return /** @type {HTMLElement | null} */ (target instanceof Element ? target.closest(selector) : null);
}

/**
 * Let the words be changed.
 *
 * @param {() => void} onName called when a name is typed into a blank
 * @param {() => void} onNames called when the words are left after that
 */
export function prepareEditing(onName, onNames) {
  let hasNames = false;
  document.addEventListener("click", ({ target }) => {
    const blank = closest(target, `${EDITABLE} .blank`);
    if (blank) select(blank);
  });
  document.addEventListener("input", ({ target }) => {
    const words = closest(target, EDITABLE);
    if (!words) return;
    const blank = blankAtCaret();
    if (blank) leaveBlank(blank);
    const isFilled = blank && !NO_NAME.test(blank.textContent ?? "");
    blank?.classList.toggle("blank--filled", Boolean(isFilled));
    if (blank?.dataset.name && isFilled) {
      spread(blank);
      hasNames = true;
      onName();
    } else keepEdit(keyOf(words), textOf(words));
    tellLeft(words);
  });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    const words = closest(target, EDITABLE);
    if (!words || !hasNames || words.contains(/** @type {Node | null} */ (relatedTarget))) return;
    hasNames = false;
    onNames();
  });
}
