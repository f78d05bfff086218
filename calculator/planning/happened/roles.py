"""Which of the planned contacts something in the history was."""

from copy import replace
from datetime import date, timedelta

from calculator.days import on_or_after
from calculator.planning.advice import Amount
from calculator.planning.calendar import after
from calculator.planning.choices.late import as_seen_on
from calculator.planning.contacts.asking import asking, has_enough
from calculator.planning.contacts.drafts import Draft, can_be_done_on, rolled
from calculator.planning.contacts.law import is_covered, legal_day, was_in_touch
from calculator.planning.contacts.next_contact import recruiter_debrief
from calculator.planning.contacts.offers import (
    is_confirmed_on,
    owes_new_day,
    tell_of_new_day,
    tell_of_offer,
)
from calculator.planning.contacts.replies import (
    agreed,
    has_lapsed,
    reply,
    rule_for_promise,
)
from calculator.planning.happened.case import CALLS, Role
from calculator.planning.happened.own_contacts import is_apart, is_second_try
from calculator.planning.happened.standing import (
    Standing,
    agreed_day,
    is_asked_in_history,
    open_promises,
)
from calculator.situation import Event, Promise

A_DAY = Amount(1, "working days")
# How long before its day a message may already be the closing note.
SOON = timedelta(days=3)


def is_reply_open(standing: Standing, event: Event) -> bool:
    """Whether a message of theirs wants a reply, and it was not too late on the day of an event."""
    asked = standing.reply_to
    return asked is not None and not has_lapsed(standing, asked, today=event.on)


def is_said_in_reminder(draft: Draft, standing: Standing, *, today: date, on: date) -> bool:
    """Whether the email that the law gives a reason for asks what this does, in its place.

    It does on its own day, and instead of a call that is late and would go out the day before.
    """
    if draft.role not in ("asked", "last"):
        return False
    calendar = standing.calendar
    left_for = can_be_done_on(draft, calendar, today=today)
    if rolled(draft, calendar) < today and draft.action == "call":
        return on in (left_for, after(left_for, A_DAY, calendar.is_working_day))
    return draft.action == "email" and left_for == on


def role_of(event: Event, standing: Standing) -> tuple[Role, Draft | None]:
    """Return what a contact was: what the plan had for that day, or one too early.

    The email that the law gives a reason for takes the place of a late one.
    """
    role, draft = role_without_law(event, standing)
    if role in ("last", "extra") and is_reminder(event, standing):
        return "reminder", None
    return role, draft


def role_without_law(event: Event, standing: Standing) -> tuple[Role, Draft | None]:
    """Return what a contact was, whatever the law may want on that day."""
    is_put_off = waits_for_open_day(event, standing)
    if not is_put_off and (kept := promise_kept(event, standing)):
        return "promise", kept
    if standing.reply_to and is_reply_open(standing, event):
        return "reply", reply(standing, standing.reply_to, today=event.on)
    stage = standing.stage
    is_answer = stage is not None and stage.event == "checks" and event.on == stage.on
    if is_answer or event.on < standing.interview_on:
        return "reply", None
    if event.channel == "call" and is_second_try(event.on, standing):
        return "agreed", None
    agreement = standing.agreed
    if agreement and not is_put_off and event.on >= agreed_day(standing, agreement):
        if tells_too(event, standing):
            return "tell", tell_of_offer(standing)
        return as_seen(agreed(standing, agreement), event, standing)
    return asked_role(event, standing)


def tells_too(event: Event, standing: Standing) -> bool:
    """Whether a contact to which they agreed told them of another offer as well."""
    offer = standing.offer
    if offer is None or event.on < offer.on or standing.has("tell") or is_apart(standing):
        return False
    return standing.calendar.is_working_day(event.on)


def waits_for_open_day(event: Event, standing: Standing) -> bool:
    """Whether what was promised or agreed waits, and something else may go on a closed day."""
    if standing.calendar.is_working_day(event.on):
        return False
    is_reply = is_reply_open(standing, event)
    return is_reply or bool(recruiter_debrief(standing, today=event.on))


