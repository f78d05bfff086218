"""The table of waits for those whose browser runs no scripts."""

import re

from html_outline import Element, outline

from calculator.planning.rules import rule
from tools.site.pages import fill
from tools.site.waits import INTERVIEW, STATEMENTS


def table() -> Element:
    page = fill("{{ waits() }}", source="x.md", site_root="../", engine={})
    return outline(page).one("table")


def test_each_statement_has_its_day_and_what_follows() -> None:
    rows = list(table().one("tbody").every("tr"))
    assert len(rows) == len(STATEMENTS)
    assert rows[7].children[0].text == "“in two weeks”"
    # Two weeks end on Thursday 18 March, and two working days more are fair.
    assert rows[7].children[1].text == "18 days, until Monday"
    assert rows[7].children[2].text == "write; then call 7 days later"


def test_without_a_date_the_wait_is_that_of_the_rule() -> None:
    wait = rule("no-date-email").amount("wait")
    assert wait.unit == "days"
    first = next(table().one("tbody").every("tr"))
    assert first.children[1].text.startswith(f"{wait.count} days, ")


def test_it_names_no_date_that_could_be_taken_for_ones_own() -> None:
    shown = table().text
    assert "an interview on a Thursday" in shown
    assert not re.search(rf"{INTERVIEW:%B}|{INTERVIEW.year}", shown)
