"""What "by", "after" and "within" make of a time: the window in which the answer is promised."""

from __future__ import annotations

from collections.abc import Callable
from copy import replace
from datetime import date
from functools import partial

from calculator.days import DAY, Window
from calculator.reading.meaning import means
from calculator.reading.meanings import calendar, lengths
from calculator.reading.meanings.calendar import current, end_of
from calculator.reading.meanings.weekdays import (
    nth_weekday_after_time,
    weekday_after_time,
    weekday_in_duration,
)
from calculator.reading.values import (
    Answer,
    Duration,
    Number,
    Other,
    Setting,
    Time,
    Unit,
    UnitDuration,
)


def window(setting: Setting, first: date, last: date) -> Window:
    """Return a window that does not begin before the day it was said, unless all of it does."""
    return Window(max(first, setting.said_on) if last >= setting.said_on else first, last)


def window_of(setting: Setting, time: Time) -> Window:
    """Return the days of a time that are left."""
    return window(setting, time.first, time.last)


def until(setting: Setting, last: date) -> Window:
    """Return the days up to one."""
    return Window(min(setting.said_on, last), last)


def open_from(setting: Setting, first: date) -> Window:
    """Return all days from one on."""
    return Window(max(first, setting.said_on))


def in_doubt(setting: Setting, time: Time, last: date) -> bool:
    """Whether it is worth asking: the words leave it open, or all of it is over."""
    return time.doubtful or last < setting.said_on


@means("on those days")
def on_time(setting: Setting, time: Time) -> Answer:
    return Answer(
        window_of(setting, time),
        tuple(window_of(setting, other) for other in time.others),
        in_doubt(setting, time, time.last),
        assumed=time.assumed,
        how="on",
        time=time,
    )


@means("up to and including it; by a month, a quarter or a year: its first day")
def by_time(setting: Setting, time: Time) -> Answer:
    last = time.by or time.last
    return Answer(
        until(setting, last),
        tuple(until(setting, other.by or other.last) for other in time.others),
        in_doubt(setting, time, last),
        assumed=time.assumed,
        how="by",
        time=time,
    )


@means("the day it was said")
def by_clock(setting: Setting, _hour: Other) -> Answer:
    return by_time(setting, calendar.day(setting.said_on))


@means("up to and including that day")
def by_hour(setting: Setting, _hour: Other, time: Time) -> Answer:
    return by_time(setting, time)


@means("up to and including its last day")
def by_end_of(setting: Setting, time: Time) -> Answer:
    return replace(by_time(setting, replace(time, by=None)), how="by")


@means("up to the day before it")
def before_time(setting: Setting, time: Time) -> Answer:
    last = time.first - DAY
    return Answer(
        until(setting, last),
        tuple(until(setting, other.first - DAY) for other in time.others),
        in_doubt(setting, time, last),
        assumed=time.assumed,
        how="before",
        time=time,
    )


@means("up to and including it; after a not: not before it")
def until_time(setting: Setting, time: Time) -> Answer:
    return replace(by_end_of(setting, time), how="until")


@means("from the day after it; after a week: from the next Monday")
def after_time(setting: Setting, time: Time) -> Answer:
    others = tuple(open_from(setting, end_of(other) + DAY) for other in time.others)
    found = open_from(setting, end_of(time) + DAY)
    return Answer(found, others, time.doubtful, assumed=time.assumed, how="after", time=time)


@means("from the day after it")
def following_time(setting: Setting, time: Time) -> Answer | None:
    # "The following Friday" is a day.
    return None if time.grain == "weekday" else after_time(setting, time)


@means("that date, if it is such a day")
def on_dated_weekday(setting: Setting, number: int, time: Time) -> Answer | None:
    is_dated = time.grain != "weekday" and not time.relative
    return on_time(setting, time) if is_dated and time.first.weekday() == number else None


@means("from its first day on")
def from_time(setting: Setting, time: Time) -> Answer:
    others = (window_of(setting, time),)
    found = open_from(setting, time.first)
    doubtful = in_doubt(setting, time, time.last)
    return Answer(found, others, doubtful, assumed=time.assumed, how="from", time=time)


