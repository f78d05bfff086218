"""The calculator without a mouse, in large letters, in forced colours, and read aloud."""

import re
from collections.abc import Callable, Iterator

import pytest
from axe import faults
from forms import START, enter_date, make_plan, open_form, plan_for, plan_on_page
from playwright.sync_api import Browser, Page, expect

SAID = "We will be in touch by the end of next week."
# What is pressed or filled, but for links, which stand in lines of text.
TOO_SMALL = """[...document.querySelectorAll(
        ".calculator :is(button, input, select, summary, textarea)")]
    .filter((one) => one.checkVisibility({ opacityProperty: true }))
    .map((one) => one.closest(".form__choice") ?? one)
    .filter((one) => Math.round(one.getBoundingClientRect().height) < 44)
    .map((one) => one.outerHTML)"""
WATCH = """bar => {
    window.shares = [];
    new MutationObserver(() => bar.hasAttribute("value") && shares.push(bar.value))
        .observe(bar, { attributes: true });
}"""
UNSEEN = """() => {
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
    return document.activeElement.closest(".calculator") && bottom > top && top < header - 1
        ? document.activeElement.outerHTML : null;
}"""
FOCUSED = "document.activeElement.name || Object.keys(document.activeElement.dataset)[0]"
CUT_OFF = """[...document.querySelectorAll(".calculator :is(button, p, li, h3, h4, input)")]
    .filter((one) => one.checkVisibility() && getComputedStyle(one).overflowX === "hidden")
    .filter((one) => !one.matches(".visually-hidden"))
    .filter((one) => one.scrollWidth > one.clientWidth + 1)
    .map((one) => one.outerHTML)"""
TELL = """window.told = [];
    new MutationObserver((changes) => {
        for (const { target } of changes) {
            const inside = target.closest ? target : target.parentElement;
            const status = inside?.closest("[role=status]");
            if (status?.textContent.trim()) told.push(status.textContent.trim());
        }
    }).observe(document, { childList: true, characterData: true, subtree: true });"""


