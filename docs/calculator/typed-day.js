/**
 * A day as it is typed, understood at once: the common forms only. Whatever else is typed is left to
 * the calculator, which takes many more; where both understand a day, it is the same one.
 */

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const NEAR = /** @type {Record<string, number>} */ ({ today: 0, yesterday: 1 });
/** Where people write the month before the day. */
export const MONTH_FIRST = ["US", "CA"];
const FRIDAY = 5;

/**
 * @param {string} iso
 * @param {number} days
 * @returns {string} the day so many days later, as ISO text
 */
export function daysAfter(iso, days) {
  const day = utc(iso);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/**
 * @param {string} today as ISO text
 * @returns {string} the last Friday before it
 */
export function lastFriday(today) {
  return daysAfter(today, -((utc(today).getUTCDay() - FRIDAY + 7) % 7 || 7));
}

/**
 * @param {{ day: string, month: string, year: string }} typed
 * @param {string} today as ISO text
 * @returns {string | null} the day as ISO text; null where it is left to the calculator
 */
export function typedDay(typed, today) {
  const [day, month, year] = [typed.day, typed.month, typed.year].map((part) => part.trim().toLowerCase());
  if (!month && !year && day in NEAR) return daysAfter(today, -NEAR[day]);
  const number = Number(day);
  const at = /^\d+$/.test(month) ? Number(month) : monthNumber(month);
  if (!/^\d{1,2}$/.test(day) || !at || !/^(\d{4})?$/.test(year)) return null;
  // Without a year the calculator looks which one is meant.
  return year ? real(`${year}-${two(at)}-${two(number)}`) : null;
}

/**
 * @param {string} iso
 * @param {string} country
 * @param {string} today as ISO text
 * @returns {string} the day as people there write it; the year only if it isn't this one
 */
export function dayText(iso, country, today) {
  const day = utc(iso);
  const [weekday, month, number] = [WEEKDAYS[day.getUTCDay()], MONTHS[day.getUTCMonth()], day.getUTCDate()];
  const year = iso.slice(0, 4) === today.slice(0, 4) ? "" : iso.slice(0, 4);
  if (MONTH_FIRST.includes(country)) return `${weekday}, ${month} ${number}${year && `, ${year}`}`;
  return `${weekday} ${number} ${month}${year && ` ${year}`}`;
}

/** @param {string} name of a month, or its beginning */
function monthNumber(name) {
  if (name.length < 3) return 0;
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.replace(".", ""))) + 1;
}

/** @param {string} iso @returns {string | null} */
function real(iso) {
  const day = utc(iso);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(iso) ? iso : null;
}

/** @param {string} iso */
const utc = (iso) => new Date(`${iso}T00:00Z`);

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");
