"""Where a contact of the candidate's, or an answer of theirs, leaves the candidate."""

from copy import replace
from datetime import date

from calculator.planning.rules import rule
from calculator.planning.standing import (
    COUNTED,
    DECISIONS,
    Agreement,
    Attempt,
    Case,
    Contact,
    Standing,
    agreed_day,
    said_with_a_day,
    with_contact,
)
from calculator.planning.working_days import after
from calculator.situation import Event, Said


def after_attempt(standing: Standing, case: Case, attempt: Attempt) -> Standing:
    """Return the standing after a contact of the candidate's."""
    is_silence = attempt.role == "agreed" and attempt.is_silent and not is_apart(standing, case)
    match attempt.role:
        case "debrief":
            return replace(standing, is_debriefed=True)
        case "reminder":
            return replace(standing, is_reminded=True)
        case "promise" if attempt.promise is not None:
            standing = after_promise(standing, case, attempt.promise, attempt.on)
            if case.promises[attempt.promise].what == "other":
                return standing
        case "reply":
            standing = after_reply(standing, attempt.on)
        case "tell":
            standing = after_telling(standing, case, attempt.on)
        case "agreed" | "late" | "stop":
            standing = replace(standing, agreed=None, awaits_reply=False)
        case _:
            pass
    counts = attempt.role in COUNTED or is_silence
    contact = Contact(
        on=attempt.on,
        role=attempt.role,
        channel=attempt.channel,
        counts=counts,
        is_silent=attempt.is_silent,
        promise=None if attempt.promise is None else case.promises[attempt.promise],
    )
    return with_contact(standing, contact, calendar=case.calendar)


def is_apart(standing: Standing, case: Case) -> bool:
    """Whether an agreed contact is with the employer, while an agency is asked about the rest."""
    agreed = standing.agreed
    return case.through_recruiter and agreed is not None and agreed.with_employer


def after_telling(standing: Standing, case: Case, on: date) -> Standing:
    """Return the standing after telling them of an offer; what they agreed to by then is done."""
    agreed = standing.agreed
    is_done = agreed is not None and agreed_day(case, standing, agreed) <= on
    return replace(standing, agreed=None) if is_done else standing


def after_promise(standing: Standing, case: Case, at: int, on: date) -> Standing:
    """Return the standing after a promise kept on a day; a call may be one that they agreed to."""
    promise, agreed = case.promises[at], standing.agreed
    kept = replace(standing, kept={**standing.kept, at: on})
    if promise.what == "call" and agreed and agreed_day(case, standing, agreed) == promise.on:
        return replace(kept, agreed=None)
    return kept


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
            knows_of_offer=standing.has("tell") or has_heard_of_offer(standing, case),
            is_restarted=True,
        )
    return replace(
        standing,
        since=event.on,
        said=said_after(standing, event),
        agreed=agreement_after(event, case, is_declined=standing.is_declined),
        answer=event,
        awaits_reply=awaits_reply(event, case),
        contacts=(),
        is_debriefed=True,
        knows_of_offer=standing.has("tell") or has_heard_of_offer(standing, case),
    )


def has_heard_of_offer(standing: Standing, case: Case) -> bool:
    """Whether they were told of another offer before, or have answered since it came.

    A new date by which the offer can wait is no answer to it: they may not know of it yet.
    """
    answer, offer = standing.answer, case.offer
    if standing.knows_of_offer or not offer or not answer or answer.on < offer.on:
        return standing.knows_of_offer
    latest = standing.window.latest
    return answer.event != "new-date" or latest is None or latest > offer.answer_by


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


def agreement_after(event: Event, case: Case, *, is_declined: bool) -> Agreement | None:
    """Return the contact to which an answer agrees."""
    if not event.agreed_to_next or event.event in DECISIONS:
        return None
    if event.event == "new-date":
        return Agreement(rule="leave-to-call-no-day")
    is_shy = case.situation.policy.channel == "email" or case.situation.told_to_wait
    is_written = (is_shy or is_declined) and event.channel in ("email", "message")
    said = said_with_a_day(event.said)
    if said and said.window and (named := said.window.latest or said.window.earliest):
        return Agreement(rule="not-decided-named-day", on=named, said=said, by_email=is_written)
    wait = rule("not-decided-call-again").amount("wait")
    return Agreement(rule="not-decided-call-again", on=after(event.on, wait), by_email=is_written)