@means("from its first day on")
def starting(setting: Setting, time: Time) -> Answer | None:
    # "From Monday to Wednesday" is not "from Monday on".
    return None if time.grain == "stretch" or time.is_end else from_time(setting, time)


@means("not before its first day")
def not_before(setting: Setting, time: Time) -> Answer:
    others = (window_of(setting, time), open_from(setting, end_of(time) + DAY))
    doubtful = time.doubtful or time.first < setting.said_on
    found = open_from(setting, time.first)
    return Answer(found, others, doubtful, assumed=time.assumed, how="from", time=time)


@means("from its first day on; a day: that day")
def only_from(setting: Setting, time: Time) -> Answer:
    is_named = time.part or time.grain in ("day", "weekday")
    return (on_time if is_named else from_time)(setting, time)


@means("not before the first, and up to the second")
def from_until(setting: Setting, first: Time, last: Time) -> Answer | None:
    last = last.following(first.first)
    return None if last.last < first.first else Answer(window(setting, first.first, last.last))


# Lengths of time


@means("so much after the day it was said")
def in_duration(setting: Setting, duration: Duration) -> Answer:
    time = lengths.point(duration, setting)
    return Answer(Window(time.first, time.last), how="in", time=time, duration=duration)


@means("from the end of the shorter to the end of the longer")
def at_least_at_most(setting: Setting, least: Duration, most: Duration) -> Answer:
    return in_duration(setting, Duration(least.low, most.high))


@means("from the smaller number to the larger")
def at_least_at_most_number(
    setting: Setting, least: Number, unit: Unit, most: Number
) -> Answer | None:
    both = lengths.one_or_more(setting, least, unit, most)
    return in_duration(setting, both) if both else None


@means("that day of the week in which the time runs out")
def in_duration_on(setting: Setting, duration: Duration, weekday: int) -> Answer:
    return on_time(setting, weekday_in_duration(setting, weekday, duration))


@means("at any time up to then")
def within(setting: Setting, duration: Duration) -> Answer:
    time = lengths.point(duration, setting)
    others = (Window(time.first, time.last),) if time.first < time.last else ()
    found = Window(setting.said_on, time.last)
    return Answer(found, others, how="by", time=time, duration=duration)


@means("at any time up to then")
def within_unit_duration(setting: Setting, found: UnitDuration) -> Answer:
    return within(setting, found.duration)


@means("at any time up to then")
def within_next(setting: Setting, unit: Unit) -> Answer | None:
    if unit.plural:
        return None
    return within(setting, lengths.duration(setting, lengths.ONE, unit))


@means("at any time up to then")
def within_count(setting: Setting, number: Number, unit: Unit) -> Answer:
    return within(setting, lengths.duration(setting, number, unit))


@means("at any time up to one from now; or up to the end of this one")
def within_the(setting: Setting, unit: Unit) -> Answer | None:
    found, this = within_next(setting, unit), current(unit, setting)
    if not found or not this:
        return found
    return replace(found, others=(until(setting, this.last),))


@means("until its end, or so long")
def within_this(setting: Setting, unit: Unit) -> Answer | None:
    found = within_the(setting, unit)
    if not found or not found.window or not found.others:
        return found
    return replace(found, window=found.others[0], others=(found.window,))


@means("not before then")
def at_least(setting: Setting, duration: Duration) -> Answer:
    time = lengths.point(duration, setting)
    return Answer(Window(time.first), (Window(time.first, time.first),), time=time)


@means("not before then")
def at_least_number(setting: Setting, number: Number, unit: Unit) -> Answer:
    return at_least(setting, lengths.duration(setting, number, unit))


@means("not before then")
def more_than(setting: Setting, duration: Duration) -> Answer:
    return replace(at_least(setting, duration), how="more", duration=duration)


@means("not before then; after a range: in it")
def after_duration(setting: Setting, duration: Duration) -> Answer:
    if duration.low != duration.high:
        return in_duration(setting, duration)
    return replace(at_least(setting, duration), duration=duration)


@means("so much after the day it was said; after a not: not before then")
def for_duration(setting: Setting, duration: Duration) -> Answer:
    return replace(in_duration(setting, duration), how="for")


