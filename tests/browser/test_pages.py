"""Every page in a real browser, as wide as a phone: accessible, whole, and readable as it is."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe import CONTRAST, faults
from conftest import silent
from forms import enter_date, make_plan, unfold
from playwright.sync_api import Browser, Page, expect

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
# Without those that only lead on to another.
PAGES = sorted(
    page.relative_to(SITE).as_posix()
    for page in SITE.rglob("*.html")
    if 'http-equiv="refresh"' not in page.read_text(encoding="utf-8")
)
WIDTH = 360
MOST_BYTES = 150_000
SHIFT = """window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { shift += value; }))
        .observe({ type: "layout-shift", buffered: true });"""


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """A phone for one page after the other."""
    context = browser.new_context(viewport={"width": WIDTH, "height": 740}, is_mobile=True)
    with silent(context):
        yield context.new_page()
        context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_fault_that_axe_finds_and_fits_a_phone_light_and_dark(
    phone: Page, site: str, name: str
) -> None:
    phone.emulate_media(color_scheme="light")
    phone.goto(f"{site}/{name.removesuffix('index.html')}")
    assert faults(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= WIDTH
    phone.emulate_media(color_scheme="dark")
    expect(phone.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert faults(phone, "article", CONTRAST) == []


@pytest.mark.parametrize("width", [320, WIDTH])
def test_the_name_of_the_site_is_not_cut_off_on_a_phone(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{site}/guides/ghosted/")
    name = page.locator(".md-header__topic .md-ellipsis").first
    assert name.evaluate("(name) => name.scrollWidth <= name.clientWidth")


def test_a_guide_is_readable_without_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/guides/no-time-frame-given/")
    expect(page.get_by_role("heading", name="What to say")).to_be_visible()
    expect(page.locator(".words__text").first).to_be_visible()
    expect(page.locator(".example svg").first).to_be_visible()
    context.close()


def test_nothing_on_a_page_moves_once_it_is_there(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": WIDTH, "height": 740})
    context.add_init_script(SHIFT)
    page = context.new_page()
    for name in ("", "guides/ghosted/", "words/asking/"):
        page.goto(f"{site}/{name}", wait_until="networkidle")
        assert page.evaluate("window.shift") < 0.01, name
    context.close()


@pytest.mark.parametrize(
    ("typed", "guide"),
    [
        ("ghosted", "ghosted"),
        ("recruiter", "a-recruiter-in-between"),
        ("voicemail", "voicemail"),
        ("how long to wait", "no-time-frame-given"),
        ("internal job", "a-job-where-you-work"),
        ("second interview", "second-and-final-rounds"),
        ("LinkedIn", "linkedin"),
        ("two offers", "another-offer"),
        ("no response", "the-date-has-passed"),
        ("thank you email", "thank-you-note"),
        ("rejected", "you-were-turned-down"),
        ("Christmas", "holidays-and-shut-offices"),
    ],
)
def test_search_finds_a_guide_by_the_words_people_use(
    page: Page, site: str, typed: str, guide: str
) -> None:
    page.goto(site)
    page.get_by_role("textbox", name="Search").click()
    page.get_by_role("textbox", name="Search").press_sequentially(typed)
    first = page.locator(".md-search-result__item").first.get_by_role("link").first
    expect(first).to_have_attribute("href", re.compile(f"/{guide}/"), timeout=15_000)


def test_a_page_that_is_only_read_is_light_and_loads_no_calculator_and_no_list_for_the_search(
    page: Page, site: str
) -> None:
    sizes: dict[str, int] = {}
    page.on("response", lambda got: sizes.update({got.url: len(gzip.compress(got.body()))}))
    page.goto(f"{site}/guides/call-or-email/", wait_until="networkidle")
    assert not [url for url in sizes if "search_index" in url or "/engine/" in url]
    assert 0 < sum(sizes.values()) < MOST_BYTES
    with page.expect_request("**/search_index.json"):
        page.get_by_role("textbox", name="Search").focus()


def test_a_link_that_brings_words_to_search_for_searches(page: Page, site: str) -> None:
    page.goto(f"{site}/?q=ghosted")
    expect(page.locator(".md-search-result__item").first).to_contain_text("Ghosted", timeout=15_000)


def test_a_statement_can_be_tried_on_the_page_of_what_is_understood(page: Page, site: str) -> None:
    page.goto(f"{site}/about/what-it-understands/?today=2027-02-04")
    page.get_by_label("What did they say?").fill("by the end of next week")
    reading = page.locator("#reading")
    expect(reading).to_contain_text("Friday, February 12", timeout=60_000)
    page.get_by_label("What did they say?").fill("")
    expect(reading).to_contain_text("What it understood shows here")


def test_a_guide_plans_for_its_own_case(page: Page, site: str) -> None:
    page.goto(f"{site}/guides/a-recruiter-in-between/?today=2027-02-05")
    for name, value in {"Day": "4", "Month": "2", "Year": "2027"}.items():
        page.get_by_label(name, exact=True).fill(value)
    page.locator("[name=nothing]").check()
    page.get_by_role("button", name="Make my plan").click()
    plan = page.get_by_role("region", name="Your plan")
    expect(plan).to_contain_text("recruiter", timeout=60_000)
    expect(plan.locator("[data-action=recruiter]").first).to_be_visible()


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("keep-your-promises", "what you promised"),
        ("thank-you-note", "how many people interviewed you"),
        ("another-offer", "another offer"),
        ("holidays-and-shut-offices", "when the office is shut"),
    ],
)
def test_what_a_guide_is_about_can_be_changed_below_its_plan(
    page: Page, site: str, name: str, about: str
) -> None:
    plan_of_guide(page, site, name)
    change = page.locator("#questions summary").filter(has_text=f"Change: {about}")
    expect(change).to_be_visible()


@pytest.mark.parametrize("name", ["call-or-email", "when-to-stop"])
def test_a_guide_on_the_ways_to_follow_up_offers_the_others_below_its_plan(
    page: Page, site: str, name: str
) -> None:
    plan_of_guide(page, site, name)
    others = page.locator("#compare button[data-merge*=policy]")
    expect(others).to_have_count(2)
    expect(others.first).to_be_visible()


def plan_of_guide(page: Page, site: str, name: str) -> None:
    """Make a plan in a guide, for an interview the day before, and open what is folded below it."""
    page.goto(f"{site}/guides/{name}/?today=2027-02-05")
    enter_date(page, "4", "2", "2027")
    page.locator("[name=nothing]").check()
    make_plan(page)
    unfold(page)


def test_another_country_than_the_guide_has_takes_the_place_of_its_region(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/guides/your-right-to-an-answer/?today=2027-02-05")
    page.locator("#country").select_option("GB")
    for name, value in {"Day": "4", "Month": "2", "Year": "2027"}.items():
        page.get_by_label(name, exact=True).fill(value)
    page.locator("[name=nothing]").check()
    page.get_by_role("button", name="Make my plan").click()
    plan = page.get_by_role("region", name="Your plan")
    expect(plan.locator("[data-action=email]").first).to_be_visible(timeout=60_000)
    expect(plan).not_to_contain_text("Ontario")


def test_blanks_are_filled_once_and_what_is_copied_has_them_filled(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}/words/asking/")
    page.get_by_text("Fill in the blanks on this page").click()
    page.get_by_label("Your name").fill("Kim Lee")
    page.get_by_role("button", name="Copy").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Kim Lee" in copied
    assert "[your name]" not in copied
    assert "[your name]" not in page.locator("article").inner_text()
    context.close()


def test_a_printed_guide_has_no_buttons_and_no_navigation(page: Page, site: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{site}/guides/no-time-frame-given/")
    for gone in (".md-header", ".md-sidebar", ".md-footer", ".copy", "#your-own-plan", "#form"):
        expect(page.locator(gone).first).to_be_hidden()
    for handle in (page.get_by_role("button"), page.locator("details")):
        expect(handle.filter(visible=True)).to_have_count(0)
    expect(page.get_by_role("heading", name="What to say")).to_be_visible()