@pytest.fixture
def page_like(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return what makes a page of a browser that is set in a way."""
    contexts = []

    def made(**settings: object) -> Page:
        context = browser.new_context(locale="en-US", **settings)  # type: ignore[arg-type]
        contexts.append(context)
        return context.new_page()

    yield made
    for context in contexts:
        context.close()


def fits(page: Page) -> bool:
    wide: bool = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return wide


def test_the_keyboard_alone_makes_a_plan_and_nothing_focused_is_under_the_header(
    page_like: Callable[..., Page], site: str
) -> None:
    page = page_like(viewport={"width": 360, "height": 640}, reduced_motion="reduce")
    open_form(page, site)
    page.locator("#month").focus()
    for key in ("2", "Tab", "4", "Tab", "2027", "Tab", "Tab", SAID):
        page.keyboard.press(key) if key == "Tab" else page.keyboard.type(key)
    expect(page.locator("#heard")).to_contain_text("February 12", timeout=START)
    while page.evaluate("document.activeElement.type") != "submit":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your plan")).to_be_focused(timeout=START)
    page.get_by_role("heading", name="Names and notes").click()
    page.locator("#plan h2").focus()
    for keys, stop in (("Tab", "names.you"), ("Shift+Tab", "unfold")):
        for _ in range(150):
            page.keyboard.press(keys)
            assert page.evaluate(UNSEEN) is None
            if page.evaluate(
                "[document.activeElement.name, ...Object.keys(document.activeElement.dataset)]"
            ).count(stop):
                break
        else:
            pytest.fail(f"the focus never came to {stop}")
    assert page.evaluate(TOO_SMALL) == []


def test_twice_as_large_letters_and_no_motion(page_like: Callable[..., Page], site: str) -> None:
    page = page_like(viewport={"width": 640, "height": 800}, reduced_motion="reduce")
    open_form(page, site)
    page.evaluate("document.documentElement.style.fontSize = '40px'")
    enter_date(page, "4", "2", "2027")
    page.locator("#said").fill(SAID)
    make_plan(page)
    expect(page.locator(".plan__next")).to_be_visible(timeout=START)
    assert page.evaluate("document.getAnimations().length") == 0
    assert fits(page)
    assert page.evaluate(CUT_OFF) == []


def test_forced_colours_keep_edges_marks_and_focus(
    page_like: Callable[..., Page], site: str
) -> None:
    page = page_like(forced_colors="active", viewport={"width": 1280, "height": 800})
    plan_for(page, site, SAID)
    assert faults(page) == []
    for selector in (".button", ".form__input", ".plan__next", ".form__submit", ".chip"):
        edge = page.locator(selector).first.evaluate("one => getComputedStyle(one).borderTopStyle")
        assert edge == "solid", selector
    mark = page.locator("#reading mark").first
    assert mark.evaluate("one => getComputedStyle(one).textDecorationLine") == "underline"
    page.locator("#said").focus()
    assert page.locator("#said").evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


def test_each_thing_is_told_once_and_read_in_the_order_of_its_weight(page: Page, site: str) -> None:
    open_form(page, site, today="2027-02-17")
    page.evaluate(TELL)
    enter_date(page, "4", "2", "2027")
    page.locator("#said").fill(SAID)
    expect(page.locator("#heard")).to_contain_text("February 12", timeout=START)
    make_plan(page)
    expect(page.locator(".plan__next")).to_be_visible(timeout=START)
    page.locator(".plan__next").get_by_role("button", name="Yes, I sent it").click()
    expect(page.locator("#changed")).to_contain_text("Next: call")
    told = page.evaluate("told")
    assert len(told) == len(set(told))
    done = "Done. Next: call on Wednesday, February 24."
    assert {"Thursday, February 4", "by Friday, February 12", done} <= set(told)
    read = page.locator("main").aria_snapshot()
    order = (
        "When was your interview?",
        "When did they say you",
        "What we understood",
        "Undo",
        "Your plan",
        "Nothing to do until Wednesday, February 24",
        "Your days",
        "Have you heard from them?",
        "Anything special?",
        "Other ways to follow up",
        "What happened so far",
        "Names and notes",
    )
    places = [
        re.search(rf'(group|textbox|region|heading|button) "{re.escape(name)}', read, re.MULTILINE)
        for name in order
    ]
    starts = [place.start() for place in places if place]
    assert len(starts) == len(order)
    assert starts == sorted(starts)


def test_a_reading_is_corrected_by_one_choice_or_a_date(page: Page, site: str) -> None:
    open_form(page, site, today="2027-02-05")
    enter_date(page, "4", "2", "2027")
    page.locator("#said").fill("You'll hear by next Friday")
    reading = page.get_by_role("region", name="What we understood")
    expect(reading.locator("mark")).to_have_text("by next Friday", timeout=START)
    reading.get_by_role("button", name="By Friday, February 5").click()
    plan = page.locator("#plan")
    email = plan.locator("li[data-action=email] time").first
    expect(email).to_be_visible(timeout=START)
    sooner = email.get_attribute("datetime")
    assert faults(page) == []
    reading.get_by_text("Pick the date").click()
    reading.locator("input[type=date]").fill("2027-03-12")
    reading.locator("form button").click()
    expect(reading).to_contain_text("Friday, March 12")
    assert sooner is not None
    expect(email).not_to_have_attribute("datetime", sooner)
    page.locator("#said").fill("We have many candidates to see.")
    expect(reading).to_contain_text("We found no day in this.")
    assert faults(page) == []


def test_what_an_answer_changed_stands_where_it_was_given(
    page_like: Callable[..., Page], site: str
) -> None:
    page = page_like(viewport={"width": 360, "height": 640}, reduced_motion="reduce")
    plan_for(page, site, SAID)
    told = page.locator("#changed")
    page.locator("[data-question=route] > summary").click()
    for part, button, changed in (
        ("#questions", "The employer", "This changes nothing"),
        ("#compare", "Plan this way", "No longer in the plan"),
        ("#plan", "Yes", "Next: "),
    ):
        page.locator(part).get_by_role("button", name=button).first.click()
        expect(page.locator(f".change + {part} h2").first).to_be_focused()
        expect(told).to_contain_text(changed)
        expect(told).to_be_in_viewport()
    page.get_by_role("button", name="Undo").click()
    expect(told).to_have_text("Undone. Your plan is as it was before.")
    expect(told).to_be_in_viewport()


def test_words_are_copied_and_said_to_be(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_form(page, site, today="2027-02-17")
    plan_on_page(page, SAID)
    words = page.locator(".plan__next .words__part").first
    words.locator("[data-copy-text]").scroll_into_view_if_needed()
    before = words.bounding_box()
    words.locator("[data-copy-text]").click()
    expect(words.locator("[data-left]")).to_have_text(re.compile(r"^Copied\. \d blanks left$"))
    assert words.bounding_box() == before
    text = page.evaluate("navigator.clipboard.readText()")
    assert text == words.locator("[data-copy]").get_attribute("data-copy")
    # A tap on a blank types into it; a name fills all its blanks, and is counted.
    blank = words.locator(".words__text .blank[data-name=you]").first
    blank.click()
    page.keyboard.type("Ada Byron")
    expect(blank).to_have_text("Ada Byron")
    expect(page.locator("[name='names.you']")).to_have_value("Ada Byron")
    words.locator("[data-copy-text]").click()
    assert "Ada Byron" in page.evaluate("navigator.clipboard.readText()")
    words.locator("[data-copy-subject]").click()
    assert "\n" not in page.evaluate("navigator.clipboard.readText()")
    # What is changed is kept.
    words.locator(".words__text > p").nth(1).click()
    page.keyboard.press("End")
    page.keyboard.type(" PS: hello")
    page.reload()
    expect(page.locator(".plan__next .words__text").first).to_contain_text(
        "PS: hello", timeout=START
    )


def slow_down(page: Page, *, bytes_a_second: float = 4e6) -> None:
    device = page.context.new_cdp_session(page)
    line = {"offline": False, "latency": 20, "uploadThroughput": -1}
    device.send("Network.emulateNetworkConditions", {**line, "downloadThroughput": bytes_a_second})


def test_a_slow_download_shows_how_far_it_is(page: Page, site: str) -> None:
    slow_down(page)
    open_form(page, site)
    page.locator("#bar").evaluate(WATCH)
    page.locator("#said").focus()
    expect(page.locator("#stage")).to_contain_text("step 1 of 2", timeout=START)
    enter_date(page, "4", "2", "2027")
    page.locator("#said").fill(SAID)
    expect(page.locator("#reading mark")).to_be_visible(timeout=START)
    expect(page.locator("#stage")).to_be_empty()
    shares = page.evaluate("shares")
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] == 1


@pytest.mark.parametrize("size", [(360, 740), (390, 844), (1280, 800)])
def test_who_waits_for_a_slow_start_sees_that_it_goes_on(
    page_like: Callable[..., Page], site: str, size: tuple[int, int]
) -> None:
    page = page_like(viewport={"width": size[0], "height": size[1]})
    slow_down(page, bytes_a_second=2e5)
    open_form(page, site, today="2027-02-05")
    page.get_by_role("button", name="Yesterday").click()
    page.locator("#said").fill(SAID)
    make_plan(page)
    for sign in ("#stage", "#bar"):
        expect(page.locator(sign)).to_be_in_viewport(ratio=1)
    expect(page.locator("#stage")).to_contain_text("step 1 of 2", timeout=START)
