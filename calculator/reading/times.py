"""Days, weeks, months and their parts: what "the Monday after next" means on a given day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from calculator.days import DAY, WEEK, add_months, last_day_of_month, monday_of
from calculator.reading import durations
from calculator.reading.chart import means
from calculator.reading.values import (
    Duration,
    MonthDay,
    Number,
    Other,
    Part,
    Setting,
    Time,
    Unit,
)

NO_YEAR = "no year was named: the first such date from the day it was said"


def day(of: date) -> Time:
    return Time(of, of)


# Weekdays


def weekday_after(number: int, day: date) -> date:
    """Return the first such weekday after a day.

    >>> weekday_after(0, date(2026, 3, 9)).isoformat()
    '2026-03-16'
    """
    return day + ((number - day.weekday() - 1) % 7 + 1) * DAY


def first_weekday_after(number: int, day: date) -> Time:
    found = weekday_after(number, day)
    return Time(found, found, "weekday", again=partial(first_weekday_after, number))


@means("the first such day after the day it was said")
def weekday(setting: Setting, number: int) -> Time:
    return first_weekday_after(number, setting.said_on)


@means("that day of next week; the first such day, where that is sooner, is asked about")
def next_weekday(setting: Setting, number: int) -> Time:
    found = day(monday_of(setting.said_on) + WEEK + number * DAY)
    first = first_weekday_after(number, setting.said_on)
    return found if found.first == first.first else found.or_else(first, doubtful=True)


@means("the first such day after the day it was said")
def coming_weekday(setting: Setting, number: int) -> Time:
    return first_weekday_after(number, setting.said_on)


@means("that day a week after the first such day")
def weekday_week(setting: Setting, number: int) -> Time:
    return day(weekday_after(number, setting.said_on) + WEEK)


@means("that day two weeks after the first such day")
def weekday_fortnight(setting: Setting, number: int) -> Time:
    return day(weekday_after(number, setting.said_on) + 2 * WEEK)


@means("the second such day after the day it was said")
def weekday_after_next(setting: Setting, number: int) -> Time:
    first = weekday_after(number, setting.said_on)
    of_next_week = monday_of(setting.said_on) + WEEK + number * DAY
    found, other = day(first + WEEK), day(of_next_week + WEEK)
    return found if found.first == other.first else found.or_else(other, doubtful=True)


@means("such a day, so many times on")
def number_of_weekdays(setting: Setting, number: Number, weekday: int) -> Time:
    return nth_weekday_after(int(number.low), weekday, setting.said_on)


def nth_weekday_after(count: int, weekday: int, day_named: date) -> Time:
    return day(weekday_after(weekday, day_named) + (durations.at_most(count, "week") - 1) * WEEK)


@means("that day of that week")
def weekday_of_week(_: Setting, number: int, week: Time) -> Time | None:
    found = day(monday_of(week.first) + number * DAY)
    return replace(found, doubtful=week.doubtful)


@means("that day of that week")
def week_weekday(_: Setting, week: Time, number: int) -> Time | None:
    return replace(day(monday_of(week.first) + number * DAY), doubtful=week.doubtful)


@means("that day of the week in which the time runs out")
def weekday_in_duration(setting: Setting, number: int, duration: Duration) -> Time:
    end = duration.low.after(setting.said_on, setting)
    return day(monday_of(end) + number * DAY)


@means("that day of the week in which the time runs out")
def duration_weekday(setting: Setting, duration: Duration, number: int) -> Time:
    end = duration.low.after(setting.said_on, setting)
    return day(monday_of(end) + number * DAY)


@means("from the first to the last of these days of that week")
def weekdays_of_week(_: Setting, first: int, last: int, week: Time) -> Time:
    monday = monday_of(week.first)
    start = monday + first * DAY
    return Time(start, weekday_after(last, start), "stretch")


@means("from the first to the last of these days of that week")
def week_weekdays(_: Setting, week: Time, first: int, last: int) -> Time:
    start = monday_of(week.first) + first * DAY
    return Time(start, weekday_after(last, start), "stretch")


@means("the first such day after it")
def weekday_after_time(_: Setting, number: int, time: Time) -> Time:
    return day(weekday_after(number, end_of(time)))


@means("the last such day before it")
def weekday_before_time(_: Setting, number: int, time: Time) -> Time:
    return day(weekday_after(number, time.first - DAY - WEEK))


@means("that many such days after it")
def nth_weekday_after_time(_: Setting, count: int, number: int, time: Time) -> Time:
    return nth_weekday_after(count, number, end_of(time))


@means("the first such day and the one a week later")
def weekday_or_next(setting: Setting, number: int) -> Time:
    first = weekday_after(number, setting.said_on)
    return Time(first, first + WEEK, "stretch")


# Days near the day it was said


@means("the day it was said")
def today(setting: Setting) -> Time:
    return day(setting.said_on)


@means("the day after the day it was said")
def tomorrow(setting: Setting) -> Time:
    return day(setting.said_on + DAY)


@means("the day after the time named before it, or after the day it was said")
def next_day(setting: Setting) -> Time:
    found = day(setting.said_on + DAY)
    return replace(found, relative=True, again=lambda named: day(named + DAY))


@means("two days after the day it was said")
def day_after_tomorrow(setting: Setting) -> Time:
    return day(setting.said_on + 2 * DAY)


@means("tomorrow or the day after")
def tomorrow_or_day_after(setting: Setting) -> Time:
    return Time(setting.said_on + DAY, setting.said_on + 2 * DAY, "stretch")


@means("a week after the day it was said")
def this_time_next_week(setting: Setting) -> Time:
    return day(setting.said_on + WEEK)


@means("that day, whatever the hour")
def same_time(_: Setting, time: Time, *_more: object) -> Time:
    return time


@means("that day, whatever the hour")
def by_hour(_: Setting, time: Time, *_more: object) -> Time:
    return replace(time, is_end=True)


@means("that day, whatever the hour")
def clock_time(_: Setting, _clock: object, time: Time) -> Time:
    return replace(time, is_end=True)


@means("the day it was said")
def end_of_today(setting: Setting) -> Time:
    return replace(day(setting.said_on), is_end=True)


@means("an hour of a day")
def clock(_: Setting, *_parts: object) -> Other:
    return Other(("clock",))


@means("an hour of a day")
def clock_of(_: Setting, number: Number, *_more: object) -> Other | None:
    return Other(("clock",)) if 0 <= number.low <= 24 else None


@means("the day it was said")
def today_clock(setting: Setting, _clock: Other) -> Time:
    return replace(day(setting.said_on), is_end=True)


@means("a week and a day after the day it was said")
def week_tomorrow(setting: Setting) -> Time:
    return day(setting.said_on + WEEK + DAY)


@means("the weekend: Saturday and Sunday")
def weekend(setting: Setting) -> Time:
    saturday = monday_of(setting.said_on) + 5 * DAY
    return Time(saturday, saturday + DAY, "weekend")


@means("the weekend after the coming one, or the coming one: asked about")
def next_weekend(setting: Setting) -> Time:
    coming = monday_of(setting.said_on) + 5 * DAY
    following = Time(coming + WEEK, coming + WEEK + DAY, "weekend")
    return following.or_else(Time(coming, coming + DAY, "weekend"), doubtful=True)


@means("the Saturday and Sunday of that week")
def weekend_of(_: Setting, time: Time) -> Time:
    saturday = monday_of(time.first) + 5 * DAY
    return Time(saturday, saturday + DAY, "weekend")


@means("the Saturday and Sunday after it")
def weekend_after(_: Setting, time: Time) -> Time:
    saturday = weekday_after(5, end_of(time))
    return Time(saturday, saturday + DAY, "weekend")


# Weeks, months, quarters, years


def week_of(day: date) -> Time:
    monday = monday_of(day)
    return Time(monday, monday + 4 * DAY, "week")


def month_of(day: date) -> Time:
    return Time(day.replace(day=1), last_day_of_month(day), "month")


def quarter_of(day: date) -> Time:
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return Time(first, add_months(first, 3) - DAY, "quarter")


def year_of(day: date) -> Time:
    return Time(date(day.year, 1, 1), date(day.year, 12, 31), "year")


def stretch_of(unit: Unit, steps: int, from_day: date) -> Time | None:
    """Return the week, month, quarter or year that is so many on from the one that holds a day."""
    match unit.name:
        case "day":
            return day(from_day + steps * DAY)
        case "week" | "fortnight":
            return week_of(from_day + steps * WEEK)
        case "month":
            found = month_of(add_months(from_day.replace(day=1), steps))
        case "quarter":
            found = quarter_of(add_months(from_day.replace(day=1), 3 * steps))
        case "year":
            found = year_of(add_months(from_day.replace(day=1), 12 * steps))
        case _:
            return None
    # "By January" is its first day; of the month that it is now only the end is left.
    return replace(found, by=found.first) if found.first > from_day else found


@means("the week, month, quarter or year that it was said in")
def this_unit(setting: Setting, unit: Unit) -> Time | None:
    if unit.plural:
        return None
    if unit.name == "week" and setting.said_on.weekday() >= 5:
        # On a weekend "this week" may be the one that is over, or the one about to begin.
        return replace(week_of(setting.said_on + WEEK), doubtful=True)
    return stretch_of(unit, 0, setting.said_on)


@means("the week, month, quarter or year that it was said in")
def the_unit(setting: Setting, unit: Unit) -> Time | None:
    if unit.name == "day":
        return None
    found = this_unit.find(setting, unit)
    return found and replace(found, weak=True)


@means("the one after the time named before it, or after this one")
def following_unit(setting: Setting, unit: Unit) -> Time | None:
    if unit.plural:
        return None
    found = stretch_of(unit, 1, setting.said_on)
    return found and replace(
        found, relative=True, again=lambda named: stretch_of(unit, 1, named) or found
    )


@means("the first such day after the time named before it, or after the day it was said")
def following_weekday(setting: Setting, number: int) -> Time:
    return replace(first_weekday_after(number, setting.said_on), relative=True)


@means("the whole of the next one")
def next_unit(setting: Setting, unit: Unit) -> Time | None:
    return None if unit.plural else stretch_of(unit, 1, setting.said_on)


@means("the one after the next one")
def unit_after_next(setting: Setting, unit: Unit) -> Time | None:
    return None if unit.plural else stretch_of(unit, 2, setting.said_on)


@means("the week, month, quarter or year after it")
def unit_after(_: Setting, unit: Unit, time: Time) -> Time | None:
    return None if unit.plural else stretch_of(unit, 1, time.last)


@means("the week, month, quarter or year before it")
def unit_before(_: Setting, unit: Unit, time: Time) -> Time | None:
    return None if unit.plural else stretch_of(unit, -1, time.first)


@means("this one and the next one")
def this_or_next(setting: Setting, unit: Unit) -> Time | None:
    this, following = this_unit.find(setting, unit), next_unit.find(setting, unit)
    if not this or not following:
        return None
    return Time(this.first, following.last, "stretch")


@means("the next one and the one after")
def next_or_after(setting: Setting, unit: Unit) -> Time | None:
    following, then = next_unit.find(setting, unit), unit_after_next.find(setting, unit)
    if not following or not then:
        return None
    return Time(following.first, then.last, "stretch")


@means("it and the one after")
def time_or_one_after(_: Setting, time: Time) -> Time:
    later = time.last + WEEK if time.grain in ("day", "week") else time.last
    return Time(time.first, later, "stretch")


@means("from now to its end")
def rest_of(setting: Setting, time: Time) -> Time:
    return Time(setting.said_on, time.last, "stretch")


@means("from the first to that part of the next one")
def time_or_part_of_next(setting: Setting, time: Time, part: Part) -> Time | None:
    unit = Unit("month" if time.grain == "month" else time.grain)
    then = stretch_of(unit, 1, time.first) if time.grain in ("week", "month", "quarter") else None
    found = then and part_of.find(setting, part, then)
    return found and through(time, found)


@means("the next one")
def next_of_time(_: Setting, time: Time) -> Time | None:
    return stretch_of(Unit(time.grain), 1, time.first)


@means("the second")
def the_second(_: Setting, _first: Time, second: Time) -> Time:
    return second


@means("up to and including it")
def now_to(setting: Setting, time: Time) -> Time | None:
    return Time(setting.said_on, time.last, "stretch") if time.last >= setting.said_on else None


@means("it and the next one")
def time_or_next(_: Setting, time: Time) -> Time | None:
    then = stretch_of(Unit(time.grain), 1, time.first) if time.grain in ("week", "month", "quarter") else None
    return then and through(time, then)


@means("Monday to Friday of the week that holds it; of the week after, for a Sunday")
def week_of_time(_: Setting, time: Time) -> Time:
    return week_of(time.first + DAY if time.first.weekday() == 6 and time.grain == "day" else time.first)


@means("Monday to Friday of the week that holds it")
def week_of_holiday(_: Setting, holiday: Time) -> Time:
    return week_of(holiday.first)


@means("the week that ends on that day")
def week_ending(_: Setting, time: Time) -> Time:
    return Time(monday_of(time.last), time.last, "week")


@means("weeks are not counted here: asked about")
def week_number(_: Setting, *_parts: object) -> Other:
    return Other(("anchor",), "the date on which that week begins")


# Parts of them


@means("Thursday and Friday; by then: Friday")
def end_of_week(setting: Setting) -> Time:
    return end_of_time.find(setting, this_unit.find(setting, Unit("week")))


@means("from the 21st to the last day")
def end_of_month(setting: Setting) -> Time:
    return end_of_time.find(setting, month_of(setting.said_on))


@means("up to 31 December")
def end_of_year(setting: Setting) -> Time:
    return Time(setting.said_on, date(setting.said_on.year, 12, 31), "year", "late", is_end=True)


@means("the end of this one")
def end_of_unit(setting: Setting, unit: Unit) -> Time | None:
    this = this_unit.find(setting, unit)
    return this and end_of_time.find(setting, this)


@means("the last month of the quarter")
def end_of_quarter(setting: Setting) -> Time | None:
    return end_of_time.find(setting, quarter_of(setting.said_on))


@means("the second half")
def second_half(setting: Setting, time: Time) -> Time | None:
    return half_of.find(setting, 2, time)


@means("its last week, or its last day")
def last_unit_of_this(setting: Setting, unit: Unit, of: Unit) -> Time | None:
    this = this_unit.find(setting, of)
    return this and last_unit_of.find(setting, unit, this)


@means("Tuesday to Thursday")
def middle_of(setting: Setting, week: Time) -> Time | None:
    return part_of.find(setting, "mid", week)


@means("Tuesday to Thursday")
def midweek(setting: Setting) -> Time | None:
    return part_of.find(setting, "mid", this_unit.find(setting, Unit("week")))


@means("the beginning, middle or end of this one")
def part_of_this(setting: Setting, part: Part, unit: Unit) -> Time | None:
    this = this_unit.find(setting, unit)
    return this and part_of.find(setting, part, this)


@means("its end")
def later_this(setting: Setting, unit: Unit) -> Time | None:
    this = this_unit.find(setting, unit)
    return this and part_of.find(setting, "late", this)


@means("its end")
def late_time(setting: Setting, time: Time) -> Time | None:
    return part_of.find(setting, "late", time)


@means("its beginning, middle or end")
def edge_of(setting: Setting, part: Part, time: Time) -> Time | None:
    return end_of_time.find(setting, time) if part == "late" else part_of.find(setting, part, time)


@means("its middle")
def middle_of_time(setting: Setting, time: Time) -> Time | None:
    return part_of.find(setting, "mid", time)


@means("its beginning")
def start_of_time(setting: Setting, time: Time) -> Time | None:
    return part_of.find(setting, "early", time)


@means("its beginning, middle or end: of a week Monday-Tuesday, Tuesday-Thursday, Thursday-Friday;"
       " of a month up to the 10th, the 20th, the last day")  # fmt: skip
def part_of(setting: Setting, part: Part, time: Time) -> Time | None:
    if time.part or time.grain in ("stretch", "past"):
        return None
    if time.grain in ("day", "weekday", "holiday", "weekend"):
        return time
    if time.grain == "week":
        return part_of_week(setting, part, time)
    found = thirds(part, time)
    if found.last < setting.said_on and time.again:
        # "Early March" on 20 March: the one of next year, which is worth asking about.
        later = thirds(part, time.again(time.last))
        return replace(later, doubtful=True)
    return found


def part_of_week(_: Setting, part: Part, week: Time) -> Time:
    first, last = {"early": (0, 1), "mid": (1, 3), "late": (3, 4)}[part]
    return replace(
        week,
        first=week.first + first * DAY,
        last=week.first + last * DAY,
        part=part,
        doubtful=week.doubtful and part != "late",
    )


def thirds(part: Part, time: Time) -> Time:
    if time.grain == "month":
        first, last = thirds_of_month(part, time)
    else:
        months = {"quarter": 1, "half": 2, "year": 4}[time.grain]
        start = add_months(time.first, {"early": 0, "mid": 1, "late": 2}[part] * months)
        first, last = start, add_months(start, months) - DAY
    middle = time.first + (last - first if part != "mid" else (time.last - time.first) // 2)
    found = Time(first, last, time.grain, part, doubtful=time.doubtful, assumed=time.assumed)
    if part != "mid":
        return found
    middle = first.replace(day=15) if time.grain == "month" else middle
    return replace(found, by=middle, others=(Time(first, last, "stretch"),))


def thirds_of_month(part: Part, month: Time) -> tuple[date, date]:
    first = month.first
    match part:
        case "early":
            return first, first.replace(day=10)
        case "mid":
            return first.replace(day=11), first.replace(day=20)
        case _:
            return first.replace(day=21), month.last


@means("its end")
def end_of_time(setting: Setting, time: Time) -> Time | None:
    if time.grain == "year" and not time.part:
        return Time(setting.said_on, time.last, "year", "late", is_end=True) if time.last > setting.said_on else None
    found = part_of.find(setting, "late", time)
    return found and replace(found, is_end=True)


@means("from the first part to the second")
def parts_of(setting: Setting, low: Part, high: Part, time: Time) -> Time | None:
    first, last = part_of.find(setting, low, time), part_of.find(setting, high, time)
    if not first or not last or first.first > last.last:
        return None
    return Time(first.first, last.last, "stretch")


@means("that day of it")
def day_of_month(_: Setting, number: int, month: Time) -> Time | None:
    if number < 1:
        return None
    return day(month.first.replace(day=number))


@means("that day of it, counted from its start")
def nth_day_of(_: Setting, number: int, time: Time) -> Time | None:
    found = time.first + (number - 1) * DAY
    return day(found) if 1 <= number and found <= time.last else None


@means("its last day")
def last_day_of(_: Setting, time: Time) -> Time:
    return day(time.last)


@means("its first days")
def first_days_of(setting: Setting, duration: Duration, time: Time) -> Time:
    last = duration.high.after(time.first - DAY, setting)
    return Time(time.first, last, time.grain, "early")


@means("its last days")
def last_days_of(setting: Setting, duration: Duration, time: Time) -> Time:
    first = duration.high.before(time.last + DAY, setting)
    return Time(first, time.last, time.grain, "late")


@means("days 1-7, 8-14, 15-21 or 22-28 of the month")
def nth_week_of(_: Setting, number: int, unit: Unit, time: Time) -> Time | Other | None:
    if unit.name != "week" or unit.plural or time.part or number < 1:
        return None
    if time.grain in ("quarter", "year"):
        return week_number.find(_)
    if time.grain != "month":
        return None
    first = time.first + (number - 1) * WEEK
    if not 1 <= number <= 5 or first > time.last:
        return None
    return Time(first, min(first + 6 * DAY, time.last), "month", "early", doubtful=number == 5)


@means("the last seven days of the month, the last day of a week")
def last_unit_of(_: Setting, unit: Unit, time: Time) -> Time | None:
    if unit.plural or time.part:
        return None
    if unit.name == "day":
        return day(time.last)
    if unit.name == "week" and time.grain in ("month", "quarter", "year"):
        return Time(time.last - 6 * DAY, time.last, time.grain, "late")
    return None


@means("from the first to the second of these weeks of the month")
def weeks_of(_: Setting, first: int, last: int, unit: Unit, time: Time) -> Time | None:
    low, high = nth_week_of.find(_, first, unit, time), nth_week_of.find(_, last, unit, time)
    if not isinstance(low, Time) or not isinstance(high, Time) or first >= last:
        return None
    return Time(low.first, high.last, "stretch")


@means("the first or the second half")
def half_of(_: Setting, number: int, time: Time) -> Time | None:
    if number not in (1, 2) or time.part or time.grain not in ("week", "month", "year"):
        return None
    first, last = (time.first, time.first + (time.last - time.first) // 2)
    if time.grain == "month":
        last = time.first.replace(day=15)
    elif time.grain == "year":
        last = time.first.replace(month=6, day=30)
    if number == 2:
        first, last = last + DAY, time.last
    return Time(first, last, "half" if time.grain == "year" else time.grain, None if time.grain == "year" else "early")


@means("the quarter of that number")
def nth_quarter(setting: Setting, number: int, *of: Time) -> Time | None:
    if not 1 <= number <= 4:
        return None
    if of:
        return quarter_in(number, of[0].first.year)
    year = setting.said_on.year
    found = quarter_in(number, year)
    if found.last < setting.said_on:
        found = quarter_in(number, year + 1)
    return replace(found, by=found.first if found.first > setting.said_on else None)


def quarter_in(number: int, year: int) -> Time:
    found = quarter_of(date(year, 3 * number, 1))
    return replace(found, by=found.first, again=lambda after: quarter_in(number, after.year + 1))


@means("the quarter of that number")
def quarter_in_year(_: Setting, number: int, year: int) -> Time | None:
    return quarter_in(number, year) if 1 <= number <= 4 else None


@means("the quarter of that number")
def year_quarter(_: Setting, year: int, number: int) -> Time | None:
    return quarter_in(number, year) if 1 <= number <= 4 else None


@means("January to June, or July to December")
def nth_half(setting: Setting, number: int) -> Time | None:
    if number not in (1, 2):
        return None
    year = setting.said_on.year
    found = half_of.find(setting, number, year_of(date(year, 1, 1)))
    if found and found.last < setting.said_on:
        found = half_of.find(setting, number, year_of(date(year + 1, 1, 1)))
    return found and replace(found, by=found.first if found.first > setting.said_on else None)


@means("the such-and-such weekday of it")
def nth_weekday_of(_: Setting, number: int, weekday: int, time: Time) -> Time | None:
    found = weekday_after(weekday, time.first - DAY) + (number - 1) * WEEK
    return day(found) if 1 <= number and found <= time.last else None


@means("the last such weekday of it")
def last_weekday_of(_: Setting, weekday: int, time: Time) -> Time:
    return day(weekday_after(weekday, time.last - WEEK))


# Months and dates


def month_from(number: int, day_named: date) -> Time:
    year = day_named.year + (number < day_named.month)
    found = month_of(date(year, number, 1))
    by = found.first if found.first > day_named else None
    return replace(
        found, by=by, again=lambda after: month_from(number, after), assumed=(NO_YEAR,)
    )


@means("the whole month, the first from the day it was said")
def month(setting: Setting, number: int) -> Time:
    return month_from(number, setting.said_on)


@means("the first such month after this one")
def next_month_named(setting: Setting, number: int) -> Time:
    return month_from(number, last_day_of_month(setting.said_on) + DAY)


@means("the month of that year")
def month_of_year(setting: Setting, number: int, year: int) -> Time:
    found = month_of(date(year, number, 1))
    return replace(found, by=found.first if found.first > setting.said_on else None)


@means("the month of that year")
def year_month(setting: Setting, year: int, number: int) -> Time | None:
    return month_of_year.find(setting, number, year) if 1 <= number <= 12 else None


@means("the month of that year")
def month_slash_year(setting: Setting, number: int, year: int) -> Time | None:
    return month_of_year.find(setting, number, year) if 1 <= number <= 12 else None


@means("the month of that year")
def month_of_time(setting: Setting, number: int, year: Time) -> Time:
    return month_of_year.find(setting, number, year.first.year)


@means("the whole year")
def year(setting: Setting, number: int) -> Time | None:
    if not 0 <= number - setting.said_on.year <= 10:
        return None
    found = year_of(date(number, 1, 1))
    return replace(found, by=found.first if number > setting.said_on.year else None)


@means("that day of the month")
def month_day(_: Setting, month: int, number: int) -> MonthDay | None:
    return MonthDay(month, number) if 1 <= number <= 31 else None


@means("that day of the month")
def day_month(_: Setting, number: int, month: int) -> MonthDay | None:
    return MonthDay(month, number) if 1 <= number <= 31 else None


def date_of(month: int, number: int, year: int) -> Time:
    """Return a date; of an impossible one (30 February) the days on both sides, as a doubt."""
    last = last_day_of_month(date(year, month, 1))
    if number <= last.day:
        return day(date(year, month, number))
    return replace(day(last), doubtful=True, others=(day(last + DAY),))


def date_from(month: int, number: int, day_named: date) -> Time:
    found = date_of(month, number, day_named.year)
    if (month, number) == (2, 29):
        found = leap_day(day_named)
    elif found.first < day_named:
        found = date_of(month, number, day_named.year + 1)
    return replace(
        found, again=lambda after: date_from(month, number, after), assumed=(NO_YEAR,)
    )


def leap_day(day_named: date) -> Time:
    year = day_named.year
    while last_day_of_month(date(year, 2, 1)).day < 29 or date(year, 2, 29) < day_named:
        year += 1
    return day(date(year, 2, 29))


@means("that date, the first from the day it was said")
def date_without_year(setting: Setting, date: MonthDay) -> Time:
    return date_from(date.month, date.day, setting.said_on)


@means("that date")
def date_with_year(_: Setting, date: MonthDay, year: int) -> Time:
    return date_of(date.month, date.day, year)


@means("that date")
def year_date(_: Setting, year: int, date: MonthDay) -> Time:
    return date_of(date.month, date.day, year)


@means("that date of that year")
def date_in_year(_: Setting, date: MonthDay, year: Time) -> Time:
    return date_of(date.month, date.day, year.first.year)


@means("the day that both name; asked about, where they name different days")
def same_day(_: Setting, first: Time, second: Time) -> Time | None:
    if first.relative or second.relative:
        return None
    named = [time for time in (first, second) if time.grain != "weekday"]
    if first.first in days_meant(second) or not named:
        return replace(first, doubtful=False, others=()) if first.first in days_meant(second) else None
    if second.first in days_meant(first):
        return replace(second, doubtful=False, others=())
    weekdays = [time for time in (first, second) if time.grain == "weekday"]
    if not weekdays:
        return None
    if named[0].first.weekday() == weekdays[0].first.weekday():
        return named[0]
    return named[0].or_else(*weekdays, doubtful=True)


def days_meant(time: Time) -> set[date]:
    return {time.first, *(other.first for other in time.others)}


@means("the first such day of a month after the day it was said")
def day_of_some_month(setting: Setting, number: int) -> Time | None:
    return numbered_day(number, setting.said_on) if 1 <= number <= 31 else None


def numbered_day(number: int, day_named: date) -> Time:
    """Return the next day of that number after a day; where a month lacks it, the next that has."""
    month = day_named.replace(day=1)
    lacking: tuple[Time, ...] = ()
    while True:
        last = last_day_of_month(month)
        if number <= last.day and (found := month.replace(day=number)) > day_named:
            return Time(found, found, others=lacking, again=partial(numbered_day, number))
        if number > last.day and last > day_named:
            lacking = (*lacking, day(last))
        month = add_months(month, 1)


@means("a date written in numbers")
def iso_date(_: Setting, parts: tuple[int, int, int]) -> Time | None:
    year, month, number = parts
    return date_of(month, number, year) if 1 <= month <= 12 and 1 <= number <= 31 else None


@means("a date written in numbers: month first in the United States, day first elsewhere")
def numeric_date(setting: Setting, parts: tuple[int, int, int]) -> Time | None:
    first, second, year = parts
    return in_either_order(
        setting, first, second, lambda month, number: date_of(month, number, year + 2000 * (year < 100))
    )


@means("a date written in numbers: month first in the United States, day first elsewhere")
def short_date(setting: Setting, parts: tuple[int, int]) -> Time | None:
    return in_either_order(
        setting, *parts, lambda month, number: date_from(month, number, setting.said_on)
    )


def in_either_order(setting: Setting, first: int, second: int, find: object) -> Time | None:
    orders = [(first, second), (second, first)]
    if setting.day_first:
        orders.reverse()
    possible = [find(*order) for order in orders if 1 <= order[0] <= 12 and 1 <= order[1] <= 31]
    if not possible:
        return None
    if len(possible) == 1 or possible[0].first == possible[1].first:
        return possible[0]
    return replace(possible[0].or_else(possible[1]), assumed=("the order of day and month here",))


# Several


def through(first: Time, last: Time) -> Time | None:
    """Return from the first day of one to the last day of the other."""
    last = last.following(first.first)
    if last.last < first.first:
        return None
    doubtful = first.doubtful or last.doubtful
    return Time(
        first.first, last.last, "stretch", doubtful=doubtful,
        assumed=(*first.assumed, *last.assumed),
    )  # fmt: skip


@means("from the first day of the one to the last day of the other")
def from_to(_: Setting, first: Time, last: Time) -> Time | None:
    return through(first, last)


@means("from the first day of the first to the last day of the last")
def from_to_list(_: Setting, first: Time, last: Time) -> Time | None:
    return through(first, last) if last.grain == "stretch" else None


@means("from the first day to the last")
def days_of_month(setting: Setting, month: int, first: int, last: int) -> Time | None:
    if not 1 <= first < last <= 31:
        return None
    low = date_from(month, first, setting.said_on)
    return through(low, date_from(month, last, low.first))


@means("from the first day to the last")
def days_month(setting: Setting, first: int, last: int, month: int) -> Time | None:
    return days_of_month.find(setting, month, first, last)


@means("from the first day to the last, of that year")
def days_month_year(_: Setting, first: int, last: int, month: int, year: int) -> Time | None:
    return through(date_of(month, first, year), date_of(month, last, year))


@means("from the first day to the last, of that year")
def month_days_year(_: Setting, month: int, first: int, last: int, year: int) -> Time | None:
    return through(date_of(month, first, year), date_of(month, last, year))


@means("from the first day to the last")
def days_of_time(_: Setting, first: int, last: int, month: Time) -> Time | None:
    if not 1 <= first < last:
        return None
    return Time(month.first.replace(day=first), month.first.replace(day=last), "stretch")


@means("from the first day to the last")
def numbered_days(setting: Setting, first: int, last: int) -> Time | None:
    if not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    low = numbered_day(first, setting.said_on)
    return through(low, numbered_day(last, low.first))


# Counted from another time


def end_of(time: Time) -> date:
    """Return the last day of a stretch; a week's is its Sunday."""
    if time.grain == "week" and time.last.weekday() == 4:
        return time.last + 2 * DAY
    return time.last


