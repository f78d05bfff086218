"""Several interviews: what is due today across all of them, and each with its next step."""

import json
from typing import Any

import pytest
from html_outline import Element, outline
from hypothesis import given, settings
from hypothesis import strategies as st

from calculator.browser import OUR_FAULT, respond
from calculator.planning.plan import Plan
from calculator.planning.planner import plan
from calculator.situation import Situation

TODAY = "2027-02-11"
THANKED: dict[str, Any] = {"on": "2027-02-05", "event": "thanked"}
DUE: dict[str, Any] = {
    "id": "a/1",
    "title": "Acme <b>nurse</b>",
    "archived": False,
    "request": {"interview": {"on": "2027-02-04"}, "history": [THANKED]},
}
LATER: dict[str, Any] = {
    "id": "b",
    "title": "Clinic",
    "archived": False,
    "request": {
        "interview": {"on": "2027-02-04"},
        "said": {"text": "by 1 March", "on": "2027-02-04"},
        "history": [THANKED],
    },
}
EMPTY: dict[str, Any] = {"id": "c", "title": "", "archived": False, "request": {}}


def answer(*interviews: object, **facts: object) -> dict[str, Any]:
    request = {"today": TODAY, "interviews": list(interviews), **facts}
    found: dict[str, Any] = json.loads(respond(json.dumps(request)))
    return found


def page(*interviews: object, **facts: object) -> Element:
    return outline(answer(*interviews, **facts)["html"])


def headings(element: Element) -> list[str]:
    return [heading.text for heading in element.every("h2")]


def due(shown: Element) -> list[str]:
    return [one.text for one in shown.every("p") if "data-status" in one.attributes]


def test_what_is_due_today_comes_first() -> None:
    shown = page(LATER, EMPTY, DUE)
    assert headings(shown) == ["Today", "In progress", "Side by side"]
    assert due(shown) == ["Send an email"]
    # Each stands there once; the others stay in the order in which the page asks.
    names = [heading.text for heading in shown.every("h3")]
    assert names == ["Acme <b>nurse</b>", "Clinic", "Interview without a name"]


def test_what_has_waited_longest_is_first() -> None:
    asked_early = {"said": {"text": "by February 5"}, "interview": {"on": "2027-02-01"}}
    older = {**DUE, "id": "old", "title": "Old", "request": asked_early}
    assert [heading.text for heading in page(DUE, older).every("h3")] == [
        "Old",
        "Acme <b>nurse</b>",
    ]


def test_what_is_late_says_since_when() -> None:
    shown = page(DUE, today="2027-02-12")
    assert due(shown) == ["Send an email (planned for Thursday, February 11)"]


def test_what_is_for_today_needs_no_day() -> None:
    waiting = {**DUE, "request": {"interview": {"on": "2027-02-10"}}}
    assert due(page(waiting)) == ["Send your thank-you note"]


def test_a_day_without_anything_says_so() -> None:
    assert "Nothing to do today." in page(LATER).text


def test_each_can_be_opened_renamed_noted_archived_and_deleted() -> None:
    item = page({**DUE, "notes": "Ask <b>about</b> nights"}, site_root="../../").one(
        "li", class_="overview__item"
    )
    # Behind the sign that ends what a browser asks a server for.
    assert item.one("a").attributes["href"] == "../../calculator/#open=a%2F1"
    note, rename = item.every("form")
    assert (note.attributes["data-note"], rename.attributes["data-rename"]) == ("a/1", "a/1")
    assert item.one("p", class_="overview__notes").text == "Ask <b>about</b> nights"
    assert note.one("textarea").text == "Ask <b>about</b> nights"
    assert rename.one("input", name="title").attributes["value"] == "Acme <b>nurse</b>"
    archive, delete = item.every("button", type_="button")
    assert (archive.attributes["data-archive"], delete.attributes["data-delete"]) == ("a/1", "a/1")
    assert archive.text == "Archive: Acme <b>nurse</b>"


def test_one_that_is_archived_can_be_taken_out() -> None:
    item = page({**DUE, "archived": True}).one("li", class_="overview__item")
    (button, _) = item.every("button", type_="button")
    assert button.attributes["data-unarchive"] == "a/1"


@pytest.mark.parametrize(
    ("unreadable", "why"), [("newer", "A newer version"), ("damaged", "can't be shown")]
)
def test_one_that_cannot_be_read_is_a_line_that_says_so(unreadable: str, why: str) -> None:
    shown = page({"id": "x1", "unreadable": unreadable}, DUE)
    good, odd = shown.every("li", class_="overview__item")
    assert why in odd.text
    assert odd.one("button").attributes["data-delete"] == "x1"
    assert "Send an email" in good.text
    assert good.one("h3").text == "Acme <b>nurse</b>"


def test_one_that_cannot_be_planned_hides_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(situation: Situation) -> Plan:
        if situation.said:
            raise ZeroDivisionError
        return plan(situation)

    monkeypatch.setattr("calculator.browser.plan", failing)
    good, odd = page(LATER, DUE).every("li", class_="overview__item")
    assert "can't be shown" in odd.text
    assert good.one("h3").text == "Acme <b>nurse</b>"


def test_the_archived_are_apart_and_have_nothing_due() -> None:
    shown = page({**DUE, "archived": True}, LATER)
    assert headings(shown) == ["Today", "In progress", "Archived"]
    assert "Nothing to do today." in shown.text
    assert "Take out of the archive" in shown.text


def test_they_stand_side_by_side_with_what_was_said_and_what_is_left() -> None:
    rows = list(page(DUE, LATER).one("tbody").every("tr"))
    assert [cell.text for cell in rows[1].children] == [
        "Clinic",
        "Thursday, February 4",
        "by Monday, March 1",
        "Send an email: Wednesday, March 3 (in 20 days)",
        "2",
    ]


def test_none_is_said_too() -> None:
    assert page().text == "None of your interviews match that."


def test_a_damaged_one_spoils_no_other() -> None:
    bad_ones: list[Any] = [None, 3, [], {"interview": 3}, {"today": 1}]
    spoilt = [{**EMPTY, "request": bad} for bad in bad_ones]
    shown = page(*spoilt, DUE)
    assert len(list(shown.every("li", class_="overview__item"))) == 6
    assert due(shown) == ["Send an email"]


@settings(max_examples=50, deadline=None)
@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=9),
        lambda inside: (
            st.lists(inside, max_size=3)
            | st.dictionaries(st.sampled_from(["id", "title", "request", "on"]), inside)
        ),
        max_leaves=8,
    )
)
def test_whatever_comes_in_gets_an_answer(value: object) -> None:
    for request in ({"interviews": value, "today": TODAY}, {"interviews": [value], "today": value}):
        said = json.loads(respond(json.dumps(request)))
        assert said.keys() == {"html", "problems"}
        assert OUR_FAULT.message not in [problem["message"] for problem in said["problems"]]
