"""Worked examples in the guides: a plan's days, or its words as a person sends them.

All are worked out while the site is built, by the same package as in the page.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from calculator.asking.asked import asked
from calculator.browser import respond
from calculator.days import day_text
from calculator.holidays import countries
from calculator.planning.plan import Plan, Step, Words
from calculator.planning.planner import plan
from calculator.presenting.script_html import script_html
from calculator.presenting.script_names import BLANKS
from calculator.presenting.script_parts import Blank, Part, Script, Text
from calculator.presenting.scripts import filled
from calculator.presenting.step_wording import doing, silence
from calculator.presenting.timeline_svg import timeline_svg
from calculator.presenting.wording import sentence
from calculator.situation import Situation

PEOPLE = Path(__file__).with_name("people.toml")

# Nobody searches for the days and names of a made-up case.
EXAMPLE = Markup(
    '<div class="example" data-search-exclude>{picture}<ol class="example__days">{days}</ol></div>'
)
DAY = Markup(
    '<li data-action="{action}"><time datetime="{on}">{day}</time>: {doing}.{condition}</li>'
)
SAMPLE = Markup(
    '<figure class="sample" data-search-exclude>'
    "<figcaption>{what} on {day}{where}. The names are made up.</figcaption>{words}</figure>"
)
WAYS = {"email": "Sent", "message": "Sent", "voicemail": "Left", "phone": "Said", "in-call": "Said"}
DONE = " Done."


class Worked(NamedTuple):
    """A case with its plan."""

    situation: Situation
    plan: Plan

    def day(self, day: date) -> str:
        """Return a day as its country writes it."""
        return day_text(day, self.situation.country)


@cache
def people() -> Mapping[str, Mapping[str, str]]:
    """Return the made-up names of each country's samples."""
    return tomllib.loads(PEOPLE.read_text(encoding="utf-8"))


def example(**case: object) -> Markup:
    """Return a worked plan: its picture, and its days as a list; see ``worked`` for the case."""
    one = worked(case)
    days = (
        DAY.format(
            action=step.action,
            on=step.on.isoformat(),
            day=one.day(step.on),
            doing=sentence(doing(step)),
            condition=condition(step, one.plan),
        )
        for step in one.plan.steps
    )
    picture = timeline_svg(one.plan, situation=one.situation)
    return EXAMPLE.format(picture=picture, days=Markup().join(days))


def condition(step: Step, plan: Plan) -> str:
    """Return what is to be said of a day beside what to do on it."""
    if step.status == "done":
        return DONE
    only = step.if_nothing and step.action != "stop"
    return f" Only {silence(plan).first}." if only else ""


def sample(  # noqa: PLR0913 # what a letter is made of
    name: str,
    *ways: str,
    letter: str = "",
    instead_of: str = "",
    fills: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
    level: int = 3,
    **case: object,
) -> Markup:
    """Return the words of a plan's step as a person sends them, with made-up names.

    ``name`` is the step's script, ``ways`` are those to show (none: all), ``letter`` is the title
    of one letter where the script holds several, ``instead_of`` the script of the step in whose
    place it is sent where no plan has it, and ``fills`` are the blanks that only a person can fill
    (``{"point": "…"}``). ``names`` come before the country's made-up ones. Raises
    ``ValueError`` where the plan has no such step or a blank stays open. See ``worked`` for the
    case.
    """
    country = str(case.get("country", "US"))
    made_up = people()[country]
    one = worked({**case, "names": {**made_up, **(names or {})}})
    step = step_with(instead_of or name, one.plan)
    if instead_of:
        step = step._replace(words=Words(script=name))
    if ways == ("message",):  # no plan chooses one: it is for those who have been writing so
        step = step._replace(channel="message")
    script = filled(step, situation=one.situation, steps=one.plan.steps)
    given = {BLANKS[blank]: text for blank, text in (fills or {}).items()}
    parts = tuple(
        with_blanks_filled(part, given)
        for part in (script.parts if script else ())
        if (not ways or part.way in ways) and part.letter in {letter, ""}
    )
    left = sorted({piece.stands_for for part in parts for piece in blanks_of(part)})
    if left or not parts or (letter and not any(part.letter == letter for part in parts)):
        raise ValueError(f"the sample {name!r} has no words, or open blanks: {left}")
    # What only a reader who writes needs to know stands with the words, not with a sample.
    parts = tuple(
        replace(part, paragraphs=tuple(each for each in part.paragraphs if not each.is_note))
        for part in parts
    )
    return SAMPLE.format(
        what=WAYS.get(parts[0].way, "Said"),
        day=one.day(step.on),
        where="" if country == "US" else f" ({countries()[country]})",
        words=script_html(Script(title="", parts=parts), level=level),
    )


def worked(case: Mapping[str, Any]) -> Worked:
    """Return a case with its plan.

    ``interview`` is an ISO date, ``met`` what else is known of it (``{"round": "final"}``), and
    ``said`` what they said that day (none: nothing); all else are further fields of a request.
    Without a ``history`` the thanks went out the next day, and ``today`` is the last day on which
    something happened unless it is given. Raises ``ValueError`` where the calculator finds a
    problem with it.
    """
    held = case["interview"]
    thanked = (date.fromisoformat(held) + timedelta(days=1)).isoformat()
    history = case.get("history", [{"on": thanked, "event": "thanked", "channel": "email"}])
    said = case.get("said")
    request = {
        "today": max([held, *(event["on"] for event in history)]),
        **case,
        "interview": {"on": held, **case.get("met", {})},
        "said": {"text": said} if said else None,
        "history": history,
    }
    request.pop("met", None)
    understood = asked(request)
    if understood.problems or understood.situation is None:
        raise ValueError(f"the example has problems: {understood.problems}")
    return Worked(understood.situation, plan(understood.situation))


def answer_to(*, interview: str, said: str | None, **facts: object) -> dict[str, Any]:
    """Return the calculator's answer; raises ``ValueError`` where it finds a problem."""
    request = {
        "today": interview,
        "interview": {"on": interview},
        "said": said and {"text": said},
        "read_only": True,
        **facts,
    }
    answer: dict[str, Any] = json.loads(respond(json.dumps(request)))
    if answer["problems"]:
        raise ValueError(f"the example has problems: {answer['problems']}")
    return answer


def step_with(name: str, made: Plan) -> Step:
    """Return the first step of a plan with the words of that script."""
    for step in made.steps:
        if step.words and step.words.script == name:
            return step
    known = [step.words.script for step in made.steps if step.words]
    raise ValueError(f"no step says {name!r}; the plan's scripts are {known}")


def with_blanks_filled(part: Part, given: Mapping[str, str]) -> Part:
    """Return a part with the blanks filled for which there is something."""

    def fill(text: Text) -> Text:
        return tuple(
            given.get(piece.stands_for, piece) if isinstance(piece, Blank) else piece
            for piece in text
        )

    paragraphs = tuple(
        replace(each, lines=tuple(map(fill, each.lines))) for each in part.paragraphs
    )
    return replace(part, paragraphs=paragraphs, subject=part.subject and fill(part.subject))


def blanks_of(part: Part) -> list[Blank]:
    """Return the blanks that are open in what is sent or said."""
    return [piece for text in part.texts for piece in text if isinstance(piece, Blank)]
