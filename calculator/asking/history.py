"""The history of a request: read once, in order, and made into events."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from calculator.asking.bounds import Bound, makes_sense
from calculator.asking.checks import Place
from calculator.asking.facts import Fact, answer_owed, call_back, facts_in, requests
from calculator.asking.request import Entry, Facts
from calculator.asking.statement import Heard, heard, once_past
from calculator.days import DAY, Window
from calculator.reading.held import time_that_ends_hold
from calculator.reading.notes import questions_asked
from calculator.reading.outright import is_by_colleague
from calculator.reading.reading import Role
from calculator.reading.sayings import ends_saying, saying, says
from calculator.situation import (
    ANSWERS,
    THEIR_WORDS,
    Event,
    Feedback,
    LeaveToCall,
    Promise,
    Said,
)

INTERVIEWS = {"invited", "cancelled"}
STILL_OPEN = {"not-decided", "new-date", "invited", "checks", "on-hold"}
CONTACTS = {"contacted", "reached", "no-answer"}
LEAVE_IS_ASKED = {"not-decided", "reached", "acknowledged"}
CALLS_BACK = LEAVE_IS_ASKED | INTERVIEWS | {"missed-call", "offered"}
# What somebody else may have said for them.
PASSED_ON = {"acknowledged", "not-decided", "reached", "contacted"}
# What wants no reply that could answer a question, too.
ASKS_BESIDE = {"not-decided", "new-date", "acknowledged", "checks"}
REFUSALS = {"no_calls", "told_to_wait"}
MOST_CONTACTS = 20
DATED = re.compile(r"\d(?:st|nd|rd|th)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An entry of a request's history with its place, and what its words say, read once."""

    place: Place
    entry: Entry
    heard: Heard | None = None
    facts: tuple[Fact, ...] = ()


def told(facts: Facts) -> tuple[Told, ...]:
    """Return the entries of a request's history in its order, their words read from their days."""
    entries = facts.get("history", ())
    return tuple(_told(place, entry, facts) for place, entry in entries)


def _told(place: Place, entry: Entry, facts: Facts) -> Told:
    country, region, today = facts["country"], facts["region"], facts.get("today")
    if not entry.said.strip():
        return Told(place=place, entry=entry)
    understood = heard(entry.said, on=entry.on, country=country, region=region)
    understood = once_past(understood, today)
    found = facts_in(understood, country=country) if is_theirs(entry) else ()
    return Told(place=place, entry=entry, heard=understood, facts=found)


def is_theirs(entry: Entry) -> bool:
    """Whether the words of an entry are their own."""
    return entry.event in THEIR_WORDS


def history_of(
    history: Iterable[Told], place: Place, *bounds: Bound, country: str, region: str | None
) -> tuple[Event, ...]:
    """Return the events that make sense, oldest first."""
    kept = [
        each for each in history if makes_sense(each.entry.on, each.place.inside("on"), *bounds)
    ]
    for before, each in pairwise(kept):
        if each.entry.on < before.entry.on:
            at = each.place.inside("on")
            at.write(f"{at.label} must be the same as or after the one before")
    for at, message in contradictions([(each.place, each.entry) for each in kept]):
        at.write(message)
    in_order = sorted(kept, key=lambda each: each.entry.on)
    return tuple(_event(each, country, region) for each in _last_contacts(in_order, place))


def contradictions(kept: Sequence[tuple[Place, Entry]]) -> Iterator[tuple[Place, str]]:
    """Yield what cannot be so, with the place to mend it; the plan takes the latest as true."""
    stopped_on = min((entry.on for _, entry in kept if entry.event == "stopped"), default=None)
    no_on: date | None = None
    last_answer = ""
    for at, entry in kept:
        if stopped_on and entry.on > stopped_on:
            yield at.inside("on"), "You stopped before this, so it is left out of the plan"
        if entry.event == "new-date" and not entry.said.strip():
            yield at.inside("said"), "Enter the new time that they gave, in their words"
        # The other way round they took their offer back.
        if entry.event == "offered" and entry.on == no_on:
            yield at.inside("event"), "They can't have said both yes and no on the same day"
        if entry.event in STILL_OPEN and last_answer == "rejected":
            yield at.inside("event"), "They had said no before this; the plan takes this as true"
        if entry.answer_by and entry.answer_by < entry.on:
            yield at.inside("answer_by"), "Their offer can't want an answer before it came"
        no_on = entry.on if entry.event == "rejected" else no_on
        last_answer = entry.event if entry.event in ANSWERS else last_answer


def _last_contacts(history: Sequence[Told], place: Place) -> Sequence[Told]:
    contacts = [at for at, each in enumerate(history) if each.entry.event in CONTACTS]
    if len(contacts) <= MOST_CONTACTS:
        return history
    place.write(f"Your history can hold at most {MOST_CONTACTS} contacts")
    return history[contacts[-MOST_CONTACTS] :]


