"""Days of the week: what "next Friday" or "the Monday after Easter" means."""

from __future__ import annotations

from copy import replace
from datetime import date

from calculator.days import DAY, WEEK, monday_of
from calculator.reading.meaning import means
from calculator.reading.meanings import lengths
from calculator.reading.meanings.calendar import (
    day,
    end_of,
    first_weekday,
    month_of,
    stretch,
    weekday_after,
)
from calculator.reading.values import Duration, Number, Setting, Time


@means("the first such day after the day it was said")
def weekday(setting: Setting, number: int) -> Time:
    return first_weekday(number, setting.said_on)


@means("the first such day after a day named before, or after the day it was said")
def following_weekday(setting: Setting, number: int) -> Time:
    return replace(first_weekday(number, setting.said_on), relative=True)


@means("the first such day after a day named before; in doubt, where none is")
def weekday_after_that(setting: Setting, number: int) -> Time:
    return replace(following_weekday(setting, number), doubtful=True)


@means("such a day, so many after a day named before; in doubt, where none is")
def nth_weekday_after_that(setting: Setting, count: int, number: int) -> Time:
    def again(named: date) -> Time:
        return nth_weekday_after_time(setting, count, number, day(named))

    return replace(again(setting.said_on), relative=True, doubtful=True, again=again)


@means("that day of next week; asked about, where there is one of that name before")
def next_weekday(setting: Setting, number: int) -> Time:
    found = day(monday_of(setting.said_on) + WEEK + number * DAY)
    first = first_weekday(number, setting.said_on)
    return found if found.first == first.first else found.or_else(first, doubtful=True)


@means("that day of the week after next")
def one_further(setting: Setting, number: int) -> Time:
    return day(monday_of(setting.said_on) + 2 * WEEK + number * DAY)


@means("that day a week after the first such day")
def weekday_week(setting: Setting, number: int) -> Time:
    return day(weekday_after(number, setting.said_on) + WEEK)


@means("that day two weeks after the first such day")
def weekday_fortnight(setting: Setting, number: int) -> Time:
    return day(weekday_after(number, setting.said_on) + 2 * WEEK)


@means("the second such day after the day it was said")
def weekday_after_next(setting: Setting, number: int) -> Time:
    found = day(weekday_after(number, setting.said_on) + WEEK)
    other = day(monday_of(setting.said_on) + 2 * WEEK + number * DAY)
    return found if found.first == other.first else found.or_else(other, doubtful=True)


@means("such a day, so many weeks on")
def number_of_weekdays(setting: Setting, number: Number, weekday: int) -> Time:
    weeks = int(lengths.at_most(number.low, "week")) - 1
    return day(weekday_after(weekday, setting.said_on) + weeks * WEEK)


@means("up to such a day, so many weeks on")
def next_weekdays(setting: Setting, number: Number, weekday: int) -> Time:
    last = number_of_weekdays(setting, number, weekday)
    return stretch(weekday_after(weekday, setting.said_on), last.last)


@means("that day of that week")
def weekday_of_week(_: Setting, number: int, week: Time) -> Time:
    return replace(day(monday_of(week.first) + number * DAY), doubtful=week.doubtful)


@means("from the first to the last of these days of that week")
def weekdays_of_week(_: Setting, first: int, last: int, week: Time) -> Time:
    start = monday_of(week.first) + first * DAY
    found = stretch(start, weekday_after(last, start))
    return replace(found, doubtful=week.doubtful)


@means("that day of the week in which the time runs out")
def weekday_in_duration(setting: Setting, number: int, duration: Duration) -> Time:
    end = lengths.point(duration, setting).first
    return day(monday_of(end) + number * DAY)


@means("the first such day after it")
def weekday_after_time(_: Setting, number: int, time: Time) -> Time:
    return replace(day(weekday_after(number, end_of(time))), doubtful=time.doubtful)


@means("such a day, so many after it")
def nth_weekday_after_time(_: Setting, count: int, number: int, time: Time) -> Time:
    weeks = int(lengths.at_most(count, "week")) - 1
    return day(weekday_after(number, end_of(time)) + weeks * WEEK)


@means("the last such day before it")
def weekday_before_time(_: Setting, number: int, time: Time) -> Time:
    return day(weekday_after(number, time.first - DAY - WEEK))


@means("the first such day, and the one a week later")
def weekday_or_next(setting: Setting, number: int) -> Time:
    first = weekday_after(number, setting.said_on)
    return stretch(first, first + WEEK)


@means("such a day of it, counted from its start")
def nth_weekday_of(setting: Setting, count: int, weekday: int, time: Time) -> Time | None:
    found = weekday_after(weekday, time.first - DAY) + (count - 1) * WEEK
    if time.weak and found <= setting.said_on:
        return nth_weekday(setting, count, weekday)  # "the second Tuesday of the month"
    return day(found) if count >= 1 and found <= end_of(time) else None


@means("such a day of this month, or of the next one, after the day it was said")
def nth_weekday(setting: Setting, count: int, weekday: int) -> Time | None:
    this = month_of(setting.said_on)
    months = (this, month_of(this.last + DAY))
    found = (nth_weekday_of(setting, count, weekday, month) for month in months)
    return next((each for each in found if each and each.first > setting.said_on), None)


@means("the last such day of it")
def last_weekday_of(_: Setting, weekday: int, time: Time) -> Time:
    return day(weekday_after(weekday, end_of(time) - WEEK))


@means("the last such day but one")
def last_but_one_of(_: Setting, weekday: int, time: Time) -> Time:
    return day(weekday_after(weekday, end_of(time) - WEEK) - WEEK)
