"""A contact as it is left on a day after its own."""

from copy import replace
from datetime import date

from calculator.planning.calendar import after
from calculator.planning.contacts.asking import is_long_ago, one_email
from calculator.planning.contacts.drafts import Draft, can_be_done_on, rolled
from calculator.planning.contacts.replies import text_of
from calculator.planning.happened.standing import Standing
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import because

# What is so only on the day that was agreed or named.
TRUE_ON_ITS_DAY = frozenset({"said-i-would-call", "expecting-a-call"})


def as_seen_on(today: date, draft: Draft, standing: Standing) -> Draft:
    """Return a contact as it is left on a day: as planned, with words for being late, or the last.

    "A first contact whose day is past is for today or the next fair day, and the rhythm goes on
    from it, whatever the lateness; more than 5 working days late it has words of its own; more
    than 60 days after the last word of theirs it is one email."
    """
    planned = rolled(draft, standing.calendar)
    if today <= planned or draft.role not in ("asked", "agreed"):
        return draft
    if draft.rules[0] == "call-on-the-named-day":
        name = "call-after-the-named-day"
        why = because(name, standing, was_planned=text_of(planned, standing))
        draft = replace(draft, rules=(name, *draft.rules[1:]), why=why)
    late = rule("late-plan")
    on = can_be_done_on(draft, standing.calendar, today=today)
    in_time = after(planned, late.amount("as_planned"), standing.calendar.is_working_day)
    if on <= in_time:
        return still_in_time(draft, planned, standing)
    is_long_past = is_long_ago(on, standing)
    if draft.role == "agreed":
        if is_long_past:
            return owning_up(one_email(draft, standing), draft)
        return still_in_time(draft, planned, standing)
    if draft.is_first:
        script = "recruiter-late" if draft.action == "recruiter" else late.script
        draft = replace(draft, script=script)
    if is_long_past:
        return one_email(draft, standing)
    if not draft.is_first:
        return draft
    why = because(late.id, standing, was_planned=text_of(planned, standing))
    draft = replace(draft, rules=(late.id, *draft.rules), why=why, waits_from=None)
    return replace(draft, claims=draft.claims - TRUE_ON_ITS_DAY)


def still_in_time(draft: Draft, planned: date, standing: Standing) -> Draft:
    """Return a contact that is a few days late, and says whose day it was."""
    was = text_of(planned, standing)
    if not standing.case.says_why or "too late" in draft.why:
        return draft
    if was in draft.why:
        return replace(draft, why=f"{draft.why} That day has passed, and it isn't too late.")
    return replace(draft, why=f"{draft.why} The day for this was {was}, and it isn't too late.")


def owning_up(email: Draft, agreed: Draft) -> Draft:
    """Return the one email with what was agreed and not kept."""
    if agreed.claims & {"no-day-named", "if-unheard"}:
        return replace(email, claims=frozenset())
    days = {**email.days, "agreed_day": agreed.day}
    return replace(email, claims=frozenset({"day-has-passed"}), days=days)
