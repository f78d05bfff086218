"""A step before it has its place in the calendar."""

from collections.abc import Mapping
from copy import replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from calculator.days import DAY
from calculator.planning.calendar import Calendar, Rolls, last_open_between, next_good_day
from calculator.planning.happened.case import Role
from calculator.planning.plan import Action
from calculator.situation import Channel


class Draft(NamedTuple):
    """One thing to do, and the day that its rule gives, before closed days and lateness move it.

    ``waits_from`` is the day from which working days were counted, ``not_before`` the day after
    which a step that moves back must stay. ``due_from`` is the day since when it may be done and
    stands on each today. ``is_first`` is the first contact since their last word. ``names_call``:
    an email that says on which day the next contact, a call, will come. The first rule is the one
    that gives the day.
    """

    role: Role
    action: Action
    day: date
    rules: tuple[str, ...]
    why: str
    channel: Channel | None = None
    until: date | None = None
    script: str | None = None
    days: Mapping[str, date] = MappingProxyType({})
    claims: frozenset[str] = frozenset()
    texts: Mapping[str, str] = MappingProxyType({})
    rolls: Rolls = "fair"
    waits_from: date | None = None
    not_before: date | None = None
    due_from: date | None = None
    promise: int | None = None
    is_first: bool = False
    names_call: bool = False
    is_law: bool = False
    if_nothing: bool = False

    def with_rule(self, name: str, why: str = "") -> "Draft":
        """Return the draft with one more rule, and what that adds to the reason."""
        return replace(self, rules=(*self.rules, name), why=f"{self.why} {why}".strip())


def rolled(draft: Draft, calendar: Calendar) -> date:
    """Return the day of a draft, moved off closed days."""
    if draft.rolls == "back" and draft.not_before:
        first = draft.not_before + DAY
        if last_open := last_open_between(first, draft.day, calendar.is_fair_day):
            return last_open
    return next_good_day(draft.day, draft.rolls, calendar)


def can_be_done_on(draft: Draft, calendar: Calendar, *, today: date) -> date:
    """Return the first day, today or later, on which a draft can be done."""
    planned = rolled(draft, calendar)
    return planned if planned >= today else next_good_day(today, draft.rolls, calendar)
