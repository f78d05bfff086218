"""What "by", "after" and "within" make of a time: the window in which the answer is promised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from calculator.days import DAY, Window
from calculator.reading import durations
from calculator.reading.chart import means
from calculator.reading.times import duration_weekday, end_of, this_unit
from calculator.reading.values import Answer, Duration, Number, Other, Setting, Time, Unit, UnitDuration


def window(setting: Setting, first: date | None, last: date | None) -> Window:
    """Return a window that does not begin before the day it was said."""
    if first and last and first < setting.said_on <= last:
        first = setting.said_on
    return Window(first, last)


def window_of(setting: Setting, time: Time) -> Window:
    return window(setting, time.first, time.last)


@means("on those days")
def on_time(setting: Setting, time: Time) -> Answer:
    others = tuple(window_of(setting, other) for other in time.others)
    found = window_of(setting, time)
    return Answer(
        found, others, doubtful(setting, time, found), assumed=time.assumed, how="on", time=time
    )


def doubtful(setting: Setting, time: Time, found: Window) -> bool:
    """Whether it is worth asking: the words leave it open, or all of it is over."""
    return time.doubtful or bool(found.latest and found.latest < setting.said_on)


def until(setting: Setting, last: date) -> Window:
    return Window(min(setting.said_on, last), last)


@means("from the day it was said up to and including it; a month, quarter or year: its first day")
def by_time(setting: Setting, time: Time) -> Answer:
    found = until(setting, time.by or time.last)
    others = [until(setting, other.by or other.last) for other in time.others]
    return Answer(
        found, tuple(others), doubtful(setting, time, found), assumed=time.assumed, how="by", time=time
    )


@means("up to and including its last day")
def by_end_of(setting: Setting, time: Time) -> Answer:
    return by_time.find(setting, replace(time, by=None))


@means("up to and including its last day")
def by_end_of_part(setting: Setting, time: Time) -> Answer:
    end = time.last
    if time.grain == "week" and end.weekday() > 4:
        end = time.first + 4 * DAY
    return by_time.find(setting, replace(time, by=None, first=setting.said_on, last=end))


@means("up to and including its last day")
def before_unit_out(setting: Setting, unit: Unit) -> Answer | None:
    this = this_unit.find(setting, unit)
    return this and by_end_of_part.find(setting, this)


@means("that day of the week in which the time runs out")
def in_duration_on(setting: Setting, duration: Duration, weekday: int) -> Answer:
    return on_time.find(setting, duration_weekday.find(setting, duration, weekday))


@means("up to the day before it")
def before_time(setting: Setting, time: Time) -> Answer | None:
    found = until(setting, time.first - DAY)
    others = tuple(until(setting, other.first - DAY) for other in time.others)
    return Answer(found, others, doubtful(setting, time, found), how="before", time=time)


@means("until then; with a not before it, not before then")
def until_time(setting: Setting, time: Time) -> Answer:
    return replace(by_time.find(setting, replace(time, by=None)), how="until")


@means("from the day after it")
def after_time(setting: Setting, time: Time) -> Answer:
    first = max(end_of(time) + DAY, setting.said_on)
    others = tuple(Window(end_of(other) + DAY) for other in time.others)
    return Answer(Window(first), others, time.doubtful, time=time)


@means("not before it")
def from_time(setting: Setting, time: Time) -> Answer | None:
    if time.grain == "stretch":
        return None
    first = max(time.first, setting.said_on)
    others = (window_of(setting, time),)
    return Answer(Window(first), others, doubtful(setting, time, others[0]), time=time)


@means("not before it")
def not_before(setting: Setting, time: Time) -> Answer:
    first = max(time.first, setting.said_on)
    others = (window_of(setting, time), Window(end_of(time) + DAY))
    begun = time.doubtful or time.first < setting.said_on
    return Answer(Window(first), others, begun, time=time)


@means("from the first to the second")
def from_until(setting: Setting, first: Time, last: Time) -> Answer | None:
    last = last.following(first.first)
    if last.last < first.first:
        return None
    return Answer(window(setting, first.first, last.last))


# Lengths of time


@means("so much after the day it was said")
def in_duration(setting: Setting, duration: Duration) -> Answer:
    time = durations.point(duration, setting)
    return Answer(Window(time.first, time.last), how="in", time=time, duration=duration)


@means("at any time up to then")
def within(setting: Setting, duration: Duration) -> Answer:
    time = durations.point(duration, setting)
    others = (Window(time.first, time.last),) if time.first < time.last else ()
    return Answer(Window(setting.said_on, time.last), others, time=time, duration=duration, how="by")


@means("at any time up to then; or by the end of that week or month")
def within_the(setting: Setting, unit: Unit) -> Answer | None:
    if unit.plural:
        return None
    found: Answer = within.find(setting, durations.duration.find(setting, Number(1, 1), unit))
    this = this_unit.find(setting, unit)
    return replace(found, others=(until(setting, this.last),)) if this else found


@means("at any time up to then")
def within_next(setting: Setting, unit: Unit) -> Answer | None:
    return within_the.find(setting, unit) and within.find(
        setting, durations.duration.find(setting, Number(1, 1), unit)
    )


@means("at any time up to then")
def within_unit_duration(setting: Setting, found: UnitDuration) -> Answer:
    return within.find(setting, found.duration)


@means("not before then")
def at_least(setting: Setting, duration: Duration) -> Answer:
    first = duration.low.after(setting.said_on, setting)
    time = durations.point(duration, setting)
    return Answer(Window(first), (Window(first, first),), time=time)


@means("not before then")
def more_than(setting: Setting, duration: Duration) -> Answer:
    return replace(at_least.find(setting, duration), how="least", duration=duration)


@means("not before then")
def after_duration(setting: Setting, duration: Duration) -> Answer:
    if duration.low != duration.high:
        return in_duration.find(setting, duration)
    return at_least.find(setting, duration)


@means("not before then")
def at_least_number(setting: Setting, number: Number, unit: Unit) -> Answer:
    return at_least.find(setting, durations.duration.find(setting, number, unit))


@means("for so long: with a not before it, not before then")
def for_duration(setting: Setting, duration: Duration) -> Answer:
    return replace(in_duration.find(setting, duration), how="for")


@means("from the day itself to so much after it")
def within_of(setting: Setting, duration: Duration, time: Time) -> Answer:
    latest = durations.after(duration, time.last, setting).last
    return Answer(window(setting, time.first, latest))


@means("from one length of time to the other")
def between_durations(setting: Setting, low: Duration, high: Duration) -> Answer | None:
    both = durations.duration_range.find(setting, low, high)
    return both and in_duration.find(setting, both)


# Words without a date


@means("no time that can be counted")
def vague(_: Setting, *_parts: object) -> Answer:
    return Answer(None, how="vague")


@means("a time that the words don't give: asked for")
def by_anchor(_: Setting, *parts: Duration | Other) -> Answer | None:
    anchor = parts[-1]
    return Answer(None, doubtful=True, missing=anchor.words) if isinstance(anchor, Other) else None


@means("counted from the day it was said")
def after_own(setting: Setting, duration: Duration, _own: Other) -> Answer:
    return in_duration.find(setting, duration)


@means("counted from the day it was said")
def within_own(setting: Setting, duration: Duration, _own: Other) -> Answer:
    return within.find(setting, duration)
