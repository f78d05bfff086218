"""What belongs to the interview itself: what to ask before leaving it, and the thanks."""

from calculator.planning.calendar import after
from calculator.planning.contacts.drafts import Draft
from calculator.planning.happened.standing import Standing
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import because


def ask_in_the_interview(standing: Standing) -> Draft:
    """Return what to ask before leaving an interview that is still to come."""
    offer = None if standing.knows_of_offer else standing.offer
    return Draft(
        role="asked",
        action="ask",
        channel="in-person",
        day=standing.interview_on,
        days={"deadline": offer.answer_by} if offer else {},
        rules=("ask-before-you-leave",),
        why=because("ask-before-you-leave", standing),
        rolls="never",
    )


def wants_thanks(standing: Standing) -> bool:
    """Whether a thank-you for the last interview is still in time and not yet sent.

    With an agency the thanks are part of what the recruiter is told on that day.
    """
    is_needed = not (standing.is_thanked or standing.is_called_off or standing.through_recruiter)
    has_answered = standing.answer is not None
    return is_needed and not has_answered and standing.is_open and not is_too_late(standing)


def is_too_late(standing: Standing) -> bool:
    """Whether the day for a thank-you of its own has passed."""
    dropped_after = rule("thank-you-next-day").amount("dropped_after")
    return standing.situation.today > after(standing.interview_on, dropped_after)


def misses_thanks(standing: Standing) -> bool:
    """Whether the next contact is the first that can open with thanks that were never sent.

    Once the day for a note of their own is over, the plan's own words open with them; a question
    before that had none.
    """
    dropped_after = rule("thank-you-next-day").amount("dropped_after")
    last = after(standing.interview_on, dropped_after)
    made = [each for each in standing.contacts if each.role != "left-out" and each.on > last]
    was_in_touch = standing.is_thanked or standing.word or made or standing.is_debriefed
    return not was_in_touch and not standing.is_called_off


def thank_you(standing: Standing) -> Draft:
    """Return the thank-you for the last interview."""
    names = thank_you_rules(standing)
    until = after(standing.interview_on, rule("thank-you-next-day").amount("latest"))
    is_in_time = standing.situation.today <= until
    return Draft(
        role="asked",
        action="thank",
        channel="email",
        day=standing.interview_on,
        until=until,
        rules=names,
        why=because(names[0], standing) if is_in_time else rule("thank-you-next-day").notice,
        rolls="never",
    )


def thank_you_rules(standing: Standing) -> tuple[str, ...]:
    """Return the rules of a thank-you, the one with the words first."""
    situation = standing.situation
    if situation.interviewers >= rule("thank-you-each").count("several"):
        return "thank-you-each", "thank-you-next-day"
    if situation.round == "final" and standing.said is None:
        return "thank-you-final-round", "thank-you-next-day"
    return ("thank-you-next-day",)