def _event(told: Told, country: str, region: str | None) -> Event:
    entry, statement = told.entry, told.heard
    agreed = _agreed_to_next(told)
    leave = _leave(told) if agreed is not False else None
    asks_for = agreed if leave is None else None
    said = _said(statement, entry.event, agreed=asks_for) if statement else None
    if entry.event == "new-date" and statement and not leave and not (said and said.window):
        told.place.inside("said").write(
            "Enter the new time as a day or a span: we found none in this"
        )
    if said and entry.event == "on-hold":
        said = _until_it_begins(said, country, region)
    answer_by = _answer_by(told)
    by_colleague = entry.event in PASSED_ON and is_by_colleague(entry.said)
    is_word = entry.event == "acknowledged" and bool(entry.said.strip())
    is_bare_word = is_word and not (by_colleague or leave or agreed)
    if said and said.window and answer_by and said.window.latest == answer_by:
        said = None  # the time is that for the answer to them
    return Event(
        on=entry.on,
        event=entry.event,
        channel=entry.channel,
        said=said,
        words=" ".join(entry.said.split()),
        agreed_to_next=agreed,
        leave=leave,
        said_would_call=entry.said_would_call,
        in_writing=entry.in_writing,
        answer_by=answer_by,
        by_colleague=by_colleague,
        is_automatic=is_bare_word and says("auto-reply", entry.said),
        is_courtesy=is_bare_word and not (says("owed", entry.said) or questions_asked(entry.said)),
        feedback=_feedback(entry),
    )


def _feedback(entry: Entry) -> Feedback | None:
    """Return what a no says of feedback."""
    if entry.event != "rejected" or not says("feedback", entry.said):
        return None
    if says("no feedback", entry.said):
        return "refused"
    return "given" if says("gave feedback", entry.said) else "offered"


def wishes_in(history: Iterable[Told]) -> Iterator[Fact]:
    """Yield what they asked for since the interview, by their own words: no calls, no contact."""
    return (fact for each in history for fact in each.facts if fact.id in REFUSALS)


def requests_in(history: Iterable[Told]) -> Iterator[Promise]:
    """Yield what they have asked for since the interview, by a day or by the day after.

    Where they ask for no more than an answer, the reply to them is one.
    """
    for each in history:
        dated = [fact.value for fact in each.facts if fact.id == "promises"]
        asked = dated or ([*requests(each.heard)] if each.heard and is_theirs(each.entry) else [])
        if each.heard and not asked and is_asked_in_writing(each.entry):
            asked = [*answer_owed(each.heard)]
        yield from (promise for promise in asked if promise.note)


def is_asked_in_writing(entry: Entry) -> bool:
    """Whether a question of theirs is still to be answered, and no other reply does so."""
    return entry.event in ASKS_BESIDE and entry.channel in ("email", "message", None)


def _agreed_to_next(told: Told) -> bool | None:
    """Return what they said to another contact, as the person told it or by their own words."""
    if told.entry.agreed_to_next is not None or told.entry.event not in LEAVE_IS_ASKED:
        return told.entry.agreed_to_next
    found = {fact.id for fact in told.facts}
    if found & REFUSALS:
        return False
    return True if "leave_to_call" in found else None


def _leave(told: Told) -> LeaveToCall | None:
    """Return the day on which their words allow a contact, apart from that of their answer."""
    found = (fact.value for fact in told.facts if fact.id == "leave_to_call" and fact.on)
    leave: LeaveToCall | None = next(found, None)
    # "Can you come back in next week?" is an invitation, and no leave to drop in.
    if leave is None and told.entry.event in CALLS_BACK and told.heard:
        leave = call_back(told.heard)
    is_interview = leave is not None and leave.in_person and told.entry.event in INTERVIEWS
    is_settled = told.entry.event == "rejected" and _feedback(told.entry) != "offered"
    is_offer = told.entry.event == "offered" and not (leave and leave.at_once)
    return None if is_interview or is_settled or is_offer else leave


def _answer_by(told: Told) -> date | None:
    """Return the day for the answer to their offer: the one entered, or else the one they asked."""
    statement, entry = told.heard, told.entry
    if entry.answer_by or entry.event != "offered" or statement is None:
        return entry.answer_by if entry.answer_by and entry.answer_by >= entry.on else None
    asked = statement.said_as("asked")
    day = asked.window.latest if asked and asked.window else None
    is_of_a_thing = any(each.on == day for each in requests_in([told]))
    return day if day and day >= entry.on and not is_of_a_thing else None


