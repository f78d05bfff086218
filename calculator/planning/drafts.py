"""A step before it has its place in the calendar, and how it gets it."""

from collections.abc import Iterator, Mapping
from copy import replace
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from calculator.days import DAY, is_weekend, on_or_after
from calculator.planning.plan import Action, Status, Step, Words
from calculator.planning.rules import rule
from calculator.planning.standing import Case, Role, Standing
from calculator.planning.wording import day_text, sentence, they_said
from calculator.planning.working_days import (
    Calendar,
    after,
    last_open_between,
    reason_closed,
    why_closed,
)
from calculator.situation import Channel

# Which days a step may move to: fair ones for asking, working days for what was agreed, the
# last fair one before for those who chose so, or none.
type Rolls = Literal["fair", "working", "back", "never"]


# What is so only on the day that was agreed or named.
TRUE_ON_ITS_DAY = frozenset({"said-i-would-call", "expecting-a-call"})

# The days for an answer to an offer: what is said of them holds only while they are to come.
DAYS_FOR_AN_ANSWER = frozenset({"deadline", "answer_wish"})


class Draft(NamedTuple):
    """One thing to do, and the day that its rule gives, before closed days and lateness move it.

    ``waits_from`` is the day from which working days were counted, ``not_before`` the day after
    which a step that moves back must stay. ``due_from`` is the day since when it may be done and
    stands on each today. The first rule is the one that gives the day.
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
    call_follows: bool = False
    is_law: bool = False

    def with_rule(self, name: str, why: str = "") -> "Draft":
        """Return the draft with one more rule, and what that adds to the reason."""
        return replace(self, rules=(*self.rules, name), why=f"{self.why} {why}".strip())


def because(name: str, case: Case, standing: Standing, **more: str) -> str:
    """Return why a rule applies, its blanks filled from the situation."""
    if not case.says_why:
        return ""
    one = rule(name)
    if "{" not in one.why:
        return sentence(one.why)
    return sentence(one.why.format_map(Blanks(case, standing, {**one.in_words, **more})))


class Blanks(dict[str, str]):
    """What fills the blanks of a reason, from what is known; the rest only where it is asked for.

    Raises ``KeyError`` for a blank that nothing fills.
    """

    def __init__(self, case: Case, standing: Standing, known: Mapping[str, str]) -> None:
        super().__init__(known)
        self.case, self.standing = case, standing

    def __missing__(self, name: str) -> str:
        if name == "interviewers":
            return str(self.case.situation.interviewers)
        if name == "They_said" and self.standing.said:
            return sentence(they_said(self.standing.said))
        if day := self.day_called(name):
            return day_text(day)
        raise KeyError(name)

    def day_called(self, name: str) -> date | None:
        """Return the day that a blank stands for, if it is known."""
        standing = self.standing
        match name:
            case "interview":
                return standing.interview_on
            case "since":
                return standing.since
            case "earliest":
                return standing.window.earliest
            case "latest":
                return standing.window.latest
            case "last":
                return standing.last.on if standing.last else standing.since
            case "deadline":
                return self.case.offer.answer_by if self.case.offer else None
            case _:
                return None


def with_circumstances(draft: Draft, case: Case, standing: Standing) -> Draft:
    """Return a contact with the rules that bear on it but do not give its day.

    The first contact says why; the ones after it would only say it again.
    """
    names = tuple(circumstances(case, standing))
    if not names:
        return draft
    said = [name for name in names if draft.role == "first" and name in SAID_ONCE]
    why = " ".join([draft.why, *(because(name, case, standing) for name in said)])
    return replace(draft, rules=(*draft.rules, *names), why=why)


SAID_ONCE = ("early-contact", "last-interview-counts", "new-date")


def circumstances(case: Case, standing: Standing) -> Iterator[str]:
    """Yield the rules that bear on every contact of a situation."""
    if standing.has("early"):
        yield "early-contact"
    if standing.is_restarted:
        yield "last-interview-counts"
    if standing.answer:
        is_new = standing.answer.event == "new-date"
        yield "new-date" if is_new else "an-answer-clears-the-rest"
    if case.situation.interviewers >= rule("thank-you-each").count("several"):
        yield "panel-ask-one"
    if case.situation.route == "in-house":
        yield "in-house-recruiter"


def placed(draft: Draft, case: Case, *, id_: str) -> Step:
    """Return the step that a draft becomes: moved off closed days, and to today if it is late."""
    today = case.situation.today
    planned = rolled(draft, case.calendar)
    status = status_of(planned, draft.until, today=today)
    is_moved_to_today = status == "late" and not draft.is_law
    if status == "late" and draft.is_law:
        status = "done"  # a day in a law passes by itself, and never moves
    on = next_good_day(today, draft.rolls, case.calendar) if is_moved_to_today else planned
    moved_because, rules, why = None, draft.rules, draft.why
    if is_moved_to_today:
        moved_because = "That day has passed"
    elif planned != draft.day:
        moved_because = sentence(reason_for_move(draft, on, case.calendar))
        rules = (*rules, "inside-the-week" if on < draft.day else "closed-day")
    elif case.says_why and (days_out := days_not_counted(draft, on, case.calendar)):
        rules, why = (*rules, "closed-day"), f"{why} {days_out}"
    return Step(
        id=id_,
        action=draft.action,
        on=on,
        until=None if is_moved_to_today else draft.until,
        channel=draft.channel,
        status=status,
        words=words_of(draft, case, on=on, is_late=is_moved_to_today),
        rules=rules,
        why=why,
        moved_from=(planned if is_moved_to_today else draft.day) if moved_because else None,
        moved_because=moved_because,
    )


def on_another_day(draft: Draft, *, on: date, is_late: bool) -> Draft:
    """Return a draft that says so where it does not stand on the day that was agreed."""
    if on == draft.day or "no-day-named" in draft.claims:
        return draft
    claims = draft.claims - TRUE_ON_ITS_DAY
    if draft.role not in ("promise", "agreed"):
        return draft if claims == draft.claims else replace(draft, claims=claims)
    reason = "day-has-passed" if is_late else "day-was-closed"
    days = {**draft.days, "agreed_day": draft.day}
    return replace(draft, claims=claims | {"another-day", reason}, days=days)


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


def status_of(on: date, until: date | None, *, today: date) -> Status:
    """Return whether a step is still to come, due today, or late."""
    if on > today:
        return "coming"
    return "due" if today <= (until or on) else "late"


def rolled(draft: Draft, calendar: Calendar) -> date:
    """Return the day of a draft, moved off closed days."""
    if draft.rolls == "back" and draft.not_before:
        first = draft.not_before + DAY
        if last_open := last_open_between(first, draft.day, calendar.is_fair_day):
            return last_open
    return next_good_day(draft.day, draft.rolls, calendar)


def can_be_done_on(draft: Draft, calendar: Calendar, *, today: date) -> date:
    """Return the first day, today or later, on which a draft can be done."""
    return next_good_day(max(rolled(draft, calendar), today), draft.rolls, calendar)


def next_good_day(day: date, rolls: Rolls, calendar: Calendar) -> date:
    """Return the first day on which a step of this kind may stand."""
    match rolls:
        case "never":
            return day
        case "working":
            return on_or_after(day, calendar.is_working_day)
        case _:
            return on_or_after(day, calendar.is_fair_day)


def reason_for_move(draft: Draft, on: date, calendar: Calendar) -> str:
    """Return why a draft moved off its own day."""
    if on < draft.day:
        return reason_closed(draft.day, calendar, name_weekend=True)
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
    count = "which does not count" if len(reasons) == 1 else "and these days do not count"
    return sentence(f"{' and '.join(reasons)}, {count}.") if reasons else ""


def words_of(draft: Draft, case: Case, *, on: date, is_late: bool) -> Words | None:
    """Return the words of a step, with the day of the call that its email names."""
    script = draft.script or rule(draft.rules[0]).script
    if not script:
        return None
    draft = on_another_day(draft, on=on, is_late=is_late)
    draft = naming_days_to_come(draft, on=max(on, case.situation.today))
    days = dict(draft.days)
    if draft.call_follows:
        days["call_day"] = named_call_day(on, case.calendar)
    is_early = "day_promised" in days and on < days["day_promised"]
    claims = draft.claims | {"may-be-early"} if is_early else draft.claims
    return Words(script=script, days=days, claims=claims, texts=draft.texts)


def named_call_day(email_on: date, calendar: Calendar) -> date:
    """Return the day of the call that an email names."""
    wait = rule("call-on-the-named-day").amount("wait")
    return next_good_day(after(email_on, wait, calendar.is_working_day), "fair", calendar)
