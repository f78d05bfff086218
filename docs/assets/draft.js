/** What is typed and not sent yet: over a reload, a visit to another page, and a part that is shown anew. */

/** Each page has its own: the one in between must not take it. */
const key = () => `after-the-interview-draft ${location.pathname}`;
/** How long the fields of a plan are waited for, in milliseconds. */
const LONGEST = 30_000;

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/**
 * @param {(field: Field) => boolean} [isWanted]
 * @returns {Map<string, any>} what is typed by now, by its field
 */
export function typed(isWanted = () => true) {
  return new Map(fields().filter((field) => isTyped(field) && isWanted(field)).map((field) => [nameOf(field), valueOf(field)]));
}

/** @param {Map<string, any>} left what is typed, into the fields that are there now */
export function putBack(left) {
  for (const field of fields()) {
    const value = left.get(nameOf(field));
    if (value !== undefined && valueOf(field) !== value) enter(field, value);
  }
}

/**
 * Keep what is typed for the next time that this page is shown in this tab.
 *
 * @param {(field: Field) => boolean} [isWanted]
 */
export function saveDraft(isWanted) {
  sessionStorage.setItem(key(), JSON.stringify([...typed(isWanted)]));
}

/** Whether something is kept for the next time. */
export const hasDraft = () => sessionStorage.getItem(key()) !== null;

/** Whoever is still here needs none. */
export function dropDraft() {
  try {
    sessionStorage.removeItem(key());
  } catch {
    // Nothing was kept.
  }
}

/** Put it back, each into its field as soon as that is there; what is typed meanwhile stays. */
export function restoreDraft() {
  // With a link comes another plan: what was typed here waits until the page is opened without one.
  if (/^#(plan|open)[=%]/i.test(location.hash) || history.state?.shared) return;
  const left = taken();
  if (left.size === 0) return;
  const stop = () => watching.disconnect();
  const put = () => putBack(left);
  // A plan that is shown fills the form anew, and brings fields of its own.
  const watching = new MutationObserver(put);
  watching.observe(document.querySelector("main") ?? document.body, { childList: true, subtree: true });
  // Before all others: what they change in the page would bring back what was just typed over.
  addEventListener("input", ({ target, isTrusted }) => isTrusted && left.delete(nameOf(/** @type {Field} */ (target))), { capture: true });
  document.addEventListener("submit", stop);
  setTimeout(stop, LONGEST);
  put();
}

/** @returns {Map<string, any>} */
function taken() {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(key()) ?? "[]"));
  } catch {
    return new Map();
  } finally {
    dropDraft();
  }
}

/** @returns {Field[]} */
const fields = () => /** @type {Field[]} */ ([...document.querySelectorAll("main input:not([type=file]), main textarea, main select")]);

/** @param {Field} field */
function isTyped(field) {
  if (field instanceof HTMLSelectElement) return ![...field.options].every((one) => one.selected === one.defaultSelected);
  return isChoice(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

/** @param {Field} field @returns {field is HTMLInputElement} */
function isChoice(field) {
  return field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type);
}

/** @param {Field} field */
const valueOf = (field) => (isChoice(field) ? field.checked : field.value);

/**
 * Which field it is, also after the page was made anew: its form's, and its name; of a choice the value too.
 *
 * @param {Field} field
 */
function nameOf(field) {
  // What a form of a plan asks stands in its data; that of a named one changes with its use.
  const form = field.form?.id || JSON.stringify({ ...field.form?.dataset });
  const step = field.closest("[data-step]");
  return [form, step?.getAttribute("data-step"), field.name || field.id, isChoice(field) && field.value].join();
}

/** Open all that is folded around something. @param {Element | null} element */
export function reveal(element) {
  for (let part = element?.closest("details"); part; part = part.parentElement?.closest("details")) part.open = true;
}

/**
 * @param {Field} field
 * @param {any} value
 */
function enter(field, value) {
  if (isChoice(field)) field.checked = value;
  else field.value = value;
  reveal(field);
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}
