/** On the page that is shown where there is none: a link whose `#` a mail filter wrote as %23 leads on to its plan. */

import { fragmentOf } from "../calculator/share.js";

const fragment = fragmentOf(location);
if (fragment !== location.hash) location.replace(location.pathname.replace(/%(?:25)*23.*/i, "") + fragment);
