"""What is worth asking: only what would change this plan, found by planning each answer."""

from collections.abc import Mapping
from copy import replace
from datetime import date
from typing import Any

from calculator.planning.course import Course, course_of
from calculator.planning.law import is_covered, may_be_covered
from calculator.planning.plan import Step
from calculator.planning.rules import advice, rule
from calculator.planning.working_days import Calendar, after, calendar_of
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


def questions(situation: Situation, *, answered: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the fields of a request that are worth asking for, the most telling first.

    A question is worth asking if one of its answers would change what is to be done, when or how.
    ``answered`` are fields that the person has already filled in, or chose to skip.
    """
    return questions_about(course_of(situation), answered=answered)


def questions_about(now: Course, *, answered: frozenset[str]) -> tuple[str, ...]:
    """Return the questions of a course that is known, as ``questions`` does."""
    situation = now.case.situation
    if not any(step.status != "done" for step in now.steps):
        return ()
    unsaid = Situation(today=situation.today, interview_on=situation.interview_on)
    mine = outline(now)
    weights = {
        field: weight_of(field, values, situation, mine)
        for field, values in answers_to_try(situation, now).items()
        if field not in answered and is_unanswered(field, situation, unsaid)
    }
    telling = sorted((field for field in weights if weights[field]), key=lambda f: -weights[f])
    return tuple(telling[: advice().trials.most])


def is_unanswered(field: str, situation: Situation, unsaid: Situation) -> bool:
    """Whether a field is as in a situation of which nothing was said; a history may go on."""
    return field == "history" or bool(getattr(situation, field) == getattr(unsaid, field))


def weight_of(field: str, values: tuple[Any, ...], situation: Situation, mine: Outline) -> int:
    """Return how much the answers to a question would change the plan of which ``mine`` is left.

    The first answer with another next step is telling enough: that counts as much as all the rest.
    """
    most = 0
    for value in values:
        theirs = outline(course_of(replace(situation, **{field: value}), says_why=False))
        steps = len(set(mine) ^ set(theirs))
        if mine[:1] != theirs[:1]:
            return steps + len(mine)
        most = max(most, steps)
    return most


def outline(course: Course) -> Outline:
    """Return what a person would notice of the steps that are left, the contacts first."""
    left = [step for step in course.steps if step.status != "done"]
    left.sort(key=is_around)
    return tuple(
        (step.action, step.on, step.channel, step.words and step.words.script) for step in left
    )


def is_around(step: Step) -> bool:
    """Whether a step is about the interview itself, and the next contact comes after it."""
    return step.action in ("ask", "thank")


def answers_to_try(situation: Situation, now: Course) -> Mapping[str, tuple[Any, ...]]:
    """Return the answers to try, by field; where several weigh the same, in this order."""
    trials = advice().trials
    region = trials.regions.get(situation.country)
    several = rule("thank-you-each").count("several")
    has_thanks = any(step.action == "thank" and step.status != "done" for step in now.steps)
    was_told = situation.said or any(event.said for event in situation.history)
    return {
        "history": history_to_try(situation, now),
        "leave_to_call": (LeaveToCall(),),
        "promises": ((Promise(what="call", on=a_week_on(now)),),),
        "route": ("agency", "internal"),
        "no_calls": (True,),
        "told_to_wait": (True,),
        "offer": (Offer(on=situation.today, answer_by=a_week_after(situation.today)),),
        "sector": ("public",) if was_told else (),
        "interviewers": (several,) if has_thanks else (),
        "round": ("final",) if has_thanks else (),
        "country": countries_to_try(now),
        "region": (region,) if region else (),
        "employer": employer_to_try(now),
        "closed": closed_to_try(now),
        "policy": (Policy(channel="call"), Policy(channel="email"), Policy(persistence="one")),
    }


def history_to_try(situation: Situation, now: Course) -> tuple[tuple[Event, ...], ...]:
    """Return the history with the contact that may have been made by today, if there is one."""
    for step in now.steps:
        if step.status in ("due", "late") and step.action in ("email", "call", "recruiter"):
            on = min(step.moved_from or step.on, situation.today)
            event = Event(on=on, event="no-answer", channel=step.channel)
            return ((*situation.history, event),)
    return ()


def employer_to_try(now: Course) -> tuple[Employer, ...]:
    """Return the facts that would make a law hold, where only they are missing."""
    is_unknown = (
        may_be_covered(now.case, now.standing) and is_covered(now.case, now.standing) is None
    )
    return (Employer(staff_25_or_more=True, public_posting=True),) if is_unknown else ()


def countries_to_try(now: Course) -> tuple[str, ...]:
    """Return the countries where other days of this plan are closed."""
    here = closed_days(now, now.case.calendar)
    region, closed = now.case.situation.region, now.case.situation.closed
    return tuple(
        country
        for country in advice().trials.countries
        if closed_days(now, calendar_of(country, region, closed)) != here
    )


def closed_days(now: Course, calendar: Calendar) -> set[date]:
    """Return the closed days between the interview and the last day of a plan."""
    first, last = now.case.situation.interview_on, now.steps[-1].on
    return {day for day in calendar.closed if first <= day <= last}


def closed_to_try(now: Course) -> tuple[tuple[tuple[date, date], ...], ...]:
    """Return the days on which many offices are shut, if the plan reaches them."""
    starts, ends = advice().trials.year_end
    year = now.case.situation.today.year
    first, last = date.fromisoformat(f"{year}-{starts}"), date.fromisoformat(f"{year + 1}-{ends}")
    is_touched = now.case.situation.interview_on <= last and first <= now.steps[-1].on
    return (((first, last),),) if is_touched else ()


def a_week_on(now: Course) -> date:
    """Return the day a week after their last word, or today if that is past."""
    return max(a_week_after(now.standing.since), now.case.situation.today)


def a_week_after(day: date) -> date:
    """Return the day a week later."""
    return after(day, rule("no-date-email").amount("wait"))
