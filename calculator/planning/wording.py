"""Days and their words in the sentences of a plan."""

from datetime import date
from functools import lru_cache

from calculator.situation import Said


# A plan is made many times over to find its questions, and names the same few days each time.
@lru_cache(maxsize=1000)
def day_text(day: date) -> str:
    """Return a day as it stands in a sentence: weekday and month in full, no year.

    >>> day_text(date(2027, 2, 11))
    'Thursday 11 February'
    """
    return f"{day:%A} {day.day} {day:%B}"


def full_day_text(day: date) -> str:
    """Return a day with its year, for where it stands alone.

    >>> full_day_text(date(2027, 2, 11))
    'Thursday 11 February 2027'
    """
    return f"{day_text(day)} {day.year}"


def sentence(text: str) -> str:
    """Return text with a capital at its start."""
    return text[:1].upper() + text[1:]


def they_said(said: Said) -> str:
    """Return what they said as a clause, in their own words where we have them.

    >>> they_said(Said(on=date(2027, 2, 4), words="in two weeks"))
    'they said “in two weeks”'
    """
    return f"they said “{said.words}”" if said.words else "they named a time"
