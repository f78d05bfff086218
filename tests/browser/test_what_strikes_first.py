"""What somebody sees before they look for it: the day, what was understood, and what is left."""

import pytest
from forms import START, days, enter_date, make_plan, open_form, plan_on_page
from playwright.sync_api import Browser, Locator, Page, expect

MAIL = f"Hi Sam,\n\n{'It was good to meet you. ' * 40}\n\nWe will decide by the end of next week."


def top(place: Locator) -> float:
    found = place.bounding_box()
    assert found
    return found["y"]


def bottom(place: Locator) -> float:
    found = place.bounding_box()
    assert found
    return found["y"] + found["height"]


@pytest.mark.parametrize("said", [None, "by the end of next week"])
def test_the_day_to_follow_up_is_on_the_first_screen_of_a_small_phone(
    page: Page, site: str, said: str | None
) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    open_form(page, site, today="2027-02-05")
    page.get_by_role("button", name="Yesterday").click()
    if said:
        page.locator("[name=said]").fill(said)
    else:
        page.get_by_label("They said nothing", exact=True).check()
    make_plan(page)
    email = days(page)["email"]
    page.evaluate("scrollTo(0, 0)")
    day = page.locator(f".plan__next .silence time[datetime='{email}']")
    assert bottom(day) <= 640
    # What is seldom said of a step opens on demand.
    step = page.locator(".plan__next > .actions")
    expect(step.locator(":scope > .button")).to_have_text(
        ["Yes, I sent it: send your thank-you note"]
    )
    expect(step.get_by_label("Move it to")).to_be_hidden()
    step.get_by_text("Another day, or skip it").click()
    expect(step.get_by_label("Move it to")).to_be_visible()


@pytest.mark.parametrize("size", [(360, 740), (1280, 800)])
def test_what_was_understood_of_a_long_mail_is_above_the_button(
    page: Page, site: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_form(page, site)
    enter_date(page, "4", "2", "2027")
    page.locator("[name=said]").click()
    page.locator("[name=said]").fill(MAIL)
    reading = page.locator(".reading__window")
    expect(reading).to_contain_text("February 12", timeout=START)
    button = page.get_by_role("button", name="Make my plan")
    assert bottom(reading) <= top(button)
    make_plan(page)
    days(page)
    # And beside the plan stands what counted of it.
    expect(page.locator("#folded-said")).to_have_text("“by the end of next week”")


def test_what_is_typed_behind_a_blank_is_plain(page: Page, site: str) -> None:
    open_form(page, site, today="2027-02-17")
    plan_on_page(page, "by the end of next week")
    words = page.locator(".plan__next .words__text").first
    words.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" PS")
    last = words.locator(".blank").last
    expect(last).to_have_text("[your name]")
    page.keyboard.type(": I start in May")
    expect(words).to_contain_text("[your name] PS: I start in May")
    expect(last).to_have_text("[your name]")


def test_what_is_told_of_a_calendar_file_stays_inside_its_card(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    open_form(page, site)
    plan_on_page(page, "by the end of next week")
    told, card = page.locator(".plan__next [data-made]"), page.locator(".plan__next")
    with page.expect_download():
        page.locator(".plan__next [data-calendar=all]").click()
    expect(told).to_contain_text("Calendar file saved")
    assert bottom(told) < bottom(card)


def test_a_phone_shows_why_that_day_then_the_words_and_nothing_empty_at_a_no(
    page: Page, site: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    open_form(page, site, today="2027-02-10")
    plan_on_page(page, "by Friday, February 12")
    card = page.locator(".plan__next")
    expect(card).to_contain_text("Then send an email.")
    expect(card.locator(".plan__because")).to_contain_text("holiday (Presidents' Day)")
    page.evaluate("scrollTo(0, 0)")
    assert bottom(card.locator(".silence time").last) <= 740
    # The day has come: what there is to send, and then why and what follows.
    open_form(page, site, today="2027-02-17")
    expect(card.get_by_role("heading").first).to_have_text("Today: send an email", timeout=START)
    expect(page.locator("#plan [data-painted]")).to_have_count(0, timeout=START)
    page.evaluate("scrollTo(0, 0)")
    assert top(card.locator(".words__text")) <= 540
    assert bottom(card.locator(":scope > .actions")) < top(card.locator(".silence"))
    # What one answer asks leaves the row of the answers whole.
    offer, no = (page.locator(".heard summary", has_text=text) for text in ("An offer", "said no"))
    offer.click()
    assert top(offer) == top(no)
    assert top(page.locator("form[data-event*=offered]")) > bottom(no)
    offer.click()
    no.click()
    when = page.get_by_label("When did they say no?")
    when.fill("2027-02-15")
    page.locator("[data-event*=rejected] button").click()
    told, undo = page.locator("#changed"), page.get_by_role("button", name="Undo")
    expect(told).to_have_text("Done. Your plan goes by it now.")
    assert abs(top(undo) - top(told)) < 24
    assert top(page.locator(".change")) - bottom(page.locator(".reading__window")) < 40
    expect(page.locator(".plan__steps .step--heard")).to_have_text("Mon Feb 15 They said no")


@pytest.mark.parametrize(
    ("language", "day"),
    [("en-US", "Thursday, February 4, 2027"), ("en-GB", "Thursday 4 February 2027")],
)
def test_the_sample_plan_writes_dates_as_the_reader_does(
    browser: Browser, site: str, language: str, day: str
) -> None:
    with browser.new_context(locale=language) as context:
        page = context.new_page()
        page.goto(site)
        sample = page.locator(".asking__beside")
        expect(sample.locator("p", has_text="Interview on").filter(visible=True)).to_contain_text(
            day
        )
        expect(sample.locator(".example").filter(visible=True)).to_have_count(1)
