"""Stretches of the calendar that phrases are about: a day, a week, a month, and parts of them."""

from __future__ import annotations

from copy import replace
from datetime import date
from functools import partial

from calculator.days import (
    DAY,
    WEEK,
    add_months,
    add_working_days,
    last_day_of_month,
    monday_of,
)
from calculator.reading.values import Part, Setting, Time, Unit

# How many months a third of it has.
MONTHS_OF_THIRD = {"quarter": 1, "half": 2, "year": 4}


def day(of: date) -> Time:
    """Return one day."""
    return Time(of, of)


def stretch(first: date, last: date) -> Time:
    """Return some days in a row."""
    return Time(first, last, "stretch") if first < last else day(first)


def week_of(day: date) -> Time:
    """Return Monday to Friday of the week that holds a day."""
    monday = monday_of(day)
    return Time(monday, monday + 4 * DAY, "week")


def weekend_of(day: date) -> Time:
    """Return the Saturday and Sunday of the week that holds a day."""
    saturday = monday_of(day) + 5 * DAY
    return Time(saturday, saturday + DAY, "weekend")


def month_of(day: date) -> Time:
    """Return the month that holds a day."""
    return Time(day.replace(day=1), last_day_of_month(day), "month")


def quarter_of(day: date) -> Time:
    """Return the quarter of the year that holds a day."""
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return Time(first, add_months(first, 3) - DAY, "quarter")


def year_of(day: date) -> Time:
    """Return the year that holds a day."""
    return Time(date(day.year, 1, 1), date(day.year, 12, 31), "year")


def by_its_start(time: Time, day_named: date) -> Time:
    """Return the stretch, "by" which means its first day where that is still to come."""
    return replace(time, by=time.first) if time.first > day_named else time


def weekday_after(number: int, day: date) -> date:
    """Return the first such weekday after a day.

    >>> weekday_after(0, date(2026, 3, 9)).isoformat()
    '2026-03-16'
    """
    return day + ((number - day.weekday() - 1) % 7 + 1) * DAY


def first_weekday(number: int, day: date) -> Time:
    """Return the first such weekday after a day, as words that name no other."""
    found = weekday_after(number, day)
    return Time(found, found, "weekday", again=partial(first_weekday, number))


def next_of(unit: Unit, steps: int, from_day: date, setting: Setting) -> Time | None:
    """Return the week, month … that is so many on from the one that holds a day."""
    if unit.plural:
        return None
    month = from_day.replace(day=1)
    match unit.name:
        case "day":
            return day(from_day + steps * DAY)
        case "working day":
            return day(add_working_days(from_day, steps, setting.is_working_day)) if steps else None
        case "fortnight" if steps == 1:
            return stretch(from_day, from_day + 2 * WEEK)
        case "week" | "fortnight":
            return week_of(from_day + steps * WEEK)
        case "month":
            return by_its_start(month_of(add_months(month, steps)), from_day)
        case "quarter":
            return by_its_start(quarter_of(add_months(month, 3 * steps)), from_day)
        case "year":
            return by_its_start(year_of(add_months(month, 12 * steps)), from_day)
        case _:
            return None


def current(unit: Unit, setting: Setting) -> Time | None:
    """Return this week, month … ; on a weekend it is in doubt which week is this one."""
    if unit.name == "week" and setting.said_on.weekday() >= 5:
        return replace(week_of(setting.said_on + WEEK), doubtful=True)
    return next_of(unit, 0, setting.said_on, setting)


def end_of(time: Time) -> date:
    """Return the last day of a stretch; of a week, its Sunday."""
    if time.grain == "week" and time.last.weekday() == 4:
        return time.last + 2 * DAY
    return time.last


def part_of(part: Part, time: Time) -> Time | None:
    """Return the beginning, the middle or the end of a stretch; a day is its own part."""
    time = replace(time, weak=False) if time.weak else time
    match time.grain:
        case "past" | "stretch":
            return None
        case "week" if not time.part:
            return part_of_week(part, time)
        case "month" | "quarter" | "half" | "year" if not time.part:
            return third(part, time)
    if time.first == time.last or part == "mid":
        return time
    edge = time.first if part == "early" else time.last
    return replace(time, first=edge, last=edge, part=part, by=None)


def part_of_week(part: Part, week: Time) -> Time:
    """Return Monday-Tuesday, Tuesday-Thursday or Thursday-Friday."""
    first, last = {"early": (0, 1), "mid": (1, 3), "late": (3, 4)}[part]
    monday = week.first
    # On a weekend the end of the week is the coming one's, whichever week is meant.
    doubtful = week.doubtful and part != "late"
    again = week.again
    return replace(
        week,
        first=monday + first * DAY,
        last=monday + last * DAY,
        part=part,
        doubtful=doubtful,
        again=(lambda named: part_of_week(part, again(named))) if again else None,
    )


def third(part: Part, time: Time) -> Time:
    """Return a third of a month (to the 10th, to the 20th, to its end), quarter or year."""
    if time.grain == "month":
        first, last = third_of_month(part, time)
    else:
        months = MONTHS_OF_THIRD[time.grain]
        first = add_months(time.first, {"early": 0, "mid": 1, "late": 2}[part] * months)
        last = add_months(first, months) - DAY
    found = replace(time, first=first, last=last, part=part, by=None, again=None)
    if part != "mid":
        return found
    middle = time.first.replace(day=15) if time.grain == "month" else half(1, time)
    by = middle.last if isinstance(middle, Time) else middle
    return replace(found, by=by, others=(stretch(first, last),))


def third_of_month(part: Part, month: Time) -> tuple[date, date]:
    """Return the first and the last day of a third of a month."""
    first = month.first
    match part:
        case "early":
            return first, first.replace(day=10)
        case "mid":
            return first.replace(day=11), first.replace(day=20)
        case "late":
            return first.replace(day=21), month.last


def half(number: int, time: Time) -> Time | None:
    """Return the first or the second half of a stretch."""
    if time.part or number not in (1, 2):
        return None
    match time.grain:
        case "week":
            middle = time.first + 2 * DAY
        case "month":
            middle = time.first.replace(day=15)
        case "quarter":
            middle = add_months(time.first, 1).replace(day=15)
        case "half":
            middle = add_months(time.first, 3) - DAY
        case "year":
            middle = time.first.replace(month=6, day=30)
        case _:
            return None
    first, last = (time.first, middle) if number == 1 else (middle + DAY, time.last)
    if time.grain == "year":
        return Time(first, last, "half", doubtful=time.doubtful)
    return replace(time, first=first, last=last, part="early", by=None, again=None)
