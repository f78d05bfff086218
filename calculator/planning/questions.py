"""What is worth asking: only what would change this plan, found by planning each answer."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from calculator.planning.course import Course, course_of
from calculator.planning.law import is_covered, may_be_covered
from calculator.planning.plan import Step
from calculator.planning.rules import advice, rule
from calculator.planning.situation import (
    Employer,
    Event,
    LeaveToCall,
    Offer,
    Policy,
    Promise,
    Situation,
)
from calculator.planning.working_days import after

type Answers = Mapping[str, tuple[Situation, ...]]


def questions(situation: Situation, *, answered: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the fields of a request that are worth asking for, the most telling first.

    A question is worth asking if one of its answers would change the dates, actions or channels of
    this plan. ``answered`` are fields that the person has already filled in, or chose to skip.
    """
    now = course_of(situation)
    if not any(step.status != "done" for step in now.steps):
        return ()
    weights = {
        field: max((difference(now, course_of(other)) for other in others), default=0)
        for field, others in possible_answers(situation, now).items()
        if field not in answered
    }
    telling = sorted((field for field in weights if weights[field]), key=lambda f: -weights[f])
    return tuple(telling[: advice().most_questions])


def difference(one: Course, other: Course) -> int:
    """Return how much two plans differ: what is to be done next counts for the whole plan."""
    mine, theirs = set(outline(one.steps)), set(outline(other.steps))
    steps = len(mine ^ theirs)
    if steps and outline_of_next(one) != outline_of_next(other):
        return steps + len(mine)
    return steps


def outline(steps: tuple[Step, ...]) -> Iterator[tuple[object, ...]]:
    """Yield what a person would notice of each step that is left."""
    return (
        (step.action, step.on, step.channel, step.words and step.words.script)
        for step in steps
        if step.status != "done"
    )


def outline_of_next(course: Course) -> tuple[object, ...] | None:
    """Return what a person would notice of the next contact, thanks apart."""
    left = [step for step in course.steps if step.action not in ("thank", "ask")]
    return next(outline(tuple(left)), None)


def possible_answers(situation: Situation, now: Course) -> Answers:
    """Return the situations that each answer would make, by field."""
    return {
        **answers_about_contacts(situation, now),
        **answers_about_the_employer(situation, now),
        "offer": with_offer(situation) if not situation.offer else (),
        "policy": with_policies(situation),
    }


def answers_about_contacts(situation: Situation, now: Course) -> Answers:
    """Return the answers about who may contact whom."""
    standing, today = now.standing, situation.today
    has_answered = standing.answer is not None
    a_week = after(standing.since, rule("no-date-email").amount("wait"))
    promised = Promise(what="call", on=max(a_week, today))
    return {
        "history": with_an_unrecorded_contact(situation, now),
        "route": tuple(replace(situation, route=route) for route in ("agency", "internal"))
        if situation.route == "direct"
        else (),
        "leave_to_call": ()
        if situation.leave_to_call or has_answered
        else (replace(situation, leave_to_call=LeaveToCall()),),
        "promises": () if situation.promises else (replace(situation, promises=(promised,)),),
        "no_calls": () if situation.no_calls else (replace(situation, no_calls=True),),
        "told_to_wait": () if situation.told_to_wait else (replace(situation, told_to_wait=True),),
        "interviewers": (replace(situation, interviewers=2),)
        if situation.interviewers < rule("thank-you-each").count("several")
        else (),
        "round": (replace(situation, round="final"),) if situation.round == "only" else (),
    }


def with_an_unrecorded_contact(situation: Situation, now: Course) -> tuple[Situation, ...]:
    """Return the situation with the first contact that should have been made by today."""
    late = (
        step
        for step in now.steps
        if step.status in ("late", "due") and step.action in ("email", "call", "recruiter")
    )
    step = next(late, None)
    if step is None:
        return ()
    event = Event(on=step.moved_from or step.on, event="no-answer", channel=step.channel)
    in_time = replace(event, on=min(event.on, situation.today))
    return (replace(situation, history=(*situation.history, in_time)),)


def answers_about_the_employer(situation: Situation, now: Course) -> Answers:
    """Return the answers about what kind of employer it is and where."""
    is_unknown = (
        may_be_covered(now.case, now.standing) and is_covered(now.case, now.standing) is None
    )
    known = Employer(staff_25_or_more=True, public_posting=True)
    regions = {"CA": "ON", "GB": "SCT"}
    region = regions.get(situation.country)
    return {
        "sector": (replace(situation, sector="public"),) if situation.sector == "private" else (),
        "country": tuple(replace(situation, country=country) for country in ("GB", "CA", "DE"))
        if situation.country == "US"
        else (),
        "region": (replace(situation, region=region),) if region and not situation.region else (),
        "employer": (replace(situation, employer=known),) if is_unknown else (),
        "closed": () if situation.closed else (replace(situation, closed=(year_end(situation),)),),
    }


def year_end(situation: Situation) -> tuple[date, date]:
    """Return the days on which many offices are shut at the end of the year."""
    year = situation.today.year
    return date(year, 12, 24), date(year + 1, 1, 1)


def with_offer(situation: Situation) -> tuple[Situation, ...]:
    """Return the situation with another offer, to be answered in a week."""
    week = rule("second-contact").amount("wait")
    offer = Offer(on=situation.today, answer_by=after(situation.today, week))
    return (replace(situation, offer=offer),)


def with_policies(situation: Situation) -> tuple[Situation, ...]:
    """Return the situation with each other choice of how to get in touch and how often."""
    if situation.policy != Policy():
        return ()
    return tuple(
        replace(situation, policy=policy)
        for policy in (Policy(channel="call"), Policy(channel="email"), Policy(persistence="one"))
    )
