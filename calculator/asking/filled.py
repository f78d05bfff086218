"""The fields of a request that their words fill: one table, whether said first or since."""

from collections.abc import Callable, Iterator, Mapping
from copy import replace
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from calculator.asking.checks import Place
from calculator.asking.facts import Fact
from calculator.asking.history import Told, requests_in, wishes_in
from calculator.asking.request import Facts
from calculator.reading.notes import as_sent
from calculator.situation import Names, Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A request with all that their words say in it.

    ``said_first`` are the facts of their first words, ``history`` the entries of the request's,
    ``news`` what their first words say has happened.
    """

    facts: Facts
    said_first: tuple[Fact, ...]
    history: tuple[Told, ...]
    news: tuple[Told, ...]
    root: Place
    today: date | None

    def said(self, name: str) -> Iterator[Any]:
        """Yield what their first words say for a field, unless the person put it aside."""
        return (fact.value for fact in self.said_first if fact.used and fact.id == name)


def filled(words: Words) -> Facts:
    """Return the fields that their words fill, with what the request has of each."""
    found = {field: fill(words) for field, fill in FILLED.items()}
    return cast("Facts", {field: value for field, value in found.items() if value is not None})


def leave_to_call(words: Words) -> object:
    """Return the last leave that their first words give, or more about the one in the request.

    Whoever enters the day may not say whether they named it, and whether it is only for silence.
    """
    given, statement = words.facts.get("leave_to_call"), words.facts.get("said")
    is_aside = statement is not None and "leave_to_call" in statement.ignore
    if given and given.on and not is_aside:
        found = (fact.value for fact in words.said_first if fact.id == "leave_to_call")
        return next((leave for leave in found if leave.on == given.on), None)
    return next(reversed([*words.said("leave_to_call")]), None)


def awaiting(words: Words) -> object:
    """Return what is awaited; a round that has its day is followed by the decision."""
    has_day = any(each.entry.event == "invited" for each in words.news)
    return None if has_day else next(words.said("awaiting"), None)


def offer(words: Words) -> object:
    """Return another offer of which they were told, while it is open."""
    today = words.today
    return next((one for one in words.said("offer") if today and one.answer_by >= today), None)


def wish(name: str) -> Callable[[Words], bool]:
    """Return whether they asked for something, first or since; the request's own word wins."""

    def is_wished(words: Words) -> bool:
        happened = (*words.history, *words.news)
        is_said = any(words.said(name)) or any(fact.id == name for fact in wishes_in(happened))
        return bool(words.facts.get(name, is_said))

    return is_wished


def promises(words: Words) -> object:
    """Return what was promised, and what they asked for by a day, with its place."""
    at, given = words.root.inside("promises"), words.facts.get("promises", ())
    asked = [*words.said("promises"), *requests_in((*words.history, *words.news))]
    own = {(promise.on, thing_of(promise)) for _, promise in given}
    new = [each for each in asked if not {(each.on, thing_of(each)), (each.on, "")} & own]
    return (*given, *((at, each) for each in new))


def thing_of(promise: Promise) -> str:
    """Return what a promise is about in a word: "references", of three that are to be sent."""
    return "".join(as_sent(promise.note).split()[-1:])


def names(words: Words) -> Names | None:
    """Return the names, with a number that stands in their own words as theirs to be called."""
    known: Names | None = words.facts.get("names")
    for number in words.said("names.phone"):
        known = replace(known or Names(), their_phone=number)
    if known is None or not (own := digits(known.phone)):
        return known
    statement = words.facts.get("said")
    texts = [each.entry.said for each in words.history]
    if own not in digits(" ".join([*texts, statement.text if statement else ""])):
        return known
    return replace(known, phone="", their_phone=known.their_phone or known.phone)


def digits(text: str) -> str:
    """Return the digits of a text."""
    return "".join(letter for letter in text if letter.isdigit())


# What fills each field.
FILLED: Mapping[str, Callable[[Words], object]] = {
    "leave_to_call": leave_to_call,
    "awaiting": awaiting,
    "no_calls": wish("no_calls"),
    "told_to_wait": wish("told_to_wait"),
    "promises": promises,
    "names": names,
    "offer": offer,
}
