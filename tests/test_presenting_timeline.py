"""The picture of a plan: what it shows, how it stands, and that it needs no colours."""

import json
import re
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from html_outline import Element, outline

from calculator.browser import answer_to

BASE: dict[str, Any] = {"today": "2027-02-08", "interview": {"on": "2027-02-04"}}
IN_TWO_WEEKS = {"said": {"text": "between the 15th and 18th of February"}}


def picture(**facts: object) -> Element:
    html = answer_to(json.dumps(BASE | facts))["html"]
    return outline(html).one("svg", class_="timeline")


def xs(element: Element) -> list[int]:
    """Return where the dots stand, from the left."""
    return [int(dot.attributes["cx"]) for dot in element.every("circle")]


def test_it_says_the_same_in_words() -> None:
    svg = picture(**IN_TWO_WEEKS)
    assert svg.attributes["role"] == "img"
    assert svg.children[0].text == "Timeline of your plan"
    words = svg.one("desc").text
    assert words.startswith("Thursday, February 4: Your interview")
    assert "Monday, February 8: Today" in words
    assert "Thursday, February 18: The end of the time they gave" in words


def test_every_step_but_the_thanks_has_its_dot_and_stands_where_its_day_falls() -> None:
    steps = [s for s in answer_to(json.dumps(BASE))["plan"]["steps"] if s["action"] != "thank"]
    svg = picture()
    at = xs(svg)
    assert len(at) == len(steps) + 1
    assert at == sorted(at)
    days = [date.fromisoformat(day) for day in ("2027-02-04", *(step["on"] for step in steps))]
    scale = (at[-1] - at[0]) / (days[-1] - days[0]).days
    for x, day in zip(at, days, strict=True):
        assert x == pytest.approx(at[0] + scale * (day - days[0]).days, abs=1)


def test_the_time_that_they_named_is_a_band_between_its_days() -> None:
    assert picture(**IN_TWO_WEEKS).one("path", class_="timeline__window")
    assert not list(picture().every("path", class_="timeline__window"))


def test_a_new_date_takes_the_place_of_the_old_time() -> None:
    new = [{"on": "2027-02-08", "event": "new-date", "said": "by 1 March"}]
    words = picture(**IN_TWO_WEEKS, history=new).one("desc").text
    assert "Monday, March 1: The end of the time" in words
    assert "Thursday, February 18: The end" not in words


def test_it_needs_no_colours_and_has_no_style() -> None:
    svg = picture(**IN_TWO_WEEKS)
    drawn = [svg, *svg.every()]
    colours = {e.attributes.get(name) for e in drawn for name in ("fill", "stroke")}
    assert colours <= {None, "none", "currentColor"}
    assert not any("style" in e.attributes for e in drawn)


def test_two_days_of_a_month_share_its_name_and_their_room() -> None:
    svg = picture(said={"text": "by March 10"})
    numbers = [one.text for one in svg.every("text", class_="timeline__number")]
    assert numbers == ["Mar 12", "19", "26"]


def test_a_day_has_its_number_beside_one_whose_month_is_written_before() -> None:
    invited = {"on": "2027-02-15", "event": "invited", "said": "on February 25"}
    svg = picture(
        interview={"on": "2027-02-04"},
        said={"text": "by the end of next week"},
        today="2027-02-16",
        history=[invited],
    )
    numbers = [one.text for one in svg.every("text", class_="timeline__number")]
    assert numbers == ["Feb 16", "25", "Mar 4", "11", "18"]


@pytest.mark.parametrize("country", ["US", "GB"])
def test_the_day_that_is_next_has_its_number_whatever_stands_close_to_it(country: str) -> None:
    moved = [{"on": "2027-02-08", "event": "cancelled", "channel": "email"}]
    for facts in ({"history": moved}, {"promises": [{"what": "email", "on": "2027-02-10"}]}):
        answer = answer_to(json.dumps({**BASE, **facts, "country": country}))
        next_ = next(s for s in answer["plan"]["steps"] if s["id"] == answer["plan"]["next"])
        svg = outline(answer["html"]).one("svg", class_="timeline")
        numbers = [one.text for one in svg.every("text", class_="timeline__number")]
        day = str(int(next_["on"][-2:]))
        assert next_["action"] == "thank" or any(day in number.split() for number in numbers)


def test_no_two_numbers_stand_over_each_other_and_each_month_is_named_once() -> None:
    for facts in ({}, IN_TWO_WEEKS, {"policy": {"persistence": "weekly"}}, {"country": "GB"}):
        numbers = list(picture(**facts).every("text", class_="timeline__number"))
        edges = [
            (int(one.attributes["x"]) - 7 * len(one.text) / 2, len(one.text)) for one in numbers
        ]
        assert all(left + 7 * long <= right for (left, long), (right, _) in pairwise(edges))
        assert edges[0][0] >= 0
        assert edges[-1][0] + 7 * edges[-1][1] <= 320
        months = [re.sub(r"[\d ]", "", one.text) for one in numbers]
        named = [month for month in months if month]
        assert months[0]
        assert len(named) == len(set(named))


def test_a_day_is_written_as_the_country_does() -> None:
    first = next(picture(country="GB").every("text", class_="timeline__number")).text
    assert re.fullmatch(r"\d+ Feb", first)
    assert re.fullmatch(r"Feb \d+", next(picture().every("text", class_="timeline__number")).text)


def test_each_day_says_what_it_is_for_where_there_is_room() -> None:
    said = {"text": "by Friday, February 12"}
    labels = [one.text for one in picture(said=said).every("text", class_="timeline__label")]
    assert labels == ["today", "email", "call", "let go"]


@pytest.mark.parametrize("today", ["2027-02-15", "2027-02-16", "2027-02-17"])
def test_the_word_for_today_gives_way_to_what_is_done_on_a_day(today: str) -> None:
    svg = picture(today=today, said={"text": "by Friday, February 12"})
    labels = list(svg.every("text", class_="timeline__label"))
    assert [one.text for one in labels] == ["today", "email", "call", "let go"]
    edges = sorted(
        (int(one.attributes["x"]) - 4 * len(one.text), 8 * len(one.text)) for one in labels
    )
    assert all(left + wide < right for (left, wide), (right, _) in pairwise(edges))


def test_a_day_without_room_above_the_line_stands_below_it() -> None:
    late = picture(today="2027-03-20", said={"text": "by Friday, February 12"})
    above = [one.text for one in late.every("text", class_="timeline__number")]
    assert above == ["Mar 22", "Apr 5"]
    assert "29" in [one.text for one in late.every("text", class_="timeline__label")]
