"""Once it is settled, nothing counts down, nothing looks back, and only what may come is asked."""

import json
from typing import Any

import pytest
from html_outline import Element, outline

from calculator.browser import answer_to

INTERVIEW = "2027-05-03"
THANKED: dict[str, Any] = {"on": INTERVIEW, "event": "thanked"}
SAID = {"text": "by May 21. You may call me on May 19.", "on": INTERVIEW}


def answer(*history: dict[str, Any], today: str = "2027-05-12", **facts: object) -> dict[str, Any]:
    request = {
        "today": today,
        "interview": {"on": INTERVIEW},
        "said": SAID,
        "history": [THANKED, *history],
        **facts,
    }
    return dict(answer_to(json.dumps(request)))


def event(kind: str, on: str = "2027-05-10", **more: object) -> dict[str, Any]:
    return {"on": on, "event": kind, "channel": "email", **more}


def page(*history: dict[str, Any], today: str = "2027-05-12") -> Element:
    return outline(answer(*history, today=today)["html"])


def may_come(*history: dict[str, Any]) -> list[str]:
    forms = page(*history).one(class_="heard").every("form")
    return [json.loads(form.attributes["data-event"])["event"] for form in forms]


NO, REPLIED, STOPPED = event("rejected"), event("contacted"), event("stopped", "2027-05-12")
YES = event("offered", in_writing=True, answer_by="2027-05-28")
ON_THE_PHONE = event("offered", in_writing=False)


@pytest.mark.parametrize("today", ["2027-05-12", "2027-05-17", "2027-07-01"])
@pytest.mark.parametrize("country", ["US", "GB"])
def test_after_a_no_nothing_counts_down_and_nobody_is_told_again(today: str, country: str) -> None:
    made = answer(NO, REPLIED, today=today, country=country)
    shown = outline(made["html"])
    card = shown.one(class_="plan__next")
    assert card.one("h3").text == "Nothing more to do"
    assert "everything that could help" not in card.text
    assert "let it go" not in shown.text.lower()
    assert "data-calendar" not in made["html"]
    assert (made["calendar"], made["planned"], made["main"]) == ([], {}, None)
    assert [step["action"] for step in made["plan"]["steps"]][-1] == "stop"


def test_before_the_reply_to_a_no_only_the_reply_is_left() -> None:
    made = answer(NO, today="2027-05-10")
    assert list(made["planned"]) == ["reply-1"]
    assert "let it go" not in made["html"].lower()


def test_the_reply_to_a_no_is_done_and_nothing_is_next() -> None:
    before = {"today": "2027-05-10", "interview": {"on": INTERVIEW}, "history": [THANKED, NO]}
    changed = answer(NO, REPLIED, today="2027-05-10", said=None, before=before)["changed_html"]
    assert outline(changed).text == "Done. There's nothing more to do."


@pytest.mark.parametrize(
    ("history", "says"),
    [
        ([YES, REPLIED, STOPPED], "You've given your answer."),
        ([STOPPED], "You've ended this one."),
        ([NO, REPLIED], "There's nothing more to send."),
    ],
)
def test_the_end_is_told_for_what_it_is(history: list[dict[str, Any]], says: str) -> None:
    card = page(*history).one(class_="plan__next")
    assert says in card.text
    assert "You can stop here" not in card.text


@pytest.mark.parametrize("history", [[YES], [YES, REPLIED], [NO], [NO, REPLIED], [STOPPED]])
def test_what_they_said_at_first_is_no_longer_doubted(history: list[dict[str, Any]]) -> None:
    said = {"text": "by the 5th or the 6th. You may call me on May 19.", "on": INTERVIEW}
    made = answer(*history, said=said)
    read = outline(made["reading_html"]).text
    assert "We assumed" not in read
    assert "get in touch on" not in read
    assert not [notice for notice in made["plan"]["notices"] if "more than one way" in notice]
    assert "You should hear" not in made["html"]


def test_without_an_answer_what_was_assumed_is_told() -> None:
    assert "get in touch on" in outline(answer()["reading_html"]).text
    assert "You should hear" in answer()["html"]


@pytest.mark.parametrize("history", [[YES], [YES, REPLIED], [YES, STOPPED]])
def test_an_offer_may_be_changed_or_taken_back(history: list[dict[str, Any]]) -> None:
    assert may_come(*history) == ["new-date", "offered", "rejected", "checks", "on-hold"]


@pytest.mark.parametrize("history", [[NO], [NO, REPLIED]])
def test_a_no_may_be_followed_by_a_yes(history: list[dict[str, Any]]) -> None:
    assert may_come(*history) == ["invited", "offered"]


@pytest.mark.parametrize("history", [[YES], [NO], [STOPPED], [YES, STOPPED]])
def test_nobody_is_asked_if_they_have_heard(history: list[dict[str, Any]]) -> None:
    heard = page(*history).one(class_="heard")
    assert heard.one("h3").text == "Anything new from them?"
    assert "Not yet" not in [fold.children[0].text for fold in heard.every("details")]


def test_an_offer_is_taken_back_and_not_refused() -> None:
    heard = page(YES).one(class_="heard").text
    assert "They took it back" in heard
    assert "They said no" not in heard


def test_who_stopped_is_asked_for_nothing_that_needs_a_plan() -> None:
    assert not {"missed-call", "cancelled", "interview", "checks"} & {*may_come(STOPPED)}
    assert {"not-decided", "invited", "offered", "rejected"} <= {*may_come(STOPPED)}


@pytest.mark.parametrize("history", [[event("on-hold")], []])
def test_while_something_is_awaited_everything_may_come(history: list[dict[str, Any]]) -> None:
    assert len(may_come(*history)) == 11
    assert page(*history).one(class_="heard").one("h3").text == "Have you heard from them?"


def test_until_the_letter_comes_nobody_is_still_deciding() -> None:
    heard = page(ON_THE_PHONE, REPLIED).one(class_="heard")
    assert not {"not-decided", "invited", "interview"} & {*may_come(ON_THE_PHONE, REPLIED)}
    assert {"new-date", "offered", "rejected"} <= {*may_come(ON_THE_PHONE, REPLIED)}
    assert "They took it back" in heard.text
