"""The next contact, if nobody answers: when, how, and why then.

The first of these that holds decides: a message of theirs that awaits a reply, what was promised
or agreed, another offer, and then the contacts that the rules allow until they are enough.
"""

from collections.abc import Iterator
from copy import replace
from datetime import date

from calculator.planning.agreed import agreed, promise, reply
from calculator.planning.chasers import (
    again,
    closing,
    email_naming_a_call,
    first,
    has_opened,
    named_call,
    stop_after_closing,
    stop_after_reply,
)
from calculator.planning.drafts import Draft, because, can_be_done_on, rolled
from calculator.planning.lateness import as_seen_on, is_too_late, last_day_as_planned
from calculator.planning.offers import can_still_tell, is_to_be_told, tell_of_offer
from calculator.planning.standing import (
    Agreement,
    Attempt,
    Case,
    Role,
    Standing,
    agreed_day,
    has_enough,
    open_promises,
)
from calculator.planning.standing_after import after_attempt, after_promise


def undelayed_contact(case: Case, standing: Standing, *, today: date) -> Draft | None:
    """Return the next contact, as if its day could not have passed; None where nothing is left."""
    if standing.has_stopped:
        return None
    if standing.awaits_reply and not is_too_late_to_reply(case, standing, today=today):
        return reply(case, standing)
    if standing.decision == "rejected":
        return None if standing.has("stop") else stop_after_reply(case, standing)
    if debrief := recruiter_debrief(case, standing, today=today):
        return debrief
    if not (case.promises or case.offer or standing.agreed):
        return None if is_over(standing) else asking(case, standing)
    drafts = [*promised(case, standing, "email", "other"), *held_or_asking(case, standing)]
    if len(drafts) == 1:
        return drafts[0]
    return min(
        drafts, key=lambda draft: can_be_done_on(draft, case.calendar, today=today), default=None
    )


def is_too_late_to_reply(case: Case, standing: Standing, *, today: date) -> bool:
    """Whether their decision is so old that it needs no reply any more."""
    return standing.decision is not None and is_too_late(reply(case, standing), case, today=today)


def held_or_asking(case: Case, standing: Standing) -> list[Draft]:
    """Return what comes before any contact of the candidate's own choice, or else that contact."""
    holding = [*promised(case, standing, "call"), *agreed_or_forced(case, standing)]
    asked = None if holding or is_over(standing) else asking(case, standing)
    return [asked] if asked else holding


def is_over(standing: Standing) -> bool:
    """Whether nothing is left to ask."""
    return standing.decision is not None or standing.has("stop")


def promised(case: Case, standing: Standing, *kinds: str) -> Iterator[Draft]:
    """Yield the open promises of some kinds."""
    for at, each in open_promises(case, standing):
        if each.what in kinds:
            yield promise(case, standing, at, each)


def agreed_or_forced(case: Case, standing: Standing) -> Iterator[Draft]:
    """Yield a contact to which they agreed, and the one that another offer forces."""
    if is_over(standing):
        return
    told = tell_of_offer(case, standing) if is_tellable(case, standing) else None
    agreement = standing.agreed
    if agreement and not is_promised_too(case, standing, agreement):
        draft = agreed(case, standing, agreement)
        if told and is_one_contact(draft, told, case, standing):
            told = replace(told, action=draft.action, channel=draft.channel)
            told = told.with_rule(agreement.rule)
        else:
            yield draft
    if told:
        yield told


def is_tellable(case: Case, standing: Standing) -> bool:
    """Whether the first choice is to be told of another offer, and can still be."""
    return is_to_be_told(case, standing) and can_still_tell(case, standing)


def is_one_contact(agreed: Draft, told: Draft, case: Case, standing: Standing) -> bool:
    """Whether what they agreed to falls on the day of telling them, and goes to the same people."""
    today = case.situation.today
    left = as_seen_on(today, agreed, case, standing)
    day = can_be_done_on(left, case.calendar, today=today)
    is_to_same = "recruiter" not in {agreed.action, told.action} or agreed.action == told.action
    return is_to_same and day == rolled(told, case.calendar)


def asking(case: Case, standing: Standing) -> Draft | None:
    """Return the next contact that nobody asked for, or the end of them."""
    if case.offer and (standing.has("tell") or not has_enough(case, standing)):
        return None
    if standing.has("close"):
        return stop_after_closing(case, standing)
    if email := email_naming_a_call(case, standing):
        return named_call(case, standing, email)
    if has_enough(case, standing):
        return closing(case, standing)
    return again(case, standing) if has_opened(standing) else first(case, standing)


def is_promised_too(case: Case, standing: Standing, agreement: Agreement) -> bool:
    """Whether the agreed call is also listed as a promise for the same day."""
    day = agreed_day(case, standing, agreement)
    calls = (each for _, each in open_promises(case, standing) if each.what == "call")
    return any(each.on == day for each in calls)


def recruiter_debrief(case: Case, standing: Standing, *, today: date) -> Draft | None:
    """Return the talk with the recruiter on the day of the interview, until it is too late.

    From the day on which the recruiter is to be asked for news, a contact is that question.
    """
    if not case.through_recruiter or standing.is_debriefed or standing.answer:
        return None
    is_too_late = today > last_day_as_planned(standing.interview_on, case)
    if is_too_late or has_spoken_to_recruiter(standing):
        return None
    if rolled(first(case, standing), case.calendar) <= today:
        return None
    is_written = case.situation.policy.channel == "email"
    return Draft(
        role="debrief",
        action="recruiter",
        channel="email" if is_written else "call",
        day=standing.interview_on,
        rules=("recruiter-debrief",),
        why=because("recruiter-debrief", case, standing),
        texts={"their_words": standing.said.words} if standing.said else {},
        rolls="never",
    )


def has_spoken_to_recruiter(standing: Standing) -> bool:
    """Whether any contact was with the recruiter; promised and agreed ones are the employer's."""
    apart = ("promise", "agreed", "left-out")
    return any(contact.role not in apart for contact in standing.contacts)


def is_said_in_reminder(draft: Draft, case: Case, *, today: date, on: date) -> bool:
    """Whether the email that the law gives a reason for goes that day, and asks what this does."""
    is_asking = draft.action == "email" and draft.role in ("first", "again", "late")
    return is_asking and can_be_done_on(draft, case.calendar, today=today) == on


def after_reminder(standing: Standing, case: Case, draft: Draft, on: date) -> Standing:
    """Return the standing once the law's email has asked what a contact would have asked.

    It names no call, so none follows.
    """
    asked = replace(draft, role="again") if draft.role == "first" else draft
    return after_attempt(standing, case, as_if_made(asked, on))


# What is left out of these is no contact: it only takes its time.
LEFT_OUT: tuple[Role, ...] = ("agreed", "first", "named-call", "again", "late")


def after_left_out(standing: Standing, case: Case, draft: Draft, on: date) -> Standing:
    """Return the standing once the person has left a contact out for good."""
    if draft.promise is not None:
        return after_promise(standing, case, draft.promise, on)
    if draft.role == "agreed":
        standing = replace(standing, agreed=None)
    role: Role = "left-out" if draft.role in LEFT_OUT else draft.role
    attempt = Attempt(role=role, on=on, channel=draft.channel, is_silent=False)
    return after_attempt(standing, case, attempt)


def as_if_made(draft: Draft, on: date) -> Attempt:
    """Return a contact as if it were made on a day, without an answer."""
    return Attempt(
        role=draft.role, on=on, channel=draft.channel, is_silent=True, promise=draft.promise
    )
