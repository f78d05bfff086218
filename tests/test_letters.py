"""The register of letters: each plan does what a good adviser would, as decided beforehand."""

import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from calculator.browser import respond
from calculator.planning.rules import advice

LETTERS = tomllib.loads((Path(__file__).parent / "cases" / "letters.toml").read_text("utf-8"))
EACH = pytest.mark.parametrize("letter", LETTERS["letter"], ids=lambda letter: letter["name"])

# What a contact says that asks for each awaited thing, and nothing else says.
ASKS_FOR = {
    "decision": r"decide|decision|timeline|timing|news|where things stand|next steps?",
    "next-round": r"next round|next interview|come in again|times? that",
    "offer": r"written offer|offer in writing|paperwork|need(ed)? from me",
    "word": r"find out|found out|get back to me|had a chance|any news",
}

type Step = dict[str, Any]


def planned(letter: dict[str, Any]) -> list[Step]:
    """Return the steps of a letter's plan that are not done, and nothing wrong with its request."""
    answer = answered(json.dumps(letter["request"], default=str))
    assert answer["problems"] == []
    return [step for step in answer["plan"]["steps"] if step["status"] != "done"]


@cache
def answered(request: str) -> dict[str, Any]:
    """Return the answer to a request, made once for all that is asked about it."""
    return dict(json.loads(respond(request)))


def told(step: Step) -> Step:
    """Return a step in the words of the register."""
    return {
        "on": step["on"],
        "do": step["action"],
        "by": step["channel"],
        "words": step["script_id"],
    }


def as_wanted(wanted: Step, step: Step) -> bool:
    """Whether a step is one that the register wants; what it leaves open may be anything."""
    found = told(step)
    return all(str(found[name]) == str(value) for name, value in wanted.items())


@EACH
def test_the_next_steps_are_what_the_adviser_says(letter: dict[str, Any]) -> None:
    steps = planned(letter)
    for step, wanted in zip(steps, letter.get("next", ()), strict=False):
        assert as_wanted(wanted, step), (wanted, [told(step) for step in steps])
    assert len(steps) >= len(letter.get("next", ()))


@EACH
def test_what_follows_is_in_the_plan(letter: dict[str, Any]) -> None:
    steps = planned(letter)
    for wanted in letter.get("then", ()):
        assert any(as_wanted(wanted, step) for step in steps), (wanted, [*map(told, steps)])


@EACH
def test_what_must_not_be_is_not(letter: dict[str, Any]) -> None:
    never = set(letter.get("never", ()))
    for step in planned(letter):
        assert never.isdisjoint({step["action"], step["script_id"]})


@EACH
def test_the_next_contact_asks_for_what_is_awaited(letter: dict[str, Any]) -> None:
    if "asks" in letter:
        first, *_ = planned(letter)
        assert re.search(ASKS_FOR[letter["asks"]], first["script"], re.IGNORECASE), first["script"]


@EACH
def test_the_next_contacts_say_what_they_should(letter: dict[str, Any]) -> None:
    steps = planned(letter)
    whole = "\n".join(step["script"] for step in steps if step["script"])
    first = steps[0]["script"] or "" if steps else ""
    for words in letter.get("says", ()):
        assert words in first
    for words in letter.get("then_says", ()):
        assert words in whole.removeprefix(first)
    for words in letter.get("never_says", ()):
        assert words not in whole


@EACH
def test_the_advice_has_a_source_that_exists_or_is_ours(letter: dict[str, Any]) -> None:
    if letter["source"] != "house":
        assert set(letter["source"]) <= advice().sources.keys()
    assert letter["letter"]
    assert letter["advice"]


def test_names_are_different() -> None:
    names = [letter["name"] for letter in LETTERS["letter"]]
    assert len(names) == len(set(names)) >= 40
