"""Days near the one it was said on: today, tomorrow, the weekend; and hours, which change no day."""

from __future__ import annotations

from copy import replace
from datetime import date

from calculator.days import DAY, WEEK, on_or_after
from calculator.reading.meaning import Meaning, as_named, means
from calculator.reading.meanings import calendar, lengths
from calculator.reading.meanings.calendar import day, stretch, weekday_after
from calculator.reading.values import Number, Other, Setting, Time, Unit


def days_on(days: int, words: str) -> Meaning[..., Time]:
    """Return how to find the day that is so many after the one on which it was said."""
    return Meaning(words, lambda setting: day(setting.said_on + days * DAY))


today = days_on(0, "the day it was said")
tomorrow = days_on(1, "the day after the day it was said")
day_after_tomorrow = days_on(2, "two days after the day it was said")
week_today = days_on(7, "a week after the day it was said")
week_tomorrow = days_on(8, "a week and a day after the day it was said")


@means("the day it was said")
def end_of_today(setting: Setting, *_hours: object) -> Time:
    return replace(day(setting.said_on), is_end=True)


@means("the day after a day named before, or after the day it was said")
def next_day(setting: Setting) -> Time:
    found = day(setting.said_on + DAY)
    return replace(found, relative=True, again=lambda named: day(named + DAY))


@means("the day before a day named before; in doubt, where none is")
def day_before(setting: Setting) -> Time:
    found = day(setting.said_on - DAY)
    return replace(found, relative=True, doubtful=True, again=lambda named: day(named - DAY))


@means("the working day after a day named before, or after the day it was said")
def next_working_day(setting: Setting) -> Time:
    def after(named: date) -> Time:
        return day(on_or_after(named + DAY, setting.is_working_day))

    return replace(after(setting.said_on), relative=True, again=after)


@means("a day named before, or the day it was said")
def that_day(setting: Setting) -> Time:
    return replace(day(setting.said_on), relative=True, again=day)


@means("tomorrow or the day after")
def tomorrow_or_after(setting: Setting) -> Time:
    return stretch(setting.said_on + DAY, setting.said_on + 2 * DAY)


@means("so much after the day it was said")
def this_time_next(setting: Setting, unit: Unit) -> Time | None:
    return (
        None
        if unit.plural
        else lengths.point(lengths.duration(setting, lengths.ONE, unit), setting)
    )


@means("an hour, which changes no day")
def clock(_: Setting, *_parts: object) -> Other:
    return Other(("clock",))


@means("an hour, which changes no day")
def hour(_: Setting, hour: Number | Other, *_more: object) -> Other | None:
    is_hour = isinstance(hour, Other) or hour.high <= 24 or 100 <= hour.high <= 2400
    return Other(("clock",)) if is_hour else None


@means("an hour, which changes no day")
def hour_beside(_: Setting, number: Number) -> Other | None:
    return Other(("hour",)) if number.high <= 24 else None


@means("that day, whatever the hour")
def at_hour(_: Setting, time: Time, *_hours: object) -> Time:
    return replace(time, is_end=True)


@means("that day, whatever the hour")
def hour_of(setting: Setting, *parts: Time | Other) -> Time | None:
    time = parts[-1]
    return at_hour(setting, time) if isinstance(time, Time) else None


part_of_day = as_named("that day")


@means("Saturday and Sunday")
def weekend(setting: Setting) -> Time:
    return calendar.weekend_of(setting.said_on)


@means("the weekend after the coming one, or the coming one: asked about")
def next_weekend(setting: Setting) -> Time:
    coming = calendar.weekend_of(setting.said_on)
    following = calendar.weekend_of(setting.said_on + WEEK)
    return following.or_else(coming, doubtful=True)


@means("the weekend a week after the coming one")
def weekend_after_next(setting: Setting) -> Time:
    return calendar.weekend_of(setting.said_on + WEEK)


@means("the Saturday and Sunday of that week")
def weekend_of(_: Setting, time: Time) -> Time:
    return calendar.weekend_of(time.first)


@means("the Saturday and Sunday after it")
def weekend_after(_: Setting, time: Time) -> Time:
    return calendar.weekend_of(weekday_after(5, time.last))
