"""Plans made late: what is left of a contact whose day has passed."""

from copy import replace
from datetime import date

from calculator.planning.drafts import Draft, because, can_be_done_on, rolled
from calculator.planning.rules import rule
from calculator.planning.standing import Case, Role, Standing
from calculator.planning.wording import day_text
from calculator.planning.working_days import after

# What becomes one short email when its day is long past. A promise and a closing note stay.
REPLACED_WHEN_LATE: tuple[Role, ...] = ("agreed", "first", "named-call", "again")


def as_seen_on(today: date, draft: Draft, case: Case, standing: Standing) -> Draft:
    """Return a contact as it is left on a day: as planned, one short email, or the end."""
    if today <= draft.day:
        return draft
    today = can_be_done_on(draft, case.calendar, today=today)
    if is_replaceable(draft, standing) and is_long_past(draft, today, case):
        is_over = is_too_late(draft, case, today=today)
        return given_up(draft, case) if is_over else one_email(draft, case, standing)
    if draft.role in ("close", "reply", "late") and is_too_late(draft, case, today=today):
        return given_up(draft, case)
    return draft


def is_replaceable(draft: Draft, standing: Standing) -> bool:
    """Whether one short email may take the place of a contact."""
    is_reply_before_decision = draft.role == "reply" and standing.decision is None
    return draft.role in REPLACED_WHEN_LATE or is_reply_before_decision


def is_long_past(draft: Draft, day: date, case: Case) -> bool:
    """Whether the day of a contact passed too long ago to do as planned."""
    last_day = draft.until or rolled(draft, case.calendar)
    return day > last_day_as_planned(last_day, case)


def last_day_as_planned(day: date, case: Case) -> date:
    """Return the last day on which what was planned for ``day`` may still go as planned."""
    return after(day, rule("late-plan").amount("as_planned"), case.calendar.is_working_day)


def is_too_late(draft: Draft, case: Case, *, today: date) -> bool:
    """Whether the day of a contact passed so long ago that the matter counts as closed."""
    return today > after(rolled(draft, case.calendar), rule("too-late").amount("longest"))


def one_email(draft: Draft, case: Case, standing: Standing) -> Draft:
    """Return the one email that is left of a contact whose day is long past."""
    planned = rolled(draft, case.calendar)
    late = replace(
        draft,
        role="late",
        action="recruiter" if case.through_recruiter else "email",
        channel="email",
        day=planned,
        until=None,
        rules=("late-plan", *draft.rules),
        why=because("late-plan", case, standing, was_planned=day_text(planned)),
        script="recruiter-late" if case.through_recruiter else None,
        claims=frozenset(),
        rolls="fair",
        waits_from=None,
        call_follows=False,
    )
    return owning_up(late, draft) if has_agreed_day(draft, case) else late


def has_agreed_day(draft: Draft, case: Case) -> bool:
    """Whether those to whom the one email goes agreed to a contact on a day."""
    is_with_them = draft.action == "recruiter" or not case.through_recruiter
    return draft.role == "agreed" and "no-day-named" not in draft.claims and is_with_them


def owning_up(late: Draft, agreed: Draft) -> Draft:
    """Return the one email with what was agreed and not kept."""
    days = {**late.days, "agreed_day": agreed.day}
    return replace(late, claims=frozenset({"day-has-passed"}), days=days)


def given_up(draft: Draft, case: Case) -> Draft:
    """Return the end of a plan whose next contact is long past."""
    planned, one = rolled(draft, case.calendar), rule("too-late")
    fill = {**one.in_words, "was_planned": day_text(planned)}
    return Draft(
        role="stop",
        action="stop",
        day=after(planned, one.amount("longest")),
        rules=(one.id,),
        why=one.why.format_map(fill),
        rolls="never",
    )
