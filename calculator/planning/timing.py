"""When a first contact is fair, and how it is made."""

from datetime import date
from typing import NamedTuple

from calculator.planning.drafts import because
from calculator.planning.rules import Amount, rule
from calculator.planning.standing import Case, Standing
from calculator.planning.wording import day_text, sentence, they_said
from calculator.planning.working_days import after
from calculator.situation import Channel

SECTOR_RULES = {
    "private": "stated-date-passed",
    "public": "public-body",
    "academic": "university",
}

# Waits that a person may keep inside the week.
WEEKS = ("no-date-email", "slow-season", "week-after-their-answer")


class Timing(NamedTuple):
    """The day of a first contact and the rule that gives it.

    ``wait`` was counted from ``since``; ``waits_from`` is that day where it was in working days.
    """

    rule: str
    day: date
    wait: Amount
    since: date
    waits_from: date | None = None

    @property
    def may_move_back(self) -> bool:
        """Whether the person may choose to stay inside the week."""
        return self.rule in WEEKS


class Waits(NamedTuple):
    """The rules, each with the name of its number, for the three things that they may have said.

    A time with an end, a first day only, and no time at all.
    """

    after_end: tuple[str, str]
    after_start: tuple[str, str]
    without_time: tuple[str, str]


class Style(NamedTuple):
    """The channel of a first contact, the rule for it, and whether a call follows."""

    channel: Channel
    rule: str | None = None
    call_follows: bool = False


STYLES = {
    "email-then-call": Style("email", call_follows=True),
    "call": Style("call", "call-first"),
    "email": Style("email", "email-only"),
}


def first_timing(case: Case, standing: Standing) -> Timing:
    """Return when the first contact since their last word is fair."""
    waits, window = waits_for(case, standing), standing.window
    if window.latest:
        return after_their_time(case, max(window.latest, standing.since), *waits.after_end)
    if window.earliest:
        return counted_from(window.earliest, *waits.after_start)
    return counted_from(standing.since, *waits.without_time)


def waits_for(case: Case, standing: Standing) -> Waits:
    """Return the waits that hold: what they asked for before what is usual."""
    if case.through_recruiter:
        return waits_of("recruiter-chase", "after_their_time", "wait")
    if case.situation.told_to_wait:
        return Waits(
            after_end=("told-to-wait-date", "wait"),
            after_start=("told-to-wait-first-day", "wait"),
            without_time=("told-to-wait", "wait"),
        )
    if standing.is_declined:
        return waits_of("not-decided-no-call", "wait", "wait_without_a_date")
    return Waits(
        after_end=(SECTOR_RULES[case.situation.sector], "wait"),
        after_start=("time-without-an-end", "wait"),
        without_time=(rule_without_time(case, standing), "wait"),
    )


def waits_of(name: str, after_end: str, without_end: str) -> Waits:
    """Return the waits of a rule that makes no difference between a first day and no day."""
    without = (name, without_end)
    return Waits(after_end=(name, after_end), after_start=without, without_time=without)


def rule_without_time(case: Case, standing: Standing) -> str:
    """Return the rule for a wait where they named no time."""
    if standing.answer:
        return "week-after-their-answer"
    return "slow-season" if case.situation.policy.slow_season else "no-date-email"


def after_their_time(case: Case, end: date, name: str, amount: str) -> Timing:
    """Return a wait in working days after the end of the time that they named."""
    wait = rule(name).amount(amount)
    day = after(end, wait, case.calendar.is_working_day)
    return Timing(rule=name, day=day, wait=wait, since=end, waits_from=end)


def counted_from(day: date, name: str, amount: str) -> Timing:
    """Return a wait in days from ``day``."""
    wait = rule(name).amount(amount)
    return Timing(rule=name, day=after(day, wait), wait=wait, since=day)


def timing_rules(timing: Timing, standing: Standing) -> tuple[str, ...]:
    """Return the rules for the day of a first contact, the most exact one last."""
    if timing.rule == "stated-date-passed" and is_span(standing):
        return timing.rule, "stated-span-passed"
    return (timing.rule,)


def is_span(standing: Standing) -> bool:
    """Whether they named a span that began after they spoke, such as "two to three weeks"."""
    said, window = standing.said, standing.window
    return bool(
        said and window.earliest and window.latest and said.on < window.earliest < window.latest
    )


def reason_for_day(timing: Timing, case: Case, standing: Standing) -> str:
    """Return why the day of a first contact is fair."""
    if not case.says_why:
        return ""
    *_, most_exact = timing_rules(timing, standing)
    fair = sentence(f"{timing.wait} after {day_text(timing.since)}")
    why = because(most_exact, case, standing, wait=str(timing.wait), Fair=fair)
    return in_their_words(why, standing)


def in_their_words(why: str, standing: Standing) -> str:
    """Return a reason that rests on the time that they named, with their own words for it."""
    said = standing.said
    if not said or not said.words or f"“{said.words}”" in why:
        return why
    return f"{why} {sentence(they_said(said))}."


def first_script(case: Case, standing: Standing, timing: Timing) -> str | None:
    """Return the words of a first contact."""
    if case.situation.route == "internal":
        return rule("internal-no-call").script
    names = timing_rules(timing, standing)
    if timing.rule in ("slow-season", "not-decided-no-call"):
        names = ("stated-date-passed" if standing.window.latest else "no-date-email",)
    return rule(names[-1]).script


def style(case: Case, standing: Standing) -> Style:
    """Return how a first contact is made."""
    situation = case.situation
    if case.through_recruiter:
        is_written = situation.policy.channel == "email" or standing.is_declined
        return Style("email" if is_written else "call")
    if case.calls_off:
        return Style("email", "no-calls" if situation.no_calls else "internal-no-call")
    if situation.told_to_wait or standing.is_declined:
        return Style("email")
    return STYLES[situation.policy.channel]


def days_they_named(standing: Standing) -> dict[str, date]:
    """Return the days of the time that they named, as the scripts call them."""
    window = standing.window
    days = {"day_promised": window.latest, "day_promised_from": window.earliest}
    return {name: day for name, day in days.items() if day}
