"""The history of a request: in order, and read."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from calculator.asking.bounds import Bound, makes_sense
from calculator.asking.checks import Place
from calculator.asking.request import Entry, Facts
from calculator.asking.statement import Heard, heard
from calculator.situation import ANSWERS, Event, Said

type Placed = tuple[Place, Entry]

DECISIONS = {"rejected", "offered"}
STILL_OPEN = {"not-decided", "new-date", "invited", "checks", "on-hold"}
CONTACTS = {"contacted", "reached", "no-answer"}
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
    return Event(
        on=entry.on,
        event=entry.event,
        channel=entry.channel,
        said=_said(statement, entry) if statement else None,
        words=" ".join(entry.said.split()),
        agreed_to_next=entry.agreed_to_next,
        said_would_call=entry.said_would_call,
        in_writing=entry.in_writing,
        answer_by=entry.answer_by if entry.answer_by and entry.answer_by >= entry.on else None,
    )


def _said(statement: Heard, entry: Entry) -> Said | None:
    """Return the time in what they said that the event is about, or else that of their answer."""
    said = statement.said
    has_time = said is not None and said.window is not None
    match entry.event:
        case "invited" | "cancelled":
            return statement.said_as("interview") or said
        case "on-hold" if not has_time:
            return statement.said_as("away", "answer") or said
        case "checks" if not has_time:
            return statement.said_as("stage", "answer", "other") or said
        case "offered" if entry.in_writing is not False:
            return statement.said_as("asked") or said
        case "not-decided" | "reached" if entry.agreed_to_next:
            return statement.said_as("may-contact") or said
        case _:
            return said
