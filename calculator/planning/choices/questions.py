"""What is worth asking: only what would change this plan, found by planning each answer."""

from collections.abc import Mapping
from copy import replace
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from calculator import holidays
from calculator.days import WEEK, day_text
from calculator.planning.calendar import Calendar, after, calendar_of
from calculator.planning.contacts.law import is_covered, may_be_covered
from calculator.planning.plan import Step
from calculator.planning.road import Road, road_of
from calculator.planning.rules import advice, rule
from calculator.planning.telling.branches import in_one_line
from calculator.situation import (
    Employer,
    Event,
    LeaveToCall,
    Offer,
    Policy,
    Promise,
    Situation,
)

type Outline = tuple[tuple[object, ...], ...]

# A plan touches few days that differ by region: this many are tried, so that an answer is quick.
MOST_REGIONS = 4

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


FEWER = "there's less to do"
READING_DIFFERS = "In another part of the country, other holidays move the end of their time."


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
    found = telling(now, answered)
    asked = [Question(field=each.field, change=change(each, outline(now))) for each in found]
    if reading_differs and "region" not in answered:
        rest = [question for question in asked if question.field != "region"]
        asked = [Question(field="region", change=READING_DIFFERS), *rest]
    return tuple(asked[: advice().trials.most])


class Trial(NamedTuple):
    """An answer that was tried, and the road that it leads to."""

    field: str
    value: Any
    road: Road


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
    new = next((step for step in theirs.left if outlined(step) not in mine), None)
    if new is None:
        follows = FEWER
    elif new.on > theirs.situation.today and (new.action, new.on) in [each[:2] for each in mine]:
        follows = f"your words on {day_text(new.on, theirs.situation.country)} are different"
    else:
        follows = in_one_line(new, theirs)
    return f"If {meaning(trial)}, {follows}."


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


def is_about_the_interview(step: Step) -> bool:
    """Whether a step is about the interview itself, and the next contact comes after it."""
    return step.action in ("ask", "thank")


def answers_to_try(situation: Situation, now: Road) -> Mapping[str, tuple[Any, ...]]:
    """Return the answers to try, by field; where several weigh the same, in this order."""
    panel = rule("thank-you-each").count("several")
    has_thanks = any(step.action == "thank" and step.status != "done" for step in now.steps)
    return {
        "history": history_to_try(situation, now),
        "region": regions_to_try(now),
        "route": ("agency", "internal"),
        "leave_to_call": (LeaveToCall(),),
        "promises": ((Promise(what="call", on=a_week_on(now)),),),
        "no_calls": (True,),
        "told_to_wait": (True,),
        "offer": (Offer(on=situation.today, answer_by=a_week_after(situation.today)),),
        "sector": ("public", "academic"),
        "interviewers": (panel,) if has_thanks else (),
        "round": ("earlier", *(("final",) if has_thanks else ())),
        "country": countries_to_try(now),
        "employer": employer_to_try(now),
        "closed": closed_to_try(now),
        "policy": (Policy(channel="call"), Policy(channel="email"), Policy(persistence="one")),
    }


def history_to_try(situation: Situation, now: Road) -> tuple[tuple[Event, ...], ...]:
    """Return the history with the contact that may have been made by today, if there is one."""
    for step in now.steps:
        if step.status in ("due", "late") and step.action in ("email", "call", "recruiter"):
            on = min(step.moved_from or step.on, situation.today)
            event = Event(on=on, event="no-answer", channel=step.channel)
            return ((*situation.history, event),)
    return ()


def employer_to_try(now: Road) -> tuple[Employer, ...]:
    """Return the facts that would make a law hold, where only they are missing."""
    is_unknown = may_be_covered(now.standing) and is_covered(now.standing) is None
    return (Employer(staff_25_or_more=True, public_posting=True),) if is_unknown else ()


def countries_to_try(now: Road) -> tuple[str, ...]:
    """Return the countries where other days of this plan are closed."""
    here = closed_days(now, now.standing.calendar)
    region, closed = now.situation.region, now.situation.closed
    return tuple(
        country
        for country in advice().trials.countries
        if closed_days(now, calendar_of(country, region, closed)) != here
    )


def regions_to_try(now: Road) -> tuple[str, ...]:
    """Return a region for each day of this plan that is closed in some regions only.

    Where a law of one region may hold, that region is among them.
    """
    first, last = now.situation.interview_on, now.steps[-1].on + WEEK
    country = now.situation.country
    by_law = advice().trials.regions.get(country)
    days = holidays.regional_days(country)
    seldom = set(advice().trials.seldom.get(country, ()))
    differ = [regions - seldom for day, regions in days.items() if first <= day <= last]
    found = [min(regions) for regions in differ if regions]
    return tuple(dict.fromkeys([*([by_law] if by_law else []), *found]))[:MOST_REGIONS]


def closed_days(now: Road, calendar: Calendar) -> set[date]:
    """Return the closed days between the interview and the last day of a plan."""
    first, last = now.situation.interview_on, now.steps[-1].on
    return {day for day in calendar.closed if first <= day <= last}


def closed_to_try(now: Road) -> tuple[tuple[tuple[date, date], ...], ...]:
    """Return the days on which many offices are shut, if the plan reaches them."""
    starts, ends = advice().trials.year_end
    year = now.situation.today.year
    first, last = date.fromisoformat(f"{year}-{starts}"), date.fromisoformat(f"{year + 1}-{ends}")
    is_touched = now.situation.interview_on <= last and first <= now.steps[-1].on
    return (((first, last),),) if is_touched else ()


def a_week_on(now: Road) -> date:
    """Return the day a week after their last word, or today if that is past."""
    return max(a_week_after(now.standing.since), now.situation.today)


def a_week_after(day: date) -> date:
    """Return the day a week later."""
    return after(day, rule("no-date-email").amount("wait"))