def promise_kept(event: Event, standing: Standing) -> Draft | None:
    """Return the promise that a contact kept, if its day had come and the channel was right."""
    contacts_first = sorted(open_promises(standing), key=lambda each: each[1].what == "other")
    for at, promise in contacts_first:
        is_off = standing.calls_off and event.channel == "email"
        fits = {
            "call": event.channel in CALLS or is_off,
            "email": event.channel in ("email", "message"),
            "other": event.channel is None or event.on in days_of_promise(promise, standing),
        }[promise.what]
        if (fits and promise.on <= event.on) or is_sent_at_once(event, promise, standing):
            return kept_promise_draft(at, promise, event)
    return None


def is_sent_at_once(event: Event, promise: Promise, standing: Standing) -> bool:
    """Whether a message sends what they have asked for since the interview."""
    is_written = event.channel in (None, "email", "message")
    is_since = promise.asked_on is not None and promise.asked_on <= event.on
    return is_since and is_written and is_asked_in_history(standing, promise)


def days_of_promise(promise: Promise, standing: Standing) -> tuple[date, date]:
    """Return the day of a promise, and the working day on which it is kept."""
    return promise.on, on_or_after(promise.on, standing.calendar.is_working_day)


def kept_promise_draft(at: int, promise: Promise, event: Event) -> Draft:
    """Return the draft that stands for a kept promise."""
    rules = (rule_for_promise(promise),)
    return Draft(role="promise", action="promise", day=event.on, rules=rules, why="", promise=at)


def asked_role(event: Event, standing: Standing) -> tuple[Role, Draft | None]:
    """Return what a contact was that nobody had asked for."""
    if debrief := recruiter_debrief(standing, today=event.on):
        return "debrief", debrief
    offer = standing.offer
    if offer and event.on >= offer.on and not has_told(event, standing):
        return "tell", tell_of_offer(standing)
    if owes_new_day(standing):
        return "tell", tell_of_new_day(standing)
    if is_reminder(event, standing):
        return "reminder", None
    if standing.decision:
        return "extra", None
    without_offer = replace(standing, case=replace(standing.case, offer=None))
    draft = asking(without_offer)
    if draft is None or draft.role == "stop":
        return "extra", None
    if draft.role in ("close", "ask-recruiter"):
        is_note = event.channel not in CALLS and is_near(draft, event, standing)
        return (draft.role, draft) if is_note else ("extra", None)
    is_own_choice = event.on in standing.situation.moved.values()
    if rolled(draft, standing.calendar) > event.on and not is_own_choice:
        return "asked", None
    return as_seen(draft, event, standing)


def is_near(draft: Draft, event: Event, standing: Standing) -> bool:
    """Whether a message came so late after the last contact that it may be the last note."""
    return event.on >= rolled(draft, standing.calendar) - SOON


def as_seen(draft: Draft, event: Event, standing: Standing) -> tuple[Role, Draft | None]:
    """Return what was left of a planned contact on the day of an event."""
    seen = as_seen_on(event.on, draft, standing)
    return seen.role, seen


def is_reminder(event: Event, standing: Standing) -> bool:
    """Whether a contact was the email that the law gives a reason for, before any other.

    It is not the first word after the interview, nor one of those that follow a late first one.
    """
    is_written = event.channel not in (*CALLS, "in-person") and not standing.through_recruiter
    is_open = is_written and not standing.is_reminded and is_covered(standing)
    if not is_open or event.on <= legal_day(standing.interview_on):
        return False
    return was_in_touch(standing) or has_enough(standing)


def has_told(event: Event, standing: Standing) -> bool:
    """Whether they knew of the offer; the email after the call of that day still tells them."""
    is_written = event.channel not in CALLS
    confirms = is_written and is_confirmed_on(event.on, standing)
    return standing.has("tell") and not confirms
