"""The table of waits for those whose browser runs no scripts."""

from html_outline import Element, outline

from calculator.days import day_text
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
    assert rows[7].children[1].text == "Monday, March 22 (18 days)"
    assert rows[7].children[2].text.startswith("write; then call on Monday, March 29")


def test_without_a_date_the_wait_is_that_of_the_rule() -> None:
    wait = rule("no-date-email").amount("wait")
    assert wait.unit == "days"
    first = next(table().one("tbody").every("tr"))
    assert first.children[1].text.endswith(f"({wait.count} days)")


def test_it_says_for_which_day_it_holds() -> None:
    assert day_text(INTERVIEW) in table().one("caption").text
