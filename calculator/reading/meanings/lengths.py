"""Numbers and lengths of time: what "a couple of weeks" or "7 to 10 business days" means."""

from __future__ import annotations

from copy import replace
from datetime import date
from math import ceil

from calculator.reading.meaning import as_named, means
from calculator.reading.meanings.calendar import stretch
from calculator.reading.values import Duration, Length, Number, Setting, Time, Unit, UnitDuration

# Beyond these a number is not a wait for an answer.
MOST = {"day": 3700, "working day": 1000, "week": 520, "month": 120}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
ONE = Number(1, 1)


quantity = as_named("a number: a couple is 2, a few 3, several 5")


@means("one more")
def one(_: Setting) -> Number:
    return ONE


@means("six")
def half_dozen(_: Setting) -> Number:
    return Number(6, 6)


@means("a number given with its tens and ones")
def tens_and_ones(_: Setting, tens: int, ones: Number) -> Number | None:
    return Number(tens + ones.low, tens + ones.high) if 1 <= ones.low <= 9 else None


@means("that many hundreds")
def hundreds(_: Setting, number: Number) -> Number:
    return Number(number.low * 100, number.high * 100)


@means("from the first number to the second")
def number_range(_: Setting, low: Number, high: Number) -> Number | None:
    return Number(low.low, high.high) if low.low < high.high else None


@means("from the first number to the second")
def number_then_number(setting: Setting, low: Number, high: Number) -> Number | None:
    return number_range(setting, low, high) if high.high <= 3 * low.low else None


@means("a number and a half")
def and_a_half(_: Setting, number: Number, half: float = 0.5) -> Number:
    return Number(number.low + half, number.high + half)


@means("a number given in words and in figures")
def number_twice(_: Setting, number: Number, figures: Number) -> Number | None:
    return number if number == figures else None


@means("half of it")
def half(_: Setting) -> Number:
    return Number(0.5, 0.5)


@means("a part of it")
def fraction(_: Setting, part: float) -> Number:
    return Number(part, part)


@means("quarters of it")
def quarters(_: Setting, number: Number = ONE) -> Number:
    return Number(number.low / 4, number.high / 4)


@means("working days: Monday to Friday, less public holidays")
def working_unit(_: Setting, unit: Unit) -> Unit:
    return Unit("working day", unit.plural) if unit.name == "day" else unit


calendar_unit = as_named("days of the calendar")


@means("that many of them, counted on the calendar")
def duration(_: Setting, number: Number, unit: Unit) -> Duration:
    in_hours = unit.name == "minute" or (unit.name == "hour" and number.high % 24 != 0)
    return Duration(length(number.low, unit), length(number.high, unit), in_hours)


@means("that many, and half of one more")
def duration_and_a_half(setting: Setting, number: Number, unit: Unit) -> Duration:
    return duration(setting, and_a_half(setting, number), unit)


@means("from the first number to the second")
def one_or_more(setting: Setting, low: Number, unit: Unit, high: Number) -> Duration | None:
    both = number_range(setting, low, high)
    return duration(setting, both, unit) if both else None


@means("the corrected number of them")
def put_right(setting: Setting, _wrong: Number, unit: Unit, right: Number) -> Duration:
    return duration(setting, right, unit)


@means("that many of the corrected unit")
def put_right_unit(setting: Setting, number: Number, _wrong: Unit, right: Unit) -> Duration:
    return duration(setting, number, right)


@means("from the shorter to the longer")
def duration_range(setting: Setting, low: Duration, high: Duration) -> Duration | None:
    shorter, longer = point(low, setting), point(high, setting)
    if high.in_hours:
        return replace(high, low=low.low)
    return Duration(low.low, high.high) if shorter.first < longer.last else None


@means("from the shorter to the longer, whichever is named first")
def either(setting: Setting, first: Duration, second: Duration) -> Duration | None:
    return duration_range(setting, first, second) or duration_range(setting, second, first)


@means("the sum of both")
def sum_of(setting: Setting, long: Duration, short: Duration) -> Duration | None:
    if point(short, setting).last >= point(long, setting).first:
        return None
    return Duration(long.low.plus(short.low), long.high.plus(short.high))


same_duration = as_named("that long")


@means("one or more of them")
def unit_or_more(setting: Setting, unit: Unit, number: Number) -> UnitDuration | None:
    found = one_or_more(setting, ONE, unit, number)
    return UnitDuration(found) if found else None


@means("one and a half of them")
def unit_and_a_half(setting: Setting, unit: Unit) -> UnitDuration:
    return UnitDuration(duration_and_a_half(setting, ONE, unit))


@means("one of them")
def unit_or_so(setting: Setting, unit: Unit) -> UnitDuration | None:
    return None if unit.plural else UnitDuration(duration(setting, ONE, unit))


def length(number: float, unit: Unit) -> Length:
    """Return a number of units as a length; half a month is 15 days, hours make whole days."""
    match unit.name:
        case "minute":
            return Length()
        case "hour":
            return Length(days=ceil(at_most(number / 24, "day")) if number >= 24 else 0)
        case "day":
            return Length(days=ceil(at_most(number, "day")))
        case "working day":
            return Length(working_days=ceil(at_most(number, "working day")))
        case "week":
            return Length(days=int(at_most(number, "week") * 7))
        case "fortnight":
            return Length(days=int(at_most(number, "week") * 14))
        case name:
            months = at_most(number * MONTHS[name], "month")
            return Length(months=int(months), days=int(months % 1 * 30))


def at_most(number: float, unit: str) -> float:
    """Return the number; raises ``ValueError`` for one that no employer means."""
    if number > MOST[unit]:
        raise ValueError(f"too long: {number} times a {unit}")
    return number


def point(duration: Duration, setting: Setting) -> Time:
    """Return the day that is so much after the day it was said, or the days, for a range."""
    return after(duration, setting.said_on, setting)


def after(duration: Duration, day: date, setting: Setting) -> Time:
    """Return the day, or the days, so much after a day."""
    return stretch(duration.low.after(day, setting), duration.high.after(day, setting))


def before(duration: Duration, day: date, setting: Setting) -> Time:
    """Return the day, or the days, so much before a day."""
    return stretch(duration.high.before(day, setting), duration.low.before(day, setting))
