"""What has happened, replayed oldest first: the steps that are done, and where that leaves us."""

from collections.abc import Iterable
from copy import replace
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from calculator.days import on_or_after
from calculator.planning.choices.late import as_seen_on
from calculator.planning.choices.placing import YOU_LEFT_OUT
from calculator.planning.contacts.drafts import rolled
from calculator.planning.contacts.next_contact import next_contact
from calculator.planning.happened.case import CALLS, Case, Contact
from calculator.planning.happened.done import done_contact, done_step
from calculator.planning.happened.own_contacts import (
    after_contact,
    after_left_out,
    as_if_made,
    tells_of_offer,
)
from calculator.planning.happened.roles import (
    is_reply_open,
    is_said_in_reminder,
    promise_kept,
    role_of,
)
from calculator.planning.happened.standing import Standing, standing_after_interview
from calculator.planning.happened.their_words import acknowledged, answered, without_their_call
from calculator.planning.plan import CAN_CHOOSE, Step
from calculator.situation import ANSWERS, Event


@dataclass(frozen=True, slots=True)
class Replay:
    """Where the history leaves the candidate, and the steps that are done."""

    standing: Standing
    done: tuple[Step, ...] = ()


class LeftOut(NamedTuple):
    """A step that the person left out on a day, which is over."""

    id: str
    on: date


def replay(case: Case) -> Replay:
    """Return what the whole history of a case comes to."""
    return replay_on(Replay(standing_after_interview(case)), happened(case))


def replay_on(so_far: Replay, more: Iterable[Event | LeftOut]) -> Replay:
    """Return what a history comes to after more has happened, oldest first."""
    for one in more:
        if so_far.standing.has_stopped:
            break
        so_far = after_choice(so_far, one) if isinstance(one, LeftOut) else after_event(so_far, one)
    return so_far


def happened(case: Case) -> list[Event | LeftOut]:
    """Return the events and the choices up to today, oldest first; on one day the events first."""
    situation = case.situation
    choices = (LeftOut(id_, on) for id_, on in situation.left_out.items() if on < situation.today)
    return sorted([*usable_history(case), *choices], key=lambda one: one.on)


def usable_history(case: Case) -> list[Event]:
    """Return the events up to today, oldest first, from the interview on.

    An interview that is still to come may be cancelled or moved, and what follows counts too.
    """
    situation = case.situation
    moved = [event.on for event in situation.history if event.event == "cancelled"]
    start = min([situation.interview_on, *moved])
    events = (event for event in situation.history if start <= event.on <= situation.today)
    return sorted(events, key=lambda event: event.on)


def after_choice(so_far: Replay, choice: LeftOut) -> Replay:
    """Return what leaving a step out makes of a history, if it was the one to be done by then."""
    standing = so_far.standing
    draft = next_contact(standing, today=choice.on)
    if draft is None or draft.action not in CAN_CHOOSE:
        return so_far
    number = [step.action for step in so_far.done].count(draft.action) + 1
    if choice.id != f"{draft.action}-{number}" or rolled(draft, standing.calendar) > choice.on:
        return so_far
    step = Step(
        id=choice.id,
        action=draft.action,
        on=choice.on,
        status="done",
        channel=draft.channel,
        rules=draft.rules,
        why=YOU_LEFT_OUT,
        is_left_out=True,
    )
    return Replay(after_left_out(standing, draft, choice.on), (*so_far.done, step))


def after_event(so_far: Replay, event: Event) -> Replay:
    """Return what one more event makes of a history."""
    standing = so_far.standing
    match event.event:
        case "thanked":
            return after_thanks(so_far, event)
        case "stopped":
            stopped = replace(standing, has_stopped=True, reply_to=None)
            done = done_step("stop", event, ("stopped",), "You stopped", standing)
            return Replay(stopped, (*so_far.done, done))
        case "acknowledged":
            return replace(so_far, standing=acknowledged(standing, event))
        case "missed-call":
            return replace(so_far, standing=without_their_call(standing, event))
        case answer if answer in ANSWERS:
            return after_answer(so_far, event)
        case _:
            return after_try(so_far, event)


