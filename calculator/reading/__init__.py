"""What an employer said about timing, read as a window of days."""

from collections.abc import Callable, Sequence
from copy import replace
from datetime import date

from calculator.reading import cues, phrases
from calculator.reading.answers import reading_of
from calculator.reading.awaits import awaits_of
from calculator.reading.chart import chart_of
from calculator.reading.context import in_context
from calculator.reading.mail import body_of, lists_dates, with_headings
from calculator.reading.outright import said_outright, told_outright
from calculator.reading.patterns import tree_of
from calculator.reading.promised import dated, told_of
from calculator.reading.reading import Certainty, Choice, Mention, Reading
from calculator.reading.roles import chances_of
from calculator.reading.times import Text, text_of
from calculator.reading.values import Setting
from calculator.reading.words import Token, tokens

__all__ = ["Certainty", "Choice", "Mention", "Reading", "read"]

TREE = tree_of((*phrases.PHRASES, *cues.PHRASES))


def read(
    statement: str, *, said_on: date, country: str = "US", region: str | None = None
) -> Reading:
    """Return what a statement about timing means when it is said on a day, in a country.

    >>> read("by the end of next week", said_on=date(2026, 3, 12)).window.latest.isoformat()
    '2026-03-20'
    """
    setting = Setting(said_on, country, region)
    text = text_said(statement, setting)
    known = chances_in(text, statement)

    def meaning(said: Text) -> Reading:
        same = places(said) == places(text)
        return reading_of(said, known if same else chances_in(said, statement))

    reading = told_of(read_as(statement, text, meaning), text)
    by_holidays = "holidays" in setting.asked_for
    return replace(reading, awaits=awaits_of(statement, reading.spans), by_holidays=by_holidays)


def read_as(statement: str, text: Text, meaning: Callable[[Text], Reading]) -> Reading:
    """Return the reading of a text whose times are about what ``meaning`` takes them for."""

    def on(day: date) -> Reading:
        return meaning(with_times(text.tokens, replace(text.setting, said_on=day)))

    return said_outright(dated(meaning(text), text, statement, on), statement)


def text_said(statement: str, setting: Setting) -> Text:
    """Return the words of a statement with the times that the phrases find in them."""
    body = with_headings(body_of(statement))
    return with_times(in_context(tokens(body)), replace(setting, lists_dates=lists_dates(body)))


def with_times(words: Sequence[Token], setting: Setting) -> Text:
    return text_of(words, chart_of(words, TREE, setting), setting)


def chances_in(text: Text, statement: str) -> list[Sequence[float]]:
    """Return how likely each time of a text has each role, with no doubt where its words say so."""
    return told_outright(chances_of(text), text, statement)


def places(text: Text) -> list[tuple[int, int]]:
    return [(time.start, time.end) for time in text.times]
