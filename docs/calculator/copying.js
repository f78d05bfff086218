/** Copying words as they now stand, and saying beside the button that it was done. */

import { blanksLeft, textOf } from "./editing.js";

const REFUSED = "This browser doesn't let the page copy. Select the words, then copy them.";

/** @param {HTMLElement} button inside the words that it copies */
export const copyWords = (button) => copyPart(button, ".words__text");

/** @param {HTMLElement} button inside the words whose subject it copies */
export const copySubject = (button) => copyPart(button, ".words__subject [data-edit]");

/**
 * @param {HTMLElement} button
 * @param {string} selector of what it copies
 */
async function copyPart(button, selector) {
  const part = button.closest(".words__part");
  const words = part?.querySelector(selector);
  const told = part?.querySelector("[data-left]");
  if (!words || !told) return;
  const left = blanksLeft(words);
  told.textContent = (await copied(textOf(words))) ? ["Copied", left].filter(Boolean).join(". ") : REFUSED;
}

/**
 * Write an email with the words as they now stand.
 *
 * @param {HTMLElement} link that opens the mail program
 */
export function writeMail(link) {
  const part = link.closest(".words__part");
  const texts = [".words__subject [data-edit]", ".words__text"].map((selector) => {
    const words = part?.querySelector(selector);
    return encodeURIComponent(words ? textOf(words).replaceAll("\n", "\r\n") : "");
  });
  link.setAttribute("href", `mailto:${link.dataset.mail ?? ""}?subject=${texts[0]}&body=${texts[1]}`);
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether the browser let it
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
