/** On paper nothing can be unfolded: the words of every step are printed. */

const FOLDS = ".plan details:not([open])";

addEventListener("beforeprint", () => {
  for (const words of document.querySelectorAll(FOLDS)) {
    words.toggleAttribute("data-folded", true);
    words.toggleAttribute("open", true);
  }
});

addEventListener("afterprint", () => {
  for (const words of document.querySelectorAll("details[data-folded]")) {
    words.toggleAttribute("data-folded", false);
    words.toggleAttribute("open", false);
  }
});
