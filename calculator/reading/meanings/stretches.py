"""Weeks, months, quarters and years: this one, the next one, the one after."""

from __future__ import annotations

from copy import replace
from datetime import date
from functools import partial

from calculator.days import DAY, WEEK, monday_of
from calculator.reading.meaning import Meaning, means
from calculator.reading.meanings import calendar
from calculator.reading.meanings.calendar import (
    by_its_start,
    current,
    end_of,
    half,
    next_of,
    part_of,
    quarter_of,
    stretch,
    week_of,
)
from calculator.reading.meanings.several import through
from calculator.reading.values import Other, Part, Setting, Time, Unit


@means("the week, month … that it was said in")
def this_unit(setting: Setting, unit: Unit) -> Time | None:
    return current(unit, setting)


@means("the week, month … that it was said in")
def the_unit(setting: Setting, unit: Unit) -> Time | None:
    found = current(unit, setting) if unit.name not in ("day", "working day") else None
    return found and replace(found, weak=True)


@means("the whole of the next one")
def next_unit(setting: Setting, unit: Unit) -> Time | None:
    return next_of(unit, 1, setting.said_on, setting)


@means("that part of next week")
def part_of_next_week(setting: Setting, part: Part) -> Time | None:
    return part_of(part, week_of(setting.said_on + WEEK))


@means("the one after a time named before, or after this one")
def following_unit(setting: Setting, unit: Unit) -> Time | None:
    found = next_of(unit, 1, setting.said_on, setting)
    return found and replace(
        found, relative=True, again=lambda named: next_of(unit, 1, named, setting) or found
    )


@means("the one after a time named before; in doubt, where none is")
def unit_after_that(setting: Setting, unit: Unit) -> Time | None:
    found = following_unit(setting, unit)
    return found and replace(found, doubtful=True)


@means("the one that holds a time named before, or the day it was said")
def that_unit(setting: Setting, unit: Unit) -> Time | None:
    found = current(unit, setting)
    return found and replace(
        found, relative=True, again=lambda named: next_of(unit, 0, named, setting) or found
    )


@means("the one after the next one")
def unit_after_next(setting: Setting, unit: Unit) -> Time | None:
    return next_of(unit, 2, setting.said_on, setting)


@means("the one after it")
def unit_after(setting: Setting, unit: Unit, time: Time) -> Time | None:
    found = next_of(unit, 1, time.last, setting)
    return found and replace(found, doubtful=time.doubtful)


@means("the one before it")
def unit_before(setting: Setting, unit: Unit, time: Time) -> Time | None:
    return next_of(unit, -1, time.first, setting)


@means("this one and the next one")
def this_or_next(setting: Setting, unit: Unit) -> Time | None:
    this, following = this_unit(setting, unit), next_unit(setting, unit)
    return through(this, following) if this and following else None


@means("the next one and the one after")
def next_or_after(setting: Setting, unit: Unit) -> Time | None:
    following, then = next_unit(setting, unit), unit_after_next(setting, unit)
    return through(following, then) if following and then else None


@means("it and the next one")
def time_or_next(setting: Setting, time: Time) -> Time | None:
    then = next_of_time(setting, time)
    return then and through(time, then)


@means("the next one")
def next_of_time(setting: Setting, time: Time) -> Time | None:
    if time.grain == "weekday":
        return calendar.day(time.first + WEEK)
    return next_of(Unit(time.grain), 1, time.first, setting)


@means("up to that part of the next one")
def time_or_part_of_next(setting: Setting, time: Time, part: Part) -> Time | None:
    then = next_of_time(setting, time)
    found = then and part_of(part, then)
    return found and through(time, found)


@means("from now to its end")
def rest_of(setting: Setting, time: Time) -> Time | None:
    return stretch(setting.said_on, time.last) if time.last >= setting.said_on else None


@means("Monday to Friday of the week that holds it; for a Sunday's date, of the week after it")
def week_of_time(_: Setting, time: Time) -> Time:
    sunday = time.first.weekday() == 6 and time.grain in ("day", "weekday")
    return replace(week_of(time.first + DAY * sunday), doubtful=time.doubtful)


@means("Monday to Friday of the week that holds it")
def week_of_holiday(_: Setting, holiday: Time) -> Time:
    return week_of(holiday.first)


@means("the week that ends on that day")
def week_ending(_: Setting, time: Time) -> Time:
    return Time(monday_of(time.last), time.last, "week")


@means("weeks of the year are not counted: asked about")
def week_number(_: Setting, *_parts: object) -> Other:
    return Other(("anchor",), "the date on which that week begins")


# Parts of them


