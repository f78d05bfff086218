"""A step before it has its place in the calendar, and how it gets it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from calculator.days import DAY, is_weekend, on_or_after
from calculator.planning.plan import Action, Status, Step, Words
from calculator.planning.rules import in_words, rule
from calculator.planning.situation import Channel
from calculator.planning.standing import Case, Role, Standing
from calculator.planning.wording import day_text, sentence, they_said
from calculator.planning.working_days import (
    Calendar,
    after,
    last_open_between,
    reason_closed,
    why_closed,
)

# Which days a step may move to: fair ones for asking, working days for what was agreed, the
# last fair one before for those who chose so, or none.
type Rolls = Literal["fair", "working", "back", "never"]


# What is so only on the day that was agreed or named.
TRUE_ON_ITS_DAY = frozenset({"said-i-would-call", "expecting-a-call"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One thing to do, and the day that its rule gives, before closed days and lateness move it.

    ``waits_from`` is the day from which working days were counted, ``not_before`` the day after
    which a step that moves back must stay. ``late_from`` is the day that it would have had if a
    promise before it had been kept in time. The first rule is the one that gives the day.
    """

    role: Role
    action: Action
    day: date
    rules: tuple[str, ...]
    why: str
    channel: Channel | None = None
    until: date | None = None
    script: str | None = None
    days: Mapping[str, date] = field(default_factory=dict)
    claims: frozenset[str] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)
    rolls: Rolls = "fair"
    waits_from: date | None = None
    not_before: date | None = None
    late_from: date | None = None
    promise: int | None = None
    call_follows: bool = False
    is_law: bool = False

    def with_rule(self, name: str, why: str = "") -> "Draft":
        """Return the draft with one more rule, and what that adds to the reason."""
        return replace(self, rules=(*self.rules, name), why=f"{self.why} {why}".strip())


def because(name: str, case: Case, standing: Standing, **more: str) -> str:
    """Return why a rule applies, its blanks filled from the situation."""
    one = rule(name)
    return sentence(one.why.format_map(in_words(one.amounts) | blanks(case, standing) | more))


def blanks(case: Case, standing: Standing) -> dict[str, str]:
    """Return what may fill the blanks of a reason; only what is known."""
    days = {
        "interview": standing.interview_on,
        "since": standing.since,
        "earliest": standing.window.earliest,
        "latest": standing.window.latest,
        "last": standing.last and standing.last.on,
        "deadline": case.offer and case.offer.answer_by,
    }
    texts = {name: day_text(day) for name, day in days.items() if day}
    if standing.said:
        texts["They_said"] = sentence(they_said(standing.said))
    return texts | {"interviewers": str(case.situation.interviewers)}


def with_circumstances(draft: Draft, case: Case, standing: Standing) -> Draft:
    """Return a contact with the rules that bear on it but do not give its day.

    The first contact says why; the ones after it would only say it again.
    """
    for name in circumstances(case, standing):
        is_said = draft.role == "first" and name in SAID_ONCE
        draft = draft.with_rule(name, because(name, case, standing) if is_said else "")
    return draft


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


def placed(draft: Draft, case: Case, *, today: date) -> Step:
    """Return the step that a draft becomes: moved off closed days, and to today if it is late."""
    planned = rolled(draft, case.calendar)
    status = status_of(planned, draft.until, today=today)
    is_moved_to_today = status == "late" and not draft.is_law
    if status == "late" and draft.is_law:
        status = "done"  # a day in a law passes by itself, and never moves
    on = next_good_day(today, draft.rolls, case.calendar) if is_moved_to_today else planned
    step = Step(
        id="",
        action=draft.action,
        on=on,
        until=None if is_moved_to_today else draft.until,
        channel=draft.channel,
        status=status,
        words=words_of(on_another_day(draft, on=on, is_late=is_moved_to_today), case, on=on),
        rules=draft.rules,
        why=draft.why,
    )
    if is_moved_to_today:
        return replace(step, moved_from=planned, moved_because=f"{day_text(planned)} has passed")
    if planned != draft.day:
        return moved_off_closed_days(step, draft, case.calendar)
    return counted_in_working_days(step, draft, case.calendar)


def on_another_day(draft: Draft, *, on: date, is_late: bool) -> Draft:
    """Return a draft that says so where it does not stand on the day that was agreed."""
    if on == draft.day or "no-day-named" in draft.claims:
        return draft
    claims = draft.claims - TRUE_ON_ITS_DAY
    if draft.role not in ("promise", "agreed"):
        return replace(draft, claims=claims)
    reason = "day-has-passed" if is_late else "day-was-closed"
    days = {**draft.days, "agreed_day": draft.day}
    return replace(draft, claims=claims | {"another-day", reason}, days=days)


def status_of(on: date, until: date | None, *, today: date) -> Status:
    """Return whether a step is still to come, due today, or late."""
    if on > today:
        return "coming"
    return "due" if today <= (until or on) else "late"


def rolled(draft: Draft, calendar: Calendar) -> date:
    """Return the day of a draft, moved off closed days."""
    if draft.rolls == "back" and draft.not_before:
        first = draft.not_before + DAY
        if day := last_open_between(first, draft.day, calendar.is_fair_day):
            return day
    return next_good_day(draft.day, draft.rolls, calendar)


def next_good_day(day: date, rolls: Rolls, calendar: Calendar) -> date:
    """Return the first day on which a step of this kind may stand."""
    match rolls:
        case "never":
            return day
        case "working":
            return on_or_after(day, calendar.is_working_day)
        case _:
            return on_or_after(day, calendar.is_fair_day)


def moved_off_closed_days(step: Step, draft: Draft, calendar: Calendar) -> Step:
    """Return a step with the day that it was moved from and why."""
    is_back = step.on < draft.day
    reason = (
        reason_closed(draft.day, calendar, name_weekend=True)
        if is_back
        else why_closed(draft.day, step.on, calendar)
    )
    return replace(
        step,
        moved_from=draft.day,
        moved_because=sentence(reason),
        rules=(*step.rules, "inside-the-week" if is_back else "closed-day"),
    )


def counted_in_working_days(step: Step, draft: Draft, calendar: Calendar) -> Step:
    """Return a step whose reason names the holidays that made its working days longer."""
    if not draft.waits_from:
        return step
    between = (
        draft.waits_from + DAY * offset for offset in range(1, (step.on - draft.waits_from).days)
    )
    reasons = dict.fromkeys(
        reason_closed(day, calendar, name_weekend=False) for day in between if not is_weekend(day)
    )
    counted_out = [sentence(f"{reason}, which does not count.") for reason in reasons if reason]
    if not counted_out:
        return step
    return replace(step, rules=(*step.rules, "closed-day"), why=" ".join([step.why, *counted_out]))


def words_of(draft: Draft, case: Case, *, on: date) -> Words | None:
    """Return the words of a step, with the day of the call that its email names."""
    script = draft.script or rule(draft.rules[0]).script
    if not script:
        return None
    days = dict(draft.days)
    if draft.call_follows:
        days["call_day"] = named_call_day(on, case.calendar)
    return Words(script=script, days=days, claims=draft.claims, texts=draft.texts)


def named_call_day(email_on: date, calendar: Calendar) -> date:
    """Return the day of the call that an email names."""
    return after(email_on, rule("call-on-the-named-day").amount("wait"), calendar.is_fair_day)