@means("from the day itself up to so much after it")
def within_of(setting: Setting, duration: Duration, time: Time) -> Answer:
    last = lengths.after(duration, time.last, setting).last
    found = window(setting, time.first, last)
    return Answer(found, doubtful=in_doubt(setting, time, last), assumed=time.assumed)


@means("from a time named before up to so much after it")
def within_of_that(setting: Setting, duration: Duration) -> Answer:
    return replace(
        within(setting, duration),
        again=lambda named: within_of(setting, duration, calendar.day(named)),
    )


@means("up to the day before a time named before")
def before_then(setting: Setting) -> Answer:
    return Answer(None, again=lambda named: before_time(setting, calendar.day(named)))


@means("so much before a time named before")
def beforehand(setting: Setting, duration: Duration) -> Answer:
    return Answer(
        None, again=lambda named: on_time(setting, lengths.before(duration, named, setting))
    )


@means("the one before a time named before")
def unit_beforehand(setting: Setting, unit: Unit) -> Answer | None:
    def again(named: date) -> Answer:
        return on_time(setting, calendar.next_of(unit, -1, named, setting) or calendar.day(named))

    return None if unit.plural else Answer(None, again=again)


@means("up to so much before a time named before")
def by_beforehand(setting: Setting, duration: Duration) -> Answer:
    return Answer(
        None, again=lambda named: by_time(setting, lengths.before(duration, named, setting))
    )


@means("up to a time named before")
def by_then(setting: Setting) -> Answer:
    return Answer(None, again=lambda named: by_time(setting, calendar.day(named)))


# Words without a date


@means("no time that can be counted")
def vague(_: Setting, *_parts: object) -> Answer:
    return Answer(None, how="vague")


@means("counted from a day that the words don't give: asked for")
def by_event(setting: Setting, *parts: Duration | Other) -> Answer | None:
    event = parts[-1]
    return asked_for(event, partial(after_time, setting)) if isinstance(event, Other) else None


@means("on a day that the words don't give: asked for")
def at_event(setting: Setting, event: Other) -> Answer:
    return asked_for(event, partial(on_time, setting))


@means("up to a day that the words don't give: asked for")
def by_day_of_event(setting: Setting, event: Other) -> Answer:
    return asked_for(event, partial(by_time, setting))


@means("up to a day that the words don't give; after a not: not before it")
def until_event(setting: Setting, event: Other) -> Answer:
    return asked_for(event, partial(until_time, setting))


@means("the first such day after it")
def weekday_after_holiday(setting: Setting, number: int, time: Time) -> Answer:
    return on_time(setting, weekday_after_time(setting, number, time))


@means("the first such day after one that the words don't give: asked for")
def weekday_after_event(setting: Setting, number: int, event: Other) -> Answer:
    return nth_weekday_after_event(setting, 1, number, event)


@means("such a day, so many after one that the words don't give: asked for")
def nth_weekday_after_event(setting: Setting, count: int, number: int, event: Other) -> Answer:
    return asked_for(
        event, lambda time: on_time(setting, nth_weekday_after_time(setting, count, number, time))
    )


@means("up to the day before one that the words don't give: asked for")
def before_event(setting: Setting, event: Other) -> Answer:
    return asked_for(event, partial(before_time, setting))


def asked_for(event: Other, when: Callable[[Time], Answer]) -> Answer:
    """Return what is meant once the day of an event is known."""
    return Answer(
        None, doubtful=True, missing=event.words, again=lambda named: when(calendar.day(named))
    )


@means("counted from a day that the words don't give: asked for")
def after_event(setting: Setting, duration: Duration, event: Other) -> Answer:
    return Answer(
        None,
        doubtful=True,
        missing=event.words,
        again=lambda named: on_time(setting, lengths.after(duration, named, setting)),
    )


@means("counted from a day that the words don't give: asked for")
def within_of_event(setting: Setting, duration: Duration, event: Other) -> Answer:
    return replace(
        after_event(setting, duration, event),
        again=lambda named: within_of(setting, duration, calendar.day(named)),
    )
