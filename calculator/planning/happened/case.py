"""The case of a situation: its calendar, the facts that can be used, contacts and agreements."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from calculator.planning.calendar import Calendar, calendar_of
from calculator.situation import (
    Channel,
    Offer,
    Promise,
    Said,
    Situation,
)

# What a contact of the candidate's was. "asked" is the rhythm's own, "last" the one email that is
# left of a plan made long after, "extra" one that no plan had.
type Role = Literal[
    "debrief",
    "reply",
    "promise",
    "agreed",
    "with-employer",
    "tell",
    "asked",
    "last",
    "extra",
    "ask-recruiter",
    "close",
    "stop",
    "reminder",
    "left-out",
]


CALLS: tuple[Channel | None, ...] = ("call", "voicemail")


# Contacts that count against the candidate whether or not anybody was reached.
COUNTED: tuple[Role, ...] = ("tell", "asked", "last", "extra")


# Contacts that open nothing: a reply answers theirs, what was left out was never made, what was
# promised is only kept, and an agreed call with the employer is no question to the recruiter.
NO_QUESTION: frozenset[Role] = frozenset(
    {"reply", "left-out", "promise", "with-employer", "reminder", "stop"}
)


class Contact(NamedTuple):
    """A contact that was made.

    ``counts`` is false for what they asked for; ``is_silent`` is that nothing came back, as far as
    the history says so. ``promise`` is the place of the promise that it kept, ``said_would_call``
    whether it named a call, ``None`` where nobody knows. ``tells``: it told of another offer.
    """

    on: date
    role: Role
    channel: Channel | None = None
    counts: bool = False
    is_silent: bool = False
    promise: int | None = None
    said_would_call: bool | None = None
    tells: bool = False

    @property
    def is_call(self) -> bool:
        """Whether it was made by phone."""
        return self.channel in CALLS


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A contact to which they agreed: its day, if one was named, and the rule that it follows.

    ``with_employer``: the employer agreed to it in the interview, whoever else is in between.
    ``is_asked_for``: it was their own idea; ``is_allowed``: they only said that it's all right.
    ``in_person``: the candidate is to come in; ``any_way``: nobody said how they are to be reached.
    ``counted_from`` are their own words for a day that they did not name: "in ten days".
    """

    rule: str
    on: date | None = None
    said: Said | None = None
    by_email: bool = False
    with_employer: bool = False
    if_unheard: bool = False
    is_asked_for: bool = False
    is_allowed: bool = False
    in_person: bool = False
    any_way: bool = False
    counted_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A situation with what follows from it alone: the calendar, and the facts that can be used.

    ``says_why``: someone will read the reasons of its steps. Else they are left empty: a plan is
    made many times over only to see what an answer would change.
    """

    situation: Situation
    calendar: Calendar
    promises: tuple[Promise, ...]
    offer: Offer | None
    says_why: bool = True


def case_of(situation: Situation, *, says_why: bool = True) -> Case:
    """Return the case of a situation; facts that cannot be are left out, as ``notices`` says."""
    promises = (each for each in situation.promises if each.on >= situation.interview_on)
    return Case(
        situation=situation,
        calendar=calendar_of(situation.country, situation.region, situation.closed),
        promises=tuple(sorted(promises, key=lambda promise: promise.on)),
        offer=situation.offer if is_usable_offer(situation) else None,
        says_why=says_why,
    )


def is_usable_offer(situation: Situation) -> bool:
    """Whether the other offer is still open."""
    offer = situation.offer
    return offer is not None and offer.answer_by >= max(situation.today, offer.on)
