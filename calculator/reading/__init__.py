"""What an employer said about timing, read as a window of days."""

from datetime import date

from calculator.reading import cues, phrases
from calculator.reading.answers import reading_of
from calculator.reading.chart import chart_of
from calculator.reading.clauses import clauses
from calculator.reading.context import in_context
from calculator.reading.mail import body_of
from calculator.reading.patterns import tree_of
from calculator.reading.promised import dated
from calculator.reading.ranks import Text
from calculator.reading.reading import Certainty, Mention, Reading
from calculator.reading.values import Setting
from calculator.reading.words import tokens

__all__ = ["Certainty", "Mention", "Reading", "read"]

TREE = tree_of((*phrases.PHRASES, *cues.PHRASES))


def read(
    statement: str, *, said_on: date, country: str = "US", region: str | None = None
) -> Reading:
    """Return what a statement about timing means when it is said on a day, in a country.

    >>> read("by the end of next week", said_on=date(2026, 3, 12)).window.latest.isoformat()
    '2026-03-20'
    """
    words = in_context(tokens(body_of(statement)))

    def text_on(day: date) -> Text:
        setting = Setting(day, country, region)
        return Text(words, clauses(words, chart_of(words, TREE, setting)), setting)

    text = text_on(said_on)
    return dated(reading_of(text), text, lambda day: reading_of(text_on(day)))
