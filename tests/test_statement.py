"""A statement that the reader fails on costs the plan nothing but that statement."""

import json
from datetime import date
from typing import Any, get_args

import pytest

from calculator import Reading, read
from calculator.browser import respond
from calculator.situation import Happening

FAILS = "the one that fails"
NOTICE = "We couldn't read what they said"


@pytest.fixture(autouse=True)
def _failing_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(statement: str, *, said_on: date, country: str, region: str | None) -> Reading:
        if statement == FAILS:
            raise ValueError(FAILS)
        return read(statement, said_on=said_on, country=country, region=region)

    monkeypatch.setattr("calculator.asking.statement.read", failing)


def answer(**request: object) -> dict[str, Any]:
    asked = {"today": "2027-02-16", "interview": {"on": "2027-02-04"}} | request
    found: dict[str, Any] = json.loads(respond(json.dumps(asked)))
    return found


def test_a_statement_that_fails_is_none_and_the_plan_says_so() -> None:
    found = answer(said={"text": FAILS})
    assert found["reading"]["certainty"] == "none"
    assert found["plan"]["steps"] == answer(said=None)["plan"]["steps"]
    assert [notice for notice in found["plan"]["notices"] if notice.startswith(NOTICE)]


@pytest.mark.parametrize("event", get_args(Happening.__value__))
def test_so_is_one_in_the_history(event: str) -> None:
    history = [{"on": "2027-02-11", "event": event, "said": FAILS}]
    found = answer(said={"text": "in two weeks"}, history=history)
    assert found["reading"]["certainty"] == "sure"
    assert found["plan"]["steps"]
    assert [notice for notice in found["plan"]["notices"] if notice.startswith(NOTICE)]


def test_a_day_chosen_by_hand_needs_no_reading() -> None:
    window = {"earliest": "2027-02-20", "latest": "2027-02-22"}
    found = answer(said={"text": FAILS, "chosen": window})
    assert found["reading"]["latest"] == "2027-02-22"
    assert not [notice for notice in found["plan"]["notices"] if notice.startswith(NOTICE)]


@pytest.mark.parametrize(
    ("event", "words", "day"),
    [
        ("on-hold", "everything is on hold for two weeks", "2027-02-23"),
        ("checks", "the sign-off could take a week", "2027-02-17"),  # the 15th is a holiday
        ("cancelled", "the interview is moved to Tuesday 2 March", "2027-03-02"),
    ],
)
def test_an_event_is_read_for_what_it_is_about(event: Happening, words: str, day: str) -> None:
    history = [{"on": "2027-02-08", "event": event, "channel": "call", "said": words}]
    request = {"today": "2027-02-12", "interview": {"on": "2027-02-04"}, "history": history}
    steps = json.loads(respond(json.dumps(request)))["plan"]["steps"]
    assert day in [step["on"] for step in steps if step["action"] in ("email", "ask")]
