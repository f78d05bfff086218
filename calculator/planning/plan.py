"""A plan: dated steps, the next one first, and what each answer would change."""

from collections.abc import Mapping
from copy import replace
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from calculator.days import NO_TIME, Window
from calculator.situation import Awaited, Channel, Happening

type Action = Literal[
    "thank",
    "ask",
    "email",
    "call",
    "recruiter",
    "promise",
    "close",
    "stop",
    "reply",
    "decide",
    "legal",
    "wait",
]
type Status = Literal["done", "due", "late", "coming"]

# How far they have got, where that gives an answer another meaning: an interview to come or without
# a day, a yes whose letter has not come, an offer in writing.
type Stage = Literal["ahead", "invited", "cancelled", "said-yes", "offered"]


# The person may move these or leave them out; the day of the interview, the last day to decide, a
# day in a law and the end stay where they are.
CAN_CHOOSE: tuple[Action, ...] = (
    "thank",
    "email",
    "call",
    "recruiter",
    "promise",
    "reply",
    "close",
)

# What goes to the employer of another offer: a history has no word for it.
TO_OTHER_EMPLOYER = ("other-offer-acknowledge", "other-offer-more-time")


class Words(NamedTuple):
    """Which script a step uses, and what fills it beside the names.

    ``script`` names a file of ``data/scripts``, ``days`` fills its blanks that are days
    (``call_day``, ``agreed_day``), ``texts`` those that are the person's own words
    (``promised``), ``claims`` are the things that are true and that an optional sentence may
    therefore say (``said-i-would-call``). ``awaited`` is what the script asks for.
    """

    script: str
    days: Mapping[str, date] = MappingProxyType({})
    claims: frozenset[str] = frozenset()
    texts: Mapping[str, str] = MappingProxyType({})
    awaited: Awaited | None = None


class Step(NamedTuple):
    """One dated thing to do.

    ``until`` is the last good day where it may be done on several; ``rules`` are ids of
    ``data/rules.toml`` and ``why`` is one line that a person would say: neither is ever empty.
    ``moved_from`` is the day that it had before, ``moved_because`` says why. What the person left
    out is done with, too (``is_left_out``). ``if_nothing``: only if nothing has come by then.
    ``is_unanswered``: a call that was made, and that nobody answered.
    """

    id: str
    action: Action
    on: date
    status: Status
    rules: tuple[str, ...]
    why: str
    until: date | None = None
    channel: Channel | None = None
    words: Words | None = None
    moved_from: date | None = None
    moved_because: str | None = None
    is_left_out: bool = False
    if_nothing: bool = False
    is_unanswered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """What would follow if this came as an answer to the next step.

    ``stage`` is how far they have got, where the answer means something else by then.
    """

    answer: Happening
    then: str
    stage: Stage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The steps in date order, the one to do next, and what each answer would change.

    ``named`` is the time that they named for what is awaited, where it still counts.
    ``interviews`` are the days of those that took place or are to come, none that was called off.
    ``decision`` is what they decided, ``has_stopped``: the candidate has withdrawn, given up or
    answered.
    """

    steps: tuple[Step, ...]
    next: Step | None = None
    branches: tuple[Branch, ...] = ()
    notices: tuple[str, ...] = ()
    awaiting: Awaited = "decision"
    named: Window = NO_TIME
    interviews: tuple[date, ...] = ()
    decision: Happening | None = None
    has_stopped: bool = False

    @property
    def is_settled(self) -> bool:
        """Whether nothing is awaited any more: a yes, a no, or the candidate's own end."""
        return self.has_stopped or self.decision in ("rejected", "offered")


def as_told(plan: Plan) -> Plan:
    """Return a plan as people see it: after a clear no, nobody is told again to let it go."""
    steps = tuple(step for step in plan.steps if not is_end_after_no(step))
    return replace(plan, steps=steps, next=plan.next if plan.next in steps else None)


def is_end_after_no(step: Step) -> bool:
    """Whether a step is the end of a plan that was answered: silence means nothing there."""
    return step.action == "stop" and step.status != "done" and not step.if_nothing


def is_to_other_employer(step: Step) -> bool:
    """Whether a step goes to the employer of another offer, not to that of the interview."""
    return step.rules[0] in TO_OTHER_EMPLOYER
