"""The days that a law fixes: Ontario's 45 days."""

from collections.abc import Iterator
from datetime import date

from calculator.planning.drafts import Draft, because, next_good_day
from calculator.planning.rules import rule
from calculator.planning.standing import Case, Standing
from calculator.planning.wording import day_text
from calculator.planning.working_days import after


def legal_day(last_interview: date) -> date:
    """Return the day by which the law of Ontario wants them to have told the candidate."""
    return after(last_interview, rule("ontario-45-days").amount("wait"))


def may_be_covered(case: Case, standing: Standing) -> bool:
    """Whether the law of Ontario covers the interview, as far as place and day say."""
    law, situation = rule("ontario-45-days"), case.situation
    is_there = situation.country in law.countries and situation.region == law.region
    return is_there and standing.interview_on >= law.since


def is_covered(case: Case, standing: Standing) -> bool | None:
    """Whether the law covers the interview; None where a fact about the employer is missing."""
    employer = case.situation.employer
    facts = (employer.staff_25_or_more, employer.public_posting)
    if not may_be_covered(case, standing) or False in facts:
        return False
    return None if None in facts else True


def day_of_reminder(case: Case, standing: Standing) -> date | None:
    """Return the day of the email that the law gives a reason for, if it is still to be sent."""
    *_, last = (None, *legal_steps(case, standing))
    if last is None or last.action != "email":
        return None
    return next_good_day(max(last.day, case.situation.today), last.rolls, case.calendar)


def legal_steps(case: Case, standing: Standing) -> Iterator[Draft]:
    """Yield the legal day and the email after it, until they have told their decision."""
    if standing.decision or standing.has_stopped or not is_covered(case, standing):
        return
    day = legal_day(standing.interview_on)
    yield Draft(
        role="reminder",
        action="legal",
        day=day,
        rules=("ontario-45-days",),
        why=because("ontario-45-days", case, standing),
        rolls="never",
        is_law=True,
    )
    if not standing.is_reminded:
        wait = rule("ontario-reminder").amount("after")
        draft = Draft(
            role="reminder",
            action="email",
            channel="email",
            day=after(day, wait, case.calendar.is_working_day),
            rules=("ontario-reminder", "ontario-45-days"),
            why=because("ontario-reminder", case, standing, legal_day=day_text(day)),
            days={"last_interview": standing.interview_on},
            rolls="working",
        )
        asked_first = rule("recruiter-silent")
        yield (
            draft.with_rule(asked_first.id, asked_first.notice) if case.through_recruiter else draft
        )
