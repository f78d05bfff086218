"""What has happened, where what they said is news and no time: a no, an offer, a hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from calculator.asking.facts import Fact, call_back, day_of
from calculator.asking.statement import Heard, is_of_other_offer
from calculator.days import day_text
from calculator.reading.awaits import sentences
from calculator.reading.sayings import says
from calculator.situation import Offer

type News = Literal["rejected", "offered", "on-hold", "cancelled", "invited", "acknowledged"]


@dataclass(frozen=True, slots=True)
class Kind:
    """How news is said, and how it is told to the person."""

    saying: str
    as_text: str


# The first that is said holds: whoever regrets that an interview is off, or a job on hold,
# says no to nobody.
NEWS: Mapping[News, Kind] = {
    "cancelled": Kind("called off", "They called off or moved the interview"),
    "on-hold": Kind("held", "They put the job on hold"),
    "rejected": Kind("a no", "They said no"),
    "offered": Kind("a yes", "They offered you the job"),
    "invited": Kind("asked in", "They invited you to another interview"),
    "acknowledged": Kind("call back", "They asked you to call them back"),
}


# In letters: what is longer tells a story, and may tell of other jobs, too.
LONGEST = 600


def news_in(heard: Heard) -> Iterator[Fact]:
    """Yield the news that a statement brings, and another offer that the candidate must answer."""
    if len(heard.statement) > LONGEST:
        return
    found = ((name, *each) for name in NEWS for each in sentences(heard.statement))
    for name, start, sentence in found:
        if is_news(NEWS[name], sentence) and fits(name, heard):
            span = start, start + len(sentence)
            yield Fact(id=name, on=None, span=span, as_text=NEWS[name].as_text, value=name)
            break
    yield from other_offer(heard)


def is_news(kind: Kind, sentence: str) -> bool:
    """Whether a sentence says that something is so, not only what will be if it is."""
    if not says(kind.saying, sentence) or says("not so yet", sentence):
        return False
    return not says("other offer", sentence)


def fits(name: News, heard: Heard) -> bool:
    """Whether news fits the time that was named beside it: a no leaves no answer to wait for."""
    if name == "invited":
        return has_day(heard)
    if name == "acknowledged":
        return says("left word", heard.statement) and call_back(heard) is not None
    waits_for_answer = heard.reading.certainty == "sure" and heard.reading.awaits != "offer"
    return name in ("on-hold", "cancelled") or not waits_for_answer


def has_day(heard: Heard) -> bool:
    """Whether the day of a further interview is named, and to come."""
    named = heard.said_as("interview")
    window = named.window if named else None
    day = window.latest if window and window.earliest == window.latest else None
    return day is not None and day > heard.on


def other_offer(heard: Heard) -> Iterator[Fact]:
    """Yield another offer with the day to answer it by."""
    for one in heard.reading.mentions:
        answer_by = day_of(one.window, heard.on)
        if answer_by and is_of_other_offer(one.span, heard.statement):
            on = day_text(answer_by, heard.country)
            offer = Offer(on=min(heard.on, answer_by), answer_by=answer_by)
            text = f"You have another offer, to be answered by {on}"
            yield Fact(id="offer", on=answer_by, span=one.span, as_text=text, value=offer)
            return


def day_of_news(said_on: date | None, today: date, *, has_more: bool, interview_on: date) -> date:
    """Return the day of news: today, unless it is known or more has happened since."""
    return said_on or (interview_on if has_more else today)
