"""The picture of a plan: what it shows, how it stands, and that it needs no colours."""

import json
import re
from itertools import pairwise
from typing import Any

from html_outline import Element, outline

from calculator.browser import answer_to

BASE: dict[str, Any] = {"today": "2027-02-08", "interview": {"on": "2027-02-04"}}
IN_TWO_WEEKS = {"said": {"text": "between the 15th and 18th of February"}}


def picture(**facts: object) -> Element:
    html = answer_to(json.dumps(BASE | facts))["html"]
    return outline(html).one("svg", class_="timeline")


def heights(element: Element) -> list[int]:
    return [int(text.attributes["y"]) for text in element.every("text", class_="timeline__day")]


def test_it_says_the_same_in_words() -> None:
    svg = picture(**IN_TWO_WEEKS)
    assert svg.attributes["role"] == "img"
    assert svg.children[0].text == "Timeline of your plan"
    words = svg.one("desc").text
    assert words.startswith("Thursday 4 February 2027: Your interview")
    assert "Monday 8 February 2027: Today" in words
    assert "Monday 15 February 2027: The time they named begins" in words
    assert "Thursday 18 February 2027: The time they named ends" in words


def test_every_step_of_the_plan_is_in_it() -> None:
    steps = answer_to(json.dumps(BASE))["plan"]["steps"]
    shown = picture().one("desc").text
    assert len(steps) > 3
    assert all(str(int(step["on"][8:])) in shown for step in steps)
    assert len(list(picture().every("circle"))) == len(
        {step["on"] for step in steps} | {BASE["interview"]["on"]}
    )


def test_days_stand_in_order_and_a_longer_wait_is_a_longer_way() -> None:
    at = heights(picture(said={"text": "by 30 April 2027"}))
    ways = [below - above for above, below in pairwise(at)]
    assert min(ways) >= 30
    assert max(ways) > min(ways) + 20


def test_the_time_that_they_named_is_a_band_between_its_days() -> None:
    svg = picture(**IN_TWO_WEEKS)
    band = svg.one("rect", class_="timeline__window")
    assert int(band.attributes["height"]) > 0
    assert not list(picture().every("rect"))


def test_a_new_date_takes_the_place_of_the_old_time() -> None:
    new = [{"on": "2027-02-08", "event": "new-date", "said": "by 1 March"}]
    words = picture(**IN_TWO_WEEKS, history=new).one("desc").text
    assert "Monday 1 March 2027: The time they named ends" in words
    assert "Thursday 18 February 2027: The time" not in words


def test_it_needs_no_colours_and_has_no_style() -> None:
    svg = picture(**IN_TWO_WEEKS)
    drawn = [svg, *svg.every()]
    colours = {e.attributes.get(name) for e in drawn for name in ("fill", "stroke")}
    assert colours <= {None, "none", "currentColor"}
    assert not any("style" in e.attributes for e in drawn)


def test_no_line_is_wider_than_the_picture() -> None:
    # A letter is at most about as wide as half its height; the text begins at 34 of 320.
    texts = [t.text for t in picture(country="CA", region="ON").every("text")]
    assert max(map(len, texts)) * 7 < 320 - 34
    assert all(re.match(r"\w", text) for text in texts)
