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
    expect(story.locator("#interview-echo")).to_have_text("Thursday 4 February 2027", timeout=START)
    story.locator("#said").fill(SAID)
    make_plan(story)
    expect_next(story, "thank-you note")
    assert story.evaluate("window.shift") < 0.02
    assert days(story)["email"] == "2027-02-17"
    look(story)

    say(story, "I sent it")
    expect_next(story, "Wednesday 17 February")
    expect(story.locator("#history")).to_contain_text("You sent your thanks")
    expect(story.locator("#changed")).to_contain_text("Next: send an email")

    come_back(story, site, "2027-02-17")
    say(story, "Done")
    expect_next(story, "call, on Friday 19 February")

    come_back(story, site, "2027-02-19")
    look(story)
    next_step(story).get_by_text("They answered").first.click()
    next_step(story).get_by_text("They have not decided yet").first.click()
    answer = next_step(story).locator("form[data-event*='not-decided']")
    answer.get_by_label("Yes").check()
    look(story)
    answer.get_by_role("button", name="Save").click()
    expect_next(story, "26 February")
    expect(story.locator("#history")).to_contain_text("you may get in touch again")
    # The next call asks anew: what was opened for the last one is closed.
    expect(next_step(story).locator("details[open]")).to_have_count(0)

    come_back(story, site, "2027-02-26")
    next_step(story).get_by_text("They answered").first.click()
    say(story, "They said no")
    expect(story.locator("#history")).to_contain_text("They said no", timeout=START)
    look(story)

    story.get_by_role("button", name="Undo the last change").click()
    expect(story.locator("#history")).not_to_contain_text("They said no")
    expect_next(story, "26 February")
    story.locator("#history [data-forget]").last.click()
    expect(story.locator("#history [data-forget]")).to_have_count(2)


def test_who_had_stopped_can_still_say_that_they_answered(page: Page, site: str) -> None:
    open_form(page, site, today="2027-03-12")
    enter_date(page, "4", "2", "2027")
    page.locator("#nothing").check()
    make_plan(page)
    page.locator("#plan summary", has_text="Stop now").click()
    page.get_by_role("button", name="I stop here").click()
    expect_next(page, "Nothing more to do")
    page.get_by_text("They answered after all").click()
    page.get_by_role("button", name="They offered me the job").click()
    expect_next(page, "Next: ")
    expect(page.locator("#history")).not_to_contain_text("You stopped")
