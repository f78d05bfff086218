"""What is worth asking: only what would change this plan, found by planning each answer."""

from collections.abc import Mapping
from copy import replace
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from calculator import holidays
from calculator.days import day_text
from calculator.planning.choices.trials import answers_to_try
from calculator.planning.happened.rhythm import has_opened
from calculator.planning.plan import Step
from calculator.planning.road import Road, road_of
from calculator.planning.rules import advice
from calculator.planning.telling.branches import in_one_line
from calculator.situation import (
    Employer,
    Situation,
)

type Outline = tuple[tuple[object, ...], ...]


# What each answer that is tried would mean; a field with several answers has one for each.
MEANS: Mapping[str, str | Mapping[Any, str]] = {
    "history": "you've been in touch already",
    "leave_to_call": "they said you may call",
    "promises": "you promised to call",
    "route": {"agency": "an agency represents you", "internal": "you already work there"},
    "no_calls": "they asked for no calls",
    "told_to_wait": "they asked you not to get in touch",
    "offer": "you have another offer",
    "sector": {"public": "it's a public body", "academic": "it's a university"},
    "interviewers": "several people interviewed you",
    "round": {"final": "it was the last round", "earlier": "there's another round"},
    "employer": "the law on answers applies to them",
    "closed": "their office is shut at the end of the year",
    "policy": "you'd rather follow up another way",
}


# What follows where only the person knows the day: one that was made up to try it tells nothing.
ON_THEIR_DAY: Mapping[str, str] = {
    "promises": "the plan keeps you to that day",
    "offer": "the plan goes by the day they want your answer",
}

BY_LAW = "a law gives you a day by which they must have answered"
FEWER = "there's less to do"
READING_DIFFERS = "In some parts of the country a holiday moves the end of their time."


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A field worth asking for, and what one of its answers would change, in a sentence."""

    field: str
    change: str


def questions(situation: Situation, *, answered: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the fields of a request that are worth asking for, the most telling first.

    A question is worth asking if one of its answers would change what is to be done, when or how.
    ``answered`` are fields that the person has already filled in, or chose to skip.
    """
    return tuple(each.field for each in questions_about(road_of(situation), answered=answered))


def questions_about(
    now: Road, *, answered: frozenset[str], reading_differs: bool = False
) -> tuple[Question, ...]:
    """Return the questions of a road that is known, as ``questions`` does.

    ``reading_differs``: in another region their time ends on another day.
    """
    if not any(step.status != "done" for step in now.steps):
        return ()
    found = by_weight(telling(now, answered), outline(now))
    asked = [Question(field=each.field, change=change(each, outline(now))) for each in found]
    if reading_differs and "region" not in answered and waits_for_their_time(now):
        rest = [question for question in asked if question.field != "region"]
        asked = [Question(field="region", change=READING_DIFFERS), *rest]
    return tuple(asked[: advice().trials.most])


def waits_for_their_time(now: Road) -> bool:
    """Whether the next question to them has its day from the time that they named at first."""
    standing = now.standing
    is_first = standing.said is not None and standing.said is now.situation.said
    return is_first and standing.is_open and not has_opened(standing)


class Trial(NamedTuple):
    """An answer that was tried, and the road that it leads to."""

    field: str
    value: Any
    road: Road


def by_weight(trials: list[Trial], mine: Outline) -> list[Trial]:
    """Return trials with the region first where it moves a day, and last where only a law holds.

    Where they are decides which days are holidays, and nobody else is asked for it.
    """
    region = next((trial for trial in trials if trial.field == "region"), None)
    rest = [trial for trial in trials if trial is not region]
    if region is None:
        return rest
    most = advice().trials.most
    return [*rest[: most - 1], region] if is_of_law(region, mine) else [region, *rest]


def is_of_law(trial: Trial, mine: Outline) -> bool:
    """Whether a law is all that a region changes."""
    apart = ("legal", "stop")
    theirs = [step for step in trial.road.left if "ontario-reminder" not in step.rules]
    kept = [outlined(step) for step in theirs if step.action not in apart]
    return kept == [each for each in mine if each[0] not in apart]


