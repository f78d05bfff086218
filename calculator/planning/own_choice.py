"""What the person decided otherwise than the plan: a step on another day, or left out."""

from collections import defaultdict
from copy import replace
from dataclasses import dataclass, field
from datetime import date

from calculator.planning.drafts import Draft, named_call_day, placed, rolled, status_of, words_of
from calculator.planning.lateness import as_seen_on
from calculator.planning.offers import is_to_other_employer
from calculator.planning.plan import Action, Step
from calculator.planning.standing import Case, Standing

# The day of the interview, the last day to decide, a day in a law and the end stay where they are.
CAN_CHOOSE: tuple[Action, ...] = (
    "thank",
    "email",
    "call",
    "recruiter",
    "promise",
    "reply",
    "close",
)

YOU_MOVED = "You chose this day"
YOU_DID = "You have done this, or don't need it."
YOU_LEFT_OUT = "You chose to leave this out."


@dataclass(slots=True)
class Placing:
    """Gives steps their ids and their place, one after the other; what is done comes first.

    An id holds whatever days move: the second email is ``email-2``.
    """

    case: Case
    so_far: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))

    def numbered(self, step: Step) -> Step:
        """Return a step that is done, with its id."""
        return replace(step, id=self.next_id(step.action))

    def seen(self, draft: Draft, standing: Standing) -> Draft:
        """Return a contact as it is left today: on the person's own day, it is never late."""
        today = self.case.situation.today
        if self.own_day(draft.action):
            return draft
        return as_seen_on(today, draft, self.case, standing)

    def step(self, draft: Draft) -> Step:
        """Return the step of a draft, as the person chose it."""
        own_day = self.own_day(draft.action)
        id_ = self.next_id(draft.action)
        if draft.call_follows:
            draft = self.naming_its_call(draft, own_day)
        step = placed(draft, self.case, id_=id_)
        if own_day:
            step = self.moved(step, draft, own_day)
        if draft.action in CAN_CHOOSE and self.is_left_out(step, draft):
            why = YOU_DID if is_to_other_employer(step) else YOU_LEFT_OUT
            return replace(step, status="done", why=why, is_left_out=True)
        return step

    def is_left_out(self, step: Step, draft: Draft) -> bool:
        """Whether the person left a step out: the one of that day, not a later one of its kind."""
        chosen, planned = self.case.situation.left_out.get(step.id), planned_day(step)
        latest = max(planned, self.case.situation.today)
        return chosen is not None and (draft.due_from or planned) <= chosen <= latest

    def moved(self, step: Step, draft: Draft, own_day: date) -> Step:
        """Return a step on the day that the person chose for it."""
        planned = rolled(draft, self.case.calendar)
        return replace(
            step,
            on=own_day,
            until=None,
            status=status_of(own_day, None, today=self.case.situation.today),
            words=words_of(draft, self.case, on=own_day, is_late=own_day > draft.day),
            rules=draft.rules,
            why=draft.why,
            moved_from=planned if planned != own_day else None,
            moved_because=YOU_MOVED if planned != own_day else None,
        )

    def naming_its_call(self, draft: Draft, email_on: date | None) -> Draft:
        """Return an email that names the call on the day that the person chose, or no call."""
        calendar = self.case.calendar
        email_on = email_on or rolled(draft, calendar)
        if call_on := self.own_day("call"):
            days = {"call_day": call_on} if call_on > email_on else {}
            return replace(draft, call_follows=False, days={**draft.days, **days})
        planned = named_call_day(email_on, calendar)
        is_left_out = self.case.situation.left_out.get(self.coming_id("call")) == planned
        return replace(draft, call_follows=False) if is_left_out else draft

    def own_day(self, action: Action) -> date | None:
        """Return the day to which the person moved the next step of a kind, unless it is over."""
        situation = self.case.situation
        if not situation.moved or action not in CAN_CHOOSE:
            return None
        day = situation.moved.get(self.coming_id(action))
        return day if day and day >= situation.today else None

    def coming_id(self, action: Action) -> str:
        """Return the id that the next step of a kind will have."""
        return f"{action}-{self.so_far[action] + 1}"

    def next_id(self, action: Action) -> str:
        """Return the id of the next step of a kind, which is then taken."""
        self.so_far[action] += 1
        return f"{action}-{self.so_far[action]}"


def planned_day(step: Step) -> date:
    """Return the day that the plan has for a step, before its lateness moved it."""
    return (step.status == "late" and step.moved_from) or step.on
