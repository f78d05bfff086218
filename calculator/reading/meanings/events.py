"""Events that a text counts from but does not date."""

from __future__ import annotations

from typing import Any

from calculator.reading.meaning import Meaning, means
from calculator.reading.values import Other, Setting


def event(words: str, *kinds: str) -> Meaning[..., Any]:
    """Return an event that has to be asked for."""
    found = Other((*kinds, "anchor"), words)
    return Meaning(f"not dated by the text: {words} is asked for", lambda _setting, *_parts: found)


closing_date = event("the closing date", "event")
holiday = event("which holiday that is", "event")
meeting = event("the date of that meeting", "event")
references = event("the day they have your references")
season = event("when that season begins for them")
term = event("the date of it")
business_year = event("when their year or quarter ends")


@means("something of your own, such as the interview: counted from the day it was said")
def own(_: Setting, *_parts: object) -> Other:
    return Other(("own",))
