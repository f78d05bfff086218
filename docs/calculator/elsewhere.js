/** The same interview in another tab: what was done there shows here too, unless something here would be lost. */

/** @import { Field } from "../assets/draft.js" */
/** @import { Saved } from "./protocol.js" */
/** @import { Request } from "./request.js" */
import { putBack, typed } from "../assets/draft.js";
import { form } from "./fields.js";
import { isFolded } from "./folding.js";
import { inWork, keepIt, written } from "./kept.js";
import { tellKept, tellNotKept } from "./keeping-told.js";
import { load, onChangeElsewhere } from "./store.js";

/** @param {() => unknown} show what is open as it is kept by now */
export function onOtherTab(show) {
  /** @param {string | null} id of the interview that was changed; null for many */
  async function look(id) {
    const mine = inWork();
    if (!mine.saved || (id !== null && id !== mine.saved.id)) return;
    await written();
    const { saved } = mine;
    const here = await load(saved.id).catch(() => undefined);
    // What could not be kept is said already, and stays said until it is.
    if (here === undefined || mine !== inWork() || mine.unkept) return;
    if (here?.saved?.revision === saved.revision && here.saved.updated === saved.updated) return tellKept();
    if (here?.saved && isIdle()) {
      const names = typed((field) => isUnkept(field, saved));
      await show();
      return putBack(names);
    }
    tellNotKept(here ? "changedElsewhere" : "goneElsewhere", saved, (instead) => keepIt(mine, () => instead));
  }
  onChangeElsewhere(look);
  // A page that is brought back as it was left has not heard what happened meanwhile.
  addEventListener("pageshow", (/** @type {PageTransitionEvent} */ { persisted }) => persisted && look(null));
}

/** Whether nothing but names is asked for here that has no plan yet, and nobody is about to type. */
function isIdle() {
  const { asked, saved } = inWork();
  const isTyping = document.hasFocus() && document.activeElement?.matches("input, textarea, select, [contenteditable]");
  return isFolded() && !("touched" in form.dataset || isTyping || (asked && withoutNames(asked) !== withoutNames(saved?.request)));
}

/** @param {Request} [request] */
const withoutNames = (request) => JSON.stringify({ ...request, names: null });

/** Whether a name was typed before there was a plan to keep it with. @param {Field} field @param {Saved} saved */
const isUnkept = ({ form, name, value }, { request }) => form?.id === "names" && value !== Object(request.names)[name.replace("names.", "")];
