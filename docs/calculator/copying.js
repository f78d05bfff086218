/** Copying words, and saying beside the button that it was done. */

const COPIED = "Copied";
const REFUSED = "This browser does not let the page copy. Select the words, then copy them.";

/** @param {HTMLElement} button inside the words that it copies */
export async function copyWords(button) {
  const part = button.closest(".words__part");
  const words = part?.querySelector("[data-copy]");
  if (!(part && words instanceof HTMLElement)) return;
  for (const told of document.querySelectorAll("[data-copied]")) told.textContent = "";
  const said = (await copied(words.dataset.copy ?? "")) ? COPIED : REFUSED;
  const told = part.querySelector("[data-copied]");
  if (told) told.textContent = said;
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
