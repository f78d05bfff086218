"""The day on which a pasted message was sent, where its head says so."""

from __future__ import annotations

from datetime import date

from calculator.reading.chart import chart_of
from calculator.reading.mail import message_of
from calculator.reading.patterns import tree_of
from calculator.reading.phrases import DATES
from calculator.reading.values import Setting, Time
from calculator.reading.words import tokens

TREE = tree_of(DATES)


def sent_on(text: str, *, country: str = "US") -> date | None:
    r"""Return the day in the head of the message that is read, or nothing where none has a year.

    A message that was forwarded, and the last one of a chat, count: what was said was said there.

    >>> sent_on("On Tue, Mar 9, 2027 at 3:04 PM Ann wrote:\n> You will hear by Friday")
    datetime.date(2027, 3, 9)
    """
    setting = Setting(date(2000, 1, 1), country)
    for start, end in reversed(message_of(text).head):
        for found in chart_of(tokens(text[start:end]), TREE, setting):
            days = [match.value for match in found if isinstance(match.value, Time)]
            if dated := [time for time in days if time.grain == "day" and not time.again]:
                return dated[-1].first
    return None