def after_thanks(so_far: Replay, event: Event) -> Replay:
    """Return a history with thanks sent: the note after the interview, or a reply."""
    standing = so_far.standing
    if is_reply_open(standing, event):
        return after_try(so_far, event)
    name = "thank-you-through-recruiter" if standing.through_recruiter else "thank-you-next-day"
    is_spoken = event.channel in ("call", "voicemail", "in-person")
    thanked = "You thanked them" if is_spoken else "You sent your thanks"
    done = done_step("thank", event, (name,), thanked, standing)
    # Whoever thanked the recruiter by phone has told them how it went.
    is_debriefed = standing.is_debriefed or (is_spoken and standing.through_recruiter)
    thanked_them = replace(standing, is_thanked=True, is_debriefed=is_debriefed)
    return Replay(thanked_them, (*so_far.done, done))


def after_answer(so_far: Replay, event: Event) -> Replay:
    """Return a history with an answer of theirs, and the call that brought it."""
    if is_call_that_brought(event, so_far.standing):
        so_far = after_try(so_far, event)
    return replace(so_far, standing=answered(so_far.standing, event))


def is_call_that_brought(event: Event, standing: Standing) -> bool:
    """Whether an answer came in a contact of the candidate's that the plan knew of."""
    if event.event == "reached":
        return True
    if event.event != "not-decided" or event.channel not in ("call", "in-person"):
        return False
    draft = next_contact(standing, today=event.on)
    return bool(
        draft
        and draft.role not in ("close", "stop", "reply", "debrief")
        and rolled(draft, standing.calendar) <= event.on
    )


def after_try(so_far: Replay, event: Event) -> Replay:
    """Return a history with one more contact of the candidate's."""
    standing = so_far.standing
    if known := same_contact(standing, event):
        return replace(so_far, standing=with_no_answer(standing, known, event))
    role, draft = role_of(event, standing)
    if role == "reminder":
        standing = after_what_reminder_asks(standing, event)
    contact = Contact(
        on=event.on,
        role=role,
        channel=event.channel or (draft.channel if draft else None),
        is_silent=event.event == "no-answer" or event.channel == "voicemail",
        promise=draft.promise if draft else None,
        said_would_call=event.said_would_call,
        tells=draft is not None and tells_of_offer(draft),
    )
    return Replay(
        after_contact(standing, contact),
        (*so_far.done, done_contact(event, role, draft, standing)),
    )


def after_what_reminder_asks(standing: Standing, event: Event) -> Standing:
    """Return the standing after the contact whose place the law's email took on its day."""
    due = next_contact(standing, today=event.on)
    seen = due and as_seen_on(event.on, due, standing)
    on = on_or_after(event.on, standing.calendar.is_fair_day)
    if seen and is_said_in_reminder(seen, standing, today=event.on, on=on):
        return after_contact(standing, as_if_made(seen, event.on))
    return standing


def same_contact(standing: Standing, event: Event) -> Contact | None:
    """Return the recorded contact of that day and channel that an event only tells more about.

    What is told as a contact is one of its own, and so is what keeps another promise.
    """
    if event.event == "contacted":
        return None
    for contact in standing.contacts:
        is_same_way = event.channel is None or contact.is_call == (event.channel in CALLS)
        is_known = not contact.is_silent or promise_kept(event, standing) is None
        if contact.on == event.on and is_same_way and is_known:
            return contact
    return None


def with_no_answer(standing: Standing, known: Contact, event: Event) -> Standing:
    """Return the standing once it is known that a contact reached nobody."""
    if event.event != "no-answer":
        return standing
    counts = known.counts or known.role == "agreed"
    reached_nobody = replace(known, counts=counts, is_silent=True)
    contacts = tuple(reached_nobody if each is known else each for each in standing.contacts)
    return replace(standing, contacts=contacts)
