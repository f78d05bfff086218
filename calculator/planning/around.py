"""What stands around the contacts: asking in the interview, thanks, another offer."""

from collections.abc import Iterator

from calculator.planning.drafts import Draft, because
from calculator.planning.offers import (
    ask_for_time,
    decide_on_other_offer,
    decide_on_theirs,
    thank_for_other_offer,
)
from calculator.planning.rules import rule
from calculator.planning.standing import Case, Standing
from calculator.planning.working_days import after


def steps_before(case: Case, standing: Standing) -> Iterator[Draft]:
    """Yield what comes before the contacts of the same day and the same precedence."""
    if case.situation.interview_on > case.situation.today:
        yield ask_in_the_interview(case, standing)
    if wants_thanks(case, standing):
        yield thank_you(case, standing)
    if case.offer and is_open(standing):
        yield thank_for_other_offer(case, standing)


def steps_after(case: Case, standing: Standing) -> Iterator[Draft]:
    """Yield what comes after the contacts of the same day and the same precedence."""
    if case.offer and is_open(standing):
        yield from ask_for_time(case, standing)
        yield decide_on_other_offer(case, standing)
    yield from decide_on_theirs(case, standing)


def is_open(standing: Standing) -> bool:
    """Whether their decision is still to come."""
    return standing.decision is None and not standing.has_stopped


def ask_in_the_interview(case: Case, standing: Standing) -> Draft:
    """Return what to ask before leaving an interview that is still to come."""
    return Draft(
        role="first",
        action="ask",
        channel="in-person",
        day=standing.interview_on,
        rules=("ask-before-you-leave",),
        why=because("ask-before-you-leave", case, standing),
        rolls="never",
    )


def wants_thanks(case: Case, standing: Standing) -> bool:
    """Whether a thank-you for the last interview is still in time and not yet sent."""
    is_in_time = not is_too_late_for_thanks(case, standing)
    return is_in_time and not standing.is_thanked and not standing.answer and is_open(standing)


def is_too_late_for_thanks(case: Case, standing: Standing) -> bool:
    """Whether the day for a thank-you of its own has passed."""
    dropped_after = rule("thank-you-next-day").amount("dropped_after")
    return case.situation.today > after(standing.interview_on, dropped_after)


def thank_you(case: Case, standing: Standing) -> Draft:
    """Return the thank-you for the last interview."""
    names = thank_you_rules(case, standing)
    latest = rule("thank-you-next-day").amount("latest")
    return Draft(
        role="first",
        action="thank",
        channel="email",
        day=standing.interview_on,
        until=None if case.through_recruiter else after(standing.interview_on, latest),
        rules=names,
        why=because(names[0], case, standing),
        rolls="never",
    )


def thank_you_rules(case: Case, standing: Standing) -> tuple[str, ...]:
    """Return the rules of a thank-you, the one with the words first."""
    situation = case.situation
    if case.through_recruiter:
        return ("thank-you-through-recruiter",)
    if situation.interviewers >= rule("thank-you-each").count("several"):
        return "thank-you-each", "thank-you-next-day"
    if situation.round == "final" and standing.said is None:
        return "thank-you-final-round", "thank-you-next-day"
    return ("thank-you-next-day",)
