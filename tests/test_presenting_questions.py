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


def cases(page: Element) -> list[Element]:
    return [each for each in page.every("details") if "data-question" in each.attributes]


def test_an_answer_moves_no_other_case_from_its_place() -> None:
    def names(**facts: object) -> list[str]:
        return [case.attributes["data-question"] for case in cases(shown(**facts))]

    first = names()
    for facts in ({"route": "direct"}, {"no_calls": True}, {"sector": "public"}):
        left = names(**facts)
        assert left == [name for name in first if name in left]
        assert len(left) < len(first)


def test_every_case_is_there_to_choose() -> None:
    answer = answer_to(json.dumps(BASE))
    offered = cases(outline(answer["questions_html"]))
    asked = [name for name in answer["questions"] if name not in ("country", "policy", "history")]
    names = [case.attributes["data-question"] for case in offered]
    assert set(names) > set(asked)
    for case, name in zip(offered, names, strict=True):
        assert case.one("summary").text == QUESTIONS[name].case
        # Where an answer was not tried, or changes nothing by itself, nothing is said of it.
        would = answer["question_changes"].get(name)
        assert [each.text for each in case.every(class_="question__changes")] == [would] * bool(
            would
        )


def test_what_only_the_person_knows_is_told_without_a_made_up_day() -> None:
    changes = answer_to(json.dumps(BASE))["question_changes"]
    assert changes["promises"] == "If you promised to call, the plan keeps you to that day."
    assert changes["offer"].endswith("the plan goes by the day they want your answer.")


def test_regions_are_listed_by_their_names() -> None:
    (form,) = (
        each for each in cases(shown(country="US")) if each.attributes["data-question"] == "region"
    )
    names = [each.text for each in form.every("option")][1:]
    assert names == sorted(names)
    assert names[:3] == ["Alabama", "Alaska", "American Samoa"]


def test_an_answer_can_be_taken_back() -> None:
    (change,) = shown(route="agency").one("li", data_answered="route").every("details")
    assert patches(change)["I don't know"] == {"route": None}


def test_what_a_country_does_not_have_is_no_case() -> None:
    def names(country: str) -> set[str]:
        return {case.attributes["data-question"] for case in cases(shown(country=country))}

    assert {"region", "employer"} <= names("CA")
    assert "employer" not in names("GB")


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("route", "A recruitment agency"),
        ("leave_to_call", "Yes, on Thursday, February 18"),
        ("promises", "send references, on Monday, February 15"),
        ("no_calls", "No"),
        ("told_to_wait", "Yes"),
        ("offer", "Yes, and it wants an answer by Tuesday, February 16"),
        ("sector", "A university"),
        ("interviewers", "7"),
        ("round", "No, this was the last of several"),
        ("region", "Ontario"),
        ("employer", "Do 25 or more people work there? Yes."),
        ("closed", "from Monday, February 22 to Friday, February 26"),
    ],
)
def test_an_answer_is_shown_in_words_and_can_be_changed(name: str, answer: str) -> None:
    page = shown(**ONE_OF_EACH)
    assert given(page, name) == answer
    change = page.one("li", data_answered=name).one("details")
    assert change.one("summary").text == f"Change: {QUESTIONS[name].about}"
    assert "I don't know" in patches(change)


def test_a_no_is_an_answer() -> None:
    page = shown(offer=False, leave_to_call=False)
    assert given(page, "offer") == given(page, "leave_to_call") == "No"
    assert answer_to(json.dumps(BASE | {"offer": False}))["problems"] == []


def test_a_form_sends_what_the_request_calls_it() -> None:
    page = shown(**ONE_OF_EACH)
    names = {i.attributes["name"] for i in page.every("input") if i.attributes["type"] == "date"}
    assert names == {
        *("leave_to_call.on", "promises.0.on", "promises.1.on", "offer.on", "offer.answer_by"),
        "offer.moved_on",
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


IN_CANADA = {"country": "CA", "today": "2027-10-07", "interview": {"on": "2027-10-07"}}


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        ({"said": {"text": "within 5 business days"}}, 1),  # Thanksgiving, in most provinces
        ({"said": {"text": "within 5 business days"}, "region": "ON"}, 0),
        ({"said": {"text": "within 5 business days"}, "read_only": True}, 0),
        ({"said": None}, 1),  # Ontario's law
        ({"said": None, "country": "IE"}, 0),
    ],
)
def test_where_a_day_depends_on_the_region_it_is_asked_beside_the_plan(
    facts: dict[str, object], count: int
) -> None:
    page = outline(answer_to(json.dumps({**IN_CANADA, **facts}))["html"])
    forms = list(page.every("form", class_="asked"))
    assert len(forms) == count
    for form in forms:
        choices = [option.text for option in form.every("option")]
        assert choices[0] == "Choose"
        assert "Ontario" in choices
