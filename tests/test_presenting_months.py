"""The plan's days on the pages of a calendar: each under its weekday, days off told apart."""

import json
from datetime import date, datetime
from typing import Any

import pytest
from html_outline import Element, outline

from calculator.browser import answer_to

BASE: dict[str, Any] = {
    "today": "2027-02-05",
    "interview": {"on": "2027-02-04"},
    "said": {"text": "by the end of next week"},
}


def answer(**facts: object) -> tuple[Element, list[dict[str, Any]]]:
    found = answer_to(json.dumps(BASE | facts))
    return outline(found["html"]), found["plan"]["steps"]


def days(page: Element, kind: str) -> set[date]:
    """Return the days of a kind, by the month and the weekday under which they stand."""
    found = set()
    for month in page.every("table", class_="month"):
        first = datetime.strptime(month.children[0].text, "%B %Y").date()  # noqa: DTZ007 (a day)
        heads = [head.attributes["title"] for head in month.every("abbr")]
        for row in list(month.every("tr"))[1:]:
            for name, cell in zip(heads, row.children, strict=True):
                if f"month__day--{kind}" in cell.attributes.get("class", "").split():
                    day = first.replace(day=int(cell.text.split(":")[0]))
                    assert f"{day:%A}" == name
                    found.add(day)
    return found


def test_each_day_that_is_left_stands_under_its_weekday() -> None:
    page, steps = answer()
    assert days(page, "step") == {date.fromisoformat(step["on"]) for step in steps}
    assert days(page, "today") == {date(2027, 2, 5)}
    assert max(days(page, "named")) == date(2027, 2, 12)


def test_the_day_to_hear_by_is_called_over_only_once_it_is() -> None:
    before, _ = answer()
    assert "12: you should hear by then" in before.text
    after, _ = answer(today="2027-02-15")
    assert "12: you should have heard" in after.text


def test_weekends_and_public_holidays_are_off() -> None:
    page, _ = answer()
    off = days(page, "off")
    assert date(2027, 2, 15) in off
    assert {day for day in off if day.weekday() < 5} == {date(2027, 2, 15)}
    assert "15: Presidents' Day" in page.text


@pytest.mark.parametrize(("country", "first"), [("US", "Sunday"), ("GB", "Monday")])
def test_a_week_begins_as_in_the_country(country: str, first: str) -> None:
    page, _ = answer(country=country)
    months = list(page.every("table", class_="month"))
    assert [next(month.every("abbr")).attributes["title"] for month in months] == [first] * 2


@pytest.mark.parametrize(
    "facts",
    [
        {"history": [{"on": "2027-02-05", "event": "stopped"}]},
        {"said": {"text": "by the end of June"}},
        {"read_only": True},
    ],
    ids=["over", "longer than three months", "only read"],
)
def test_where_it_helps_nobody_there_is_none(facts: dict[str, object]) -> None:
    page, _ = answer(**facts)
    assert list(page.every("table", class_="month")) == []


def test_a_day_to_hear_by_may_come_before_the_interview_that_was_called_off() -> None:
    off = {"on": "2027-03-16", "event": "cancelled", "channel": "call"}
    off["said"] = "We have to postpone Friday. We'll let you know a new date by Wednesday."
    page, _ = answer(today="2027-03-16", interview={"on": "2027-03-19"}, said=None, history=[off])
    assert days(page, "named") == {date(2027, 3, 17)}
