"""How far a first contact keeps from what was sent before it."""

from copy import replace

from calculator.days import day_text
from calculator.planning.advice import Amount
from calculator.planning.calendar import after
from calculator.planning.contacts.drafts import Draft
from calculator.planning.happened.case import Contact
from calculator.planning.happened.rhythm import is_time_of_answer, rhythm
from calculator.planning.happened.standing import Standing
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import because


def put_off(draft: Draft, standing: Standing) -> Draft:
    """Return a first contact a wait after each contact that was made."""
    for at, contact in enumerate(standing.contacts):
        if contact.role in ("reply", "reminder") or is_older_than_their_time(contact, standing):
            continue
        if at < standing.heard_at and is_time_of_answer(standing):
            continue  # they have answered it with a time of their own
        if is_sent_only(contact, standing) and not is_next_day(draft, contact, standing):
            continue
        is_promise = contact.role == "promise"
        wait = rule("second-contact").amount("wait") if is_promise else rhythm(standing)
        day = after(contact.on, wait)
        if day > draft.day:
            draft = replace(draft, day=day, waits_from=None)
            name = put_off_rule(contact, standing)
            if name in draft.rules:
                continue  # the reason says so already
            is_past = contact.on <= standing.situation.today
            were = "You were" if is_past else "You'll have been"
            arranged = "promised" if is_promise else "agreed"
            blanks = {"wait": wait, "You_were": were, "arranged": arranged}
            why = because(name, standing, **blanks)
            if not standing.window.latest and not standing.window.earliest:
                draft = replace(draft, why="")  # the wait that was put off says nothing of this day
            if name == "task-handed-in" and not standing.window.latest:
                draft = replace(draft, script=rule(name).script)
            draft = draft.with_rule(name, why)
    return draft


def not_while_away(draft: Draft, standing: Standing) -> Draft:
    """Return a question that waits until somebody is back, and has had time for their mail."""
    until = standing.away_until
    wait = rule("away").amount("wait")
    day = after(until, wait, standing.calendar.is_working_day) if until else draft.day
    if until is None or day <= draft.day:
        return draft
    why = because("away", standing, until=day_text(until, standing.situation.country))
    rules = ("away", *draft.rules)
    return replace(draft, day=day, waits_from=until, rules=rules, why=why)


def is_sent_only(contact: Contact, standing: Standing) -> bool:
    """Whether a contact only sent a thing that was promised, and no work to look at."""
    if contact.promise is None:
        return False
    promise = standing.case.promises[contact.promise]
    return promise.is_a_thing and not promise.is_work


def is_next_day(draft: Draft, contact: Contact, standing: Standing) -> bool:
    """Whether a contact would come by the working day after another: two days running."""
    next_day = after(contact.on, Amount(1, "working days"), standing.calendar.is_working_day)
    return draft.day <= next_day


def is_older_than_their_time(contact: Contact, standing: Standing) -> bool:
    """Whether a task was handed in before they named the time for their answer to it."""
    if contact.promise is None or not standing.case.promises[contact.promise].is_a_thing:
        return False
    return standing.said is not None and standing.said.on >= contact.on > standing.interview_on


def put_off_rule(contact: Contact, standing: Standing) -> str:
    """Return the rule by which a contact puts the next one off."""
    if contact.role == "left-out":
        return "left-out"
    if contact.role in ("agreed", "with-employer"):
        return "week-after-promise"
    if contact.promise is None:
        return "early-contact"
    is_task = standing.case.promises[contact.promise].is_work
    return "task-handed-in" if is_task else "week-after-promise"
