"""Days and windows in words, as people in the country write them."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from calculator.days import MONTH_FIRST, Window, day_text
from calculator.situation import Situation


@dataclass(frozen=True, slots=True)
class Dates:
    """How an answer writes its days: as the country does, with the year if it isn't today's.

    >>> us, gb = Dates("US", date(2027, 2, 8)), Dates("GB", date(2027, 2, 8))
    >>> us.day(date(2027, 2, 11)), gb.day(date(2027, 2, 11)), gb.day(date(2028, 1, 7))
    ('Thursday, February 11', 'Thursday 11 February', 'Friday 7 January 2028')
    >>> us.brief(date(2027, 2, 11)), gb.brief(date(2027, 2, 11))
    ('Thu Feb 11', 'Thu 11 Feb')
    >>> us.near(date(2027, 2, 11)), us.near(date(2027, 2, 8))
    ('in 3 days', 'today')
    """

    country: str
    today: date

    @classmethod
    def of(cls, situation: Situation) -> Self:
        """Return how the days of a situation are written."""
        return cls(situation.country, situation.today)

    def day(self, day: date) -> str:
        """Return a day in full."""
        return day_text(day, self.country, today=self.today)

    def brief(self, day: date) -> str:
        """Return a day in few letters, for a list."""
        return f"{day:%a} {self.short(day)}"

    def short(self, day: date) -> str:
        """Return a day in few letters, without its weekday."""
        return f"{day:%b} {day.day}" if self.country in MONTH_FIRST else f"{day.day} {day:%b}"

    def near(self, day: date) -> str:
        """Return how far away a day is, in calendar days."""
        days = (day - self.today).days
        named = {0: "today", 1: "tomorrow", -1: "yesterday"}
        return named.get(days) or (f"in {days} days" if days > 0 else f"{-days} days ago")

    def window(self, window: Window | None, *, said_on: date) -> str:
        """Return a window in words; one that is open from the day it was said reads as "by".

        >>> dates = Dates("GB", date(2027, 3, 4))
        >>> dates.window(Window(date(2027, 3, 4), date(2027, 3, 13)), said_on=date(2027, 3, 4))
        'by Saturday 13 March'
        >>> dates.window(Window(date(2027, 3, 9), date(2027, 3, 11)), said_on=date(2027, 3, 4))
        'between Tuesday 9 March and Thursday 11 March'
        >>> dates.window(Window(date(2027, 3, 1), None), said_on=date(2027, 2, 4))
        'on or after Monday 1 March'
        """
        match window:
            case None | Window(earliest=None, latest=None):
                return "no date given"
            case Window(earliest=date() as earliest, latest=None):
                return f"on or after {self.day(earliest)}"
            case Window(earliest=earliest, latest=date() as latest) if earliest == latest:
                return f"on {self.day(latest)}"
            case Window(earliest=date() as earliest, latest=date() as latest) if earliest > said_on:
                return f"between {self.day(earliest)} and {self.day(latest)}"
            case Window(latest=latest):
                return f"by {self.day(latest)}" if latest else "no date given"


def unbroken(text: str) -> str:
    r"""Return our own words with the number of each day on one line with what stands before it.

    >>> unbroken("by Thursday 18 February"), unbroken("by Thursday, February 18")
    ('by Thursday\xa018\xa0February', 'by Thursday, February\xa018')
    """
    return re.sub(r"(?<=\d) (?=[A-Z])|(?<=[a-z]) (?=\d)", "\xa0", text)


# What is spelled or said otherwise outside North America.
ELSEWHERE = (
    ("anceled", "ancelled"),
    ("talking with me", "talking to me"),
    ("talk with me", "talk to me"),
    ("reach me at", "reach me on"),
)


def as_written_in(country: str, text: str) -> str:
    """Return our own words as people in a country write them.

    >>> as_written_in("GB", "Canceled or moved"), as_written_in("US", "Canceled or moved")
    ('Cancelled or moved', 'Canceled or moved')
    """
    for american, elsewhere in () if country in MONTH_FIRST else ELSEWHERE:
        text = text.replace(american, elsewhere)
    return text


def sentence(text: str) -> str:
    """Return the text with a capital at its beginning; the rest stays as it is."""
    return f"{text[:1].upper()}{text[1:]}"
