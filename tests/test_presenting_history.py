"""What happened so far, to be read and corrected."""

import json
from datetime import date
from typing import Any

import pytest
from html_outline import Element, outline

from calculator.asking.request import Entry
from calculator.browser import answer_to
from calculator.presenting.events_html import event_text

BASE: dict[str, Any] = {"today": "2027-02-14", "interview": {"on": "2027-02-04"}}


def shown(*history: dict[str, Any]) -> Element:
    return outline(answer_to(json.dumps(BASE | {"history": list(history)}))["history_html"])


@pytest.mark.parametrize(
    ("event", "says"),
    [
        ({"event": "thanked"}, "You sent your thanks"),
        ({"event": "contacted", "channel": "email"}, "You wrote"),
        ({"event": "contacted"}, "You got in touch"),
        ({"event": "no-answer", "channel": "call"}, "You called, and nothing came back"),
        (
            {"event": "not-decided", "said": " next week ", "agreed_to_next": True},
            "They hadn't decided yet: “next week” (you may get in touch again)",
        ),
        ({"event": "new-date", "said": "by Friday"}, "They gave a new date: “by Friday”"),
    ],
)
def test_an_event_is_told_in_words_with_its_day(event: dict[str, Any], says: str) -> None:
    (item,) = shown({"on": "2027-02-11", **event}).every("li")
    assert item.one("p").text == f"Thursday, February 11: {says}"


def test_each_is_removed_and_replaced_by_its_own_place() -> None:
    thanked = {"on": "2027-02-05", "event": "thanked"}
    in_vain = {"on": "2027-02-30", "event": "contacted"}
    called = {"on": "2027-02-11", "event": "contacted", "channel": "call"}
    items = list(shown(thanked, in_vain, called).every("li"))
    assert [item.one("form").attributes["data-replaces"] for item in items] == ["0", "2"]
    assert [
        b.attributes["data-forget"]
        for item in items
        for b in item.every("button")
        if "data-forget" in b.attributes
    ] == ["0", "2"]


def test_an_event_of_the_future_can_still_be_corrected() -> None:
    (item,) = shown({"on": "2027-03-11", "event": "contacted"}).every("li")
    assert item.one("input", name="event.on").attributes["value"] == "2027-03-11"


def test_the_form_holds_what_is_known() -> None:
    said = {"event": "not-decided", "channel": "call", "said": "soon", "agreed_to_next": False}
    page = shown({"on": "2027-02-11", **said})
    assert json.loads(page.one("form").attributes["data-event"]) == {"event": "not-decided"}
    assert page.one("textarea").text == "soon"
    assert [o.attributes["value"] for o in page.every("option") if "selected" in o.attributes] == [
        "call"
    ]
    assert [r.attributes["value"] for r in page.every("input") if "checked" in r.attributes] == [
        "false"
    ]


def test_no_history_is_no_list() -> None:
    assert not shown().children


def test_what_they_said_of_their_offer_has_its_entry() -> None:
    said = {"event": "offered", "in_writing": False, "said": "HR will send the letter next week"}
    page = shown({"on": "2027-02-11", **said})
    assert page.one("textarea").text == "HR will send the letter next week"


@pytest.mark.parametrize(("country", "says"), [("US", "canceled"), ("AU", "cancelled")])
def test_a_cancelled_interview_is_spelled_as_the_country_does(country: str, says: str) -> None:
    entry = Entry(on=date(2027, 3, 4), event="cancelled")
    assert event_text(entry, country=country) == f"They {says} or moved the interview"


def test_who_wants_no_calls_may_still_be_written_to() -> None:
    entry = Entry(on=date(2027, 3, 4), event="not-decided", agreed_to_next=False)
    assert event_text(entry, country="US").endswith("(they'd rather you didn't call)")


@pytest.mark.parametrize(
    ("event", "said", "understood"),
    [
        ("new-date", "by the end of next week", "We understood: by Friday, February 19."),
        ("invited", "can you come in on Tuesday?", "We understood: on Tuesday, February 16."),
        ("on-hold", "until April", "We understood: it's on hold until Wednesday, March 31."),
        (
            "offered",
            "please let us know by Friday",
            "We understood: they want your answer by Friday, Febru",
        ),
        ("acknowledged", "I'm away until Monday", "We understood: they're away until Monday, Febr"),
        ("not-decided", "call me next Wednesday", "We understood: you may get in touch on Wednes"),
        ("checks", "we'll see", "We found no day in this."),
        ("checks", " ", ""),
    ],
)
def test_the_words_of_an_event_alone_are_read_from_its_day(
    event: str, said: str, understood: str
) -> None:
    history = [{"on": "2027-02-11", "event": event, "said": said}]
    asked = {"today": "2027-02-14", "only": "reading", "history": history}
    told = answer_to(json.dumps(asked))["event_as_text"]
    assert told.startswith(understood)
    assert bool(told) == bool(understood)


def test_of_several_interviews_a_thank_you_says_which_it_was_for() -> None:
    first, second = ({"on": f"2027-02-{day}", "event": "thanked"} for day in ("05", "11"))
    again = {"on": "2027-02-10", "event": "interview"}
    told = [item.one("p").text for item in shown(first, again, second).every("li")]
    assert told[0].endswith("thanks for the interview on Thursday, February 4")
    assert told[2].endswith("thanks for the interview on Wednesday, February 10")
    assert shown(first).one("p").text.endswith("You sent your thanks")
