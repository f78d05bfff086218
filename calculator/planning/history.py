"""What has happened, replayed oldest first: the steps that are done, and where that leaves us."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from calculator.planning.agreed import agreed, reply
from calculator.planning.contacts import asking, recruiter_debrief, undelayed_contact
from calculator.planning.drafts import Draft, rolled
from calculator.planning.lateness import as_seen_on
from calculator.planning.law import is_covered, legal_day
from calculator.planning.offers import tell_of_offer
from calculator.planning.plan import Action, Step
from calculator.planning.rules import rule
from calculator.planning.situation import Event, Said
from calculator.planning.standing import (
    ANSWERS,
    CALLS,
    COUNTED,
    DECISIONS,
    Agreement,
    Attempt,
    Case,
    Contact,
    Role,
    Standing,
    agreed_day,
    open_promises,
    said_with_a_day,
    standing_after_interview,
    with_contact,
)
from calculator.planning.wording import day_text
from calculator.planning.working_days import after

DONE = {"call": "You called", "voicemail": "You left a message", "in-person": "You asked in person"}


@dataclass(frozen=True, slots=True)
class Replay:
    """Where the history leaves the candidate, and the steps that are done."""

    standing: Standing
    done: tuple[Step, ...] = ()


def replay(case: Case) -> Replay:
    """Return what the whole history of a case comes to."""
    return replay_on(Replay(standing_after_interview(case)), case, usable_history(case))


def replay_on(so_far: Replay, case: Case, events: Iterable[Event]) -> Replay:
    """Return what a history comes to after more events, oldest first."""
    for event in events:
        if not so_far.standing.has_stopped:
            so_far = after_event(so_far, case, event)
    return so_far


def usable_history(case: Case) -> list[Event]:
    """Return the events between the interview and today, oldest first."""
    situation = case.situation
    events = (
        event
        for event in situation.history
        if situation.interview_on <= event.on <= situation.today
    )
    return sorted(events, key=lambda event: event.on)


def after_event(so_far: Replay, case: Case, event: Event) -> Replay:
    """Return what one more event makes of a history."""
    if event.event == "thanked":
        return after_thanks(so_far, case, event)
    if event.event == "stopped":
        standing = replace(so_far.standing, has_stopped=True, awaits_reply=False)
        return Replay(standing, (*so_far.done, done_stop(event)))
    if event.event in ANSWERS:
        return after_answer(so_far, case, event)
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
    if known := same_contact(standing, event):
        return replace(so_far, standing=with_no_answer(standing, known, event, case))
    role, draft = role_of(event, standing, case)
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


def same_contact(standing: Standing, event: Event) -> Contact | None:
    """Return the recorded contact of that day and channel that an event only tells more about."""
    for contact in standing.contacts:
        is_same_way = event.channel is None or contact.is_call == (event.channel in CALLS)
        is_told_twice = event.event != "contacted" or contact.is_silent
        if contact.on == event.on and is_same_way and is_told_twice:
            return contact
    return None


def with_no_answer(standing: Standing, known: Contact, event: Event, case: Case) -> Standing:
    """Return the standing once it is known that a contact reached nobody."""
    if event.event != "no-answer" or known.role != "agreed" or known.counts or known.joins:
        return standing
    others = tuple(contact for contact in standing.contacts if contact is not known)
    reached_nobody = replace(known, counts=True, is_silent=True)
    return with_contact(replace(standing, contacts=others), reached_nobody, calendar=case.calendar)


# Which of the planned contacts an event was.


def role_of(event: Event, standing: Standing, case: Case) -> tuple[Role, Draft | None]:
    """Return what a contact was: what the plan had for that day, or one too early."""
    is_put_off = waits_for_open_day(event, standing, case)
    if not is_put_off and (kept := promise_kept(event, standing, case)):
        return "promise", kept
    agreement = standing.agreed
    if standing.awaits_reply:
        return as_seen(reply(case, standing), event, standing, case)
    if agreement and not is_put_off and event.on >= agreed_day(case, standing, agreement):
        return as_seen(agreed(case, standing, agreement), event, standing, case)
    return asked_role(event, standing, case)


def waits_for_open_day(event: Event, standing: Standing, case: Case) -> bool:
    """Whether what was promised or agreed waits, and something else may go on a closed day."""
    if case.calendar.is_working_day(event.on):
        return False
    return standing.awaits_reply or bool(recruiter_debrief(case, standing, today=event.on))


def promise_kept(event: Event, standing: Standing, case: Case) -> Draft | None:
    """Return the promise that a contact kept, if its day had come and the channel was right."""
    for at, promise in open_promises(case, standing):
        fits = {
            "call": event.channel in CALLS or (case.calls_off and event.channel == "email"),
            "email": event.channel in ("email", "message"),
            "other": True,
        }[promise.what]
        is_its_day = event.on == promise.on or promise.what != "other"
        if fits and promise.on <= event.on and is_its_day:
            return kept_promise_draft(at, event)
    return None


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
    if offer and event.on >= offer.on and not standing.has("tell"):
        return "tell", tell_of_offer(case, standing)
    if is_reminder(event, standing, case):
        return "reminder", None
    if is_before_their_time(event.on, standing):
        return "early", None
    return planned_role(event, standing, case)


def planned_role(event: Event, standing: Standing, case: Case) -> tuple[Role, Draft | None]:
    """Return which of the contacts that the plan had left an event was."""
    draft = asking(replace(case, offer=None), standing)
    if draft is None:
        return after_the_stop(event, standing, case)
    is_call = event.channel in CALLS
    if (draft.role == "close" and is_call) or (draft.role == "named-call" and not is_call):
        return "again", None
    return as_seen(draft, event, standing, case)


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


def is_before_their_time(day: date, standing: Standing) -> bool:
    """Whether the time that they named was not over on a day."""
    latest, earliest = standing.window.latest, standing.window.earliest
    return bool((latest and day <= latest) or (not latest and earliest and day < earliest))


# What a contact or an answer changes.


def after_attempt(standing: Standing, case: Case, attempt: Attempt) -> Standing:
    """Return the standing after a contact of the candidate's."""
    match attempt.role:
        case "debrief":
            return replace(standing, is_debriefed=True)
        case "reminder":
            return replace(standing, is_reminded=True)
        case "promise" if attempt.promise is not None:
            standing = replace(standing, kept=standing.kept | {attempt.promise})
            if case.promises[attempt.promise].what == "other":
                return standing
        case "reply":
            standing = after_reply(standing, attempt.on)
        case "agreed" | "late" | "stop":
            standing = replace(standing, agreed=None, awaits_reply=False)
        case _:
            pass
    counts = attempt.role in COUNTED or (attempt.role == "agreed" and attempt.is_silent)
    due_on = None if attempt.promise is None else case.promises[attempt.promise].on
    contact = Contact(
        on=attempt.on,
        due_on=due_on,
        role=attempt.role,
        channel=attempt.channel,
        counts=counts,
        is_silent=attempt.is_silent,
    )
    return with_contact(standing, contact, calendar=case.calendar)


