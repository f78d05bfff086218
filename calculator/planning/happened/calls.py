"""Whether calls are open, and what a contact is called."""

from calculator.planning.happened.case import CALLS
from calculator.planning.happened.standing import Standing
from calculator.planning.plan import Action
from calculator.situation import Channel


def action_for(standing: Standing, channel: Channel | None) -> Action:
    """Return the action of a contact: whatever goes to the recruiter is the recruiter's."""
    if standing.through_recruiter:
        return "recruiter"
    return "call" if channel in CALLS else "email"


def may_call(standing: Standing) -> bool:
    """Whether they, and the way they work, leave calls open."""
    if standing.through_recruiter:
        return not standing.is_declined
    is_asked_not_to = standing.calls_off or standing.situation.told_to_wait or standing.is_declined
    return not is_asked_not_to and not standing.is_academic


def is_written_only(standing: Standing) -> bool:
    """Whether all that nobody agreed to call about is written: their wish, or the person's."""
    return standing.situation.policy.channel == "email" or not may_call(standing)
