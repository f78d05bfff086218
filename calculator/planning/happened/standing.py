"""Where a candidate stands: what was said last, what was agreed, and who owes whom an answer."""

from collections.abc import Iterator, Mapping
from copy import replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from calculator.days import NO_TIME, Window
from calculator.planning.calendar import Calendar, after
from calculator.planning.happened.case import Agreement, Case, Contact, Role
from calculator.planning.rules import rule
from calculator.situation import (
    THEIR_WORDS,
    Awaited,
    Event,
    Happening,
    Offer,
    Promise,
    Said,
    Situation,
)


class Standing(NamedTuple):
    """Where the candidate stands after all that happened, and all that is known beside it.

    ``since`` is the day of their last word, or of the interview: weeks count from it.
    ``answered_on`` is that of their last answer, or of the interview. ``word`` is
    their last word, ``answer`` the last that was an answer, ``reply_to`` one that wants a reply.
    ``stage`` is the answer that says how far they have got: an offer is one until something else
    is, however often they are asked about the letter.
    ``contacts`` are those since their last answer, ``heard_at`` how many of them came before their
    last word. ``kept`` has the days on which promises were kept, by their places in
    ``Case.promises``. ``away_until`` is the day until which nobody reads there, by an automatic
    reply. ``is_called_off``: the interview did not take place and has no new day.
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
    away_until: date | None = None
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
        return (self.said and self.said.window) or NO_TIME

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
        is_checking = self.stage is not None and self.stage.event == "checks"
        # A university asks the referees of all who are left.
        return self.has_said_yes or (is_checking and not self.is_academic)

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
        if said and said.is_final:
            return "decision"
        if word and word.event == "acknowledged" and owes_word(word):
            return (said and said.awaits) or "word"
    is_promised = situation.round == "earlier" and not standing.is_restarted
    return "next-round" if is_promised else "decision"


def owes_word(word: Event) -> bool:
    """Whether whoever acknowledged something is to come back: a courtesy announces nothing."""
    return not (word.by_colleague or word.is_courtesy)


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
        return Agreement(rule="leave-to-call-no-day", with_employer=True, by_email=leave.in_writing)
    return Agreement(
        rule="leave-to-call-if-unheard" if leave.if_unheard else "leave-to-call-day",
        on=max(leave.on, situation.interview_on),
        with_employer=True,
        if_unheard=leave.if_unheard,
        by_email=leave.in_writing,
        in_person=leave.in_person,
        any_way=leave.any_way,
        is_asked_for=leave.is_asked,
        counted_from="" if leave.names_day else leave.words,
    )


def said_with_a_day(said: Said | None) -> Said | None:
    """Return what they said, or None if no day follows from it."""
    known = said is not None and said.window not in (None, NO_TIME)
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


def open_promises(standing: Standing) -> Iterator[tuple[int, Promise]]:
    """Yield the promises that are not kept yet, each with its place."""
    stage = standing.stage
    is_decided = stage is not None and stage.event in ("rejected", "offered")
    if standing.has_stopped:
        return
    for at, promise in enumerate(standing.case.promises):
        is_over = is_decided and not (stage and comes_with(stage, promise))
        if at not in standing.kept and not is_over and is_known_by(standing, promise):
            yield at, promise


def is_known_by(standing: Standing, promise: Promise) -> bool:
    """Whether something is promised or asked for by the last word that was heard."""
    if promise.asked_on is None or not is_asked_in_history(standing, promise):
        return True
    return standing.word is not None and standing.word.on >= promise.asked_on


def is_asked_in_history(standing: Standing, promise: Promise) -> bool:
    """Whether they asked for something in what has happened since, not when they first spoke."""
    history = standing.situation.history
    return promise.asked_on in [each.on for each in history if each.event in THEIR_WORDS]


def comes_with(stage: Event, promise: Promise) -> bool:
    """Whether something was asked for with an offer, or after it."""
    return stage.event == "offered" and bool(promise.asked_on and promise.asked_on >= stage.on)