def _said(statement: Heard, event: str, *, agreed: bool | None) -> Said | None:
    """Return the time in what they said that the event is about, or else that of their answer."""
    said = statement.said
    has_time = said is not None and said.window is not None
    match event:
        case "invited" | "cancelled":
            return _time_of_interview(statement, said, event)
        case "on-hold" if not has_time:
            # "Until the new year starts on 1 July": what happens then has a role of its own.
            roles: tuple[Role, ...] = ("away", "answer", "start", "stage", "interview", "other")
            named = [*statement.all_said_as(*roles)]
            return next((one for one in named if says("a day", one.words)), (*named, said)[0])
        case "acknowledged" if not agreed and (not has_time or lasts_until(said)):
            away = said if has_time else statement.said_as("away")
            return absence(away) if away else theirs_to_do(statement) or said
        case "new-date" if not has_time:
            # "You can have until the 26th" is no time of theirs, and still the new one.
            return statement.said_as("other", "stage", "asked", "interview") or said
        case "checks" if not has_time:
            return statement.said_as("stage", "answer", "other") or said
        case "not-decided" | "reached" | "acknowledged" if agreed:
            return statement.said_as("may-contact") or said
        case "not-decided" | "reached" if not has_time:
            return theirs_to_do(statement) or said
        case _:
            return said


def theirs_to_do(statement: Heard) -> Said | None:
    """Return the time of a contact that they make with somebody else: it is no leave."""
    chases = says("they chase", statement.statement)
    return statement.said_as("may-contact") if chases else None


def _time_of_interview(statement: Heard, said: Said | None, event: str) -> Said | None:
    """Return the day of an interview, or the time by which they fix one.

    The week in which they want to meet is neither: nothing is fixed by it. Nor is the day of a
    call-off a new one: "he is ill today".
    """

    def fits(named: Said) -> bool:
        is_off = event == "cancelled" and is_called_off(named)
        is_past = event == "cancelled" and named.window and named.window.latest == statement.on
        return named.window is not None and is_a_day(named.window) and not (is_past or is_off)

    if said and said.window and says("fixes a day", said.sentence):
        return replace(said, window=Window(None, said.window.latest or said.window.earliest))
    if statement.failed:
        return said
    visit = statement.said_as("may-contact") if says("drop in", statement.statement) else None
    others = [*statement.all_said_as("said", "other", "asked", "start")]
    moved = [one for one in others if ends_saying("moved to", words_beside(one)[0])]
    # "The Monday after, the 22nd": what has its date is sure.
    days = sorted(statement.all_said_as("interview"), key=lambda one: not DATED.search(one.words))
    named = (
        *days,
        said,
        visit,
        *(moved if event == "cancelled" else ()),
    )
    return next((one for one in named if one and fits(one)), None)


def is_called_off(named: Said) -> bool:
    """Whether a day is that of the interview that will not be: "tomorrow's interview is off"."""
    before, behind = words_beside(named)
    is_off = (
        behind.startswith(("'", "\u2019")) or saying("day off behind").match(behind) is not None
    )
    return is_off or ends_saying("day off before", before)


def is_moved_to(named: Said | None) -> bool:
    """Whether a day is the one to which an interview was moved, by the words before it."""
    if named is None:
        return False
    before, _ = words_beside(named)
    last, *_ = before.lower().split()[-1:] or [""]
    return bool({last, named.words.lower().split(" ")[0]} & {"to", "for", "until"})


def words_beside(named: Said) -> tuple[str, str]:
    """Return what stands before and behind the words of a time in their sentence."""
    before, _, behind = named.sentence.partition(named.words)
    return before, behind.lstrip()


def is_a_day(window: Window) -> bool:
    """Whether a window is one day."""
    return window.earliest is not None and window.earliest == window.latest


def lasts_until(said: Said | None) -> bool:
    """Whether something lasts until a time, and is over then: "I'm on leave until the 22nd"."""
    return said is not None and saying("until").match(said.words) is not None


def absence(away: Said) -> Said:
    """Return the time of somebody's absence: it ends by the first day on which they may be back."""
    window = away.window or Window()
    return replace(away, window=Window(away.on, window.latest or window.earliest), is_absence=True)


def _until_it_begins(held: Said, country: str, region: str | None) -> Said:
    """Return the time of a hold, which is over when the time that they named for its end begins.

    "Until April" ends with March, and "again in April" too.
    """
    named = time_that_ends_hold(held.words)
    if held.window is None or named is None:
        return held
    again = heard(named, on=held.on, country=country, region=region).said
    window = again.window if again and again.window else held.window
    begins, ends = window.earliest, window.latest
    if begins is None or begins <= held.on or begins == ends:
        return held
    return replace(held, window=Window(held.on, begins - DAY))
