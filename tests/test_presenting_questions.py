"""The questions, one at a time, and the answers that were given."""

import json
from typing import Any

import pytest
from html_outline import Element, outline

from calculator.browser import answer_to
from calculator.presenting.question_wording import QUESTIONS

BASE: dict[str, Any] = {"today": "2027-02-08", "interview": {"on": "2027-02-04"}, "country": "US"}
ONE_OF_EACH: dict[str, Any] = {
    "route": "agency",
    "leave_to_call": {"on": "2027-02-18"},
    "promises": [{"what": "other", "on": "2027-02-15", "note": "send references"}],
    "no_calls": False,
    "told_to_wait": True,
    "offer": {"on": "2027-02-05", "answer_by": "2027-02-16"},
    "sector": "academic",
    "interviewers": 7,
    "interview": {"on": "2027-02-04", "round": "final"},
    "country": "CA",
    "region": "ON",
    "employer": {"staff_25_or_more": True},
    "closed": [["2027-02-22", "2027-02-26"]],
    "policy": {"channel": "email"},
}


def shown(**facts: object) -> Element:
    return outline(answer_to(json.dumps(BASE | facts))["questions_html"])


def patches(element: Element) -> dict[str, Any]:
    """Return what each button does, by its words for those who see them."""
    buttons = element.every("button", type_="button")
    return {b.text.partition(":")[0]: json.loads(b.attributes["data-merge"]) for b in buttons}


def given(page: Element, name: str) -> str:
    return page.one("li", data_answered=name).one("strong").text


def test_one_question_is_asked_and_it_is_the_most_telling() -> None:
    said = answer_to(json.dumps(BASE))
    asked = outline(said["questions_html"]).one("fieldset", class_="question")
    assert asked.attributes["data-question"] == said["questions"][0]
    assert asked.one("legend").text == QUESTIONS[said["questions"][0]].asks


def test_not_knowing_skips_the_question_and_keeps_what_was_skipped_before() -> None:
    page = shown(skipped=["offer"])
    name = page.one("fieldset", class_="question").attributes["data-question"]
    patch = patches(page.one("fieldset", class_="question"))["I don't know"]
    assert patch["skipped"] == ["offer", name]
    after = shown(skipped=patch["skipped"])
    assert after.one("fieldset", class_="question").attributes["data-question"] != name
    assert given(after, name) == "I don't know"


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("route", "A recruitment agency"),
        ("leave_to_call", "Yes, on Thursday 18 February 2027"),
        ("promises", "send references, on Monday 15 February 2027"),
        ("no_calls", "No"),
        ("told_to_wait", "Yes"),
        ("offer", "Yes, and it wants an answer by Tuesday 16 February 2027"),
        ("sector", "A university"),
        ("interviewers", "7"),
        ("round", "No, this was the last of several"),
        ("region", "Ontario"),
        ("employer", "Do 25 or more people work there? Yes."),
        ("closed", "from Monday 22 February 2027 to Friday 26 February 2027"),
        ("policy", "Email only; Twice"),
    ],
)
def test_an_answer_is_shown_in_words_and_can_be_changed(name: str, answer: str) -> None:
    page = shown(**ONE_OF_EACH)
    assert given(page, name) == answer
    change = page.one("li", data_answered=name).one("details")
    assert change.one("summary").text == f"Change: {QUESTIONS[name].about}"
    assert "I don't know" in patches(change)


def test_a_no_is_told_from_not_knowing() -> None:
    page = shown(offer=False, leave_to_call=False, skipped=["route"])
    assert given(page, "offer") == given(page, "leave_to_call") == "No"
    assert given(page, "route") == "I don't know"
    assert answer_to(json.dumps(BASE | {"offer": False}))["problems"] == []


def test_a_form_sends_what_the_request_calls_it() -> None:
    page = shown(**ONE_OF_EACH)
    names = {i.attributes["name"] for i in page.every("input") if i.attributes["type"] == "date"}
    assert names == {
        *("leave_to_call.on", "promises.0.on", "promises.1.on", "offer.on", "offer.answer_by"),
        *("closed.0.0", "closed.0.1"),
    }


def test_every_field_and_every_group_of_fields_has_its_words() -> None:
    page = shown(**ONE_OF_EACH)
    labelled = [
        field
        for label in page.every("label")
        for tag in ("input", "select", "textarea")
        for field in label.every(tag)
    ]
    assert len(labelled) == sum(
        len(list(page.every(tag))) for tag in ("input", "select", "textarea")
    )
    assert all(group.children[0].tag == "legend" for group in page.every("fieldset"))


def test_no_two_buttons_do_different_things_under_one_name() -> None:
    page = shown(**ONE_OF_EACH)
    buttons = [(b.text, b.attributes.get("data-merge", "")) for b in page.every("button")]
    assert len({name for name, _ in buttons}) == len(set(buttons))


def test_nothing_is_asked_once_the_plan_is_over() -> None:
    stopped = [{"on": "2027-02-08", "event": "stopped"}]
    assert not list(shown(history=stopped).every("fieldset"))
