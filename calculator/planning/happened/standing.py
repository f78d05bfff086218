"""Where a candidate stands: what was said last, what was agreed, and who owes whom an answer."""

from collections.abc import Iterator, Mapping
from copy import replace
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from calculator.days import Window
from calculator.planning.calendar import Calendar, after, calendar_of
from calculator.planning.plan import Action
from calculator.planning.rules import Amount, choice, rule
from calculator.situation import (
    Awaited,
    Channel,
    Event,
    Happening,
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

# Contacts that open nothing: a reply answers theirs, what was left out was never made, and an
# agreed call with the employer is no question to the recruiter.
NO_QUESTION: tuple[Role, ...] = ("reply", "left-out", "with-employer", "reminder", "stop")


class Contact(NamedTuple):
    """A contact that was made.

    ``counts`` is false for what they asked for; ``is_silent`` is that nothing came back, as far as
    the history says so. ``promise`` is the place of the promise that it kept, ``said_would_call``
    whether it named a call, ``None`` where nobody knows.
    """

    on: date
    role: Role
    channel: Channel | None = None
    counts: bool = False
    is_silent: bool = False
    promise: int | None = None
    said_would_call: bool | None = None

    @property
    def is_call(self) -> bool:
        """Whether it was made by phone."""
        return self.channel in CALLS


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A contact to which they agreed: its day, if one was named, and the rule that it follows.

    ``with_employer``: the employer agreed to it in the interview, whoever else is in between.
    ``is_asked_for``: it was their own idea. ``in_person``: the candidate is to come in.
    """

    rule: str
    on: date | None = None
    said: Said | None = None
    by_email: bool = False
    with_employer: bool = False
    if_unheard: bool = False
    is_asked_for: bool = False
    in_person: bool = False


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


class Standing(NamedTuple):
    """Where the candidate stands after all that happened, and all that is known beside it.

    ``since`` is the day of their last word, or of the interview: weeks count from it.
    ``answered_on`` is that of their last answer, or of the interview. ``word`` is
    their last word, ``answer`` the last that was an answer, ``reply_to`` one that wants a reply.
    ``stage`` is the answer that says how far they have got: an offer is one until something else
    is, however often they are asked about the letter.
    ``contacts`` are those since their last answer, ``heard_at`` how many of them came before their
    last word. ``kept`` has the days on which promises were kept, by their places in
    ``Case.promises``. ``is_called_off``: the interview did not take place and has no new day.
    """

    case: Case
    interview_on: date
    since: date
    answered_on: date
    said: Said | None = None
    agreed: Agreement | None = None
    answer: Event | None = None
    stage: Event | None = None
    word: Event | None = None
    reply_to: Event | None = None
    contacts: tuple[Contact, ...] = ()
    heard_at: int = 0
    kept: Mapping[int, date] = MappingProxyType({})
    is_thanked: bool = False
    is_debriefed: bool = False
    knows_of_offer: bool = False
    is_reminded: bool = False
    is_restarted: bool = False
    is_called_off: bool = False
    has_stopped: bool = False

    @property
    def situation(self) -> Situation:
        """The situation."""
        return self.case.situation

    @property
    def calendar(self) -> Calendar:
        """The employer's calendar."""
        return self.case.calendar

    @property
    def offer(self) -> Offer | None:
        """Another employer's offer, while it is open."""
        return self.case.offer

    @property
    def window(self) -> Window:
        """The time that they named, both ends open where they named none."""
        return (self.said and self.said.window) or Window()

    @property
    def unanswered(self) -> int:
        """How many contacts count against the candidate."""
        return [contact.counts for contact in self.contacts].count(True)

    @property
    def decision(self) -> Happening | None:
        """What they decided, if nothing is left to ask."""
        event = self.stage
        if event is None or is_verbal_offer(event):
            return None
        if event.event == "on-hold":
            return None if said_with_a_day(event.said) else "on-hold"
        return event.event if event.event in ("rejected", "offered") else None

    @property
    def is_open(self) -> bool:
        """Whether their decision is still to come."""
        return self.decision is None and not self.has_stopped

    @property
    def is_declined(self) -> bool:
        """Whether they have not decided and want no further call."""
        return bool(self.answer and self.answer.agreed_to_next is False)

    @property
    def awaited(self) -> Awaited:
        """What the candidate waits for: what they chose, or else what follows from the rest."""
        return self.situation.awaiting or awaited_after(self)

    @property
    def is_offer_stage(self) -> bool:
        """Whether they are busy with what comes before the letter: references, approval."""
        return self.has_said_yes or (self.stage is not None and self.stage.event == "checks")

    @property
    def has_said_yes(self) -> bool:
        """Whether they have said yes and the paperwork runs; checks alone are no yes."""
        event = self.stage
        if event is None or event.event != "checks":
            return event is not None and is_verbal_offer(event)
        before = [each for each in self.situation.history if each.on <= event.on]
        return any(each.event == "offered" for each in before)

    @property
    def is_invited(self) -> bool:
        """Whether a further interview, or the same one again, still has no day."""
        return self.stage is not None and self.stage.event in ("invited", "cancelled")

    @property
    def through_recruiter(self) -> bool:
        """Whether an agency represents the candidate."""
        return self.situation.route == "agency"

    @property
    def calls_off(self) -> bool:
        """Whether no contact with the employer may be a call."""
        return self.situation.no_calls or self.situation.route == "internal"

    @property
    def is_academic(self) -> bool:
        """Whether a university is asked, and not a recruiter."""
        return self.situation.sector == "academic" and not self.through_recruiter

    def has(self, role: Role) -> bool:
        """Whether a contact in this role was made since their last answer."""
        return role in [contact.role for contact in self.contacts]

    def with_contact(self, contact: Contact) -> "Standing":
        """Return the standing after one more contact."""
        return replace(self, contacts=(*self.contacts, contact))


def is_verbal_offer(event: Event) -> bool:
    """Whether they said yes, and not in writing.

    Where nobody knows, a time for anything but the candidate's decision is that of the paper.
    """
    if event.event != "offered" or event.in_writing is not None or event.answer_by:
        return event.event == "offered" and event.in_writing is False
    said = event.said
    return said is not None and (said.by_call or said.awaits in ("offer", "word"))


def awaited_after(standing: Standing) -> Awaited:
    """Return what is awaited after their last word, or after the interview."""
    word, situation = standing.word, standing.situation
    if standing.is_invited:
        return "next-round"
    if standing.is_offer_stage:
        return "offer"
    for said in (word and word.said, None if standing.is_restarted else situation.said):
        if said and said.awaits in ("next-round", "offer"):
            return said.awaits
        if word and word.event == "acknowledged" and not word.by_colleague:
            return (said and said.awaits) or "word"
    is_promised = situation.round == "earlier" and not standing.is_restarted
    return "next-round" if is_promised else "decision"


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
        case=case,
        interview_on=situation.interview_on,
        since=situation.interview_on,
        answered_on=situation.interview_on,
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
    return Agreement(
        rule="leave-to-call-if-unheard" if leave.if_unheard else "leave-to-call-day",
        on=max(leave.on, situation.interview_on),
        with_employer=True,
        if_unheard=leave.if_unheard,
        by_email=leave.in_writing,
        in_person=leave.in_person,
    )


def said_with_a_day(said: Said | None) -> Said | None:
    """Return what they said, or None if no day follows from it."""
    known = said is not None and said.window not in (None, Window())
    return said if known else None


def agreed_day(standing: Standing, agreed: Agreement) -> date:
    """Return the day of an agreed contact, before closed days move it."""
    if agreed.on:
        return agreed.on
    no_day = rule("leave-to-call-no-day")
    if latest := standing.window.latest:
        from_day = max(latest, standing.since)
        is_open = standing.calendar.is_working_day
        return after(from_day, no_day.amount("after_their_time"), is_open)
    return after(standing.window.earliest or standing.since, no_day.amount("wait"))


def most_contacts(standing: Standing) -> int | None:
    """Return how many contacts may stay unanswered; None where they have said yes."""
    if standing.has_said_yes:
        return None
    amount = choice("persistence").option(standing.situation.policy.persistence).amount
    most = amount.count if amount else 1
    if standing.through_recruiter:
        return min(most, rule("recruiter-silent").count("silent"))
    return most


def rhythm(standing: Standing) -> Amount:
    """Return the wait between two contacts while nothing comes back."""
    if standing.is_academic and not standing.is_offer_stage:
        return rule("no-date-university").amount("wait")
    has_window = standing.window != Window()
    is_public = standing.situation.sector == "public" and not standing.through_recruiter
    if is_public and not has_window and not standing.is_offer_stage:
        return rule("no-date-public-body").amount("wait")
    return rule("second-contact").amount("wait")


def action_for(standing: Standing, channel: Channel | None) -> Action:
    """Return the action of a contact: whatever goes to the recruiter is the recruiter's."""
    if standing.through_recruiter:
        return "recruiter"
    return "call" if channel in CALLS else "email"


def may_call(standing: Standing) -> bool:
    """Whether they, and the way they work, leave calls open."""
    if standing.through_recruiter:
        return not standing.is_declined
    is_asked_not_to = standing.calls_off or standing.situation.told_to_wait or standing.is_declined
    return not is_asked_not_to and not standing.is_academic


def is_written_only(standing: Standing) -> bool:
    """Whether all that nobody agreed to call about is written: their wish, or the person's."""
    return standing.situation.policy.channel == "email" or not may_call(standing)


def open_promises(standing: Standing) -> Iterator[tuple[int, Promise]]:
    """Yield the promises that are not kept yet, each with its place."""
    event = standing.stage.event if standing.stage else None
    if event in ("rejected", "offered") or standing.has_stopped:
        return
    for at, promise in enumerate(standing.case.promises):
        if at not in standing.kept:
            yield at, promise


def last_question(standing: Standing) -> Contact | None:
    """Return the last contact since their last word that asked them anything."""
    return next((each for each in reversed(questions(standing))), None)


def last_of_rhythm(standing: Standing) -> Contact | None:
    """Return the last contact that was made or left out since their last word."""
    since = standing.contacts[standing.heard_at :]
    apart = ("reply", "reminder", "stop", "promise")
    return next((each for each in reversed(since) if each.role not in apart), None)


def questions(standing: Standing) -> list[Contact]:
    """Return the contacts since their last word that asked them anything."""
    since = standing.contacts[standing.heard_at :]
    return [each for each in since if each.role not in (*NO_QUESTION, "promise")]


def has_opened(standing: Standing) -> bool:
    """Whether they have been asked since their last word and since their time was over."""
    window = standing.window
    end = window.latest or window.earliest
    return any(
        end is None or contact.on > end or (contact.on == end and contact.role == "agreed")
        for contact in questions(standing)
    )
