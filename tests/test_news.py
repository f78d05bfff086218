"""What they said is news now and then, and no time: a no, an offer, a hold, a call-off."""

import json
from datetime import date
from typing import Any

import pytest

from calculator.asking.news import news_in
from calculator.asking.statement import heard
from calculator.browser import respond

SAID_ON = date(2027, 2, 4)


def news(text: str) -> list[str]:
    """Return the ids of the news in a text."""
    return [fact.id for fact in news_in(heard(text, on=SAID_ON, country="US", region=None))]


def answer(text: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 # any field of a request
    """Return the answer to a request in which this was said at the interview."""
    interview = {"on": "2027-02-04"}
    request = {"today": "2027-02-09", "interview": interview, "said": {"text": text}, **more}
    found: dict[str, Any] = json.loads(respond(json.dumps(request)))
    assert found["problems"] == []
    return found


def first(found: dict[str, Any]) -> dict[str, Any]:
    """Return the first step that is left."""
    step: dict[str, Any] = next(s for s in found["plan"]["steps"] if s["status"] != "done")
    return step


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("I'm afraid we've decided to go with somebody else", ["rejected"]),
        ("We regret to tell you that you were not chosen", ["rejected"]),
        ("She rang to say I haven't got the job", ["rejected"]),
        ("The post has been filled, sadly", ["rejected"]),
        ("We are very pleased to offer you the post", ["offered"]),
        ("I got the job!", ["offered"]),
        ("The whole search is on hold for now", ["on-hold"]),
        ("They have a hiring freeze until June", ["on-hold"]),
        ("They called off my interview", ["cancelled"]),
        ("We regret to inform you that the role has been put on hold", ["on-hold"]),
        ("We regret that your interview has been postponed", ["cancelled"]),
        ("They invited me to a second interview next Wednesday", ["invited"]),
        ("Next week. I've another offer and have to answer by Friday", ["offer"]),
    ],
)
def test_news_is_found(text: str, ids: list[str]) -> None:
    assert news(text) == ids


@pytest.mark.parametrize(
    "text",
    [
        "If you've heard nothing by Friday you were not successful",
        "We'll let unsuccessful candidates know, too",
        "We won't be moving forward before June",
        "We hope to offer you the job next week",
        "They haven't offered me the job yet",
        "You may hear that the job is on hold if the budget isn't agreed",
        "The freeze is over: the hiring freeze lifts on Monday",
        "Let us know if you need to reschedule the interview",
        "They said no phone calls",
        "Applicants not contacted by Friday should assume they were unsuccessful",
        "The agency can offer you a post from it later",
        "We'd like you to come in, and we'll find a day",
        "We go ahead with another round in March",
        "They made an offer to another candidate, who has until Friday",
    ],
)
def test_what_may_be_is_no_news(text: str) -> None:
    assert news(text) == []


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Unfortunately we've chosen someone else.", "rejection-feedback"),
        ("They offered me the job on the phone.", "offered-verbal"),
        ("The role is on hold until further notice.", "on-hold-reply"),
        ("They cancelled my interview and will find a new day.", "cancelled-reply"),
        ("Soon. I've another offer and must answer by February 16.", "offer-tell-first-choice"),
    ],
)
def test_the_plan_is_that_for_the_news(text: str, script: str) -> None:
    assert first(answer(text))["script_id"] == script


def test_it_is_said_back_and_can_be_taken_away() -> None:
    no = "Unfortunately we've chosen someone else."
    (fact,) = answer(no)["reading"]["facts"]
    assert (fact["id"], fact["as_text"], fact["used"]) == ("rejected", "They said no", True)
    found = answer("", said={"text": no, "ignore": ["rejected"]})
    assert first(found)["action"] == "thank"


def test_what_the_history_tells_is_not_told_twice() -> None:
    no = {"on": "2027-02-08", "event": "rejected", "channel": "email"}
    found = answer("Unfortunately we've chosen someone else.", history=[no])
    assert first(found)["until"] == "2027-02-10"


def test_the_day_for_another_offer_is_no_time_of_theirs() -> None:
    found = answer("I have another offer and must answer by February 16")
    assert found["reading"]["certainty"] == "none"
    decide = next(step for step in found["plan"]["steps"] if step["action"] == "decide")
    assert decide["on"] == "2027-02-16"


def test_their_number_is_not_read_out_as_ones_own() -> None:
    found = answer("Ring me on 555-0199 on Tuesday, February 9", names={"phone": "555-0199"})
    call = next(step for step in found["plan"]["steps"] if step["action"] == "call")
    assert "[your phone number]" in call["script"]
    assert "Their number is 555-0199." in call["script"]


def test_ones_own_number_stays() -> None:
    found = answer("Ring me on Tuesday, February 9", names={"phone": "555-0123"})
    call = next(step for step in found["plan"]["steps"] if step["action"] == "call")
    assert "Again, that's 555-0123." in call["script"]


@pytest.mark.parametrize(("region", "is_there"), [(None, True), ("ON", True), ("MB", False)])
def test_only_ontarios_law_is_asked_about(region: str | None, *, is_there: bool) -> None:
    found = answer("next week", country="CA", region=region)
    assert ("The law in Ontario" in found["questions_html"]) is is_there
