"""The days that a law fixes: Ontario's 45 days."""

from collections.abc import Iterator
from datetime import date

from calculator.planning.calendar import after, next_good_day
from calculator.planning.contacts.drafts import Draft
from calculator.planning.contacts.replies import text_of
from calculator.planning.happened.rhythm import questions, rhythm
from calculator.planning.happened.standing import Standing, is_verbal_offer
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import because


def legal_day(last_interview: date) -> date:
    """Return the day by which the law of Ontario wants them to have told the candidate."""
    return after(last_interview, rule("ontario-45-days").amount("wait"))


def may_be_covered(standing: Standing) -> bool:
    """Whether the law of Ontario covers the interview, as far as place and day say."""
    law, situation = rule("ontario-45-days"), standing.situation
    is_there = situation.country in law.countries and situation.region == law.region
    return is_there and not standing.is_called_off and standing.interview_on >= law.since


def is_covered(standing: Standing) -> bool | None:
    """Whether the law covers the interview; None where a fact about the employer is missing."""
    employer = standing.situation.employer
    facts = (employer.staff_25_or_more, employer.public_posting)
    if not may_be_covered(standing) or False in facts:
        return False
    return None if None in facts else True


def day_of_reminder(standing: Standing) -> date | None:
    """Return the day of the email that the law gives a reason for, if it is still to be sent.

    A first word of one's own is none that a law gives a reason for: then it has no day yet.
    """
    *_, last = (None, *legal_steps(standing))
    if last is None or last.action != "email" or not was_in_touch(standing):
        return None
    return next_good_day(max(last.day, standing.situation.today), last.rolls, standing.calendar)


def was_in_touch(standing: Standing) -> bool:
    """Whether either side had asked or said anything by the legal day."""
    day = legal_day(standing.interview_on)
    return standing.word is not None or any(each.on <= day for each in questions(standing))


def legal_steps(standing: Standing, *, last_on: date | None = None) -> Iterator[Draft]:
    """Yield the legal day and the email after it, until they have told their decision.

    ``last_on`` is the day of the last contact of the plan: where the first of them comes only now,
    the email that the law gives a reason for follows all of them.
    """
    has_said_yes = standing.stage is not None and is_verbal_offer(standing.stage)
    if not standing.is_open or has_said_yes or not is_covered(standing):
        return
    day = legal_day(standing.interview_on)
    yield Draft(
        role="reminder",
        action="legal",
        day=day,
        rules=("ontario-45-days",),
        why=because("ontario-45-days", standing),
        rolls="never",
        is_law=True,
    )
    if not standing.is_reminded:
        wait = rule("ontario-reminder").amount("after")
        sent_on = after(day, wait, standing.calendar.is_working_day)
        if last_on and not was_in_touch(standing):
            sent_on = max(sent_on, after(last_on, rhythm(standing)))
        draft = Draft(
            role="reminder",
            action="email",
            channel="email",
            day=sent_on,
            rules=("ontario-reminder", "ontario-45-days"),
            why=because(
                "ontario-reminder",
                standing,
                legal_day=text_of(day, standing),
                had="had" if day < standing.situation.today else "have",
            ),
            days={"last_interview": standing.interview_on},
            rolls="working",
            if_nothing=True,
        )
        asked_first = rule("recruiter-silent")
        is_through = standing.through_recruiter
        yield draft.with_rule(asked_first.id, asked_first.notice) if is_through else draft
