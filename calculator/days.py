"""Plain days: calendar arithmetic with windows, weeks, months and working days; a day in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

DAY = timedelta(days=1)
WEEK = timedelta(days=7)

# Where people write the month before the day.
MONTH_FIRST = frozenset({"US", "CA"})


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which something was promised, both ends included; ``None`` is an open end.

    Raises ``ValueError`` where ``earliest`` is after ``latest``.

    >>> Window(date(2026, 3, 9), date(2026, 3, 13)).latest.isoformat()
    '2026-03-13'
    """

    earliest: date | None = None
    latest: date | None = None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"a window ends before it begins: {self.earliest} > {self.latest}")


# Where no time was named.
NO_TIME = Window()


def monday_of(day: date) -> date:
    """Return the Monday of the week that holds ``day``; weeks begin on Monday.

    >>> monday_of(date(2026, 3, 15)).isoformat()
    '2026-03-09'
    """
    return day - timedelta(days=day.weekday())


def last_day_of_month(day: date) -> date:
    """Return the last day of the month that holds ``day``.

    >>> last_day_of_month(date(2028, 2, 10)).isoformat()
    '2028-02-29'
    """
    return add_months(day.replace(day=1), 1) - DAY


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` calendar months later, or that month's last if it is shorter.

    >>> add_months(date(2026, 1, 31), 1).isoformat()
    '2026-02-28'
    """
    month = day.year * 12 + day.month - 1 + months
    year, index = divmod(month, 12)
    following_year, following_index = divmod(month + 1, 12)
    length = (date(following_year, following_index + 1, 1) - date(year, index + 1, 1)).days
    return date(year, index + 1, min(day.day, length))


def is_weekend(day: date) -> bool:
    """Whether ``day`` is a Saturday or a Sunday."""
    return day.weekday() >= 5


def on_or_after(day: date, is_open: Callable[[date], bool]) -> date:
    """Return ``day`` if it is open, else the first open day after it.

    >>> on_or_after(date(2026, 3, 14), lambda day: not is_weekend(day)).isoformat()
    '2026-03-16'
    """
    while not is_open(day):
        day += DAY
    return day


def on_or_before(day: date, is_open: Callable[[date], bool]) -> date:
    """Return ``day`` if it is open, else the last open day before it."""
    while not is_open(day):
        day -= DAY
    return day


def add_working_days(day: date, count: int, is_open: Callable[[date], bool]) -> date:
    """Return the ``count``-th open day after ``day``, or before it where ``count`` is negative.

    ``day`` itself is day zero, so counting starts on the next open day.

    >>> add_working_days(date(2026, 3, 13), 2, lambda day: not is_weekend(day)).isoformat()
    '2026-03-17'
    """
    step, nearest = (DAY, on_or_after) if count > 0 else (-DAY, on_or_before)
    for _ in range(abs(count)):
        day = nearest(day + step, is_open)
    return day


# A plan names the same few days many times over.
@lru_cache(maxsize=2000)
def day_text(day: date, country: str = "US", *, today: date | None = None) -> str:
    """Return a day as people in a country write it; the year only where it isn't that of today.

    >>> day_text(date(2027, 2, 4)), day_text(date(2027, 2, 4), "GB")
    ('Thursday, February 4', 'Thursday 4 February')
    >>> day_text(date(2028, 1, 7), today=date(2027, 12, 20))
    'Friday, January 7, 2028'
    >>> day_text(date(2028, 1, 7), "IE", today=date(2027, 12, 20))
    'Friday 7 January 2028'
    """
    month_first = country in MONTH_FIRST
    text = f"{day:%A}, {day:%B} {day.day}" if month_first else f"{day:%A} {day.day} {day:%B}"
    if today is None or today.year == day.year:
        return text
    return f"{text}, {day.year}" if month_first else f"{text} {day.year}"
