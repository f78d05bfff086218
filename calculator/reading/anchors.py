"""Events that a text counts from but does not date."""

from __future__ import annotations

from calculator.reading.chart import Meaning
from calculator.reading.values import Other, Setting


def event(words: str) -> Meaning:
    """Return an event that has to be asked for."""
    found = Other(("anchor",), words)
    return Meaning(f"a day that has to be asked for: {words}", lambda _setting, *_parts: found)


def own_event(_: Setting, *_parts: object) -> Other:
    return Other(("own",))


closing_date = event("the closing date")
deadline = event("the deadline")
season = event("when that season begins for them")
school = event("the date of it")
fiscal = event("when their year or quarter ends")
own = Meaning("counted from the day it was said", own_event)