def after_reply(standing: Standing, on: date) -> Standing:
    """Return the standing after a reply; what follows a late one counts from it."""
    in_time = after(standing.since, rule("not-decided-reply").amount("within"))
    is_open = standing.decision is None
    return replace(
        standing,
        awaits_reply=False,
        since=on if is_open and on > in_time else standing.since,
    )


def answered(standing: Standing, case: Case, event: Event) -> Standing:
    """Return the standing after an answer of theirs: all but promises falls away."""
    if event.event == "interview":
        return Standing(
            interview_on=event.on,
            since=event.on,
            said=said_with_a_day(event.said),
            agreed=Agreement(rule="leave-to-call-no-day") if event.agreed_to_next else None,
            kept=standing.kept,
            is_restarted=True,
        )
    return replace(
        standing,
        since=event.on,
        said=said_after(standing, event),
        agreed=agreement_after(event, case),
        answer=event,
        awaits_reply=awaits_reply(event, case),
        contacts=(),
        is_debriefed=True,
    )


def awaits_reply(event: Event, case: Case) -> bool:
    """Whether an answer of theirs wants an answer."""
    if event.event in DECISIONS:
        return True
    is_open = event.event in ("reached", "not-decided") and event.agreed_to_next is None
    return is_open and not case.through_recruiter


def said_after(standing: Standing, event: Event) -> Said | None:
    """Return what holds of the times that they named, once they have answered."""
    new = said_with_a_day(event.said)
    if event.event == "new-date" or (new and not is_day_for_contact(event)):
        return new
    end = standing.window.latest or standing.window.earliest
    return standing.said if end and end >= event.on else None


def is_day_for_contact(event: Event) -> bool:
    """Whether what they said is the day for the next contact, not for their answer."""
    return event.event in ("reached", "not-decided") and event.agreed_to_next is True


def agreement_after(event: Event, case: Case) -> Agreement | None:
    """Return the contact to which an answer agrees."""
    if not event.agreed_to_next or event.event in DECISIONS:
        return None
    if event.event == "new-date":
        return Agreement(rule="leave-to-call-no-day")
    is_shy = case.situation.policy.channel == "email" or case.situation.told_to_wait
    is_written = is_shy and event.channel in ("email", "message")
    said = said_with_a_day(event.said)
    if said and said.window and (named := said.window.latest or said.window.earliest):
        return Agreement(rule="not-decided-named-day", on=named, said=said, by_email=is_written)
    wait = rule("not-decided-call-again").amount("wait")
    return Agreement(rule="not-decided-call-again", on=after(event.on, wait), by_email=is_written)


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
