"""The days on which an employer works, where a step may stand, and why a day is closed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from calculator.days import (
    DAY,
    add_months,
    add_working_days,
    day_text,
    is_weekend,
    on_or_after,
    on_or_before,
)
from calculator.holidays import OBSERVED, as_people_say, public_holidays
from calculator.planning.advice import AdviceError, Amount, Season
from calculator.planning.rules import advice, rule

# How it is said that a day is closed for no other reason.
ON_A_WEEKEND = "is on a weekend"

type Span = tuple[date, date]
type IsOpen = Callable[[date], bool]

# Which days a step may move to: fair ones for asking, working days for what was agreed or cannot
# wait, any weekday that is no holiday for a reply to those who write from a shut office, the last
# fair one before for those who chose so, or none.
type Rolls = Literal["fair", "working", "named", "weekday", "back", "never"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of one employer: holidays, shut days, quiet days, and the first days back.

    ``shut`` are spans without overlap, in order. ``long_shut`` are those after which the first
    day back is left alone. ``closed`` are all holidays and shut days, ``unfair`` those, the quiet
    days and the first days back: a plan asks for its days too often to work them out each time.
    ``quiet`` has what its days are called.
    """

    country: str
    holidays: Mapping[date, str]
    shut: tuple[Span, ...]
    long_shut: tuple[Span, ...]
    first_days_back: frozenset[date]
    quiet: Mapping[date, str]
    closed: frozenset[date]
    unfair: frozenset[date]

    def is_working_day(self, day: date) -> bool:
        """Whether the employer works on ``day``."""
        return day not in self.closed and not is_weekend(day)

    def is_busy_day(self, day: date) -> bool:
        """Whether people are at work on ``day``: a working day, and not quiet."""
        return self.is_working_day(day) and day not in self.quiet

    def is_weekday(self, day: date) -> bool:
        """Whether people read their mail on ``day``, be the office shut."""
        return day not in self.holidays and not is_weekend(day)

    def is_fair_day(self, day: date) -> bool:
        """Whether ``day`` is fair for asking: a working day, not quiet, and not the first back."""
        return day not in self.unfair and not is_weekend(day)

    def was_long_shut(self, first: date, last: date) -> bool:
        """Whether a long shutdown lies at least partly between two days, both included."""
        return any(start <= last and end >= first for start, end in self.long_shut)


@lru_cache(maxsize=100)
def calendar_of(country: str, region: str | None, closed: tuple[Span, ...]) -> Calendar:
    """Return the working days of an employer; an unknown country or region has no holidays."""
    holidays = holidays_of(country, region)
    shut = tuple(merged(usable_closed_days(closed)))
    off = frozenset(holidays).union(*(days_of(span) for span in shut))
    shortest = rule("after-shutdown").count("shortest")
    long_shut = tuple(
        span for span in shut if working_days_lost(*span, holidays=holidays) >= shortest
    )
    back = frozenset(
        on_or_after(last, lambda day: day not in off and not is_weekend(day))
        for _, last in long_shut
    )
    quiet = quiet_days(country, region)
    return Calendar(
        country,
        holidays,
        shut,
        long_shut,
        back,
        quiet,
        closed=off,
        unfair=off | back | quiet.keys(),
    )


@lru_cache(maxsize=100)
def quiet_days(country: str, region: str | None) -> Mapping[date, str]:
    """Return the days beside some holidays on which people work but few want to be asked.

    Each has what it is called.
    """
    return {
        day + DAY * offset: quiet.when
        for quiet in advice().quiet
        if not quiet.countries or country in quiet.countries
        for day, name in holidays_of(country, region).items()
        if quiet.holiday in name and quiet.on in ("", f"{day:%m-%d}")
        for offset in quiet.offsets
    }


def next_good_day(day: date, rolls: Rolls, calendar: Calendar) -> date:
    """Return the first day on which a step of this kind may stand."""
    match rolls:
        case "never":
            return day
        case "working":
            return on_or_after(day, calendar.is_working_day)
        case "named" if calendar.is_working_day(day):
            return day
        case "named":
            return on_or_after(day, calendar.is_busy_day)
        case "weekday":
            return on_or_after(day, calendar.is_weekday)
        case _:
            return on_or_after(day, calendar.is_fair_day)


