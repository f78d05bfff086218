/** The request as a value: each change gives a new one, so that undo is the one before. */

/** @typedef {Record<string, any>} Request  as the calculator's contract has it, without `today` */

/**
 * A JSON merge patch (RFC 7396): null takes a member away, an object goes deeper, all else replaces.
 *
 * @param {any} target
 * @param {any} patch
 * @returns {any}
 */
export function merged(target, patch) {
  if (!isObject(patch)) return patch;
  const result = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = merged(result[name], value);
  }
  return result;
}

/**
 * @param {Request} request
 * @param {object} event that happened; the history stays in the order of its days
 * @returns {Request}
 */
export function withEvent(request, event) {
  const history = [...events(request), event];
  return { ...request, history: history.sort((a, b) => String(a?.on).localeCompare(String(b?.on))) };
}

/**
 * @param {Request} request
 * @param {number} index of the event in the history
 * @returns {Request}
 */
export function withoutEvent(request, index) {
  return { ...request, history: events(request).filter((_, at) => at !== index) };
}

/**
 * @param {Request} request which may be anything: a link or the storage brought it
 * @returns {any[]}
 */
function events({ history }) {
  return Array.isArray(history) ? history : [];
}

/**
 * What a rendered form says, as an object: `offer.answer_by` is a member of a member, `closed.0.1`
 * of a list in a list. A checkbox
 * or radio with a value in JSON stands for that value; an entry left empty is left out, unless the
 * form sends all.
 *
 * @param {HTMLFormElement} form
 * @param {{ all: boolean }} send
 * @returns {Record<string, any>}
 */
export function entries(form, { all }) {
  /** @type {Record<string, any>} */
  const result = {};
  for (const [path, text] of new FormData(form)) {
    if (typeof text !== "string" || (!all && text.trim() === "")) continue;
    const names = path.split(".");
    const last = /** @type {string} */ (names.pop());
    const parent = names.reduce((/** @type {any} */ inside, name, at) => {
      inside[name] ??= /^\d+$/.test(names[at + 1] ?? last) ? [] : {};
      return inside[name];
    }, result);
    parent[last] = isJson(form, path) ? JSON.parse(text) : text;
  }
  return result;
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function isJson(form, name) {
  return form.querySelector(`[name="${CSS.escape(name)}"][data-json]`) !== null;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, any>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