@means("early: Monday-Tuesday, up to the 10th; mid: Tuesday-Thursday, 11-20; late: the rest")
def part(setting: Setting, part: Part, time: Time) -> Time | None:
    found = part_of(part, time)
    if found and time.relative:
        return replace(found, relative=True, again=partial(part_again, part, time))
    if found and time.again and found.last < setting.said_on <= time.last:
        # "Early March" on 20 March is next year's, which is worth asking about.
        found = part_of(part, time.again(time.last + DAY))
        return found and replace(found, doubtful=True)
    return found


def part_again(part: Part, time: Time, day: date) -> Time:
    """Return the part of what words mean after another day."""
    then = time.again(day) if time.again else time
    return part_of(part, then) or then


@means("its end: Thursday-Friday, from the 21st on; by then: its last day")
def end_of_time(setting: Setting, time: Time) -> Time | None:
    time = replace(time, weak=False) if time.weak else time
    if time.grain == "year" and not time.part:
        first = setting.said_on
        return Time(first, time.last, "year", "late", is_end=True) if first <= time.last else None
    found = part(setting, "late", time)
    return found and replace(found, is_end=True)


@means("its beginning, middle or end; the start of a year is 1-10 January")
def edge(setting: Setting, which: Part, time: Time) -> Time | None:
    if which == "early" and time.grain == "year" and not time.part:
        return Time(time.first, time.first + 9 * DAY, "month", "early")
    return end_of_time(setting, time) if which == "late" else part(setting, which, time)


@means("its beginning")
def start_of_time(setting: Setting, time: Time) -> Time | None:
    return part(setting, "early", time)


@means("its middle")
def middle_of_time(setting: Setting, time: Time) -> Time | None:
    return part(setting, "mid", time)


@means("the beginning, middle or end of this one")
def edge_of_this(setting: Setting, which: Part, unit: Unit) -> Time | None:
    this = current(unit, setting)
    return this and edge(setting, which, this)


@means("the end of this one")
def end_of_this(setting: Setting, unit: Unit) -> Time | None:
    return edge_of_this(setting, "late", unit)


def edge_now(which: Part, unit: str, words: str) -> Meaning[..., Time | None]:
    """Return how to find the beginning, the middle or the end of a unit of now."""
    return Meaning(words, lambda setting: edge_of_this.find(setting, which, Unit(unit)))


midweek = edge_now("mid", "week", "Tuesday to Thursday")


end_of_week = edge_now("late", "week", "Thursday and Friday; by then: Friday")


end_of_month = edge_now("late", "month", "from the 21st on; by then: the last day")


end_of_quarter = edge_now("late", "quarter", "the last month of the quarter; by then: its last day")


end_of_year = edge_now("late", "year", "up to 31 December")


@means("from the first part to the second")
def parts(setting: Setting, low: Part, high: Part, time: Time) -> Time | None:
    first, last = part(setting, low, time), part(setting, high, time)
    return through(first, last) if first and last else None


@means("its first or second half; of a month: 1-15 and the rest, of a year: to June and the rest")
def nth_half_of(_: Setting, number: int, time: Time) -> Time | None:
    return half(number, time)


@means("its second half")
def second_half(_: Setting, time: Time) -> Time | None:
    return half(2, time)


@means("January to June, or July to December: the first that is not over")
def nth_half(setting: Setting, number: int) -> Time | None:
    return nth_half_from(number, setting.said_on)


def nth_half_from(number: int, day: date) -> Time | None:
    """Return the first such half of a year that is not over on a day."""
    found = half(number, calendar.year_of(day))
    if found and found.last < day:
        found = half(number, calendar.year_of(day.replace(year=day.year + 1, day=1)))
    return found and by_its_start(found, day)


@means("that half of that year")
def half_in_year(setting: Setting, number: int, year: int) -> Time | None:
    found = half(number, calendar.year_of(date(year, 1, 1)))
    return found and by_its_start(found, setting.said_on)


@means("the quarter of that number: the first that is not over")
def nth_quarter(setting: Setting, number: int) -> Time | None:
    if not 1 <= number <= 4:
        return None
    said = setting.said_on
    found = quarter_of(date(said.year, 3 * number, 1))
    if found.last < said:
        found = quarter_of(date(said.year + 1, 3 * number, 1))
    return by_its_start(found, said)


@means("that quarter of that year")
def quarter_in_year(setting: Setting, number: int, year: int) -> Time | None:
    if not 1 <= number <= 4:
        return None
    return by_its_start(quarter_of(date(year, 3 * number, 1)), setting.said_on)


@means("that quarter of that year")
def short_quarter(setting: Setting, first: int, second: int) -> Time | None:
    number, year = (first, second) if first <= 4 else (second, first)
    return quarter_in_year(setting, number, 2000 + year) if 20 <= year <= 99 else None


def ends(time: Time) -> date:
    """Return the last day, of a week its Sunday."""
    return end_of(time)
