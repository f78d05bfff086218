"""Days and windows in words: always the weekday, the month as a word, no ordinals."""

from datetime import date
from functools import lru_cache

from calculator.days import Window


def day_text(day: date) -> str:
    """Return a day as people say it, with its year.

    >>> day_text(date(2027, 2, 11))
    'Thursday 11 February 2027'
    """
    return f"{short_day_text(day)} {day.year}"


# A page names the same few days many times over.
@lru_cache(maxsize=1000)
def short_day_text(day: date) -> str:
    """Return a day without its year, as it stands in a message.

    >>> short_day_text(date(2027, 2, 11))
    'Thursday 11 February'
    """
    return f"{day:%A} {day.day} {day:%B}"


def distance_text(day: date, *, today: date) -> str:
    """Return how far away a day is, in calendar days.

    >>> distance_text(date(2027, 2, 11), today=date(2027, 2, 8))
    'in 3 days'
    """
    days = (day - today).days
    named = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return named.get(days) or (f"in {days} days" if days > 0 else f"{-days} days ago")


def window_text(window: Window | None, *, said_on: date) -> str:
    """Return a window in words; one that is open from the day it was said reads as "by".

    >>> window_text(Window(date(2026, 3, 4), date(2026, 3, 13)), said_on=date(2026, 3, 4))
    'by Friday 13 March 2026'
    >>> window_text(Window(date(2027, 3, 9), date(2027, 3, 11)), said_on=date(2027, 3, 4))
    'between Tuesday 9 March and Thursday 11 March 2027'
    >>> window_text(Window(date(2027, 3, 1), None), said_on=date(2027, 2, 4))
    'from Monday 1 March 2027, no end given'
    """
    match window:
        case None | Window(earliest=None, latest=None):
            return "no day named"
        case Window(earliest=date() as earliest, latest=None):
            return f"from {day_text(earliest)}, no end given"
        case Window(earliest=earliest, latest=date() as latest) if earliest == latest:
            return f"on {day_text(latest)}"
        case Window(earliest=date() as earliest, latest=date() as latest) if earliest > said_on:
            return f"between {_without_repeated_year(earliest, latest)} and {day_text(latest)}"
        case Window(latest=latest):
            return f"by {day_text(latest)}" if latest else "no day named"


def _without_repeated_year(earliest: date, latest: date) -> str:
    return (short_day_text if earliest.year == latest.year else day_text)(earliest)
