"""Times counted from other times, and times that are over."""

from __future__ import annotations

from copy import replace
from datetime import date

from calculator.days import DAY, WEEK
from calculator.reading.meaning import means
from calculator.reading.meanings import lengths
from calculator.reading.meanings.calendar import day, next_of, weekday_after
from calculator.reading.values import Duration, Other, Setting, Time, Unit


@means("so much after the day it was said")
def from_now(setting: Setting, duration: Duration) -> Time:
    return lengths.point(duration, setting)


@means("so much after it")
def duration_after(setting: Setting, duration: Duration, time: Time) -> Time:
    found = lengths.after(duration, time.last, setting)
    others = tuple(lengths.after(duration, other.last, setting) for other in time.others)
    return replace(found, others=others, doubtful=time.doubtful)


@means("so much after it, if it is a weekday or a feast: a date is when it was said")
def duration_on(setting: Setting, duration: Duration, time: Time) -> Time | None:
    is_date = time.grain == "day" and time.again is not None
    return None if is_date else duration_after(setting, duration, time)


@means("so much after a time named before, or after the day it was said")
def later(setting: Setting, duration: Duration) -> Time:
    found = lengths.point(duration, setting)
    return replace(
        found, relative=True, again=lambda named: lengths.after(duration, named, setting)
    )


@means("so much before it")
def duration_before(setting: Setting, duration: Duration, time: Time) -> Time:
    found = lengths.before(duration, time.first, setting)
    return replace(found, doubtful=time.doubtful)


@means("the day before it")
def day_before(_: Setting, time: Time) -> Time:
    return replace(day(time.first - DAY), doubtful=time.doubtful)


def past(first: date, last: date) -> Time:
    """Return a time that is over."""
    return Time(first, last, "past")


@means("a time that is over")
def ago(setting: Setting, duration: Duration) -> Time:
    found = lengths.before(duration, setting.said_on, setting)
    return past(found.first, found.last)


@means("a time that is over")
def last_weekday(setting: Setting, number: int) -> Time:
    found = weekday_after(number, setting.said_on - WEEK - DAY)
    return past(found, found)


@means("a time that is over")
def weekday_of_past(_: Setting, number: int, time: Time) -> Time | None:
    is_that_day = time.first == time.last and time.first.weekday() == number
    return time if is_that_day else None


@means("a time that is over")
def last_unit(setting: Setting, unit: Unit) -> Time | None:
    found = next_of(unit, -1, setting.said_on, setting)
    return found and past(found.first, found.last)


@means("a time that is over")
def yesterday(setting: Setting) -> Time:
    return past(setting.said_on - DAY, setting.said_on - DAY)


@means("no time of an answer: a length, a day or an hour of something else")
def no_time(_: Setting, *_parts: object) -> Other:
    return Other(("other",))


@means("a time that is over, or a length of something else")
def not_ahead(setting: Setting, *_parts: object) -> Time:
    return past(setting.said_on, setting.said_on)
