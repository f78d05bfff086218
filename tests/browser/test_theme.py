"""What the theme lacks: by keyboard, for ears, on paper, and where nothing may be kept."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

FORBID = """for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, {
        configurable: true,
        get() { throw new DOMException("not allowed", "SecurityError"); } });"""
OUT_OF_SIGHT = """() => {
    const focused = document.activeElement;
    // Of the choice of colours one label is seen in the place of all.
    const seen = focused.closest("[data-md-component=palette]") ?? focused;
    const { left, right, width } = seen.getBoundingClientRect();
    const isOut = right < 1 || left > innerWidth || !width;
    return focused !== document.body && isOut && focused.outerHTML.slice(0, 100);
}"""


@pytest.fixture(scope="module")
def guide(browser: Browser, site: str) -> Iterator[Page]:
    """A guide, for one test after the other."""
    with browser.new_context(locale="en-US") as context:
        page = context.new_page()
        page.goto(f"{site}/guides/ghosted/")
        yield page


@pytest.mark.parametrize("width", [320, 390, 1024])
def test_no_focus_is_out_of_sight(guide: Page, width: int) -> None:
    guide.set_viewport_size({"width": width, "height": 740})
    guide.evaluate("document.activeElement.blur()")
    seen = []
    for _ in range(15):
        guide.keyboard.press("Tab")
        seen.append(guide.evaluate(OUT_OF_SIGHT))
    assert [fault for fault in seen if fault] == []


@pytest.mark.parametrize("path", ["", "calculator/", "interviews/", "guides/ghosted/"])
def test_the_menu_opens_and_closes_by_keyboard(page: Page, site: str, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 740})
    page.goto(f"{site}/{path}")
    menu = page.get_by_role("button", name="Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    focused = page.locator(".md-sidebar--primary a:focus")
    expect(focused).to_be_in_viewport()
    focused.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()


def test_no_letter_alone_leaves_the_page_or_takes_the_focus(page: Page, site: str) -> None:
    page.goto(f"{site}/guides/ghosted/")
    for key in "np.,fs/":
        page.keyboard.press(key)
    assert page.url == f"{site}/guides/ghosted/"
    assert page.evaluate("document.activeElement === document.body")
    search = page.get_by_role("textbox", name="Search")
    search.focus()
    page.keyboard.type("snp")
    expect(search).to_have_value("snp")


def test_results_are_told_and_lead_to_the_words_without_telling_a_server(
    page: Page, site: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    page.goto(f"{site}/guides/ghosted/")
    page.get_by_role("textbox", name="Search").fill("voicemail")
    told = page.locator(".md-search-result").get_by_role("status")
    expect(told).to_contain_text("matching documents")
    link = page.locator(".md-search-result__link").first
    expect(link).to_have_attribute("href", re.compile("#.*:~:text=voicemail"))
    link.click()
    page.wait_for_url(lambda address: "ghosted" not in address)
    assert "?" not in page.url
    assert [address for address in asked if "?" in address] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_who_finds_nothing_is_led_on(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{site}/guides/ghosted/")
    if width < 1000:
        page.locator("header label[for=__search]").first.click()
    page.get_by_role("textbox", name="Search").fill("xylophone")
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")
    elsewhere = page.locator(".elsewhere")
    expect(elsewhere.get_by_role("link", name="all guides")).to_be_in_viewport()
    page.get_by_role("textbox", name="Search").fill("voicemai")
    # The theme looks when a key comes up.
    page.keyboard.press("l")
    expect(page.locator(".md-search-result__link").first).to_be_in_viewport()
    expect(elsewhere).to_be_hidden()


def test_the_keyboard_stops_at_no_sign_of_a_heading(guide: Page) -> None:
    signs = guide.locator(".headerlink")
    assert signs.count() > 5
    assert {sign.get_attribute("tabindex") for sign in signs.all()} == {"-1"}


@pytest.mark.parametrize(
    "trouble",
    [
        FORBID,
        "localStorage['/.__palette'] = '{oops'",
        """localStorage['/.__palette'] = '{"index": 9}'""",
    ],
)
def test_search_and_colours_work_whatever_the_storage_is(
    browser: Browser, site: str, trouble: str
) -> None:
    faults: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.add_init_script(trouble)
        page.goto(f"{site}/guides/ghosted/")
        page.get_by_role("textbox", name="Search").fill("voicemail")
        expect(page.locator(".md-search-result__meta")).to_contain_text("matching documents")
        expect(page.locator("[data-md-component=palette] label:visible")).to_have_count(1)
    assert faults == []


def test_links_are_dark_on_paper(guide: Page) -> None:
    guide.emulate_media(media="print", color_scheme="dark")
    guide.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    colour = guide.locator("article a").first.evaluate("(link) => getComputedStyle(link).color")
    red, green, blue = map(float, re.findall(r"[\d.]+", colour)[:3])
    assert max(red, green, blue) < 128
