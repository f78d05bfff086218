"""Each plan that the tests know, of whatever kind: a few screens of a phone, a few controls."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from forms import open_form, plan_on_page
from plan_stories import stories
from playwright.sync_api import Page
from test_first_screen import CONTROLS, FITS, SCREENS

from calculator.browser import answer_to
from calculator.situation import Said, Situation

LETTERS = Path(__file__).parents[1] / "cases" / "letters.toml"
# Shows a plan, and says how many controls and screens it has and whether it fits: in one go.
SHOW = f"""(answer) => {{
    for (const [name, html] of Object.entries(answer)) {{
        document.querySelector(`${{name}} .answer__content`).innerHTML = html;
        if (name !== "#reading") document.querySelector(name).hidden = !html;
    }}
    return [{CONTROLS}.length, {SCREENS}, {FITS}];
}}"""
# Folded, as after a plan is made.
FOLD = """() => {
    for (const one of document.querySelectorAll("details")) one.open = false;
}"""
PLAIN = ("no_calls", "told_to_wait", "route", "interviewers", "sector", "region", "awaiting")
OF_PARTS = ("employer", "offer", "policy")
OF_EVENTS = ("on", "event", "channel", "agreed_to_next", "said_would_call", "in_writing")


def words(said: Said | None) -> str | None:
    """What they said, or a sentence that means the same."""
    if said is None:
        return None
    day = said.window and (said.window.latest or said.window.earliest)
    if said.words:
        return said.words
    return f"We will decide by {day:%d %B %Y}." if day else "We will be in touch."


def request_of(situation: Situation) -> dict[str, Any]:
    """A situation as the page asks for it."""
    said, leave = situation.said, situation.leave_to_call
    window = said and said.window
    return {
        "today": situation.today,
        "interview": {"on": situation.interview_on, "round": situation.round},
        "country": situation.country,
        "said": said and {"text": words(said), "on": said.on, "chosen": window and asdict(window)},
        **({"leave_to_call": {"on": leave.on}} if leave else {}),
        "promises": [asdict(each) for each in situation.promises],
        "closed": situation.closed,
        "history": [
            {name: getattr(each, name) for name in OF_EVENTS if getattr(each, name) is not None}
            | ({"said": each.words or words(each.said)} if each.words or each.said else {})
            for each in situation.history
        ],
        **{name: value for name in PLAIN if (value := getattr(situation, name))},
        **{name: asdict(value) for name in OF_PARTS if (value := getattr(situation, name))},
    }


def plans() -> Iterator[tuple[str, dict[str, str]]]:
    """What each story and letter is about, and the parts of the page that its plan fills."""
    letters = tomllib.loads(LETTERS.read_text(encoding="utf-8"))
    requests = [(each.name, request_of(each.situation)) for each in stories()]
    requests += [(each["name"], each["request"]) for each in letters["letter"]]
    for name, request in requests:
        answer = answer_to(json.dumps(request, default=str))
        # A story that the page can't be told is not one of its plans.
        if answer["html"]:
            parts = ("reading", "questions", "history", "compare")
            yield name, {"#plan": answer["html"]} | {f"#{p}": answer[f"{p}_html"] for p in parts}


def test_no_plan_has_more_than_four_screens_of_a_phone_or_forty_controls(
    page: Page, site: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    open_form(page, site)
    plan_on_page(page, "by the end of next week")
    page.evaluate(FOLD)
    measured = 0
    too_much = {}
    for name, parts in plans():
        controls, screens, fits = page.evaluate(SHOW, parts)
        measured += 1
        if controls > 40 or screens > 4 or not fits:
            too_much[name] = (controls, round(screens, 2))
    assert measured > 260
    assert too_much == {}
