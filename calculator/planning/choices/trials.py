"""The answers that are tried, to find out which questions would change a plan."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from calculator import holidays
from calculator.days import WEEK
from calculator.planning.calendar import after, holidays_of
from calculator.planning.contacts.law import is_covered, may_be_covered
from calculator.planning.happened.calls import is_written_only
from calculator.planning.happened.standing import Standing
from calculator.planning.road import Road
from calculator.planning.rules import advice, rule
from calculator.situation import (
    Employer,
    Event,
    LeaveToCall,
    Offer,
    Policy,
    Promise,
    Situation,
)

# A plan touches few days that differ by region: this many are tried, so that an answer is quick.
MOST_REGIONS = 4


def answers_to_try(situation: Situation, now: Road) -> Mapping[str, tuple[Any, ...]]:
    """Return the answers to try, by field; where several weigh the same, in this order."""
    panel = rule("thank-you-each").count("several")
    has_thanks = any(step.action == "thank" and step.status != "done" for step in now.steps)
    return {
        "history": history_to_try(situation, now),
        "region": regions_to_try(now),
        "route": ("agency", "internal"),
        "leave_to_call": (LeaveToCall(),) if is_call_open(now.standing) else (),
        "promises": ((Promise(what="call", on=a_week_on(now)),),),
        "no_calls": (True,),
        "told_to_wait": (True,),
        "offer": (Offer(on=situation.today, answer_by=a_week_after(situation.today)),),
        "sector": ("public", "academic"),
        "interviewers": (panel,) if has_thanks else (),
        "round": rounds_to_try(now, has_thanks=has_thanks),
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


def rounds_to_try(now: Road, *, has_thanks: bool) -> tuple[str, ...]:
    """Return the rounds that an interview may have been, until they have decided."""
    standing = now.standing
    is_settled = standing.is_offer_stage or standing.decision in ("rejected", "offered")
    if is_settled or standing.is_restarted or standing.is_invited:
        return ()
    return ("earlier", "final") if has_thanks else ("earlier",)


def is_call_open(standing: Standing) -> bool:
    """Whether a call to the employer would fit what they and the person have said."""
    return not (standing.through_recruiter or is_written_only(standing))


def employer_to_try(now: Road) -> tuple[Employer, ...]:
    """Return the facts that would make a law hold, where only they are missing."""
    is_unknown = may_be_covered(now.standing) and is_covered(now.standing) is None
    return (Employer(staff_25_or_more=True, public_posting=True),) if is_unknown else ()


def countries_to_try(now: Road) -> tuple[str, ...]:
    """Return the countries where other days of this plan are closed."""
    region = now.situation.region
    here = holidays_met(now, now.standing.calendar.holidays)
    return tuple(
        country
        for country in advice().trials.countries
        if holidays_met(now, holidays_of(country, region)) != here
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


def holidays_met(now: Road, holidays: Iterable[date]) -> set[date]:
    """Return the holidays between the interview and the end of a plan, where they aren't shut."""
    first, last = now.situation.interview_on, now.steps[-1].on
    shut = now.standing.calendar.shut
    met = (day for day in holidays if first <= day <= last)
    return {day for day in met if not any(start <= day <= end for start, end in shut)}


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
