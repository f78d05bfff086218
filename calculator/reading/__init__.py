"""What an employer said about timing, read as a window of days."""

from datetime import date

from calculator.reading import answers, cues, phrases
from calculator.reading.chart import chart_of, tree_of
from calculator.reading.reading import Certainty, Reading
from calculator.reading.values import Setting
from calculator.reading.words import tokens

__all__ = ["Certainty", "Reading", "read"]

TREE = tree_of((*phrases.PHRASES, *cues.PHRASES))


def read(
    statement: str, *, said_on: date, country: str = "US", region: str | None = None
) -> Reading:
    """Return what a statement about timing means when it is said on a day, in a country.

    >>> read("by the end of next week", said_on=date(2026, 3, 12)).window.latest.isoformat()
    '2026-03-20'
    """
    setting = Setting(said_on, country, region)
    words = tokens(statement)
    return answers.reading_of(words, chart_of(words, TREE, setting), setting)
