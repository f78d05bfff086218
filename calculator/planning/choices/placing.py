"""A step's place in the calendar, and what the person decided otherwise than the plan."""

from collections import defaultdict
from copy import replace
from dataclasses import dataclass, field
from datetime import date

from calculator.days import DAY, is_weekend
from calculator.holidays import OBSERVED
from calculator.planning.calendar import (
    Calendar,
    in_one_sentence,
    reason_closed,
    why_closed,
)
from calculator.planning.choices.late import TRUE_ON_ITS_DAY, as_seen_on
from calculator.planning.contacts.drafts import Draft, can_be_done_on, rolled
from calculator.planning.happened.case import Case
from calculator.planning.happened.standing import Standing
from calculator.planning.plan import (
    CAN_CHOOSE,
    Action,
    Status,
    Step,
    Words,
    is_to_other_employer,
)
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import sentence

YOU_MOVED = "You chose this day"
YOU_DID = "You have done this, or don't need it."
YOU_LEFT_OUT = "You chose to leave this out."
HAS_PASSED = "That day has passed"


# The days for an answer to an offer: what is said of them holds only while they are to come.
DAYS_FOR_AN_ANSWER = frozenset({"deadline", "answer_wish"})


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
        if self.own_day(draft.action):
            return draft
        return as_seen_on(self.case.situation.today, draft, standing)

    def step(self, draft: Draft, standing: Standing) -> Step:
        """Return the step of a draft, as the person chose it."""
        own_day = self.own_day(draft.action)
        step = placed(draft, standing, id_=self.next_id(draft.action))
        if own_day:
            step = self.moved(step, draft, standing, own_day)
        if draft.action in CAN_CHOOSE and self.is_left_out(step, draft, own_day):
            why = YOU_DID if is_to_other_employer(step) else YOU_LEFT_OUT
            return replace(step, status="done", why=why, is_left_out=True)
        return step

    def is_left_out(self, step: Step, draft: Draft, own_day: date | None) -> bool:
        """Whether the person left a step out: the one of that day, not a later one of its kind."""
        chosen = self.case.situation.left_out.get(step.id)
        first = own_day or draft.due_from or rolled(draft, self.case.calendar)
        return chosen is not None and first <= chosen <= step.on

    def moved(self, step: Step, draft: Draft, standing: Standing, own_day: date) -> Step:
        """Return a step on the day that the person chose for it."""
        planned = rolled(draft, self.case.calendar)
        return replace(
            step,
            on=own_day,
            until=None,
            status=status_of(own_day, own_day, today=self.case.situation.today),
            words=words_of(draft, standing, on=own_day, is_late=own_day > draft.day),
            rules=draft.rules,
            why=draft.why,
            moved_from=planned if planned != own_day else None,
            moved_because=YOU_MOVED if planned != own_day else None,
        )

    def day_of(self, draft: Draft) -> date:
        """Return the day on which the next step will stand that a draft becomes."""
        today = self.case.situation.today
        return self.own_day(draft.action) or can_be_done_on(draft, self.case.calendar, today=today)

    def will_be_on(self, draft: Draft) -> date | None:
        """Return the day on which the next step of a draft's kind will be, None if left out."""
        own_day = self.own_day(draft.action)
        on = own_day or rolled(draft, self.case.calendar)
        left_out = self.case.situation.left_out.get(self.coming_id(draft.action))
        return None if left_out == on else on

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


def placed(draft: Draft, standing: Standing, *, id_: str) -> Step:
    """Return the step that a draft becomes: off closed days, and never before today.

    What is late says from when it was moved; what may still be done in time only goes on.
    """
    today, calendar = standing.situation.today, standing.calendar
    planned = rolled(draft, calendar)
    on = planned if draft.is_law else can_be_done_on(draft, calendar, today=today)
    status = status_of(on, draft.until or planned, today=today)
    is_moved_to_today = status == "late" and not draft.is_law
    if status == "late" and draft.is_law:
        status = "done"  # a day in a law passes by itself, and never moves
    moved_because, rules, why = None, draft.rules, draft.why
    if is_moved_to_today:
        moved_because = HAS_PASSED
    elif planned != draft.day:
        moved_because = sentence(reason_for_move(draft, planned, calendar))
        rules = (*rules, rule_for_move(draft, planned, calendar))
    elif standing.case.says_why and (days_out := days_not_counted(draft, planned, calendar)):
        rules, why = (*rules, "closed-day"), f"{why} {days_out}"
    return Step(
        id=id_,
        action=draft.action,
        on=on,
        until=None if is_moved_to_today else draft.until,
        channel=draft.channel,
        status=status,
        words=words_of(draft, standing, on=on, is_late=is_moved_to_today),
        rules=rules,
        why=why,
        moved_from=(planned if is_moved_to_today else draft.day) if moved_because else None,
        moved_because=moved_because,
        if_nothing=draft.if_nothing,
    )


