/** The one place that reads the clock. */

/** The day as ISO text on this device's calendar; `?today=` in the address sets another. */
export function today() {
  const given = new URLSearchParams(location.search).get("today");
  if (given) return given;
  const now = new Date();
  const twoDigits = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
