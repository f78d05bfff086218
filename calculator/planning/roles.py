"""Which of the planned contacts something in the history was."""

from copy import replace
from datetime import date

from calculator.days import on_or_after
from calculator.planning.agreed import agreed, reply
from calculator.planning.chasers import asked_last
from calculator.planning.contacts import asking, recruiter_debrief
from calculator.planning.drafts import Draft, rolled
from calculator.planning.lateness import as_seen_on
from calculator.planning.law import is_covered, legal_day
from calculator.planning.offers import is_confirmed_on, tell_of_offer
from calculator.planning.rules import rule
from calculator.planning.standing import CALLS, Case, Role, Standing, agreed_day, open_promises
from calculator.planning.working_days import after
from calculator.situation import Event, Promise


def role_of(event: Event, standing: Standing, case: Case) -> tuple[Role, Draft | None]:
    """Return what a contact was: what the plan had for that day, or one too early.

    The email that the law gives a reason for takes the place of a late one.
    """
    role, draft = role_without_law(event, standing, case)
    if role == "late" and is_reminder(event, standing, case):
        return "reminder", None
    return role, draft


def role_without_law(event: Event, standing: Standing, case: Case) -> tuple[Role, Draft | None]:
    """Return what a contact was, whatever the law may want on that day."""
    is_put_off = waits_for_open_day(event, standing, case)
    if not is_put_off and (kept := promise_kept(event, standing, case)):
        return "promise", kept
    agreement = standing.agreed
    if standing.awaits_reply:
        return as_seen(reply(case, standing), event, standing, case)
    if agreement and not is_put_off and event.on >= agreed_day(case, standing, agreement):
        if tells_too(event, standing, case):
            return "tell", tell_of_offer(case, standing)
        return as_seen(agreed(case, standing, agreement), event, standing, case)
    return asked_role(event, standing, case)


def tells_too(event: Event, standing: Standing, case: Case) -> bool:
    """Whether a contact to which they agreed told them of another offer as well."""
    agreed_by = standing.agreed
    is_with_employer = agreed_by is not None and agreed_by.with_employer
    if case.offer is None or event.on < case.offer.on or standing.has("tell"):
        return False
    is_apart = case.through_recruiter and is_with_employer
    return not is_apart and case.calendar.is_fair_day(event.on)


def waits_for_open_day(event: Event, standing: Standing, case: Case) -> bool:
    """Whether what was promised or agreed waits, and something else may go on a closed day."""
    if case.calendar.is_working_day(event.on):
        return False
    return standing.awaits_reply or bool(recruiter_debrief(case, standing, today=event.on))


def promise_kept(event: Event, standing: Standing, case: Case) -> Draft | None:
    """Return the promise that a contact kept, if its day had come and the channel was right."""
    contacts_first = sorted(
        open_promises(case, standing), key=lambda placed: placed[1].what == "other"
    )
    for at, promise in contacts_first:
        fits = {
            "call": event.channel in CALLS or (case.calls_off and event.channel == "email"),
            "email": event.channel in ("email", "message"),
            "other": event.channel is None or event.on in days_of_promise(promise, case),
        }[promise.what]
        if fits and promise.on <= event.on:
            return kept_promise_draft(at, event)
    return None


def days_of_promise(promise: Promise, case: Case) -> tuple[date, date]:
    """Return the day of a promise, and the working day on which it is kept."""
    return promise.on, on_or_after(promise.on, case.calendar.is_working_day)


def kept_promise_draft(at: int, event: Event) -> Draft:
    """Return the draft that stands for a kept promise."""
    return Draft(
        role="promise", action="promise", day=event.on, rules=("keep-promises",), why="", promise=at
    )


def asked_role(event: Event, standing: Standing, case: Case) -> tuple[Role, Draft | None]:
    """Return what a contact was that nobody had asked for."""
    if debrief := recruiter_debrief(case, standing, today=event.on):
        return "debrief", debrief
    offer = case.offer
    if offer and event.on >= offer.on and not has_told(event, standing, case):
        return "tell", tell_of_offer(case, standing)
    if is_reminder(event, standing, case):
        return "reminder", None
    is_own_choice = event.on in case.situation.moved.values()
    if is_before_their_time(event.on, standing) and not is_own_choice:
        return "early", None
    return planned_role(event, standing, case)


def planned_role(event: Event, standing: Standing, case: Case) -> tuple[Role, Draft | None]:
    """Return which of the contacts that the plan had left an event was."""
    draft = asking(replace(case, offer=None), standing)
    if draft is None:
        return after_the_stop(event, standing, case)
    is_call = event.channel in CALLS
    is_early = rolled(draft, case.calendar) > event.on
    if draft.role == "first" and is_early and event.on not in case.situation.moved.values():
        return "early", None
    if draft.role == "close" and (is_call or (is_early and is_soon(event, standing, case))):
        return "again", None
    role, seen = as_seen(draft, event, standing, case)
    return ("again", None) if role == "named-call" and not is_call else (role, seen)


def is_soon(event: Event, standing: Standing, case: Case) -> bool:
    """Whether a message came so soon after the last contact that it is no closing note."""
    last = asked_last(standing)
    within = rule("email-and-call-are-one").amount("within")
    return bool(last and event.on <= after(last.on, within, case.calendar.is_working_day))


def as_seen(
    draft: Draft, event: Event, standing: Standing, case: Case
) -> tuple[Role, Draft | None]:
    """Return what was left of a planned contact on the day of an event."""
    seen = as_seen_on(event.on, draft, case, standing)
    return after_the_stop(event, standing, case) if seen.role == "stop" else (seen.role, seen)


def after_the_stop(event: Event, standing: Standing, case: Case) -> tuple[Role, Draft | None]:
    """Return what a contact was when nothing was left of the plan but the law."""
    is_law = is_covered(case, standing) and event.on > legal_day(standing.interview_on)
    return ("reminder" if is_law else "late"), None


def is_reminder(event: Event, standing: Standing, case: Case) -> bool:
    """Whether a contact was the email that the law gives a reason for, before any other."""
    is_written = event.channel not in (*CALLS, "in-person") and not case.through_recruiter
    is_open = is_written and not standing.is_reminded and is_covered(case, standing)
    return bool(is_open and event.on > legal_day(standing.interview_on))


def has_told(event: Event, standing: Standing, case: Case) -> bool:
    """Whether they knew of the offer; the email after the call of that day still tells them."""
    is_written = event.channel not in CALLS
    confirms = is_written and is_confirmed_on(event.on, case, standing)
    return standing.has("tell") and not confirms


def is_before_their_time(day: date, standing: Standing) -> bool:
    """Whether the time that they named was not over on a day."""
    latest, earliest = standing.window.latest, standing.window.earliest
    return bool((latest and day <= latest) or (not latest and earliest and day < earliest))
