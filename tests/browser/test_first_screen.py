"""What a person sees at once: few taps, few controls, and the answer without scrolling."""

import re

import pytest
from axe import faults
from forms import START, days, open_form, unfold
from playwright.sync_api import Page, expect

SAID = "You'll hear by Friday, or you'll hear by the 19th. No phone calls please."
MAIL = f"Hi Sam, {'it was good to meet you. ' * 20}We will decide by the end of next week. Dana"
UNDERSTOOD = {SAID: "Which of these", MAIL: "by Friday, February"}
SHIFTS = """window.shift = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });"""
CONTROLS = """[...document.querySelectorAll(
        ".calculator :is(a, button, input, select, summary, textarea)")]
    .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((one) => one.outerHTML)"""
FITS = "document.documentElement.scrollWidth <= innerWidth"
SCREENS = "document.querySelector('#calculator').getBoundingClientRect().height / innerHeight"


def test_three_taps_give_the_answer_on_the_first_screen(page: Page, site: str) -> None:
    page.add_init_script(SHIFTS)
    page.set_viewport_size({"width": 360, "height": 740})
    open_form(page, site, today="2027-02-05")
    page.get_by_role("button", name="Yesterday").click()
    page.get_by_label("They said nothing", exact=True).click()
    page.get_by_role("button", name="Make my plan").click()
    assert "email" in days(page)
    for answer in (page.locator(".reading__window"), page.locator("#plan .plan__next")):
        expect(answer).to_be_in_viewport()
    assert page.evaluate("shift") <= 0.02
    assert len(page.evaluate(CONTROLS)) <= 40
    assert page.evaluate(SCREENS) <= 4
    assert faults(page) == []
    for width, height in ((320, 740), (390, 844), (1280, 800)):
        page.set_viewport_size({"width": width, "height": height})
        # The theme's search box glides to its place when the width changes.
        for _ in range(100):
            if page.evaluate(FITS):
                break
            page.wait_for_timeout(20)
        assert page.evaluate(FITS)
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator("#form")).to_be_in_viewport()
    expect(page.locator("#plan .plan__next")).to_be_in_viewport()
    unfold(page)
    assert faults(page) == []


