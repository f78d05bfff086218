"""The calculator in the frame of another site."""

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from device import wait_for_kept
from forms import START, plan_for
from playwright.sync_api import Browser, Page, expect

from tools.serve import Server

ADVICE = Path(__file__).parents[2] / "docs" / "about" / "publish.md"


class Quiet(SimpleHTTPRequestHandler):
    """Serves the other site without a line for each request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def other_site(site: str, tmp_path: Path) -> Iterator[str]:
    """Another site, with the lines that ours advises, and with a frame that it may not have."""
    (lines,) = re.findall(r"```html\n(.*?)```", ADVICE.read_text(), re.DOTALL)
    page = lines.replace("https://careers.example.org/embed/", f"{site}/embed/?today=2027-02-04")
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Other</title>{page}")
    forbidden = f'<!doctype html><iframe src="{site}/calculator/"></iframe>'
    (tmp_path / "forbidden.html").write_text(forbidden)
    handler = partial(Quiet, directory=str(tmp_path))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page whose console may speak: the theme says there that a frame may keep nothing."""
    context = browser.new_context(locale="en-US")
    yield context.new_page()
    context.close()


def test_a_plan_is_made_in_the_frame_and_the_frame_grows_with_it(
    page: Page, other_site: str
) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(other_site)
    frame = page.frame_locator("#plan")
    for name, text in (("day", "4"), ("month", "2"), ("year", "2027")):
        frame.locator(f"[name={name}]").fill(text)
    frame.locator("[name=said]").fill("in two weeks")
    before = int(page.locator("#plan").get_attribute("height") or 0)
    frame.get_by_role("button", name="Make my plan").click()
    expect(frame.locator("#plan li[data-action]").first).to_be_visible(timeout=START)
    # As high as what it shows, also if the plan took its time.
    shown = frame.locator(".md-content")
    for _ in range(100):
        height = int(page.locator("#plan").get_attribute("height") or 0)
        needed = shown.evaluate("(content) => content.getBoundingClientRect().bottom")
        if abs(height - needed) < 100:
            break
        page.wait_for_timeout(100)
    assert abs(height - needed) < 100
    assert needed > before
    frame.locator(".plan__next .actions button").first.click()
    expect(frame.locator("#history [data-forget]")).to_have_count(1)
    # The theme's own: it asks whether it may keep the colours.
    assert [fault for fault in faults if "localStorage" not in fault] == []


def test_no_other_page_can_be_framed(page: Page, other_site: str) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(f"{other_site}/forbidden.html")
    expect(page.frame_locator("iframe").locator("#form")).to_have_count(0)
    assert any("frame-ancestors" in text for text in told)


def test_a_frame_shows_no_kept_plan_with_its_buttons(page: Page, site: str) -> None:
    plan_for(page, site, "in two weeks")
    wait_for_kept(page, 1)
    around = f'<!doctype html><iframe src="{site}/embed/?today=2027-02-04" height="900"></iframe>'
    page.route(f"{site}/around", lambda route: route.fulfill(body=around, content_type="text/html"))
    page.goto(f"{site}/around", wait_until="networkidle")
    frame = page.frame_locator("iframe")
    expect(frame.locator("[name=said]")).to_have_value("")
    expect(frame.locator("#plan li[data-action]")).to_have_count(0)
    frame.get_by_role("button", name="Open the plan you made here").click()
    expect(frame.locator("#plan li[data-action]").first).to_be_visible(timeout=START)
    expect(frame.locator("[name=said]")).to_have_value("in two weeks")
