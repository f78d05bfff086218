"""Months and dates, with or without a year, in words or in numbers."""

from __future__ import annotations

from collections.abc import Callable
from copy import replace
from datetime import date
from functools import partial

from calculator.days import DAY, WEEK, add_months, add_working_days, last_day_of_month
from calculator.reading.meaning import means
from calculator.reading.meanings.calendar import by_its_start, day, month_of, stretch, year_of
from calculator.reading.meanings.several import through
from calculator.reading.meanings.stretches import week_number
from calculator.reading.values import (
    Duration,
    MonthDay,
    Other,
    Setting,
    Time,
    Unit,
    UnitDuration,
)

NO_YEAR = "the next such date"
DAY_ORDER = "the order of day and month that is usual in the country"
YEARS_AHEAD = 10
# In a list of dates, one without a year that is further ahead is over.
LONG_AHEAD = 270 * DAY
NO_SUCH_DAY = Other(("anchor",), "which day they mean")
NO_DAY = "There's no "  # "February 31"

# Months


def month_from(number: int, day: date) -> Time:
    """Return the first such month that is not over on a day."""
    found = month_of(date(day.year + (number < day.month), number, 1))
    again = partial(month_from, number)
    return replace(by_its_start(found, day), again=again, assumed=(NO_YEAR,))


@means("the whole month, the first from the day it was said; by it: its first day")
def month(setting: Setting, number: int) -> Time:
    return month_from(number, setting.said_on)


@means("the first such month after this one")
def next_month_named(setting: Setting, number: int) -> Time:
    return month_from(number, last_day_of_month(setting.said_on) + DAY)


@means("that month a year after the next one")
def month_after_next(setting: Setting, number: int) -> Time:
    following = next_month_named(setting, number)
    return month_from(number, following.last + DAY)


@means("that month of that year")
def month_of_year(setting: Setting, number: int, year: int) -> Time | None:
    if not 1 <= number <= 12:
        return None
    return by_its_start(month_of(date(year, number, 1)), setting.said_on)


@means("the whole year; by it: its first day")
def year(setting: Setting, number: int) -> Time | None:
    if not 0 <= number - setting.said_on.year <= YEARS_AHEAD:
        return None
    return by_its_start(year_of(date(number, 1, 1)), setting.said_on)


# Days of a month


@means("that day of the month; one that no month has is asked about")
def month_day(_: Setting, month: int, number: int) -> MonthDay | Other | None:
    if 1 <= number <= 31:
        return MonthDay(month, number)
    return NO_SUCH_DAY if number < 100 else None


def date_of(month: int, number: int, year: int) -> Time:
    """Return a date; an impossible one (30 February) is in doubt between the days around it."""
    last = last_day_of_month(date(year, month, 1))
    if number <= last.day:
        return day(date(year, month, number))
    beside = f"{NO_DAY}{last:%B} {number}"
    return replace(day(last), doubtful=True, others=(day(last + DAY),), assumed=(beside,))


def date_from(month: int, number: int, first: date) -> Time:
    """Return the first such date on or after a day."""
    years = (date_of(month, number, first.year + later) for later in (0, 1))
    found = next((time for time in years if time.first >= first), day(first))
    if (month, number) == (2, 29):
        found = day(leap_day_from(first))
    again = partial(date_from, month, number)
    return replace(found, again=again, assumed=(*found.assumed, NO_YEAR))


def leap_day_from(first: date) -> date:
    """Return the first 29 February on or after a day."""
    month = first.replace(day=1)
    while month.month != 2 or last_day_of_month(month).day < 29 or month.replace(day=29) < first:
        month = add_months(month, 1)
    return month.replace(day=29)


@means("29 February, the first from the day it was said")
def leap_day(setting: Setting) -> Time:
    found = leap_day_from(setting.said_on)
    return Time(found, found, "holiday")