@lru_cache(maxsize=100)
def holidays_of(country: str, region: str | None) -> Mapping[date, str]:
    """Return the public holidays as people call them, or none; without a region the country's."""
    for known_region in (region, None):
        try:
            days = public_holidays(country, known_region).items()
            return {day: as_people_say(name, country) for day, name in days}
        except ValueError:
            continue
    return {}


def usable_closed_days(closed: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans that can be meant: the right way round, and no longer than a year."""
    longest = rule("after-shutdown").amount("longest")
    for first, last in closed:
        if first <= last < after(first, longest):
            yield first, last


def merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans in order, those that touch or overlap joined into one."""
    whole: Span | None = None
    for first, last in sorted(spans):
        if whole and first <= whole[1] + DAY:
            whole = whole[0], max(whole[1], last)
            continue
        if whole:
            yield whole
        whole = first, last
    if whole:
        yield whole


def days_of(span: Span) -> Iterator[date]:
    """Yield each day of a span."""
    first, last = span
    return (first + DAY * offset for offset in range((last - first).days + 1))


def working_days_lost(first: date, last: date, *, holidays: Mapping[date, str]) -> int:
    """Return how many days in a span would have been working days."""
    return sum(not is_weekend(day) and day not in holidays for day in days_of((first, last)))


def after(day: date, amount: Amount, is_open: IsOpen | None = None) -> date:
    """Return the day that lies ``amount`` after ``day``; working days need ``is_open``.

    >>> after(date(2027, 2, 4), Amount(7, "days")).isoformat()
    '2027-02-11'
    """
    match amount.unit:
        case "days":
            return day + DAY * amount.count
        case "weeks":
            return day + DAY * 7 * amount.count
        case "months":
            return add_months(day, amount.count)
        case "working days" if is_open:
            return add_working_days(day, amount.count, is_open)
        case _:
            raise AdviceError(f"no span of time: {amount!r}")


def before(day: date, amount: Amount, is_open: IsOpen) -> date:
    """Return the working day that lies ``amount`` before ``day``."""
    return add_working_days(day, -amount.count, is_open)


def last_open_between(first: date, last: date, is_open: IsOpen) -> date | None:
    """Return the last open day of a span, both ends included, or None."""
    day = on_or_before(last, lambda day: day < first or is_open(day))
    return day if day >= first else None


def seasons_of(calendar: Calendar) -> Iterator[Season]:
    """Yield the slow seasons of a country."""
    for season in advice().seasons:
        names = calendar.holidays.values() if season.holiday else ()
        if calendar.country in season.countries or any(season.holiday in name for name in names):
            yield season


def why_closed(day: date, until: date, calendar: Calendar) -> str:
    """Return why nothing could go out from ``day`` to the day before ``until``.

    Behind the first, a weekend goes without saying, and so does a holiday that falls on one.
    """
    days = (day + DAY * offset for offset in range((until - day).days))
    reasons = (
        reason_closed(each, calendar, name_weekend=True)
        for each in days
        if each == day or not is_weekend(each)
    )
    return in_one_sentence(dict.fromkeys(reason for reason in reasons if reason))


def in_one_sentence(reasons: Iterable[str]) -> str:
    """Return reasons, each a whole clause, with commas and an "and" between them.

    >>> in_one_sentence(["a", "b", "c"])
    'a, b, and c'
    """
    *others, last = reasons
    return f"{', '.join(others)}, and {last}" if others else last


def reason_closed(day: date, calendar: Calendar, *, name_weekend: bool) -> str:
    """Return why one day is closed, or nothing to say."""
    for first, last in calendar.shut:
        if first <= day <= last:
            return f"their office is shut until {day_text(last, calendar.country)}"
    text = day_text(day, calendar.country)
    if day in calendar.holidays:
        name = calendar.holidays[day].replace(OBSERVED, ", observed")
        return f"{text} is a holiday ({name})"
    if is_weekend(day):
        return f"{text} {ON_A_WEEKEND}" if name_weekend else ""
    if day in calendar.first_days_back:
        return f"{text} is their first day back"
    if day in calendar.quiet:
        return f"few people are at work {calendar.quiet[day]}"
    return ""
