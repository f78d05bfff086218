"""The table of what words say outright: each entry has its cases, and what is near it is not it."""

import tomllib
from pathlib import Path

import pytest

from calculator.reading.sayings import SAYINGS, says

CASES = tomllib.loads((Path(__file__).parent / "cases" / "sayings.toml").read_text("utf-8"))
SAID = [(name, text) for name, case in CASES.items() for text in case["says"]]
NEAR = [(name, text) for name, case in CASES.items() for text in case["not"]]


def test_each_entry_has_two_cases_for_it_and_two_against() -> None:
    assert set(CASES) == set(SAYINGS)
    assert [name for name, case in CASES.items() if min(map(len, case.values())) < 2] == []


@pytest.mark.parametrize(("name", "text"), SAID)
def test_it_is_said(name: str, text: str) -> None:
    assert says(name, text)


@pytest.mark.parametrize(("name", "text"), NEAR)
def test_it_is_not_said(name: str, text: str) -> None:
    assert not says(name, text)


@pytest.mark.parametrize(
    "text", ["please do not ring", "please don\u2019t ring", "PLEASE DONT  RING"]
)
def test_strokes_blanks_and_capitals_change_nothing(text: str) -> None:
    assert says("no calls", text)
