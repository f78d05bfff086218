/**
 * The words to use, on the pages that show them: fill in the blanks once, and copy what is written.
 * What is typed here stays in the page and is gone when it is left.
 */

const COPY = "Copy";
const COPIED = "Copied";
const MARKS = /^\[|\]$/g;

/** @type {Map<string, string>} what stands for each blank, by the blank as it is written */
const filled = new Map();

/** @type {HTMLElement[]} */
const blanks = [...document.querySelectorAll(".md-content .blank")].filter((blank) => blank instanceof HTMLElement);

/** @param {string} text */
const withBlanksFilled = (text) =>
  [...filled].reduce((soFar, [blank, words]) => soFar.replaceAll(blank, words), text);

/** @param {HTMLElement} text that is to be pasted somewhere */
function offerCopy(text) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button copy";
  button.textContent = COPY;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(withBlanksFilled(text.dataset.copy ?? ""));
    button.textContent = COPIED;
    setTimeout(() => (button.textContent = COPY), 3000);
  });
  text.before(button);
}

/** @param {string} blank as it is written, such as "[your name]" */
function field(blank) {
  const input = document.createElement("input");
  input.className = "form__input fill__input";
  input.autocomplete = "off";
  input.addEventListener("input", () => {
    if (input.value.trim()) filled.set(blank, input.value.trim());
    else filled.delete(blank);
    for (const place of blanks) place.textContent = withBlanksFilled(place.dataset.blank ?? "");
  });
  const label = document.createElement("label");
  label.className = "fill__field";
  const name = blank.replaceAll(MARKS, "");
  label.append(name[0].toUpperCase() + name.slice(1), input);
  return label;
}

/**
 * A form for the blanks of this page.
 *
 * @param {Element} place
 */
function offerToFill(place) {
  for (const blank of blanks) blank.dataset.blank = blank.textContent ?? "";
  const names = new Set(blanks.map((blank) => blank.dataset.blank ?? ""));
  const form = document.createElement("details");
  const title = document.createElement("summary");
  title.textContent = "Fill in the blanks on this page";
  form.append(title, ...[...names].map(field));
  place.append(form);
}

for (const text of document.querySelectorAll(".md-content [data-copy]")) {
  if (text instanceof HTMLElement) offerCopy(text);
}
document.querySelectorAll("[data-fill-blanks]").forEach(offerToFill);
