/** What the theme lacks, before and beside its own script. */

import "./keys.js";
import "./search-later.js";
import "./search-told.js";
import "./drawer.js";
