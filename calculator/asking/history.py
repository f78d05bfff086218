"""The history of a request: in order, and read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from calculator.asking.bounds import Bound, makes_sense
from calculator.asking.checks import Place
from calculator.asking.facts import Fact, facts_in
from calculator.asking.request import Entry, Facts
from calculator.asking.statement import Heard, heard
from calculator.days import DAY, Window
from calculator.situation import ANSWERS, Event, Said

type Placed = tuple[Place, Entry]

DECISIONS = {"rejected", "offered"}
STILL_OPEN = {"not-decided", "new-date", "invited", "checks", "on-hold"}
CONTACTS = {"contacted", "reached", "no-answer"}
# In the events of theirs, their own words say what they ask for, and what they agree to.
THEIRS = ANSWERS | {"acknowledged", "missed-call"}
LEAVE_IS_ASKED = {"not-decided", "reached"}
REFUSALS = {"no_calls", "told_to_wait"}
UNTIL = re.compile(r"^\W*(?:not\s+)?(?:until|till?|before)\b\s*", re.IGNORECASE)
LENGTH = re.compile(
    r"\b(?:\d+|an?|one|two|three|four|five|six|eight|ten|few|several|couple\s+of)\s+"
    r"(?:\w+\s+)?(?:days?|weeks?|months?|quarters?)\b|\bend\s+of\b",
    re.IGNORECASE,
)
MOST_CONTACTS = 20


def history_of(facts: Facts, place: Place, *bounds: Bound) -> tuple[Event, ...]:
    """Return the events that make sense, oldest first; what was said is read from its day."""
    entries: Sequence[Placed] = facts.get("history", ())
    kept = [(at, entry) for at, entry in entries if makes_sense(entry.on, at.inside("on"), *bounds)]
    for (_, before), (at, entry) in pairwise(kept):
        if entry.on < before.on:
            at.inside("on").write(
                f"{at.inside('on').label} must be the same as or after the one before"
            )
    for at, message in contradictions(kept):
        at.write(message)
    in_order = sorted(kept, key=lambda placed: placed[1].on)
    return tuple(_event(at, entry, facts) for at, entry in _last_contacts(in_order, place))


def contradictions(kept: Sequence[Placed]) -> Iterator[tuple[Place, str]]:
    """Yield what cannot be so, with the place to mend it; the plan takes the latest as true."""
    stopped_on = min((entry.on for _, entry in kept if entry.event == "stopped"), default=None)
    decided: dict[date, str] = {}
    last_answer = ""
    for at, entry in kept:
        if stopped_on and entry.on > stopped_on:
            yield at.inside("on"), "You stopped before this, so it is left out of the plan"
        if entry.event == "new-date" and not entry.said.strip():
            yield at.inside("said"), "Enter the new time that they gave, in their words"
        if entry.event in DECISIONS and decided.setdefault(entry.on, entry.event) != entry.event:
            yield at.inside("event"), "They can't have said both yes and no on the same day"
        if entry.event in STILL_OPEN and last_answer == "rejected":
            yield at.inside("event"), "They had said no before this; the plan takes this as true"
        if entry.answer_by and entry.answer_by < entry.on:
            yield at.inside("answer_by"), "Their offer can't want an answer before it came"
        last_answer = entry.event if entry.event in ANSWERS else last_answer


def _last_contacts(entries: Sequence[Placed], place: Place) -> Sequence[Placed]:
    contacts = [at for at, (_, entry) in enumerate(entries) if entry.event in CONTACTS]
    if len(contacts) <= MOST_CONTACTS:
        return entries
    place.write(f"Your history can hold at most {MOST_CONTACTS} contacts")
    return entries[contacts[-MOST_CONTACTS] :]


def _event(place: Place, entry: Entry, facts: Facts) -> Event:
    statement = (
        heard(entry.said, on=entry.on, country=facts["country"], region=facts["region"])
        if entry.said.strip()
        else None
    )
    if entry.event == "new-date" and statement and not (statement.said and statement.said.window):
        place.inside("said").write("Enter the new time as a day or a span: we found none in this")
    agreed = _agreed_to_next(statement, entry, facts["country"])
    entry = replace(entry, agreed_to_next=agreed)
    return Event(
        on=entry.on,
        event=entry.event,
        channel=entry.channel,
        said=_said(statement, entry, facts) if statement else None,
        words=" ".join(entry.said.split()),
        agreed_to_next=agreed,
        said_would_call=entry.said_would_call,
        in_writing=entry.in_writing,
        answer_by=_answer_by(statement, entry),
    )


def wishes_in(facts: Facts) -> Iterator[Fact]:
    """Yield what they asked for since the interview, by their own words: no calls, no contact."""
    for _, entry in facts.get("history", ()):
        if entry.said.strip() and entry.event in THEIRS:
            understood = heard(
                entry.said, on=entry.on, country=facts["country"], region=facts["region"]
            )
            found = facts_in(understood, country=facts["country"])
            yield from (fact for fact in found if fact.id in REFUSALS)


def _agreed_to_next(statement: Heard | None, entry: Entry, country: str) -> bool | None:
    """Return what they said to another contact, as the person told it or by their own words."""
    if statement is None or entry.agreed_to_next is not None or entry.event not in LEAVE_IS_ASKED:
        return entry.agreed_to_next
    found = {fact.id for fact in facts_in(statement, country=country)}
    if found & REFUSALS:
        return False
    return True if "leave_to_call" in found else None


def _answer_by(statement: Heard | None, entry: Entry) -> date | None:
    """Return the day for the answer to their offer: the one entered, or else the one they asked."""
    if entry.answer_by or entry.event != "offered" or statement is None:
        return entry.answer_by if entry.answer_by and entry.answer_by >= entry.on else None
    asked = statement.said_as("asked")
    day = asked.window.latest if asked and asked.window else None
    return day if day and day >= entry.on else None


def _said(statement: Heard, entry: Entry, facts: Facts) -> Said | None:
    """Return the time in what they said that the event is about, or else that of their answer."""
    said = statement.said
    has_time = said is not None and said.window is not None
    match entry.event:
        case "invited" | "cancelled":
            return statement.said_as("interview") or said
        case "on-hold":
            held = said if has_time else statement.said_as("away", "answer") or said
            return held and _until_it_begins(held, facts)
        case "checks" if not has_time:
            return statement.said_as("stage", "answer", "other") or said
        case "not-decided" | "reached" if entry.agreed_to_next:
            return statement.said_as("may-contact") or said
        case _:
            return said


def _until_it_begins(held: Said, facts: Facts) -> Said:
    """Return the time of a hold, which is over when the time that they named for its end begins.

    "Until April" ends with March, and "again in April" too. A length, such as "for two to three
    weeks", and the end of a month are as long as they said.
    """
    if held.window is None or LENGTH.search(held.words):
        return held
    named = UNTIL.sub("", held.words)
    again = heard(named, on=held.on, country=facts["country"], region=facts["region"]).said
    window = again.window if again and again.window else held.window
    begins, ends = window.earliest, window.latest
    if begins is None or begins <= held.on or begins == ends:
        return held
    return replace(held, window=Window(held.on, begins - DAY))
