"""How often they have been asked, how often they may be, and how long lies in between."""

from calculator.days import Window
from calculator.planning.advice import Amount
from calculator.planning.happened.case import NO_QUESTION, Contact
from calculator.planning.happened.standing import Standing
from calculator.planning.rules import choice, rule


def most_contacts(standing: Standing) -> int | None:
    """Return how many contacts may stay unanswered; None where they have said yes."""
    if standing.is_offer_stage:
        return None
    amount = choice("persistence").option(standing.situation.policy.persistence).amount
    most = amount.count if amount else 1
    if standing.through_recruiter:
        return min(most, rule("recruiter-silent").count("silent"))
    return most


def rhythm(standing: Standing) -> Amount:
    """Return the wait between two contacts while nothing comes back."""
    if standing.is_academic and not standing.is_offer_stage:
        return rule("no-date-university").amount("wait")
    is_public = standing.situation.sector == "public" and not standing.through_recruiter
    is_waiting = standing.window == Window() and not standing.is_invited
    if is_public and is_waiting and not standing.is_offer_stage:
        return rule("no-date-public-body").amount("wait")
    return rule("second-contact").amount("wait")


def last_question(standing: Standing) -> Contact | None:
    """Return the last contact since their last word that asked them anything."""
    return next((each for each in reversed(questions(standing))), None)


def last_of_rhythm(standing: Standing) -> Contact | None:
    """Return the last contact that was made or left out since their last word."""
    since = standing.contacts[standing.heard_at :]
    apart = ("reply", "reminder", "stop", "promise")
    return next((each for each in reversed(since) if each.role not in apart), None)


def questions(standing: Standing) -> list[Contact]:
    """Return the contacts since their last word that asked them anything."""
    since = standing.contacts[standing.heard_at :]
    return [each for each in since if each.role not in NO_QUESTION]


def has_opened(standing: Standing) -> bool:
    """Whether they have been asked since their last word and since their time was over."""
    window = standing.window
    end = window.latest or window.earliest
    is_missed = standing.word is not None and standing.word.event == "missed-call"
    return any(
        end is None
        or contact.on > end
        or (contact.on == end and (contact.role == "agreed" or is_missed))
        for contact in questions(standing)
    )


def is_time_of_answer(standing: Standing) -> bool:
    """Whether the time that they named came with their last word, and is no absence."""
    said = standing.said
    return bool(standing.word and said and said == standing.word.said and not said.is_absence)
