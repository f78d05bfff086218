"""The form by itself: near days, the picker, the weekday, and when it was said."""

import pytest
from forms import START, days, enter_date, make_plan, open_form, unfold
from playwright.sync_api import Page, expect

FIELDS = "['day', 'month', 'year'].map((name) => document.querySelector(`[name=${name}]`).value)"
# As the browser's own calendar does it.
PICK = """(picker) => {
    picker.value = "2027-03-12";
    picker.dispatchEvent(new Event("input", { bubbles: true }));
}"""


def open_alone(page: Page, site: str) -> None:
    """Open the form; the calculator's script never comes."""
    page.route("**/scripts/app-*.js", lambda _: None)
    page.goto(f"{site}/calculator/?today=2027-02-05", wait_until="commit")


@pytest.mark.parametrize(
    ("button", "fields", "weekday"),
    [
        ("Today", ["5", "2", "2027"], "Friday, February 5"),
        ("Yesterday", ["4", "2", "2027"], "Thursday, February 4"),
        ("Last Friday", ["29", "1", "2027"], "Friday, January 29"),
    ],
)
def test_a_near_day_is_entered_by_one_tap_before_the_calculator_is_there(
    page: Page, site: str, button: str, fields: list[str], weekday: str
) -> None:
    open_alone(page, site)
    page.get_by_role("button", name=button).click()
    assert page.evaluate(FIELDS) == fields
    expect(page.locator("#interview-echo")).to_have_text(weekday)


def test_what_is_typed_or_picked_is_said_with_its_weekday_before_the_calculator_is_there(
    page: Page, site: str
) -> None:
    open_alone(page, site)
    echo = page.locator("#interview-echo")
    enter_date(page, "4", "feb", "2027")
    expect(echo).to_have_text("Thursday, February 4")
    page.locator("#country").select_option("GB")
    expect(echo).to_have_text("Thursday 4 February")
    # A day to come, too: an interview may be ahead.
    page.locator("#picker").evaluate(PICK)
    assert page.evaluate(FIELDS) == ["12", "3", "2027"]
    expect(echo).to_have_text("Friday 12 March")


def test_what_they_wrote_later_counts_from_the_day_they_wrote_it(page: Page, site: str) -> None:
    open_form(page, site, today="2027-02-19")
    enter_date(page, "4", "2", "2027")
    page.locator("#said").fill("in two weeks")
    reading = page.locator("#reading .reading__window")
    expect(reading).to_contain_text("February 18", timeout=START)
    expect(page.locator("#said-day")).to_have_text("At the interview")
    page.locator("#when summary").click()
    page.locator("#said-on").fill("2027-02-10")
    expect(page.locator("#said-day")).to_have_text("Wednesday, February 10")
    expect(reading).to_contain_text("February 24")


def test_what_is_corrected_after_coming_back_stays(page: Page, site: str) -> None:
    open_form(page, site)
    enter_date(page, "31", "2", "2027")
    page.locator("#said").fill("next week")
    go_elsewhere(page, site)
    day = page.locator("[name=day]")
    expect(day).to_have_value("31")
    expect(page.locator("#plan")).to_be_hidden()
    day.press("Control+A")
    page.keyboard.type("8")
    expect(day).to_have_value("8")


def test_answers_that_are_not_sent_keep_their_own_reading(page: Page, site: str) -> None:
    open_form(page, site)
    enter_date(page, "4", "2", "2027")
    page.locator("#said").fill("by the end of next week")
    make_plan(page)
    days(page)
    page.locator("[name=day]").fill("1")
    page.locator("#said").fill("in two weeks")
    window = page.locator("#reading .reading__window")
    expect(window).to_contain_text("February 15")
    page.locator("#plan button[data-event*=thanked]").first.click()
    expect(page.locator("#history li")).to_have_count(1)
    expect(window).to_contain_text("February 15")
    expect(page.locator("#interview-echo")).to_have_text("Monday, February 1")
    expect(page.locator("[name=day]")).to_be_visible()


def go_elsewhere(page: Page, site: str) -> None:
    """Look at another page and come back by a link."""
    page.goto(f"{site}/interviews/?today=2027-02-04")
    open_form(page, site)


def test_what_is_typed_and_not_planned_is_there_again(page: Page, site: str) -> None:
    open_form(page, site)
    enter_date(page, "4", "2", "2027")
    page.locator("#said").fill("by the end of next week")
    for come_back in (page.reload, lambda: go_elsewhere(page, site)):
        come_back()
        for name, text in (("day", "4"), ("month", "2"), ("year", "2027")):
            expect(page.locator(f"[name={name}]")).to_have_value(text)
        expect(page.locator("#said")).to_have_value("by the end of next week")
    make_plan(page)
    days(page)
    page.locator("#said").fill("in three weeks")
    # With a plan that is there again too, and so is what is half entered in it.
    page.locator("#heard summary", has_text="A new date").click()
    half = page.locator("#plan form[data-event*=new-date] [name$=said]").first
    half.fill("by the end of March")
    page.reload()
    days(page)
    expect(page.locator("#said")).to_have_value("in three weeks")
    expect(half).to_have_value("by the end of March")
    expect(half).to_be_visible()
    # Whatever else is done meanwhile; once it is sent, it is no longer half entered.
    unfold(page)
    page.get_by_label("Employer").fill("Acme")
    expect(page.locator("#plan")).to_contain_text("Acme", use_inner_text=False)
    expect(half).to_have_value("by the end of March")
    page.locator("#plan button[data-event*=thanked]").first.click()
    expect(page.locator("#history li")).to_have_count(1)
    expect(half).to_have_value("by the end of March")
    half.locator("xpath=ancestor::form").locator("[type=submit]").click()
    expect(page.locator("#history li")).to_have_count(2)
    expect(half).to_have_value("")


def test_the_day_of_a_pasted_message_offers_itself(page: Page, site: str) -> None:
    open_form(page, site, today="2027-02-10")
    enter_date(page, "4", "2", "2027")
    page.locator("#said").fill(
        "From: Dana\nSent: Tuesday, February 9, 2027 10:12 AM\nTo: Sam\n\n"
        "You'll hear by the end of next week."
    )
    reading = page.locator(".reading__window")
    expect(reading).to_contain_text("by Friday, February 12", timeout=START)
    page.get_by_role("button", name="Count from that day").click()
    expect(reading).to_contain_text("by Friday, February 19")
    expect(page.locator("#said-day")).to_have_text("Tuesday, February 9")
    make_plan(page)
    assert days(page)["email"] == "2027-02-23"
