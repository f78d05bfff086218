"""From a situation to its plan: the public door of this package."""

from calculator.days import NO_TIME
from calculator.planning.plan import Plan
from calculator.planning.road import Road, road_of
from calculator.planning.telling.branches import branches_of
from calculator.planning.telling.footing import interviews_of, named_time
from calculator.planning.telling.notices import notices_of
from calculator.situation import Situation


def plan(situation: Situation) -> Plan:
    """Return the plan of a situation: what is done, what to do next, and what may follow.

    Any situation gives a plan; facts that cannot be are left out, and a notice says so.

    >>> from datetime import date
    >>> from calculator.situation import Situation
    >>> first = plan(Situation(today=date(2027, 2, 6), interview_on=date(2027, 2, 4))).steps[1]
    >>> first.action, first.on.isoformat()
    ('email', '2027-02-11')
    """
    return plan_of(road_of(situation))


def plan_of(road: Road) -> Plan:
    """Return the plan of a road, for those who need the road for more."""
    return Plan(
        steps=road.steps,
        next=road.next,
        branches=tuple(branches_of(road)),
        notices=tuple(notices_of(road)),
        awaiting=road.standing.awaited,
        named=named_time(road.standing) or NO_TIME,
        interviews=interviews_of(road.standing),
        decision=road.standing.decision,
        has_stopped=road.standing.has_stopped,
    )
