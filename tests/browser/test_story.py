"""A whole story, as it happens: a plan, an email, silence, a call, an agreed week, a rejection."""

from collections.abc import Iterator

import pytest
from axe import faults
from forms import START, days, enter_date, make_plan, open_form
from playwright.sync_api import Browser, Locator, Page, expect

PHONE, DESKTOP = (320, 740), (1280, 800)
SAID = "We will be in touch by the end of next week."
SHIFT = """window.shift = 0;
    new PerformanceObserver((list) => {
        for (const { value, hadRecentInput } of list.getEntries())
            if (!hadRecentInput) window.shift += value;
    }).observe({ type: "layout-shift", buffered: true });"""


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def story(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page whose storage lasts for the story; a message in the console fails the test."""
    width, height = request.param
    context = browser.new_context(
        locale="en-US",
        viewport={"width": width, "height": height},
        color_scheme="dark" if width == DESKTOP[0] else "light",
        reduced_motion="reduce",
    )
    context.add_init_script(SHIFT)
    page = context.new_page()
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    yield page
    context.close()
    assert messages == []


def next_step(page: Page) -> Locator:
    return page.locator(".plan__next")


def expect_next(page: Page, what: str) -> None:
    expect(next_step(page)).to_contain_text(what, timeout=START)


def say(page: Page, button: str) -> None:
    """Press one of the buttons with which a person says what became of the next step."""
    next_step(page).get_by_role("button", name=button).first.click()


def look(page: Page) -> None:
    """Each state is accessible, and as wide as the screen."""
    expect(page.locator(".calculator[data-painted]")).to_have_count(0)
    assert faults(page) == []
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1]


def come_back(page: Page, site: str, today: str) -> None:
    open_form(page, site, today=today)
    expect(next_step(page)).to_be_visible(timeout=START)


def test_a_story_from_the_first_plan_to_a_rejection(story: Page, site: str) -> None:
    open_form(story, site, today="2027-02-05")
    look(story)
    enter_date(story, "yesterday", "", "")
    expect(story.locator("#interview-echo")).to_have_text("Thursday, February 4")
    story.locator("#said").fill(SAID)
    make_plan(story)
    expect_next(story, "Today: send your thank-you note")
    assert story.evaluate("window.shift") < 0.02
    assert days(story)["email"] == "2027-02-17"
    look(story)

    say(story, "Yes, I sent it")
    expect_next(story, "Nothing to do until Wednesday, February 17")
    expect(story.locator("#history")).to_contain_text("You sent your thanks")
    expect(story.locator("#changed")).to_contain_text(
        "Next: send an email on Wednesday, February 17"
    )

    come_back(story, site, "2027-02-17")
    say(story, "Yes, I sent it")
    expect_next(story, "Nothing to do until Wednesday, February 24")

    come_back(story, site, "2027-02-24")
    look(story)
    next_step(story).get_by_role("link", name="Yes, add what they said").click()
    story.locator("#heard summary", has_text="still deciding").click()
    answer = story.locator("#heard form[data-event*='not-decided']")
    answer.get_by_label("Yes").check()
    look(story)
    answer.get_by_role("button", name="Update my plan").click()
    expect_next(story, "March 3")
    expect(story.locator("#history")).to_contain_text("you may get in touch again")
    # The next call asks anew: what was opened for the last one is closed.
    expect(story.locator("#heard details[open]")).to_have_count(0)

    come_back(story, site, "2027-03-03")
    story.locator("#heard summary", has_text="They said no").click()
    story.locator("#heard form[data-event*=rejected] button").click()
    expect(story.locator("#history")).to_contain_text("They said no", timeout=START)
    expect(next_step(story).locator(".plan__warm")).to_be_visible()
    look(story)

    story.get_by_role("button", name="Undo").click()
    expect(story.locator("#history")).not_to_contain_text("They said no")
    expect_next(story, "March 3")
    story.get_by_role("heading", name="What happened so far").click()
    story.locator("#history [data-forget]").last.click()
    expect(story.locator("#history [data-forget]")).to_have_count(2)


def test_who_had_stopped_can_still_say_that_they_answered(page: Page, site: str) -> None:
    open_form(page, site, today="2027-03-12")
    enter_date(page, "4", "2", "2027")
    page.locator("#nothing").check()
    make_plan(page)
    page.locator("#plan [data-action=stop] summary").first.click()
    page.get_by_role("button", name="Let it go now").click()
    expect_next(page, "Nothing more to do")
    page.locator("#heard summary", has_text="An offer").click()
    page.locator("#heard form[data-event*=offered]").get_by_role("button").click()
    expect_next(page, "Email your reply")
    expect(page.locator("#history")).not_to_contain_text("You stopped")
