/**
 * The plan as it was last seen, kept to be painted at once when the person comes back. It is only a
 * picture of what the calculator has rendered and escaped: it never leaves this browser, no file or link
 * brings one, and the calculator's own answer takes its place as soon as it is there.
 */

const KEY = "after-the-interview:painted";

/**
 * @typedef {{
 *   id: string,
 *   day: string,
 *   form: { day: string, month: string, year: string, said: string, nothing: boolean, country: string, echo: string },
 *   whose?: string,
 *   parts: Record<string, string>,
 * }} Painted  which interview it is, the day for which it was made, what stood in the form, its name, and the rendered
 *   parts by their place
 */

/** @returns {Painted | null} */
export function painted() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return kept?.parts && kept.form ? kept : null;
  } catch {
    return null;
  }
}

/** @param {Painted} picture */
export function paint(picture) {
  try {
    localStorage.setItem(KEY, JSON.stringify(picture));
  } catch {
    forgetPainted();
  }
}

export function forgetPainted() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where storage is forbidden, nothing was kept.
  }
}
