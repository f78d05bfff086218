"""An answer's values as JSON has them: days as ISO text, names as in the contract."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from calculator.asking.asked import Asked
from calculator.asking.checks import Problem
from calculator.asking.facts import Fact
from calculator.asking.statement import Heard
from calculator.days import Window
from calculator.planning.plan import Plan, Step
from calculator.presenting.script_parts import Script
from calculator.presenting.script_text import script_text
from calculator.presenting.step_wording import doing, silence
from calculator.presenting.wording import Dates
from calculator.reading.reading import Choice, Reading

type Json = Mapping[str, Any]

NOTHING_READ = Reading(certainty="none")
# Where today is not known, no year goes without saying.
ALWAYS_WITH_YEAR = Dates("US", date.min)


def plan_json(plan: Plan, scripts: Mapping[str, Script]) -> Json:
    """Return a plan, with the words of each step as text."""
    return {
        "steps": [step_json(step, scripts.get(step.id)) for step in plan.steps],
        "next": plan.next.id if plan.next else None,
        "awaiting": plan.awaiting,
        "branches": [{"if": branch.answer, "then": branch.then} for branch in plan.branches],
        "notices": list(plan.notices),
    }


def problem_json(problem: Problem) -> Json:
    """Return a problem; one of shape says so."""
    told = {"field": problem.field, "message": problem.message}
    return {**told, "shape": True} if problem.shape else told


def interview_json(understood: Asked) -> Json | None:
    """Return the day of the interview; None where it is not known."""
    on = understood.interview_on
    return {"on": iso(on), "as_text": dates_of(understood).day(on)} if on else None


def reading_json(heard: Heard | None, in_words: Sequence[Fact], *, dates: Dates) -> Json:
    """Return what is understood of what they said."""
    reading = heard.reading if heard else NOTHING_READ
    earliest, latest = ends(reading.window)
    return {
        "certainty": reading.certainty,
        "earliest": earliest,
        "latest": latest,
        "alternatives": [ends(window) for window in reading.alternatives],
        "spans": reading.spans,
        "missing": reading.missing,
        "as_text": dates.window(reading.window, said_on=heard.on) if heard else "nothing said",
        "awaits": reading.awaits,
        "facts": [fact_json(fact) for fact in in_words],
        "choices": [choice_json(one, heard, dates) for one in reading.choices] if heard else [],
        "phrases": reading.phrases,
        "assumed": reading.assumed,
    }


def fact_json(fact: Fact) -> Json:
    """Return something that their words say beside the time of the answer."""
    return {
        "id": fact.id,
        "on": iso(fact.on),
        "span": fact.span,
        "as_text": fact.as_text,
        "used": fact.used,
    }


def choice_json(choice: Choice, heard: Heard, dates: Dates) -> Json:
    """Return one of several times that may be meant, with its words."""
    earliest, latest = ends(choice.window)
    return {
        "earliest": earliest,
        "latest": latest,
        "spans": choice.spans,
        "words": " … ".join(heard.statement[start:end] for start, end in choice.spans),
        "as_text": dates.window(choice.window, said_on=heard.on),
    }


def ends(window: Window | None) -> tuple[str | None, str | None]:
    """Return the two ends of a window."""
    return (iso(window.earliest), iso(window.latest)) if window else (None, None)


def iso(day: date | None) -> str | None:
    """Return a day as ISO text."""
    return day.isoformat() if day else None


def step_json(step: Step, script: Script | None) -> Json:
    """Return a step, with its words as text."""
    return {
        "id": step.id,
        "action": step.action,
        "on": iso(step.on),
        "until": iso(step.until),
        "channel": step.channel,
        "status": step.status,
        "script": script_text(script) if script else None,
        "script_id": step.words.script if step.words else None,
        "rules": list(step.rules),
        "why": step.why,
        "moved_from": iso(step.moved_from),
        "moved_because": step.moved_because,
        "if_nothing": step.if_nothing,
    }


def in_short(step: Step, plan: Plan) -> Json:
    """Return a step as it is said away from its plan: its day, and what is to be done."""
    condition = f" {silence(plan).first}" if step.if_nothing and step.action != "stop" else ""
    return {"on": iso(step.on), "what": f"{doing(step)}{condition}"}


def dates_of(understood: Asked) -> Dates:
    """Return how days are written in an answer."""
    if understood.today is None:
        return ALWAYS_WITH_YEAR
    return Dates(understood.country, understood.today)
