"""What the person decided otherwise than the plan: a contact on another day, or left out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from calculator.planning.drafts import Draft, placed, rolled
from calculator.planning.lateness import as_seen_on
from calculator.planning.plan import Action, Step
from calculator.planning.standing import Case, Role, Standing

# Promises, replies and what a law fixes can be neither moved nor left out.
CAN_CHOOSE: tuple[Action, ...] = ("email", "call", "recruiter", "close")

# What is left out opens nothing: the email that would have named the call was never sent.
AS_IF: dict[Role, Role] = {"first": "again", "named-call": "again"}

YOU_MOVED = "You chose this day"
YOU_LEFT_OUT = "You chose to leave this out."


@dataclass(slots=True)
class Placing:
    """Gives the contacts that are left their place; their ids count on from the steps done."""

    case: Case
    so_far: Counter[str] = field(default_factory=Counter)

    def seen(self, draft: Draft, standing: Standing) -> Draft:
        """Return a contact as it is left today: on the person's own day, it is never late."""
        today = self.case.situation.today
        if self.own_day(draft):
            return draft
        return as_seen_on(today, draft, self.case, standing)

    def step(self, draft: Draft) -> Step:
        """Return the step of a contact, as the person chose it."""
        situation, id_ = self.case.situation, self.id_of(draft)
        own_day = self.own_day(draft)
        self.so_far[draft.action] += 1
        if own_day:
            chosen = replace(draft, day=own_day, until=None, rolls="never")
            step = placed(chosen, self.case, today=situation.today)
            planned = rolled(draft, self.case.calendar)
            return replace(step, moved_from=planned, moved_because=YOU_MOVED)
        step = placed(draft, self.case, today=situation.today)
        if draft.action in CAN_CHOOSE and situation.left_out.get(id_) == planned_day(step):
            return replace(step, status="done", why=YOU_LEFT_OUT, is_left_out=True)
        return step

    def own_day(self, draft: Draft) -> date | None:
        """Return the day to which the person moved a contact, unless it is over."""
        situation = self.case.situation
        if not situation.moved or draft.action not in CAN_CHOOSE:
            return None
        day = situation.moved.get(self.id_of(draft))
        return day if day and day >= situation.today else None

    def id_of(self, draft: Draft) -> str:
        """Return the id that the contact's step will have."""
        return f"{draft.action}-{self.so_far[draft.action] + 1}"


def placing(case: Case, done: Iterable[Step]) -> Placing:
    """Return what places the contacts that come after the steps that are done."""
    return Placing(case, Counter(step.action for step in done))


def planned_day(step: Step) -> date:
    """Return the day that the plan has for a step, before its lateness moved it."""
    return (step.status == "late" and step.moved_from) or step.on
