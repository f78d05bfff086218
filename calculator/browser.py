"""The only door to JavaScript: JSON text in, JSON text out."""

import json
from collections.abc import Collection
from dataclasses import asdict

from calculator.asking.asked import Asked, asked
from calculator.asking.checks import Problem, without
from calculator.asking.interviews import MOST_RECORDED, Interview, interviews
from calculator.planning.choices.questions import questions_about
from calculator.planning.choices.styles import styles_of
from calculator.planning.plan import Plan, as_told
from calculator.planning.planner import plan, plan_of
from calculator.planning.road import Road, road_of
from calculator.planning.rules import advice
from calculator.planning.telling.footing import UNPLANNED, Footing, footing_of
from calculator.presenting.answer_json import (
    ALWAYS_WITH_YEAR,
    Json,
    dates_of,
    in_short,
    interview_json,
    iso,
    plan_json,
    problem_json,
    reading_json,
)
from calculator.presenting.calendar import entries
from calculator.presenting.changed_html import changed_html, rules_changed_html
from calculator.presenting.compare_html import compare_html
from calculator.presenting.events_html import event_understood
from calculator.presenting.history_html import history_html
from calculator.presenting.overview_html import overview_html
from calculator.presenting.plan_html import NOTHING, plan_html
from calculator.presenting.questions_html import questions_html, region_html
from calculator.presenting.reading_html import nothing_said_html, reading_html
from calculator.presenting.record import record_csv, record_html, rows_of
from calculator.presenting.rules_moved_html import rules_moved_html
from calculator.presenting.scripts import scripts_of
from calculator.presenting.wording import Dates

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
    road = road_of(situation) if situation else None
    return {
        "interview": interview_json(understood),
        "reading": reading_json(understood.heard, understood.in_words, dates=dates_of(understood)),
        **(_planned(road, understood) if road else NO_PLAN),
        "reading_html": _reading_html(understood, footing_of(road.standing) if road else UNPLANNED),
        "rules_version": advice().version.isoformat(),
        "problems": [problem_json(problem) for problem in understood.problems],
        **_alone(understood),
        **_repaired(parsed, understood.damaged),
    }


# What the page itself adds to each request.
ADDED = ("today", "site_root", "before")


def _repaired(request: object, damaged: Collection[str]) -> Json:
    """Return the request to go on with, where parts of it are none that can ever be used."""
    return {"repaired": without(request, {*damaged, *ADDED})} if damaged else {}


def _all_interviews(request: Json) -> Json:
    found = interviews(request)
    kept = [(each, _plan_of(each)) for each in found.interviews]
    return {
        "html": overview_html(kept, site_root=found.site_root),
        "problems": [problem_json(problem) for problem in found.problems],
    }


def _plan_of(interview: Interview) -> Plan | None:
    try:
        return as_told(plan(interview.situation)) if interview.situation else None
    except Exception:  # noqa: BLE001 # one that fails must not hide the others
        return None


def _record(request: Json) -> Json:
    renamed = {"interviews": request["record"]} | {
        name: value for name, value in request.items() if name != "record"
    }
    found = interviews(renamed, at_most=MOST_RECORDED)
    rows = list(rows_of(found.interviews))
    return {
        "html": record_html(rows),
        "csv": record_csv(rows),
        "problems": [problem_json(problem) for problem in found.problems],
    }


def _without_plan(problem: Problem) -> Json:
    return {
        "interview": None,
        "reading": reading_json(None, (), dates=ALWAYS_WITH_YEAR),
        **NO_PLAN,
        "reading_html": "",
        "rules_version": None,
        "problems": [problem_json(problem)],
    }


def _planned(road: Road, understood: Asked) -> Json:
    situation, planned = road.situation, plan_of(road)
    made = as_told(planned)
    scripts = scripts_of(made, situation=situation)
    days: list[Json] = [
        {**asdict(entry), "on": iso(entry.on)}
        for entry in entries(made, situation=situation, scripts=scripts)
    ]
    answered = understood.answered
    asked = questions_about(
        road,
        answered=answered.union(understood.skipped),
        reading_differs=understood.depends_on_region,
    )
    return {
        "plan": plan_json(planned, scripts),
        "planned": {step.id: iso(step.on) for step in made.steps if step.status != "done"},
        "questions": [question.field for question in asked],
        "question_changes": {question.field: question.change for question in asked},
        "html": plan_html(
            made,
            situation=situation,
            scripts=scripts,
            site_root=understood.site_root,
            read_only=understood.read_only,
            asks=NOTHING if understood.read_only else region_html(asked, situation=situation),
        ),
        "questions_html": ""
        if understood.read_only
        else questions_html(asked, situation=situation, answered=answered),
        "history_html": history_html(
            understood.entries, interviews=made.interviews, dates=Dates.of(situation)
        ),
        "changed_html": _changed_html(made, understood),
        "compare_html": ""
        if understood.read_only
        else compare_html(styles_of(road), situation=situation),
        "calendar": days,
        "main": _main(made),
    }


def _main(made: Plan) -> Json | None:
    """Return the day that the answer is about, and what is to be done then.

    Nothing waits for a thank-you: with its day goes the next one, ``then``.
    """
    if made.next is None:
        return None
    others = (step for step in made.steps if step.status != "done" and step != made.next)
    then = next(others, None) if made.next.action == "thank" else None
    return {**in_short(made.next, made), "then": in_short(then, made) if then else None}


def _changed_html(made: Plan, understood: Asked) -> str:
    if understood.rules_version and understood.rules_version < advice().version:
        dates = dates_of(understood)
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
    return changed_html(made, before=as_told(plan(before)), dates=Dates.of(understood.situation))


def _alone(understood: Asked) -> Json:
    event = understood.alone
    if event is None:
        return {}
    return {"event_as_text": event_understood(event, dates=dates_of(understood))}


def _reading_html(understood: Asked, footing: Footing) -> str:
    heard, dates = understood.heard, dates_of(understood)
    if heard:
        return reading_html(
            heard.reading,
            statement=heard.statement,
            said_on=heard.on,
            dates=dates,
            footing=footing,
            facts=[fact for fact in understood.in_words if fact.used or fact.ignored],
        )
    return nothing_said_html(footing, dates=dates) if understood.said_nothing else ""
