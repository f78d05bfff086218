/** What the theme lacks, before and beside its own script, and what pages can do without a script of their own. */

import { restoreDraft } from "./draft.js";
import "./keys.js";
import "./new-version.js";
import "./search-later.js";
import "./search-told.js";
import "./drawer.js";
import "./installing.js";
import "./printing.js";
import "./to-the-plan.js";

// Where a form has a first script of its own, that has done it.
restoreDraft();