@means("that date, the first from the day it was said; in a list of dates one may be over")
def date_without_year(setting: Setting, date: MonthDay) -> Time:
    return as_listed(setting, date_from(date.month, date.day, setting.said_on))


def as_listed(setting: Setting, found: Time) -> Time:
    """Return the days without a year; in a list of dates those far ahead are over."""
    if not setting.lists_dates or found.first - setting.said_on <= LONG_AHEAD:
        return found
    return Time(add_months(found.first, -12), add_months(found.last, -12), "past")


@means("that date")
def date_with_year(_: Setting, date: MonthDay, year: int) -> Time:
    return date_of(date.month, date.day, year)


@means("that date; two digits are a year of this century")
def date_with_short_year(_: Setting, date: MonthDay, year: int) -> Time | None:
    return date_of(date.month, date.day, 2000 + year) if 24 <= year <= 49 else None


@means("that date; two digits are a year of this century")
def date_with_signs(setting: Setting, number: int, month: int, year: int) -> Time | None:
    found = month_day(setting, month, number)
    return date_with_short_year(setting, found, year) if isinstance(found, MonthDay) else None


@means("the first such day of a month after the day it was said; one that none has is asked about")
def day_of_some_month(setting: Setting, number: int) -> Time | Other | None:
    if 1 <= number <= 31:
        return numbered_day(number, setting.said_on)
    return NO_SUCH_DAY if number < 50 else None


def numbered_day(number: int, day_named: date) -> Time:
    """Return the next day of that number; where a month lacks it, its last day is an alternative."""
    month = day_named.replace(day=1)
    lacking: tuple[Time, ...] = ()
    while True:
        last = last_day_of_month(month)
        if number <= last.day and (found := month.replace(day=number)) > day_named:
            return Time(found, found, others=lacking, again=partial(numbered_day, number))
        if number > last.day and last > day_named:
            lacking = (*lacking, day(last))
        month = add_months(month, 1)


@means("the next day of that number, where it is that weekday")
def weekday_and_number(setting: Setting, weekday: int, number: int) -> Time | None:
    found = day_of_some_month.find(setting, number)
    return found if isinstance(found, Time) and found.first.weekday() == weekday else None


@means("that day of it")
def day_of_month(setting: Setting, number: int, month: Time) -> Time | None:
    if month.grain != "month" or not 1 <= number <= 31:
        return None
    found = date_of(month.first.month, number, month.first.year)
    if month.assumed:  # "15 March", of no year
        again = partial(date_from, month.first.month, number)
        found = replace(found, again=again, assumed=(*found.assumed, *month.assumed))
    return as_listed(setting, found)


@means("that day of that month, if both are given as numbers")
def digits_date(setting: Setting, first: int, second: int) -> Time | None:
    return short_date(setting, (first, second)) if max(first, second) > 12 else None


# Dates in numbers


@means("that date")
def iso_date(_: Setting, parts: tuple[int, int, int]) -> Time | None:
    year, month, number = parts
    return date_of(month, number, year) if 1 <= month <= 12 and 1 <= number <= 31 else None


@means("that date: month first in the United States, day first elsewhere")
def numeric_date(setting: Setting, parts: tuple[int, int, int]) -> Time | None:
    first, second, year = parts
    century = 2000 if year < 100 else 0
    return in_order(setting, first, second, lambda m, d: date_of(m, d, year + century))


@means("that date: month first in the United States, day first elsewhere")
def short_date(setting: Setting, parts: tuple[int, int]) -> Time | None:
    found = in_order(setting, *parts, lambda m, d: date_from(m, d, setting.said_on))
    return found and as_listed(setting, found)


