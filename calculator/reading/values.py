"""What words about time stand for: numbers, lengths, stretches of days, answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import replace
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import ClassVar, Literal, NamedTuple

from calculator.days import DAY, Window, add_months, add_working_days, is_weekend
from calculator.holidays import public_holidays

type Grain = Literal[
    "day",
    "weekday",
    "holiday",
    "weekend",
    "week",
    "month",
    "quarter",
    "half",
    "year",
    "stretch",
    "past",
]
type How = Literal["on", "in", "for", "by", "before", "until", "after", "from", "more", "vague"]
type Part = Literal["early", "mid", "late"]

# <month> and <year> are their names.
KINDS = {"weekday": "day", "month": "month-time", "quarter": "month-time", "year": "year-time"}


@dataclass(frozen=True)
class Setting:
    """The day on which something was said, and where.

    ``lists_dates``: dates stand in it one a line, and may be over. ``asked_for``: what of the place
    has been asked for so far, in this setting or another day's.
    """

    said_on: date
    country: str = "US"
    region: str | None = None
    lists_dates: bool = False
    asked_for: set[str] = field(default_factory=set, compare=False, repr=False)

    @cached_property
    def holidays(self) -> Mapping[date, str]:
        """Public holidays by day; none where the data does not know the country or the region."""
        self.asked_for.add("holidays")
        for region in (self.region, None):
            try:
                return public_holidays(self.country, region)
            except ValueError:
                continue
        return {}

    @property
    def day_first(self) -> bool:
        """Whether 3/4 is the third of April here."""
        return self.country != "US"

    def is_working_day(self, day: date) -> bool:
        """Whether offices are open: Monday to Friday, less public holidays."""
        return not is_weekend(day) and day not in self.holidays


@dataclass(frozen=True, slots=True)
class Number:
    """A number, or a range of numbers ("two or three"); halves are allowed."""

    kinds: ClassVar = ("number",)
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Length:
    """Calendar months, days and working days, to be added in that order."""

    months: int = 0
    days: int = 0
    working_days: int = 0

    def after(self, day: date, setting: Setting) -> date:
        """Return the day that is this much later."""
        return self._from(day, 1, setting)

    def before(self, day: date, setting: Setting) -> date:
        """Return the day that is this much earlier."""
        return self._from(day, -1, setting)

    def _from(self, day: date, sign: int, setting: Setting) -> date:
        later = add_months(day, sign * self.months) + sign * self.days * DAY
        return add_working_days(later, sign * self.working_days, setting.is_working_day)

    def plus(self, other: Length) -> Length:
        """Return the sum of two lengths."""
        return Length(
            self.months + other.months,
            self.days + other.days,
            self.working_days + other.working_days,
        )


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, or a range of lengths.

    ``in_hours``: told in hours that make no whole days, as hours of work are ("37.5 hours"), so it is
    a wait only where the words say so ("in two hours").
    """

    low: Length
    high: Length
    in_hours: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of slot that it fills."""
        return ("hours",) if self.in_hours else ("duration",)


@dataclass(frozen=True, slots=True)
class UnitDuration:
    """A length of time that lacks its "a": "(the next) week or two"."""

    kinds: ClassVar = ("unit-duration",)
    duration: Duration


class Time(NamedTuple):
    """A stretch of days that words name, and what kind of stretch it is.

    ``by`` is the day that "by" it means where that is not its last; ``others`` are other stretches
    that the words may mean, and ``doubtful`` says that it is not clear which. ``again`` finds the
    same words' meaning after another day ("Friday or Monday"). ``assumed`` is what was taken for
    granted.
    """

    first: date
    last: date
    grain: Grain = "day"
    part: Part | None = None
    by: date | None = None
    others: tuple[Time, ...] = ()
    doubtful: bool = False
    again: Callable[[date], Time] | None = None
    assumed: tuple[str, ...] = ()
    # "Before the end of May" is the end of May.
    is_end: bool = False
    # "The following week": counted from the time named before it, if there is one.
    relative: bool = False
    # "The week" is a time only inside a longer phrase ("the end of the week").
    weak: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of slot that it fills."""
        if self.grain == "past":
            return ("past",)
        if self.grain == "stretch":
            return ("stretch", "time")
        kind = "part-of-time" if self.part else KINDS.get(self.grain, self.grain)
        return ("end", kind, "single", "time") if self.is_end else (kind, "single", "time")

    def following(self, day: date) -> Time:
        """Return what the words mean when they are said after ``day`` was named."""
        return self.again(day) if self.again and (self.relative or self.last < day) else self

    def or_else(self, *others: Time, doubtful: bool = False) -> Time:
        """Return the same stretch with other readings beside it."""
        return replace(self, others=(*self.others, *others), doubtful=self.doubtful or doubtful)


class Answer(NamedTuple):
    """A promise as words give it: a window, other windows, or an anchor that is missing."""

    window: Window | None
    others: tuple[Window, ...] = ()
    doubtful: bool = False
    missing: str | None = None
    assumed: tuple[str, ...] = ()
    # How it was put, where a "not" or an "if" in the sentence changes what it means.
    how: How | None = None
    time: Time | None = None
    duration: Duration | None = None
    # Counted from a time named before it, if there is one.
    again: Callable[[date], Answer] | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of slot that it fills."""
        return ("answer",)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time; in the plural it counts, or is vague ("in the coming weeks")."""

    kinds: ClassVar = ("unit",)
    name: str
    plural: bool = False


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month, without its year."""

    kinds: ClassVar = ("month-day",)
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Other:
    """Words that look like a time but name no day: an hour, "soon", an event without a date."""

    kinds: tuple[str, ...]
    words: str = ""
