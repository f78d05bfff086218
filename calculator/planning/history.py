"""What has happened, replayed oldest first: the steps that are done, and where that leaves us."""

from collections.abc import Iterable
from copy import replace
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from calculator.planning.contacts import (
    after_left_out,
    after_reminder,
    is_said_in_reminder,
    undelayed_contact,
)
from calculator.planning.drafts import Draft, next_good_day, rolled
from calculator.planning.lateness import as_seen_on
from calculator.planning.own_choice import CAN_CHOOSE, YOU_LEFT_OUT
from calculator.planning.plan import Action, Step
from calculator.planning.roles import promise_kept, role_of
from calculator.planning.standing import (
    ANSWERS,
    CALLS,
    Attempt,
    Case,
    Contact,
    Role,
    Standing,
    standing_after_interview,
    with_contact,
)
from calculator.planning.standing_after import after_attempt, answered
from calculator.planning.wording import day_text
from calculator.situation import Event

DONE = {"call": "You called", "voicemail": "You left a message", "in-person": "You asked in person"}


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
    return replay_on(Replay(standing_after_interview(case)), case, happened(case))


def replay_on(so_far: Replay, case: Case, more: Iterable[Event | LeftOut]) -> Replay:
    """Return what a history comes to after more has happened, oldest first."""
    for one in more:
        if so_far.standing.has_stopped:
            break
        if isinstance(one, LeftOut):
            so_far = after_choice(so_far, case, one)
        else:
            so_far = after_event(so_far, case, one)
    return so_far


def happened(case: Case) -> list[Event | LeftOut]:
    """Return the events and the choices up to today, oldest first; on one day the events first."""
    situation = case.situation
    choices = (LeftOut(id_, on) for id_, on in situation.left_out.items() if on < situation.today)
    return sorted([*usable_history(case), *choices], key=lambda one: one.on)


def usable_history(case: Case) -> list[Event]:
    """Return the events between the interview and today, oldest first."""
    situation = case.situation
    events = (
        event
        for event in situation.history
        if situation.interview_on <= event.on <= situation.today
    )
    return sorted(events, key=lambda event: event.on)


def after_choice(so_far: Replay, case: Case, choice: LeftOut) -> Replay:
    """Return what leaving a step out makes of a history, if it was the one to be done by then."""
    draft = undelayed_contact(case, so_far.standing, today=choice.on)
    if draft is None or draft.action not in CAN_CHOOSE:
        return so_far
    number = [step.action for step in so_far.done].count(draft.action) + 1
    if choice.id != f"{draft.action}-{number}" or rolled(draft, case.calendar) > choice.on:
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
    standing = after_left_out(so_far.standing, case, draft, choice.on)
    return Replay(standing, (*so_far.done, step))


def after_event(so_far: Replay, case: Case, event: Event) -> Replay:
    """Return what one more event makes of a history."""
    if event.event == "thanked":
        return after_thanks(so_far, case, event)
    if event.event == "stopped":
        standing = replace(so_far.standing, has_stopped=True, awaits_reply=False)
        return Replay(standing, (*so_far.done, done_stop(event)))
    if event.event in ANSWERS:
        return after_answer(so_far, case, event)
    if event.event in ("acknowledged", "missed-call", "invited", "cancelled", "checks"):
        return so_far
    return after_try(so_far, case, event)


def after_thanks(so_far: Replay, case: Case, event: Event) -> Replay:
    """Return a history with thanks sent: the note after the interview, or a reply."""
    if so_far.standing.awaits_reply:
        return after_try(so_far, case, event)
    name = "thank-you-through-recruiter" if case.through_recruiter else "thank-you-next-day"
    done = done_step("thank", event, (name,), "You sent your thanks")
    return Replay(replace(so_far.standing, is_thanked=True), (*so_far.done, done))


def after_answer(so_far: Replay, case: Case, event: Event) -> Replay:
    """Return a history with an answer of theirs, and the call that brought it."""
    if is_call_that_brought(event, so_far.standing, case):
        so_far = after_try(so_far, case, event)
    return Replay(answered(so_far.standing, case, event), so_far.done)


