"""Asking everyone the same: what is counted, and what is asked."""

import pytest

from calculator.browser import respond
from tools import equal
from tools.equal import Counted, Who, compared, emails, sample, stories


def test_where_it_stops_and_what_is_otherwise_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    stops, same, otherwise = requests = [*stories()][:3]
    said = ["RuntimeError: unreachable", respond(same), respond(same)]
    monkeypatch.setattr(equal, "in_worker", lambda *_, **__: {"answers": said})
    assert compared(Who("image"), requests) == Counted(3, [stops], [otherwise])


def test_all_that_the_tests_and_the_training_know_is_asked() -> None:
    asked = "\n".join(stories())
    # One of the plans, letters, forms, phrases and statements that once failed.
    for known in (
        '"said": {"text": "early next week"',
        "in three quarters of a year",
        "quarter to 2 to 17:00",
        '"event": "thanked", "channel": "email"',
    ):
        assert known in asked
    assert len([*emails()]) > 4000


def test_a_sample_is_spread_over_all_of_it() -> None:
    assert sample([*map(str, range(100))], 4) == ["0", "25", "50", "75"]
    assert sample(["one", "two"], 50) == ["one", "two"]