def rule_for_move(draft: Draft, on: date, calendar: Calendar) -> str:
    """Return the rule by which a draft moved off its own day."""
    if on < draft.day:
        return "inside-the-week"
    is_quiet = draft.day in calendar.quiet and calendar.is_working_day(draft.day)
    return "quiet-day" if is_quiet else "closed-day"


def on_another_day(draft: Draft, standing: Standing, *, on: date, is_late: bool) -> Draft:
    """Return a draft that says so where it does not stand on the day that was agreed."""
    is_promised = draft.role in ("promise", "agreed")
    named_day = draft.day if is_promised else rolled(draft, standing.calendar)
    if on == named_day or "no-day-named" in draft.claims:
        return draft
    closed = "" if is_late else name_of_closed(draft.day, standing.calendar)
    if "if-unheard" in draft.claims or "agreed_words" in draft.texts:
        # They named no day that this could be other than: only what it waited for is said.
        return named_closed(draft, closed) if closed and on > draft.day else draft
    claims = draft.claims - TRUE_ON_ITS_DAY
    if draft.rules[0] == "not-decided-call-again":
        return replace(draft, claims=claims | {"another-day", "no-day-named"})
    if not is_promised:
        return draft if claims == draft.claims else replace(draft, claims=claims)
    reason = "day-has-passed" if is_late else "day-was-closed"
    return named_closed(replace(draft, claims=claims | {"another-day", reason}), closed)


def name_of_closed(day: date, calendar: Calendar) -> str:
    """Return what a holiday or quiet day is called, or nothing; a weekend speaks for itself.

    Many work on such a day: to call it no working day would be wrong there.
    """
    name = calendar.holidays.get(day) or calendar.quiet.get(day, "")
    return "" if is_weekend(day) else name.removesuffix(OBSERVED)


def named_closed(draft: Draft, closed: str) -> Draft:
    """Return a draft that names the day that was agreed, and what that day was, if known."""
    texts = {**draft.texts, "holiday": closed} if closed else draft.texts
    return replace(draft, days={**draft.days, "agreed_day": draft.day}, texts=texts)


def naming_days_to_come(draft: Draft, *, on: date) -> Draft:
    """Return a draft that says so where an answer to an offer is due on its day, or was before."""
    deadline = draft.days.get("deadline")
    if deadline is None:
        return draft
    to_come = {
        name: day for name, day in draft.days.items() if name not in DAYS_FOR_AN_ANSWER or day > on
    }
    if "deadline" in to_come:
        return replace(draft, days=to_come)
    claim = "due-today" if deadline == on else "was-due"
    return replace(draft, days=to_come, claims=draft.claims | {claim})


def status_of(on: date, until: date, *, today: date) -> Status:
    """Return whether a step that is in time until a day is still to come, due today, or late."""
    if today > until:
        return "late"
    return "coming" if on > today else "due"


def reason_for_move(draft: Draft, on: date, calendar: Calendar) -> str:
    """Return why a draft moved off its own day."""
    if on < draft.day:
        return reason_closed(draft.day, calendar, name_weekend=True)
    if draft.rolls == "weekday":
        calendar = replace(calendar, shut=())  # that the office is shut moves no reply
    return why_closed(draft.day, on, calendar)


def days_not_counted(draft: Draft, on: date, calendar: Calendar) -> str:
    """Return the holidays that made the working days of a wait longer, or nothing."""
    if not draft.waits_from:
        return ""
    between = (draft.waits_from + DAY * offset for offset in range(1, (on - draft.waits_from).days))
    reasons = dict.fromkeys(
        reason_closed(day, calendar, name_weekend=False)
        for day in between
        if not is_weekend(day) and not calendar.is_working_day(day)
    )
    count = "so it doesn't count" if len(reasons) == 1 else "so these days don't count"
    return sentence(f"{in_one_sentence(reasons)}, {count}.") if reasons else ""


def words_of(draft: Draft, standing: Standing, *, on: date, is_late: bool) -> Words | None:
    """Return the words of a step."""
    script = draft.script or rule(draft.rules[0]).script
    if not script:
        return None
    draft = on_another_day(draft, standing, on=on, is_late=is_late)
    # An answer, or the wish for more time, may go out any day before it is due.
    today = standing.situation.today
    draft = naming_days_to_come(draft, on=today if draft.action == "decide" else max(on, today))
    latest = standing.window.latest
    claims = draft.claims
    if latest and on < latest and draft.role in ("asked", "agreed", "last", "tell"):
        claims = claims | {"may-be-early"}
    return Words(
        script=script,
        days=draft.days,
        claims=claims,
        texts=draft.texts,
        awaited=standing.awaited,
    )
