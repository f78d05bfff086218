"""What happened, as a person enters it: read while they type, and refused in our words."""

import re

import pytest
from forms import START, alert, open_form, plan_on_page
from playwright.sync_api import Locator, Page, expect


def opened(page: Page, site: str, answer: str) -> Locator:
    """The open form for an answer of theirs, on the page of a plan."""
    open_form(page, site, today="2027-02-11")
    plan_on_page(page, "by the end of next week")
    page.locator("#heard summary", has_text=answer).click()
    return page.locator("#heard .opens[open] form")


def test_what_is_understood_of_their_words_stands_below_them_while_they_are_typed(
    page: Page, site: str
) -> None:
    form = opened(page, site, "A new date")
    understood = form.get_by_role("status")
    form.locator("textarea").fill("by the end of next week")
    expect(understood).to_have_text("We understood: by Friday, February 19.", timeout=START)
    # It counts from the day on which they said it.
    form.locator("[name='event.on']").fill("2027-02-05")
    expect(understood).to_have_text("We understood: by Friday, February 12.", timeout=START)
    form.locator("textarea").fill("we'll see")
    expect(understood).to_have_text("We found no day in this.", timeout=START)


def test_a_day_to_come_is_refused_beside_its_field_in_our_words(page: Page, site: str) -> None:
    form = opened(page, site, "They said no")
    form.locator("[name='event.on']").fill("2027-03-01")
    form.get_by_role("button").click()
    assert "must be today or in the past" in alert(page)
    error = form.locator(".form__error", has_text="must be today or in the past")
    expect(error).to_be_visible()
    form.locator("[name='event.on']").fill("2027-02-10")
    expect(error).to_be_hidden()
    form.get_by_role("button").click()
    expect(page.locator("#history time")).to_have_attribute("datetime", "2027-02-10", timeout=START)


@pytest.mark.parametrize("answer", ["They said no", "An offer"])
def test_a_day_that_is_typed_half_is_not_taken_for_today(
    page: Page, site: str, answer: str
) -> None:
    form = opened(page, site, answer)
    day = form.locator("[name='event.on']")
    day.fill("")
    day.press_sequentially("12")
    form.get_by_role("button").click()
    expect(form.locator(".form__error", has_text="Enter the whole date")).to_be_visible()
    expect(day).to_be_focused()
    expect(page.locator("#history")).to_be_hidden()


def test_an_entry_that_lies_ahead_of_a_wrong_clock_is_led_to_and_put_right(
    page: Page, site: str
) -> None:
    form = opened(page, site, "They're still deciding")
    form.get_by_role("button").click()
    expect(page.locator("#history time")).to_be_attached(timeout=START)
    open_form(page, site, today="2027-02-08")
    page.locator("#problems a", has_text="must be today or in the past").click(timeout=START)
    day = page.locator("#history [name='event.on']")
    expect(day).to_be_focused()
    expect(page.locator("#history .form__error", has_text="must be today")).to_be_visible()
    day.fill("2027-02-08")
    page.locator("#history").get_by_role("button", name=re.compile("^Save")).click()
    expect(page.locator("#plan .plan__next")).to_be_visible(timeout=START)
    expect(page.locator("#problems")).to_be_hidden()