@pytest.mark.parametrize("path", ["/", "/calculator/"])
@pytest.mark.parametrize("size", [(360, 740), (360, 640), (1280, 800)])
def test_the_button_is_in_sight_from_the_start_and_hides_no_focus(
    page: Page, site: str, path: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{site}{path}?today=2027-02-05")
    button = page.get_by_role("button", name="Make my plan")
    expect(button).to_be_in_viewport(ratio=1)
    for name in ("[data-day]", "#said", "#country"):
        page.locator(name).first.focus()
        below = page.locator(name).first.bounding_box()
        above = button.bounding_box()
        assert below
        assert above
        # Of a box for text its first line, as browsers have it.
        assert below["y"] + min(below["height"], 30) <= above["y"]


@pytest.mark.parametrize(
    ("path", "size", "said"),
    [
        ("/", (360, 740), SAID),
        ("/", (1280, 800), MAIL),
        ("/calculator/", (360, 740), MAIL),
        ("/calculator/", (768, 1024), MAIL),
    ],
)
def test_the_reading_and_then_the_answer_are_in_sight(
    page: Page, site: str, path: str, size: tuple[int, int], said: str
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{site}{path}?today=2027-02-05")
    page.get_by_role("button", name="Yesterday").click()
    page.locator("#said").fill(said)
    reading = page.locator(".reading__window")
    expect(reading).to_contain_text(UNDERSTOOD[said], timeout=START)
    expect(reading).to_be_in_viewport()
    page.get_by_role("button", name="Make my plan").click()
    expect(page.locator("#plan .plan__do")).to_be_in_viewport(ratio=1, timeout=START)


def expect_due(page: Page, site: str, due: dict[str, str]) -> None:
    """See what the home page says on each day."""
    for today, text in due.items():
        page.goto(f"{site}/?today={today}")
        expect(page.locator("#due-what")).to_have_text(re.compile(f"^{text}"))


def test_the_home_page_makes_a_plan_and_says_what_is_due(page: Page, site: str) -> None:
    page.goto(f"{site}/?today=2027-02-05")
    expect(page.locator("#due")).to_be_hidden()
    page.get_by_role("button", name="Yesterday").click()
    page.locator("#said").fill(SAID)
    reading = page.get_by_role("region", name="What we understood")
    fact = reading.get_by_text("They asked for no phone calls.")
    expect(fact).to_be_visible(timeout=START)
    # Several times stand in their own words; a fact is taken away and put back, with no plan yet.
    expect(reading.locator("q")).to_have_text(["by the 19th", "by Friday"])
    assert faults(page) == []
    reading.get_by_role("button", name="Not so").click()
    reading.get_by_role("button", name="Put it back").click()
    reading.get_by_role("button", name="Not so").click()
    expect(reading.locator("s")).to_have_text("They asked for no phone calls.")
    expect(page.locator("#plan")).to_be_hidden()
    page.get_by_role("button", name="Make my plan").click()
    assert "email" in days(page)
    reading.get_by_role("button", name="by the 19th").click()
    expect(reading.locator(".reading__window")).to_contain_text("February 19")
    expect(reading.locator("s")).to_have_count(1)
    expect(page.locator("#plan [data-action=call]")).not_to_have_count(0)
    due = {
        "2027-02-10": "Tuesday, February 23 . send an email",
        "2027-02-23": "Today . send an email",
        # What was planned for a day that is over may be another thing by now.
        "2027-03-05": "Its day has passed . send an email",
    }
    # The email comes next, whether or not the thank-you is sent; who forgot that is told.
    thanks = r"Not said thank you yet\? Your plan has the words\. Next: "
    expect_due(page, site, {"2027-02-05": "Today . send your thank-you"})
    expect_due(page, site, {**due, "2027-02-10": thanks + due["2027-02-10"]})
    page.goto(f"{site}/?today=2027-02-05")
    page.get_by_role("link", name="Open your plan").click()
    page.locator("#plan [data-event*=thanked]").first.click()
    expect(page.locator("#history li")).to_have_count(1)
    expect_due(page, site, due)
    page.get_by_role("link", name="Open your plan").click()
    expect(page.get_by_role("region", name="Your plan")).to_be_visible(timeout=START)
    expect(page.locator("#said")).to_have_value(SAID)


@pytest.mark.parametrize("size", [(360, 740), (1280, 800)])
def test_a_plan_that_is_painted_anew_moves_nothing(
    page: Page, site: str, size: tuple[int, int]
) -> None:
    page.add_init_script(SHIFTS)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_form(page, site, today="2027-02-05")
    page.get_by_role("button", name="Yesterday").click()
    page.locator("#said").fill(MAIL)
    page.get_by_role("button", name="Make my plan").click()
    days(page)
    for _ in range(3):
        page.reload()
        expect(page.locator("#plan [data-painted]")).to_have_count(0, timeout=START)
        expect(page.locator("#plan .plan__do")).to_be_in_viewport()
        assert page.evaluate("shift") <= 0.02
    page.locator("[data-delete]").dispatch_event("click")
    page.reload()
    expect(page.locator("#plan")).to_be_hidden()
    assert page.locator("h1").evaluate("one => one.clientHeight") > 20


def test_a_guide_keeps_its_title_beside_a_plan(page: Page, site: str) -> None:
    page.goto(f"{site}/guides/no-time-frame-given/?today=2027-02-05")
    # What the page is about is entered already.
    expect(page.get_by_label("They said nothing", exact=True)).to_be_checked()
    expect(page.locator("#said")).to_be_hidden()
    expect(page.locator("#reading")).to_contain_text("They gave you no date.")
    page.get_by_role("button", name="Yesterday").click()
    page.get_by_role("button", name="Make my plan").click()
    assert "email" in days(page)
    assert page.locator("h1").evaluate("one => one.clientHeight") > 20
    page.get_by_role("button", name="Change").click()
    page.get_by_label("They said nothing", exact=True).click()
    expect(page.locator("#said")).to_be_visible()
