"""Where a candidate stands: what was said last, what was agreed, and who owes whom an answer."""

from collections.abc import Iterator, Mapping
from copy import replace
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from calculator.days import Window
from calculator.planning.plan import Action
from calculator.planning.rules import choice, rule
from calculator.planning.working_days import Calendar, after, calendar_of
from calculator.situation import (
    Channel,
    Event,
    Happening,
    Offer,
    Promise,
    Said,
    Situation,
)

type Role = Literal[
    "debrief",
    "reply",
    "promise",
    "agreed",
    "tell",
    "first",
    "named-call",
    "again",
    "late",
    "early",
    "close",
    "stop",
    "reminder",
    "left-out",
]

CALLS: tuple[Channel | None, ...] = ("call", "voicemail")

# What they may answer; each sets the count of unanswered contacts to nought.
ANSWERS: tuple[Happening, ...] = (
    "reached",
    "not-decided",
    "new-date",
    "rejected",
    "offered",
    "interview",
    "on-hold",
)

# Their answers after which nothing is left to ask.
DECISIONS: tuple[Happening, ...] = ("rejected", "offered", "on-hold")

# Contacts that count against the candidate whether or not anybody was reached.
COUNTED: tuple[Role, ...] = ("tell", "first", "named-call", "again", "late", "early")


class Contact(NamedTuple):
    """A contact that was made since their last answer.

    ``counts`` is false for what they asked for, and for the second half of an email and a call
    (``joins``); ``is_silent`` is that nothing came back, as far as the history says so.
    ``promise`` is the one that it kept.
    """

    on: date
    role: Role
    channel: Channel | None = None
    counts: bool = False
    joins: bool = False
    is_silent: bool = False
    promise: Promise | None = None

    @property
    def is_call(self) -> bool:
        """Whether it was made by phone."""
        return self.channel in CALLS