def telling(now: Road, answered: frozenset[str]) -> list[Trial]:
    """Return an answer to each question that is worth asking, those that change what is next first.

    Once there are enough of those, the rest need not be tried.
    """
    situation, mine, most = now.situation, outline(now), advice().trials.most
    unsaid = Situation(today=situation.today, interview_on=situation.interview_on)
    at_once: list[Trial] = []
    later: list[Trial] = []
    for field, values in answers_to_try(situation, now).items():
        if field in answered or not is_unanswered(field, situation, unsaid):
            continue
        changing = None
        for value in values:
            trial = Trial(field, value, tried(field, value, situation))
            theirs = outline(trial.road)
            if field == "region" and days_in(theirs) == days_in(mine):
                continue  # nothing hangs on the day on which one stops, or on other words
            if theirs[:1] != mine[:1]:
                at_once.append(trial)
                break
            changing = changing or (trial if theirs != mine else None)
        else:
            later += [changing] if changing else []
        if len(at_once) == most:
            break
    return [*at_once, *later]


def change(trial: Trial, mine: Outline) -> str:
    """Return what an answer would change, in a sentence."""
    theirs = trial.road
    if trial.field in ON_THEIR_DAY:
        return f"If {meaning(trial)}, {ON_THEIR_DAY[trial.field]}."
    if trial.field == "region" and is_of_law(trial, mine):
        return f"If {meaning(trial)}, {BY_LAW}."
    new = next((step for step in theirs.left if outlined(step) not in mine), None)
    if new is None:
        follows = FEWER
    elif (new.action, new.on) in [each[:2] for each in mine]:
        is_later = new.on > theirs.situation.today
        when = f"on {day_text(new.on, theirs.situation.country)}" if is_later else "today"
        follows = f"what you say {when} changes"
    else:
        follows = in_one_line(new, theirs, same_day="today") + instead_of(new, trial, mine)
    return f"If {meaning(trial)}, {follows}."


def instead_of(new: Step, trial: Trial, mine: Outline) -> str:
    """Return on which day the same would be done otherwise, where it is done once."""
    days = [each[1] for each in mine if each[0] == new.action]
    theirs = [step for step in trial.road.left if step.action == new.action]
    if len(days) != 1 or len(theirs) != 1 or not isinstance(days[0], date):
        return ""
    return f" instead of {day_text(days[0], trial.road.situation.country)}"


def meaning(trial: Trial) -> str:
    """Return what an answer means, as it follows "if"."""
    if trial.field == "country":
        return f"the job is in {holidays.countries()[trial.value]}"
    if trial.field == "region":
        return f"the job is in {holidays.regions(trial.road.situation.country)[trial.value]}"
    means = MEANS[trial.field]
    return means if isinstance(means, str) else means[trial.value]


def is_unanswered(field: str, situation: Situation, unsaid: Situation) -> bool:
    """Whether a field is as in a situation of which nothing was said; a history may go on."""
    return field == "history" or bool(getattr(situation, field) == getattr(unsaid, field))


def tried(field: str, value: Any, situation: Situation) -> Road:  # noqa: ANN401 # any field's
    """Return the road after an answer; a region whose law may hold is tried with the law."""
    changed = replace(situation, **{field: value})
    if field == "region" and value == advice().trials.regions.get(situation.country):
        covered = Employer(staff_25_or_more=True, public_posting=True)
        changed = replace(changed, employer=covered)
    return road_of(changed, says_why=False)


def outline(road: Road) -> Outline:
    """Return what a person would notice of the steps that are left, the contacts first."""
    left = [step for step in road.steps if step.status != "done"]
    left.sort(key=is_about_the_interview)
    return tuple(map(outlined, left))


def outlined(step: Step) -> tuple[object, ...]:
    """Return what a person would notice of a step."""
    words = step.words and (step.words.script, step.words.awaited)
    return step.action, step.on, step.channel, words


def days_in(steps: Outline) -> list[tuple[object, ...]]:
    """Return what is done on which day, and how, up to the end."""
    return [each[:3] for each in steps if each[0] != "stop"]


def is_about_the_interview(step: Step) -> bool:
    """Whether a step is about the interview itself, and the next contact comes after it."""
    return step.action in ("ask", "thank")
