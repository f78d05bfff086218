"""Ways to follow up, each planned: what the experts' quarrel means for this person."""

from copy import replace
from dataclasses import dataclass

from calculator.planning.happened.rhythm import most_contacts
from calculator.planning.plan import Step
from calculator.planning.road import Road, road_of
from calculator.planning.rules import advice
from calculator.situation import Policy

CONTACTS = ("email", "call", "recruiter", "close")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A way to follow up: its name, what those who advise it say, and what it chooses."""

    id: str
    name: str
    says: str
    policy: Policy
    steps: tuple[Step, ...]
    is_chosen: bool


def styles_of(now: Road) -> tuple[Style, ...]:
    """Return the contacts that are left in each style, if nobody answers.

    Once they've said yes, how often to ask is nobody's choice: there are none then.
    """
    if most_contacts(now.standing) is None:
        return ()
    chosen = now.situation.policy
    return tuple(
        Style(
            id=one.id,
            name=one.name,
            says=one.says,
            policy=policy,
            steps=contacts_of(now, policy),
            is_chosen=policy == chosen,
        )
        for one in advice().styles
        for policy in (replace(chosen, channel=one.channel, persistence=one.persistence),)
    )


def contacts_of(now: Road, policy: Policy) -> tuple[Step, ...]:
    """Return the contacts that are left, had the person chosen so."""
    situation = now.situation
    is_mine = policy == situation.policy
    road = now if is_mine else road_of(replace(situation, policy=policy), says_why=False)
    return tuple(step for step in road.steps if step.action in CONTACTS and step.status != "done")