def in_order(
    setting: Setting, first: int, second: int, find: Callable[[int, int], Time]
) -> Time | None:
    """Return the date in the country's order; in the other one, where only that is possible."""
    orders = [(first, second), (second, first)]
    if setting.day_first:
        orders.reverse()
    possible = [find(*order) for order in orders if 1 <= order[0] <= 12 and 1 <= order[1] <= 31]
    if len(possible) < 2 or possible[0].first == possible[1].first:
        return possible[0] if possible else None
    if (
        is_over_this_year(possible[0].first, setting)
        and possible[1].first.year == setting.said_on.year
    ):
        possible.reverse()  # nobody waits for most of a year, and the other day is to come
    found = possible[0].or_else(possible[1])
    return replace(found, assumed=(*found.assumed, DAY_ORDER))


def is_over_this_year(named: date, setting: Setting) -> bool:
    """Whether a day can only be one of the next year, and a long way ahead; in a list it is over."""
    is_next = not setting.lists_dates and named.year > setting.said_on.year
    return is_next and named - setting.said_on > LONG_AHEAD


# A date named twice


@means("the day that both name; asked about, where they name different days")
def same_day(_: Setting, first: Time, second: Time) -> Time | None:
    if first.relative or second.relative:
        return None
    weekdays = [time for time in (first, second) if time.grain == "weekday"]
    named = [time for time in (first, second) if time.grain != "weekday"]
    for time, other in ((first, second), (second, first)):
        if time.first in days_meant(other) and time.grain != "weekday":
            return replace(time, doubtful=False, others=())
    if not weekdays or not named:
        return None
    if named[0].first.weekday() == weekdays[0].first.weekday():
        return named[0]
    return named[0].or_else(*weekdays, doubtful=True)


@means("the days that both name; asked about, where they name different days")
def weekdays_and_days(_: Setting, first: int, last: int, days: Time) -> Time:
    both = (days.first.weekday(), days.last.weekday())
    return days if both == (first, last) else replace(days, doubtful=True)


def days_meant(time: Time) -> set[date]:
    return {time.first, *(other.first for other in time.others)}


# Days and weeks of a month


@means("days 1-7, 8-14, 15-21 or 22-28 of a month")
def nth_unit_of(setting: Setting, number: int, unit: Unit, time: Time) -> Time | Other | None:
    if unit.plural or number < 1 or time.part:
        return None
    match unit.name:
        case "day":
            return nth_day_of(setting, number, time)
        case "working day":
            found = add_working_days(time.first - DAY, number, setting.is_working_day)
            return day(found) if found <= time.last else None
        case "week" if time.grain in ("quarter", "year", "half"):
            return week_number(setting)
        case "week" if time.grain == "month":
            return nth_week_of_month(number, time)
    return None


def nth_week_of_month(number: int, month: Time) -> Time | None:
    """Return seven days of a month; a fifth week is in doubt."""
    first = month.first + (number - 1) * WEEK
    if first > month.last:
        return None
    last = min(first + 6 * DAY, month.last)
    return Time(first, last, "month", "early", doubtful=number > 4)


@means("that day of it, counted from its start")
def nth_day_of(_: Setting, number: int, time: Time) -> Time | None:
    found = time.first + (number - 1) * DAY
    return day(found) if 1 <= number <= 31 and found <= time.last else None


@means("its last day, its last working day, its last seven days")
def last_unit_of(setting: Setting, unit: Unit, time: Time) -> Time | None:
    if unit.plural or time.part:
        return None
    match unit.name:
        case "day":
            return day(time.last)
        case "working day":
            return day(add_working_days(time.last + DAY, -1, setting.is_working_day))
        case "week" if time.grain in ("month", "quarter", "half", "year"):
            return Time(time.last - 6 * DAY, time.last, time.grain, "late")
        case "month" if time.grain in ("quarter", "half", "year"):
            return by_its_start(month_of(time.last), setting.said_on)
    return None


@means("such a day, counted back from its last")
def nth_last_unit_of(_: Setting, number: int, unit: Unit, time: Time) -> Time | None:
    found = time.last - (number - 1) * DAY
    return day(found) if unit.name == "day" and time.first <= found and number > 0 else None


