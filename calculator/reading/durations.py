"""Numbers and lengths of time: what "a couple of weeks" or "7 to 10 business days" means."""

from __future__ import annotations

from datetime import date
from math import ceil

from calculator.reading.chart import means
from calculator.reading.values import Duration, Length, Number, Setting, Time, Unit, UnitDuration

# Beyond these a number is not a wait for an answer.
MOST = {"day": 3700, "working day": 1000, "week": 520, "month": 120, "year": 10}


@means("a number")
def quantity(_: Setting, number: Number) -> Number:
    return number


@means("a number given with its tens and ones")
def tens_and_ones(_: Setting, tens: int, ones: Number) -> Number | None:
    return Number(tens + ones.low, tens + ones.high) if 1 <= ones.low <= 9 else None


@means("from the first number to the second")
def number_range(_: Setting, low: Number, high: Number) -> Number | None:
    return Number(low.low, high.high) if low.low < high.high else None


@means("a number and a half")
def and_a_half(_: Setting, number: Number, half: float = 0.5) -> Number:
    return Number(number.low + half, number.high + half)


@means("that many hundreds")
def hundreds(_: Setting, number: Number) -> Number:
    return Number(number.low * 100, number.high * 100)


@means("from the first number to the second")
def number_then_number(_: Setting, low: Number, high: Number) -> Number | None:
    return number_range.find(_, low, high) if high.high <= 3 * low.low else None


@means("a quarter of it")
def quarter_of_unit(_: Setting, unit: Unit) -> Duration | None:
    return duration.find(_, Number(3, 3), Unit("month")) if unit.name == "year" else None


@means("half")
def half(_: Setting) -> Number:
    return Number(0.5, 0.5)


@means("six")
def half_dozen(_: Setting) -> Number:
    return Number(6, 6)


@means("one more")
def one(_: Setting) -> Number:
    return Number(1, 1)


@means("from the first number to the second")
def number_range_units(_: Setting, low: Number, high: Number, unit: Unit) -> Duration | None:
    both = number_range.find(_, low, high)
    return both and duration.find(_, both, unit)


@means("a unit of time")
def unit(_: Setting, unit: Unit) -> Unit:
    return unit


@means("a working day: Monday to Friday, less public holidays")
def working_unit(_: Setting, unit: Unit) -> Unit:
    return Unit("working day", unit.plural) if unit.name == "day" else unit


@means("that many of them, counted on the calendar")
def duration(_: Setting, number: Number, unit: Unit) -> Duration:
    return Duration(length(number.low, unit), length(number.high, unit))


@means("that many and half of one more")
def duration_and_a_half(_: Setting, number: Number, unit: Unit) -> Duration:
    return Duration(length(number.low + 0.5, unit), length(number.high + 0.5, unit))


@means("from the first number to the second")
def one_or_more(_: Setting, low: Number, unit: Unit, high: Number) -> Duration | None:
    if low.low >= high.high:
        return None
    return Duration(length(low.low, unit), length(high.high, unit))


@means("from the shorter to the longer")
def duration_range(setting: Setting, low: Duration, high: Duration) -> Duration | None:
    longer = high.high.after(setting.said_on, setting) > low.low.after(setting.said_on, setting)
    return Duration(low.low, high.high) if longer else None


@means("the sum of both")
def sum_of(setting: Setting, long: Duration, short: Duration) -> Duration | None:
    said = setting.said_on
    if short.high.after(said, setting) >= long.low.after(said, setting):
        return None
    return Duration(long.low.plus(short.low), long.high.plus(short.high))


@means("one or more of them")
def unit_or_more(_: Setting, unit: Unit, number: Number) -> UnitDuration | None:
    found = one_or_more.find(_, Number(1, 1), unit, number)
    return found and UnitDuration(found)


@means("one and a half of them")
def unit_and_a_half(_: Setting, unit: Unit) -> UnitDuration:
    return UnitDuration(duration_and_a_half.find(_, Number(1, 1), unit))


@means("one of them")
def unit_or_so(_: Setting, unit: Unit) -> UnitDuration | None:
    return None if unit.plural else UnitDuration(duration.find(_, Number(1, 1), unit))


@means("that long")
def same_duration(_: Setting, duration: Duration) -> Duration:
    return duration


def length(number: float, unit: Unit) -> Length:
    """Return a number of units as a length; half a month is 15 days, hours round up to days."""
    match unit.name:
        case "minute":
            return Length()
        case "hour":
            return Length(days=ceil(number / 24) if number >= 24 else 0)
        case "day":
            return Length(days=at_most(ceil(number), "day"))
        case "working day":
            return Length(working_days=at_most(ceil(number), "working day"))
        case "fortnight":
            return Length(days=at_most(int(number * 14), "day"))
        case "week":
            return Length(days=int(at_most(number, "week") * 7))
        case _:
            months = at_most(number * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit.name], "month")
            return Length(months=int(months), days=int(months % 1 * 30))


def at_most[N: (int, float)](number: N, unit: str) -> N:
    """Return the number; raises ``ValueError`` for one that no employer means."""
    if number > MOST[unit]:
        raise ValueError(f"too long: {number} times a {unit}")
    return number


def point(duration: Duration, setting: Setting) -> Time:
    """Return the day, or from which day to which, that is this much after the day it was said."""
    return after(duration, setting.said_on, setting)


def after(duration: Duration, day: date, setting: Setting) -> Time:
    first, last = duration.low.after(day, setting), duration.high.after(day, setting)
    return Time(first, last, "day" if first == last else "stretch")


def before(duration: Duration, day: date, setting: Setting) -> Time:
    first, last = duration.high.before(day, setting), duration.low.before(day, setting)
    return Time(first, last, "day" if first == last else "stretch")