@means("that much after it")
def duration_after(setting: Setting, duration: Duration, time: Time) -> Time:
    found = durations.after(duration, time.last, setting)
    return replace(found, doubtful=time.doubtful)


@means("that much before it")
def duration_before(setting: Setting, duration: Duration, time: Time) -> Time:
    return durations.before(duration, time.first, setting)


@means("the day after it")
def day_after(_: Setting, time: Time) -> Time:
    return day(time.last + DAY)


@means("the day before it")
def day_before(_: Setting, time: Time) -> Time:
    return day(time.first - DAY)


@means("so much after the day it was said")
def from_now(setting: Setting, duration: Duration) -> Time:
    return durations.point(duration, setting)


# Past times: not the answer, but others may be counted from them


def past(first: date, last: date) -> Time:
    return Time(first, last, "past")


@means("a time that is over")
def ago(setting: Setting, duration: Duration) -> Time:
    found = durations.before(duration, setting.said_on, setting)
    return past(found.first, found.last)


@means("a time that is over")
def last_weekday(setting: Setting, number: int) -> Time:
    found = weekday_after(number, setting.said_on - WEEK - DAY)
    return past(found, found)


@means("a time that is over")
def last_unit(setting: Setting, unit: Unit) -> Time | None:
    found = stretch_of(unit, -1, setting.said_on)
    return found and past(found.first, found.last)


@means("a time that is over")
def yesterday(setting: Setting) -> Time:
    return past(setting.said_on - DAY, setting.said_on - DAY)


@means("a time that is over")
def some_past(setting: Setting, *_parts: object) -> Time:
    return past(setting.said_on, setting.said_on)