@means("the last day or week of this one")
def last_unit_of_this(setting: Setting, unit: Unit, of: Unit) -> Time | None:
    from_unit = month_of(setting.said_on) if of.name == "month" else None
    return from_unit and last_unit_of(setting, unit, from_unit)


@means("the next of these weeks that is not over, of this month or the one after")
def nth_unit_of_every(setting: Setting, number: int, unit: Unit, of: Unit) -> Time | Other | None:
    if of.name != "month":
        return None
    this = month_of(setting.said_on)
    found = nth_unit_of(setting, number, unit, this)
    if isinstance(found, Time) and found.last >= setting.said_on:
        return found
    return nth_unit_of(setting, number, unit, month_of(this.last + DAY))


@means("from the first to the second of these weeks of the month")
def weeks_of(setting: Setting, first: int, last: int, unit: Unit, time: Time) -> Time | None:
    low = nth_unit_of(setting, first, unit, time)
    high = nth_unit_of(setting, last, unit, time)
    if not isinstance(low, Time) or not isinstance(high, Time):
        return None
    return through(low, high)


@means("its first days; its first hours are its first day")
def first_days_of(setting: Setting, duration: Duration, time: Time) -> Time:
    last = max(time.first, duration.high.after(time.first - DAY, setting))
    return Time(time.first, last, time.grain, "early")


@means("its first days")
def first_units_of(setting: Setting, found: UnitDuration, time: Time) -> Time:
    return first_days_of(setting, found.duration, time)


@means("its last days; its last hours are its last day")
def last_days_of(setting: Setting, duration: Duration, time: Time) -> Time:
    first = min(time.last, duration.high.before(time.last + DAY, setting))
    return Time(first, time.last, time.grain, "late")


# From one day of a month to another


@means("from the first day to the last")
def days_of_month(setting: Setting, month: int, first: int, last: int) -> Time | None:
    if not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    high = date_from(month, last, setting.said_on)
    begins = high.first - (last - first) * DAY if first <= last else setting.said_on
    low = date_from(month, first, begins)
    found = through(low, date_from(month, last, low.first))
    return found and as_listed(setting, found)


@means("from the first day to the last")
def pair_of_days(setting: Setting, month: int, days: tuple[int, int]) -> Time | None:
    return days_of_month(setting, month, *days)


@means("from the first day to the last")
def days_listed(setting: Setting, month: int, first: int, *others: int) -> Time | None:
    return days_of_month(setting, month, min(first, *others), max(first, *others))


@means("from that day to that date of the same month")
def days_to_month_day(setting: Setting, number: int, date: MonthDay) -> Time | None:
    return days_of_month(setting, date.month, number, date.day)


@means("from that day to that date of the same month")
def days_to_numeric(setting: Setting, number: int, date: tuple[int, int, int]) -> Time | None:
    last = numeric_date(setting, date)
    low = last and number < last.first.day and last.first.replace(day=number)
    return stretch(low, last.first) if last and low else None


@means("from that date to that day of the same month")
def days_from_short(setting: Setting, date: tuple[int, int], number: int) -> Time | None:
    found = short_date(setting, date)
    if not found or not 1 <= number <= 31:
        return None
    ends = [found.first, *(other.first for other in found.others)]
    days = (days_of_month(setting, end.month, *sorted((end.day, number))) for end in ends)
    return next((time for time in days if time), None)


@means("from the first day to the last, of that year")
def days_of_month_year(_: Setting, month: int, first: int, last: int, year: int) -> Time | None:
    return through(date_of(month, first, year), date_of(month, last, year))


@means("from the first day to the last")
def days_of_time(_: Setting, first: int, last: int, month: Time) -> Time | None:
    low, high = month.first.replace(day=first), month.first.replace(day=last)
    return stretch(low, high) if low < high else None


@means("from the first day to the last")
def numbered_days(setting: Setting, first: int, last: int) -> Time | None:
    if not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    low = numbered_day(first, setting.said_on)
    return through(low, numbered_day(last, low.first))