class Attempt(NamedTuple):
    """A contact to be added to a standing; ``promise`` is the place of the promise that it keeps.

    ``is_silent``: it is known that it reached nobody.
    """

    role: Role
    on: date
    channel: Channel | None
    is_silent: bool
    promise: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A contact to which they agreed: its day, if one was named, and the rule that it follows.

    ``with_employer``: the employer agreed to it in the interview, whoever else is in between.
    """

    rule: str
    on: date | None = None
    said: Said | None = None
    by_email: bool = False
    with_employer: bool = False


class Standing(NamedTuple):
    """Where the candidate stands after all that happened.

    ``since`` is the day of their last word, or of the interview: weeks count from it. ``kept`` has
    the days on which promises were kept, by their places in ``Case.promises``.
    """

    interview_on: date
    since: date
    said: Said | None = None
    agreed: Agreement | None = None
    answer: Event | None = None
    awaits_reply: bool = False
    contacts: tuple[Contact, ...] = ()
    kept: Mapping[int, date] = MappingProxyType({})
    is_thanked: bool = False
    is_debriefed: bool = False
    knows_of_offer: bool = False
    is_reminded: bool = False
    is_restarted: bool = False
    has_stopped: bool = False

    @property
    def window(self) -> Window:
        """The time that they named, both ends open where they named none."""
        return (self.said and self.said.window) or Window()

    @property
    def last(self) -> Contact | None:
        """The last contact since their last answer that was made."""
        made = (contact for contact in reversed(self.contacts) if contact.role != "left-out")
        return next(made, None)

    @property
    def unanswered(self) -> int:
        """How many contacts count against the candidate."""
        return [contact.counts for contact in self.contacts].count(True)

    @property
    def decision(self) -> Happening | None:
        """What they answered, if nothing is left to ask."""
        return self.answer.event if self.answer and self.answer.event in DECISIONS else None

    @property
    def is_declined(self) -> bool:
        """Whether they have not decided and want no further call."""
        return bool(self.answer and self.answer.agreed_to_next is False)

    def has(self, role: Role) -> bool:
        """Whether a contact in this role was made since their last answer."""
        return role in [contact.role for contact in self.contacts]


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

    @property
    def calls_off(self) -> bool:
        """Whether no contact with the employer may be a call."""
        return self.situation.no_calls or self.situation.route == "internal"

    @property
    def through_recruiter(self) -> bool:
        """Whether an agency represents the candidate."""
        return self.situation.route == "agency"

    @property
    def first_day_of_offer(self) -> date:
        """The day from which the other offer changes the plan; only where there is one."""
        on = self.offer.on if self.offer else self.situation.today
        return max(on, self.situation.today)


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


def standing_after_interview(case: Case) -> Standing:
    """Return where the candidate stands when nothing has happened since the interview."""
    situation = case.situation
    return Standing(
        interview_on=situation.interview_on,
        since=situation.interview_on,
        said=said_with_a_day(situation.said),
        agreed=agreement_at_interview(situation),
    )


def agreement_at_interview(situation: Situation) -> Agreement | None:
    """Return the call to which they agreed in the interview."""
    leave = situation.leave_to_call
    if not leave:
        return None
    if not leave.on:
        return Agreement(rule="leave-to-call-no-day", with_employer=True)
    day = max(leave.on, situation.interview_on)
    return Agreement(rule="leave-to-call-day", on=day, with_employer=True)


def said_with_a_day(said: Said | None) -> Said | None:
    """Return what they said, or None if no day follows from it."""
    known = said is not None and said.window not in (None, Window())
    return said if known else None


def agreed_day(case: Case, standing: Standing, agreed: Agreement) -> date:
    """Return the day of an agreed contact, before closed days move it."""
    if agreed.on:
        return agreed.on
    no_day = rule("leave-to-call-no-day")
    if latest := standing.window.latest:
        from_day = max(latest, standing.since)
        return after(from_day, no_day.amount("after_their_time"), case.calendar.is_working_day)
    return after(standing.window.earliest or standing.since, no_day.amount("wait"))


def has_enough(case: Case, standing: Standing) -> bool:
    """Whether nothing but a closing note is left."""
    return standing.has("late") or standing.unanswered >= most_contacts(case, standing)


def most_contacts(case: Case, standing: Standing) -> int:
    """Return how many contacts may stay unanswered; one where they asked for none."""
    persistence = case.situation.policy.persistence
    if standing.is_declined or (case.situation.told_to_wait and not case.through_recruiter):
        persistence = "one"
    amount = choice("persistence").option(persistence).amount
    most = amount.count if amount else 1
    if case.through_recruiter:
        return min(most, rule("recruiter-silent").count("silent"))
    return most


def action_for(case: Case, channel: Channel | None) -> Action:
    """Return the action of a contact: whatever goes to the recruiter is the recruiter's."""
    if case.through_recruiter:
        return "recruiter"
    return "call" if channel in CALLS else "email"


def open_promises(case: Case, standing: Standing) -> Iterator[tuple[int, Promise]]:
    """Yield the promises that are not kept yet, each with its place."""
    if standing.decision in ("rejected", "offered") or standing.has_stopped:
        return
    for at, promise in enumerate(case.promises):
        if at not in standing.kept:
            yield at, promise


def with_contact(standing: Standing, contact: Contact, *, calendar: Calendar) -> Standing:
    """Return the standing after one more contact, which counts if its role does."""
    if contact.counts and joins_last(standing, contact, calendar=calendar):
        contact = replace(contact, counts=False, joins=True)
    return replace(standing, contacts=(*standing.contacts, contact))


def joins_last(standing: Standing, contact: Contact, *, calendar: Calendar) -> bool:
    """Whether a contact is the call to the last email, or goes with a call of the same day."""
    counted = [each for each in standing.contacts if each.counts or each.joins]
    if not counted or counted[-1].joins or counted[-1].is_call == contact.is_call:
        return False
    last = counted[-1]
    if contact.on == last.on:
        return True
    within = rule("email-and-call-are-one").amount("within")
    return contact.is_call and contact.on <= after(last.on, within, calendar.is_working_day)
