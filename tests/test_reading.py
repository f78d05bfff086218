"""Statements are understood as the cases say, and never misunderstood loudly."""

import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import Reading, Window, read

FOLDER = Path(__file__).parent / "cases"
CASES = tomllib.loads((FOLDER / "phrases.toml").read_text(encoding="utf-8"))
FOUND = tomllib.loads((FOLDER / "found.toml").read_text(encoding="utf-8"))["case"]
PHRASES = [(case, phrase) for case in CASES["case"] for phrase in case["phrases"]]
WEEK = timedelta(days=7)
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
# What moves with the day it was said on: weekdays, weeks and plain days.
SHIFTING = [
    "by Friday",
    "in three days",
    "within two weeks",
    "next week",
    "early next week",
    "a week from Tuesday",
    "after next week",
    "tomorrow",
    "by the end of the week",
]


def said_on(case: dict[str, Any]) -> date:
    day: date = case.get("said_on", CASES["said_on"])
    return day


def meant(case: dict[str, Any]) -> Window | None:
    if case.get("certainty") == "none" or case.get("missing"):
        return None
    begins = case.get("earliest", said_on(case) if "latest" in case else None)
    return Window(begins, case.get("latest"))


def read_case(case: dict[str, Any], phrase: str) -> Reading:
    return read(phrase, said_on=said_on(case), country=case.get("country", "US"))


def ends(reading: Reading) -> tuple[object, ...]:
    return (reading.certainty, reading.window, reading.alternatives)


@pytest.mark.parametrize(("case", "phrase"), PHRASES, ids=[phrase for _, phrase in PHRASES])
def test_a_phrase_means_what_its_case_says(case: dict[str, Any], phrase: str) -> None:
    reading = read_case(case, phrase)
    assert (reading.certainty, reading.window) == (case.get("certainty", "sure"), meant(case))
    assert {Window(*days) for days in case.get("also", ())} <= set(reading.alternatives)
    assert (reading.missing is not None) == case.get("missing", False)


@pytest.mark.parametrize("rule", range(1, 18))
def test_a_rule_has_cases_on_all_kinds_of_days(rule: int) -> None:
    days = {said_on(case) for case in CASES["case"] if case.get("rule") == rule}
    assert len({day.weekday() for day in days}) >= 3
    assert any((day + timedelta(days=1)).day == 1 for day in days)
    assert any((day.month, day.day) in {(2, 28), (2, 29)} for day in days)
    assert any(day.month == 12 and day.day >= 15 for day in days)


@pytest.mark.parametrize(("case", "phrase"), PHRASES, ids=[phrase for _, phrase in PHRASES])
def test_the_words_that_carried_the_time_are_in_the_statement(
    case: dict[str, Any], phrase: str
) -> None:
    reading = read_case(case, phrase)
    for start, end in reading.spans:
        assert 0 <= start < end <= len(phrase)
    assert bool(reading.spans) == (reading.certainty != "none")


class TestNothingSaidIsTooMuch:
    """Any text gives a reading, never an error, and no window ends before it begins."""

    @pytest.mark.parametrize("case", FOUND, ids=[case["said"] for case in FOUND])
    def test_what_once_failed(self, case: dict[str, Any]) -> None:
        reading = read(case["said"], said_on=case["said_on"], country=case["country"])
        assert reading.certainty in {"sure", "ask", "none"}

    @given(st.text(max_size=200), DAYS)
    def test_any_text(self, text: str, day: date) -> None:
        assert read(text, said_on=day).certainty in {"sure", "ask", "none"}

    @given(
        st.lists(st.sampled_from([word for _, phrase in PHRASES for word in phrase.split()])),
        DAYS,
    )
    def test_any_order_of_the_words_of_time(self, words: list[str], day: date) -> None:
        assert read(" ".join(words), said_on=day).certainty in {"sure", "ask", "none"}


class TestTheWayOfWriting:
    """Capitals, a full stop and a space more change nothing."""

    @pytest.mark.parametrize("way", [str.upper, lambda it: f"{it.rstrip('.')}.", "  {} ".format])
    def test_of_a_phrase(self, way: Callable[[str], str]) -> None:
        differ = [
            phrase
            for case, phrase in PHRASES
            if ends(read_case(case, way(phrase))) != ends(read_case(case, phrase))
        ]
        assert differ == []


@pytest.mark.parametrize("forms", [("by 29 March", "by March 29"), ("the 2nd of May", "May 2nd")])
def test_day_or_month_first_is_the_same(forms: tuple[str, str]) -> None:
    first, second = (read(form, said_on=CASES["said_on"], country="GB") for form in forms)
    assert (ends(first), first.assumed) == (ends(second), second.assumed)
    assert first.assumed


def shifted(day: date | None) -> date | None:
    return day and day + WEEK


class TestAWeekLater:
    """Said a week later, weekdays, weeks and plain days mean a week later."""

    @given(st.sampled_from(SHIFTING), DAYS)
    def test_of_a_phrase(self, phrase: str, day: date) -> None:
        now = read(phrase, said_on=day).window
        later = read(phrase, said_on=day + WEEK).window
        assert now is not None
        assert later is not None
        assert later == Window(shifted(now.earliest), shifted(now.latest))


def spent(text: str) -> float:
    """Return the least time of three that reading a text takes."""
    times: list[float] = []
    for _ in range(3):
        began = process_time()
        read(text, said_on=CASES["said_on"])
        times.append(process_time() - began)
    return min(times)


@pytest.mark.parametrize(
    "part", ["by Friday or ", "the end of the week after ", "not a time at all "]
)
def test_four_times_the_text_takes_about_four_times_as_long(part: str) -> None:
    short = part * (1250 // len(part))
    spent(part)
    assert spent(4 * short) < 8 * spent(short)
