"""When a first contact since their last word is fair."""

from datetime import date
from typing import NamedTuple

from calculator.days import Window, day_text
from calculator.planning.advice import Amount
from calculator.planning.calendar import after
from calculator.planning.happened.rhythm import has_opened, is_time_of_answer, questions
from calculator.planning.happened.standing import Standing
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import because, sentence, they_said
from calculator.situation import Said

SECTOR_RULES = {
    "private": "stated-date-passed",
    "public": "public-body",
    "academic": "university",
}
SECTOR_RULES_WITHOUT_TIME = {
    "private": "no-date-email",
    "public": "no-date-public-body",
    "academic": "no-date-university",
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


def opening(standing: Standing) -> Timing:
    """Return when the first contact since their last word is fair."""
    timing = opening_by_their_time(standing)
    word = standing.word
    if word and word.event == "acknowledged" and not is_time_of_answer(standing):
        name = "told-to-wait" if standing.situation.told_to_wait else "acknowledged"
        a_wait = counted_from(word.on, name, "wait")
        return max(a_wait, timing, key=lambda each: each.day)
    return timing


def has_begun(standing: Standing) -> bool:
    """Whether they have been asked in their time; whoever asked to be left alone is not, early."""
    if not has_opened(standing) or not standing.situation.told_to_wait:
        return has_opened(standing)
    timing = opening(standing)
    if not timing.rule.startswith("told-to-wait"):
        return True
    is_early = (each.role == "asked" and each.on < timing.day for each in questions(standing))
    return not all(is_early)


def opening_by_their_time(standing: Standing) -> Timing:
    """Return when a contact is fair by the time that they named, or by that of the stage."""
    if missed := missed_call(standing):
        return missed
    waits, window = waits_for(standing), standing.window
    if standing.is_invited and not window.latest:
        return in_working_days(standing, replied_on(standing), *named(waits.without_time))
    if window.latest:
        end = max(window.latest, standing.since)
        return in_working_days(standing, end, *named(waits.after_end))
    if window.earliest:
        if rule(waits.after_start[0]).amount(waits.after_start[1]).unit == "working days":
            return in_working_days(standing, window.earliest, *named(waits.after_start))
        return counted_from(window.earliest, *waits.after_start)
    if named(waits.without_time)[1].unit == "working days":
        return in_working_days(standing, standing.answered_on, *named(waits.without_time))
    timing = counted_from(standing.answered_on, *waits.without_time)
    if timing.rule == "week-after-their-answer":
        # The reply asks for leave to get in touch after a week: nothing comes before that day.
        return timing._replace(day=max(timing.day, after(replied_on(standing), timing.wait)))
    return timing


def missed_call(standing: Standing) -> Timing | None:
    """Return the day to write on after a call that they promised and did not make."""
    wait = rule("missed-call").amount("wait")
    word, said = standing.word, standing.said
    if word and word.event == "missed-call" and not questions(standing):
        return Timing("missed-call", word.on, wait, word.on)
    is_told = standing.situation.told_to_wait or standing.is_declined
    if is_told or standing.through_recruiter or not (said and said.by_call and said.window):
        return None
    if said.window.latest is None or said.window.earliest != said.window.latest:
        return None
    return in_working_days(standing, said.window.latest, "missed-call", wait)


def days_of_call(timing: Timing, standing: Standing) -> Said | None:
    """Return their words for the days of a call, where they named several and no single one."""
    events = (event.said for event in standing.situation.history)
    for said in (standing.situation.said, *events):
        window = said.window if said and said.by_call else None
        first, last = (window.earliest, window.latest) if window else (None, None)
        if first and last and first < last and first <= timing.since <= last:
            return said
    return None


def replied_on(standing: Standing) -> date:
    """Return the day from which the wait for a day of the interview counts."""
    answered = standing.answer.on if standing.answer else standing.since
    replies = [each.on for each in standing.contacts if each.role == "reply"]
    return max([answered, *replies])


def waits_for(standing: Standing) -> Waits:
    """Return the waits that hold: what they asked for before what is usual."""
    if standing.is_invited:
        return waits_of("invited-no-day", "after_their_time", "wait")
    if standing.is_offer_stage:
        name = "offer-in-writing" if standing.has_said_yes else "checks-under-way"
        return waits_of(name, "after_their_time", "wait", start="after_their_time")
    is_held = standing.stage is not None and standing.stage.event == "on-hold"
    if is_held and standing.window != Window():
        return waits_of("on-hold-over", "wait", "wait", start="wait")
    if standing.through_recruiter:
        return waits_of("recruiter-chase", "after_their_time", "wait")
    if standing.situation.told_to_wait:
        return Waits(
            after_end=("told-to-wait-date", "wait"),
            after_start=("told-to-wait-first-day", "wait"),
            without_time=longer(("told-to-wait", "wait"), (rule_without_time(standing), "wait")),
        )
    if standing.is_declined:
        return waits_of("not-decided-no-call", "wait", "wait_without_a_date")
    return Waits(
        after_end=(SECTOR_RULES[standing.situation.sector], "wait"),
        after_start=("time-without-an-end", "wait"),
        without_time=(rule_without_time(standing), "wait"),
    )


def longer(one: tuple[str, str], other: tuple[str, str]) -> tuple[str, str]:
    """Return the longer of two waits in days, the first of equals."""
    return max(one, other, key=lambda each: named(each)[1].count)


def waits_of(name: str, after_end: str, without_end: str, start: str | None = None) -> Waits:
    """Return the waits of a rule; a first day counts as no day, unless it has its own number."""
    without = (name, without_end)
    return Waits(
        after_end=(name, after_end),
        after_start=(name, start) if start else without,
        without_time=without,
    )


def rule_without_time(standing: Standing) -> str:
    """Return the rule for a wait where they named no time."""
    situation = standing.situation
    usual = SECTOR_RULES_WITHOUT_TIME[situation.sector]
    if standing.answer:
        return "week-after-their-answer" if situation.sector == "private" else usual
    is_longer = rule(usual).amount("wait").count >= rule("slow-season").amount("wait").count
    return "slow-season" if situation.policy.slow_season and not is_longer else usual


def named(wait: tuple[str, str]) -> tuple[str, Amount]:
    """Return a rule with one of its numbers."""
    name, amount = wait
    return name, rule(name).amount(amount)


def in_working_days(standing: Standing, since: date, name: str, wait: Amount) -> Timing:
    """Return a wait in working days after a day."""
    day = after(since, wait, standing.calendar.is_working_day)
    return Timing(rule=name, day=day, wait=wait, since=since, waits_from=since)


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


def reason_for_day(timing: Timing, standing: Standing) -> str:
    """Return why the day of a first contact is fair."""
    if not standing.case.says_why:
        return ""
    *_, most_exact = timing_rules(timing, standing)
    since = day_text(timing.since, standing.situation.country)
    several = days_of_call(timing, standing)
    is_known = standing.word is not None and standing.word.event == "missed-call"
    why = because(
        most_exact,
        standing,
        wait=timing.wait,
        from_day=since,
        when_called=f"“{several.words}”" if several else f"on {since}",
        If_it_fails="That call didn't come, so" if is_known else "If that call hasn't come,",
    )
    return why if most_exact == "missed-call" else in_their_words(why, standing)


def in_their_words(why: str, standing: Standing) -> str:
    """Return a reason that rests on the time that they named, with their own words for it."""
    said = standing.said
    if (
        not said
        or not said.words
        or said.is_absence
        or said.is_turned_round
        or f"“{said.words}”" in why
    ):
        return why
    is_dated = day_text(said.on, standing.situation.country) in why
    return f"{why} {sentence(they_said(said, None if is_dated else standing))}."


def first_script(standing: Standing, timing: Timing) -> str | None:
    """Return the words of a first contact."""
    is_absent = standing.said is not None and standing.said.is_absence
    has_end = standing.window.latest is not None and not is_absent
    match timing.rule:
        case (
            "missed-call"
            | "invited-no-day"
            | "on-hold-over"
            | "offer-in-writing"
            | "checks-under-way"
        ):
            return rule(timing.rule).script
        case "acknowledged" if standing.is_offer_stage or standing.is_invited:
            return rule(waits_for(standing).without_time[0]).script
        case _ if standing.situation.route == "internal":
            return rule("internal-no-call").script
        case "acknowledged" if standing.through_recruiter:
            return rule("recruiter-chase").script
        case "slow-season" | "not-decided-no-call" | "acknowledged" | "week-after-their-answer":
            return rule("stated-date-passed" if has_end else "no-date-email").script
        case "stated-date-passed" if is_absent:
            return rule("no-date-email").script
        case _:
            return rule(timing.rule).script