def is_call_that_brought(event: Event, standing: Standing, case: Case) -> bool:
    """Whether an answer came in a contact of the candidate's that the plan knew of."""
    if event.event == "reached":
        return True
    if event.event != "not-decided" or event.channel not in (*CALLS, "in-person"):
        return False
    draft = undelayed_contact(case, standing, today=event.on)
    return bool(
        draft
        and draft.role not in ("close", "stop", "reply", "debrief")
        and rolled(draft, case.calendar) <= event.on
    )


def after_try(so_far: Replay, case: Case, event: Event) -> Replay:
    """Return a history with one more contact of the candidate's."""
    standing = so_far.standing
    if known := same_contact(standing, event, case):
        return replace(so_far, standing=with_no_answer(standing, known, event, case))
    role, draft = role_of(event, standing, case)
    if role == "reminder":
        standing = after_what_reminder_asks(standing, case, event)
    attempt = Attempt(
        role=role,
        on=event.on,
        channel=event.channel or (draft.channel if draft else None),
        is_silent=event.event == "no-answer" or event.channel == "voicemail",
        promise=draft.promise if draft else None,
    )
    return Replay(
        after_attempt(standing, case, attempt),
        (*so_far.done, done_contact(event, role, draft, case)),
    )


def after_what_reminder_asks(standing: Standing, case: Case, event: Event) -> Standing:
    """Return the standing after the contact whose place the law's email took on its day."""
    due = undelayed_contact(case, standing, today=event.on)
    seen = due and as_seen_on(event.on, due, case, standing)
    on = next_good_day(event.on, "fair", case.calendar)
    if seen and is_said_in_reminder(seen, case, today=event.on, on=on):
        return after_reminder(standing, case, seen, event.on)
    return standing


def same_contact(standing: Standing, event: Event, case: Case) -> Contact | None:
    """Return the recorded contact of that day and channel that an event only tells more about.

    What is told as a contact is one of its own, and so is what keeps another promise.
    """
    if event.event == "contacted":
        return None
    for contact in standing.contacts:
        is_same_way = event.channel is None or contact.is_call == (event.channel in CALLS)
        is_known = not contact.is_silent or promise_kept(event, standing, case) is None
        if contact.on == event.on and is_same_way and is_known:
            return contact
    return None


def with_no_answer(standing: Standing, known: Contact, event: Event, case: Case) -> Standing:
    """Return the standing once it is known that a contact reached nobody."""
    if event.event != "no-answer" or known.role != "agreed" or known.counts or known.joins:
        return standing
    others = tuple(contact for contact in standing.contacts if contact is not known)
    reached_nobody = replace(known, counts=True, is_silent=True)
    return with_contact(replace(standing, contacts=others), reached_nobody, calendar=case.calendar)


# Steps that are done.


def done_contact(event: Event, role: Role, draft: Draft | None, case: Case) -> Step:
    """Return the step of a contact that was made."""
    names = draft.rules if draft else DONE_RULES.get(role, ("early-contact",))
    return done_step(done_action(event, role, case), event, names, words_for_done(event))


DONE_RULES: dict[Role, tuple[str, ...]] = {
    "again": ("second-contact",),
    "late": ("late-plan",),
    "reminder": ("ontario-reminder",),
}


def done_action(event: Event, role: Role, case: Case) -> Action:
    """Return the action of a contact that was made."""
    if role == "promise":
        return "promise"
    if case.through_recruiter:
        return "recruiter"
    if role in ("reply", "close"):
        return "reply" if role == "reply" else "close"
    return "call" if event.channel in CALLS else "email"


def words_for_done(event: Event) -> str:
    """Return what was done, without the day."""
    return DONE.get(event.channel or "email", "You wrote")


def done_step(action: Action, event: Event, names: tuple[str, ...], what: str) -> Step:
    """Return a step that is done."""
    return Step(
        id="",
        action=action,
        on=event.on,
        status="done",
        channel=event.channel,
        rules=names,
        why=f"{what} on {day_text(event.on)}.",
    )


def done_stop(event: Event) -> Step:
    """Return the step of someone who stopped."""
    return done_step("stop", event, ("stopped",), "You stopped")
