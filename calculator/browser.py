"""The only door to JavaScript: JSON text in, JSON text out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from calculator.asking.asked import Asked, asked
from calculator.asking.checks import Problem
from calculator.asking.facts import Fact
from calculator.asking.interviews import MOST_RECORDED, interviews
from calculator.asking.statement import Heard
from calculator.days import Window
from calculator.planning.choices.questions import questions_about
from calculator.planning.plan import Plan, Step
from calculator.planning.planner import plan, plan_of
from calculator.planning.road import road_of
from calculator.planning.rules import advice
from calculator.presenting.answer_html import main_step
from calculator.presenting.calendar import entries
from calculator.presenting.changed_html import changed_html, rules_changed_html
from calculator.presenting.compare_html import compare_html
from calculator.presenting.history_html import history_html
from calculator.presenting.overview_html import overview_html
from calculator.presenting.plan_html import plan_html
from calculator.presenting.questions_html import questions_html
from calculator.presenting.reading_html import nothing_said_html, reading_html
from calculator.presenting.record import record_csv, record_html, rows_of
from calculator.presenting.rules_moved_html import rules_moved_html
from calculator.presenting.script_text import script_text
from calculator.presenting.scripts import Script, scripts_of
from calculator.presenting.wording import Dates
from calculator.reading.reading import Choice, Reading
from calculator.situation import Situation

type Json = Mapping[str, Any]

NOT_JSON = Problem(None, "The page sent something that the calculator can't read")
OUR_FAULT = Problem(
    None, "The calculator can't work this out. The fault is ours, and what you typed is still here"
)
NO_PLAN: Json = {
    "plan": None,
    "planned": {},
    "questions": [],
    "question_changes": {},
    "calendar": [],
    "main": None,
    **dict.fromkeys(("html", "questions_html", "history_html", "changed_html", "compare_html"), ""),
}
NOTHING_READ = Reading(certainty="none")
# Where today is not known, no year goes without saying.
ALWAYS_WITH_YEAR = Dates("US", date.min)


def respond(request: str) -> str:
    """Return the answer to a request, both as JSON text, whatever the request is.

    It never raises: a fault of the calculator is a problem with no field, in words for the person.
    """
    try:
        return json.dumps(answer_to(request))
    except Exception:  # noqa: BLE001 # the page has nobody else to tell the person
        return json.dumps(_without_plan(OUR_FAULT))


def answer_to(request: str) -> Json:
    """Return the answer to a request as a value."""
    try:
        parsed = json.loads(request)
    except (ValueError, TypeError, RecursionError):
        return _without_plan(NOT_JSON)
    if isinstance(parsed, dict) and "interviews" in parsed:
        return _all_interviews(parsed)
    if isinstance(parsed, dict) and "record" in parsed:
        return _record(parsed)
    understood = asked(parsed)
    situation = understood.situation
    return {
        "interview": _interview(understood),
        "reading": _reading(understood.heard, understood.in_words, dates=_dates(understood)),
        **(_planned(situation, understood) if situation else NO_PLAN),
        "reading_html": _reading_html(understood),
        "rules_version": advice().version.isoformat(),
        "problems": [asdict(problem) for problem in understood.problems],
    }


def _all_interviews(request: Json) -> Json:
    found = interviews(request)
    return {
        "html": overview_html(found.interviews, site_root=found.site_root),
        "problems": [asdict(problem) for problem in found.problems],
    }


def _record(request: Json) -> Json:
    renamed = {"interviews": request["record"]} | {
        name: value for name, value in request.items() if name != "record"
    }
    found = interviews(renamed, at_most=MOST_RECORDED)
    rows = list(rows_of(found.interviews))
    return {
        "html": record_html(rows),
        "csv": record_csv(rows),
        "problems": [asdict(problem) for problem in found.problems],
    }


def _without_plan(problem: Problem) -> Json:
    return {
        "interview": None,
        "reading": _reading(None, (), dates=ALWAYS_WITH_YEAR),
        **NO_PLAN,
        "reading_html": "",
        "rules_version": None,
        "problems": [asdict(problem)],
    }


def _planned(situation: Situation, understood: Asked) -> Json:
    road = road_of(situation)
    made = plan_of(road)
    scripts = scripts_of(made, situation=situation)
    first = main_step(made)
    days = [
        {**asdict(entry), "on": _iso(entry.on)}
        for entry in entries(made, situation=situation, scripts=scripts)
    ]
    answered = understood.answered
    asked = questions_about(
        road,
        answered=answered.union(understood.skipped),
        reading_differs=understood.depends_on_region,
    )
    return {
        "plan": _plan(made, scripts),
        "planned": {step.id: _iso(step.on) for step in made.steps if step.status != "done"},
        "questions": [question.field for question in asked],
        "question_changes": {question.field: question.change for question in asked},
        "html": plan_html(
            made,
            situation=situation,
            scripts=scripts,
            site_root=understood.site_root,
            read_only=understood.read_only,
        ),
        "questions_html": ""
        if understood.read_only
        else questions_html(asked, situation=situation, answered=answered),
        "history_html": history_html(understood.entries, dates=Dates.of(situation)),
        "changed_html": _changed_html(made, understood),
        "compare_html": "" if understood.read_only else compare_html(road),
        "calendar": days,
        "main": next((day for day in days if first and day["uid"] == first.id), None),
    }


def _changed_html(made: Plan, understood: Asked) -> str:
    if understood.rules_version and understood.rules_version < advice().version:
        dates = _dates(understood)
        changed = rules_changed_html(
            understood.rules_version, site_root=understood.site_root, dates=dates
        )
        return changed + rules_moved_html(made, understood.planned, dates=dates)
    if not isinstance(understood.before, dict) or understood.situation is None:
        return ""
    today = understood.situation.today.isoformat()
    before = asked({**understood.before, "today": today, "before": None}).situation
    if before is None:
        return ""
    return changed_html(made, before=plan(before), dates=Dates.of(understood.situation))


def _plan(plan: Plan, scripts: Mapping[str, Script]) -> Json:
    return {
        "steps": [_step(step, scripts.get(step.id)) for step in plan.steps],
        "next": plan.next.id if plan.next else None,
        "awaiting": plan.awaiting,
        "branches": [{"if": branch.answer, "then": branch.then} for branch in plan.branches],
        "notices": list(plan.notices),
    }


def _step(step: Step, script: Script | None) -> Json:
    return {
        "id": step.id,
        "action": step.action,
        "on": _iso(step.on),
        "until": _iso(step.until),
        "channel": step.channel,
        "status": step.status,
        "script": script_text(script) if script else None,
        "script_id": step.words.script if step.words else None,
        "rules": list(step.rules),
        "why": step.why,
        "moved_from": _iso(step.moved_from),
        "moved_because": step.moved_because,
        "if_nothing": step.if_nothing,
    }


def _dates(understood: Asked) -> Dates:
    if understood.today is None:
        return ALWAYS_WITH_YEAR
    return Dates(understood.country, understood.today)


def _interview(understood: Asked) -> Json | None:
    on = understood.interview_on
    return {"on": _iso(on), "as_text": _dates(understood).day(on)} if on else None


def _reading(heard: Heard | None, in_words: Sequence[Fact], *, dates: Dates) -> Json:
    reading = heard.reading if heard else NOTHING_READ
    earliest, latest = _ends(reading.window)
    return {
        "certainty": reading.certainty,
        "earliest": earliest,
        "latest": latest,
        "alternatives": [_ends(window) for window in reading.alternatives],
        "spans": reading.spans,
        "missing": reading.missing,
        "as_text": dates.window(reading.window, said_on=heard.on) if heard else "nothing said",
        "awaits": reading.awaits,
        "facts": [_fact(fact) for fact in in_words],
        "choices": [_choice(one, heard, dates) for one in reading.choices] if heard else [],
        "phrases": reading.phrases,
        "assumed": reading.assumed,
    }


def _reading_html(understood: Asked) -> str:
    heard = understood.heard
    if heard:
        return reading_html(
            heard.reading,
            statement=heard.statement,
            said_on=heard.on,
            dates=_dates(understood),
            facts=[fact for fact in understood.in_words if fact.used or fact.ignored],
        )
    return nothing_said_html() if understood.said_nothing else ""


def _fact(fact: Fact) -> Json:
    return {
        "id": fact.id,
        "on": _iso(fact.on),
        "span": fact.span,
        "as_text": fact.as_text,
        "used": fact.used,
    }


def _choice(choice: Choice, heard: Heard, dates: Dates) -> Json:
    earliest, latest = _ends(choice.window)
    return {
        "earliest": earliest,
        "latest": latest,
        "spans": choice.spans,
        "words": " … ".join(heard.statement[start:end] for start, end in choice.spans),
        "as_text": dates.window(choice.window, said_on=heard.on),
    }


def _ends(window: Window | None) -> tuple[str | None, str | None]:
    return (_iso(window.earliest), _iso(window.latest)) if window else (None, None)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
