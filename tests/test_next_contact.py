"""Which contact is next where several fall together: one message to the same people on a day."""

from datetime import date
from typing import Any

import pytest

from calculator.planning.planner import plan
from calculator.situation import Event, LeaveToCall, Offer, Promise, Situation

THANKED = Event(on=date(2027, 2, 4), event="thanked")


def references(on: date) -> Promise:
    """Return a promise to send references on a day."""
    return Promise(what="other", on=on, note="send references", is_a_thing=True)


def left(*history: Event, today: date = date(2027, 2, 10), **facts: Any) -> list[tuple[str, str]]:  # noqa: ANN401 # any facts
    """Return the days and actions that are left of an interview on Thursday 4 February."""
    situation = Situation(
        today=today, interview_on=date(2027, 2, 4), history=(THANKED, *history), **facts
    )
    steps = [step for step in plan(situation).steps if step.status != "done"]
    return [(f"{step.on:%d %b}", step.action) for step in steps]


def test_a_promise_on_the_day_of_the_question_takes_its_place() -> None:
    assert left(promises=(references(date(2027, 2, 11)),))[:2] == [
        ("11 Feb", "promise"),
        ("18 Feb", "email"),
    ]


@pytest.mark.parametrize(("in_writing", "way"), [(True, "email"), (False, "call")])
def test_what_they_agreed_to_today_tells_them_of_the_offer_too(
    in_writing: bool,  # noqa: FBT001 # a column of the table
    way: str,
) -> None:
    found = left(
        leave_to_call=LeaveToCall(on=date(2027, 2, 10), in_writing=in_writing),
        offer=Offer(on=date(2027, 2, 10), answer_by=date(2027, 2, 19)),
    )
    assert [each for each in found if each == ("10 Feb", way)] == [("10 Feb", way)]


@pytest.mark.parametrize(
    ("what", "on", "first"),
    [
        ("call", date(2027, 2, 12), [("12 Feb", "promise"), ("19 Feb", "email")]),
        ("call", date(2027, 2, 16), [("12 Feb", "call"), ("16 Feb", "promise")]),
        ("email", date(2027, 2, 12), [("12 Feb", "promise"), ("12 Feb", "call")]),
    ],
)
def test_a_call_that_is_promised_and_agreed_is_one_call(
    what: Any,  # noqa: ANN401 # a kind of promise
    on: date,
    first: list[tuple[str, str]],
) -> None:
    leave = LeaveToCall(on=date(2027, 2, 12))
    assert left(leave_to_call=leave, promises=(Promise(what=what, on=on),))[:2] == first


class TestWhatIsNoTalkWithTheRecruiter:
    """What goes to the employer, or was left out, has told the recruiter nothing."""

    def test_a_promise_kept_with_the_employer(self) -> None:
        sent = Event(on=date(2027, 2, 4), event="contacted", channel="email")
        promises = (references(date(2027, 2, 4)),)
        found = left(sent, today=date(2027, 2, 5), route="agency", promises=promises)
        assert found[:2] == [("05 Feb", "recruiter"), ("11 Feb", "recruiter")]

    def test_an_agreed_call_with_the_employer(self) -> None:
        called = Event(on=date(2027, 2, 5), event="contacted", channel="call")
        leave = LeaveToCall(on=date(2027, 2, 5))
        found = left(called, today=date(2027, 2, 5), route="agency", leave_to_call=leave)
        assert found[:2] == [("05 Feb", "recruiter"), ("12 Feb", "recruiter")]

    def test_a_debrief_that_was_left_out_comes_back_no_more(self) -> None:
        found = left(
            today=date(2027, 2, 5), route="agency", left_out={"recruiter-1": date(2027, 2, 4)}
        )
        assert found[0] == ("11 Feb", "recruiter")
