/**
 * The theme takes single letters for commands: "n" leaves the page. Whoever only believes to be in a box must not lose
 * what they typed by it (and WCAG 2.1.4 asks for a way to switch that off).
 */

addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  const isInBox = target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
  if (key.length === 1 && !(isInBox || ctrlKey || metaKey || altKey)) event.stopImmediatePropagation();
}, { capture: true });
