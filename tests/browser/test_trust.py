"""Nothing that is typed leaves the page, and nothing that comes in is more than text."""

import base64
import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from conftest import silent
from device import put, wait_for_kept
from forms import START, days, open_form, plan_for, plan_on_page
from playwright.sync_api import Browser, Page, expect

from tools.nginx import nginx
from tools.serve import server

SAID = "Zebulon will ring by the end of next week"
NAME = "Quillfeather"
# Whatever a payload tries to do, it would set this or add one of these.
HARM = """window.harm === undefined &&
    !document.querySelector("[onerror], [onload], [onfocus], img[src=x]")"""
HOSTILE = (
    '<img src=x onerror="harm=1">',
    '"><svg onload=harm=1>',
    "<script>harm=1</script>",
    "</textarea></script><script>harm=1</script>",
    '" autofocus onfocus=harm=1 x="',
    "javascript:harm=1",
    "[here](javascript:harm=1)",
    "{{ 7 * 7 }}",
    "\r\nBcc: all@example.com",
    "%0D%0ABcc: all@example.com",
    "&body=harm&cc=all@example.com",
    "\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:harm",
    '=HYPERLINK("https://example.com")',
    "&lt;b&gt;",
    "\u202egnp.exe",
)


@pytest.fixture(scope="module")
def open_page(browser: Browser, site: str) -> Iterator[Page]:
    """One page with a plan that waits for an email today, for one test after the other."""
    context = browser.new_context(locale="en-US")
    with silent(context):
        page = context.new_page()
        open_form(page, site, today="2027-02-17")
        plan_on_page(page, SAID)
        yield page
        context.close()


def calendar_file(page: Page) -> str:
    with page.expect_download() as download:
        page.locator("#take [data-calendar=all]").click()
    return re.sub(r"\r?\n[ \t]", "", download.value.path().read_text())


def test_the_whole_story_asks_only_the_site_and_tells_it_nothing_private(
    browser: Browser, tmp_path: Path
) -> None:
    asked: list[str] = []
    log = tmp_path / "asked"
    with (
        nginx(tmp_path, log=log) as site,
        browser.new_context(locale="en-US", service_workers="allow") as context,
        silent(context),
    ):
        context.on(
            "request", lambda request: asked.append(f"{request.url} {request.post_data or ''}")
        )
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        whole_story(context.new_page(), site)
    own = (f"{site}/", f"blob:{site}/")
    assert [address for address in asked if not address.startswith(own)] == []
    sent = [address.partition("#")[0] for address in asked]
    # What the server was told holds also what the service worker has asked for.
    told = unquote(log.read_text()).splitlines()
    assert len(told) > len(sent) / 2
    private = re.compile(rf"Zebulon|next week|{NAME}|2027-02-04", re.IGNORECASE)
    assert [line for line in [*sent, *told] if private.search(line)] == []


def whole_story(page: Page, site: str) -> None:
    """Do all that can be done with a plan: names, calendar, link, history, file, another page."""
    open_form(page, site, today="2027-02-17")
    plan_on_page(page, SAID)
    page.get_by_label("Interviewer").fill(NAME)
    expect(page.get_by_text(f"Dear {NAME}").first).to_be_attached(timeout=START)
    assert "VCALENDAR" in calendar_file(page)
    page.locator(".plan__next button[data-event*=contacted]").first.click()
    expect(page.locator("#plan [data-status=done]").first).to_be_visible()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.get_by_label("Put the names in the link too").check()
    page.get_by_role("button", name="Copy a link").click()
    expect(page.locator("#kept")).to_have_text("The link is copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto(f"{site}/interviews/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save all in a file").click()
    page.locator("[data-interview] summary").click()
    page.locator("[data-delete]").click()
    page.locator("#file").set_input_files(download.value.path())
    expect(page.locator("#told")).to_have_text("1 interview added.")
    page.goto(link.replace("#", "?today=2027-02-17#"))
    assert days(page)
    expect(page.get_by_label("Interviewer", exact=True)).to_have_value(NAME)
    page.goto(f"{site}/guides/ghosted/")
    page.goto(f"{site}/embed/?today=2027-02-17")
    assert days(page)


def test_where_a_host_reads_the_headers_file_plans_are_made_too(page: Page) -> None:
    with server() as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        assert plan_for(page, f"http://127.0.0.1:{running.server_port}", SAID)
        running.shutdown()


def test_links_that_leave_carry_a_day_and_a_title_only(open_page: Page) -> None:
    open_page.get_by_label("Interviewer").fill(NAME)
    expect(open_page.get_by_text(f"Dear {NAME}").first).to_be_attached()
    links = open_page.locator("#plan a[href^=http]")
    assert links.count()
    for link in links.all():
        private = re.compile(rf"Zebulon|next|{NAME}|2027-?02-?04", re.IGNORECASE)
        assert not private.search(link.get_attribute("href") or "")


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_words_are_text_everywhere(open_page: Page, payload: str) -> None:
    page = open_page
    plan_on_page(page, f"by the end of next week {payload}")
    for field in page.locator("#names input:not([type=checkbox])").all():
        field.fill(payload)
    shown = " ".join(payload.split())
    words = page.locator("#plan .words__text").first
    expect(words).to_contain_text(shown, use_inner_text=False)
    expect(page.locator("#reading")).to_contain_text(shown)
    assert page.evaluate(HARM)
    page.emulate_media(media="print")
    assert page.evaluate(HARM)
    page.emulate_media(media="screen")
    mail = urlsplit(page.locator("a[href^=mailto]").first.get_attribute("href") or "")
    assert parse_qs(mail.query).keys() == {"subject", "body"}
    file = calendar_file(page).splitlines()
    assert file.count("BEGIN:VEVENT") == len(re.findall(r"^DTSTART", "\n".join(file), re.MULTILINE))
    assert [line for line in file if line.startswith(("SUMMARY:harm", "Bcc"))] == []


def kept(request: object, **changed: object) -> dict[str, object]:
    """An entry as the page keeps it."""
    entry = {"id": "one", "title": "One", "named": False, "archived": False, "calendar": None}
    more = {"notes": "", "from": None, "next": None, "version": 3}
    return {**entry, **more, "revision": 1, "updated": 1, "request": request, **changed}


ODD = (
    {"interview": {"on": 5}, "said": {"text": 5}},
    {"interview": {"on": "<img src=x onerror=harm=1>"}, "said": {"text": "<img src=x>"}},
    {"interview": [], "said": [], "names": [], "history": "x"},
    {"interview": {"on": "2027-02-04"}, "said": {"text": "soon"}, "history": [{"on": 1}, None, 3]},
    {"interview": {"on": "2027-02-04"}, "names": {"you": {"a": 1}, "__proto__": {"x": 1}}},
    {"country": '"]*', "route": "<b>", "__proto__": {"said": 1}},
)


@pytest.mark.parametrize("way", ["kept", "link"])
def test_odd_entries_harm_nothing_and_the_form_still_works(page: Page, site: str, way: str) -> None:
    for odd in ODD:
        if way == "link":
            text = json.dumps(odd).encode()
            packed = base64.urlsafe_b64encode(text).decode().rstrip("=")
            page.goto("about:blank")
            open_form(page, site, fragment=f"#plan=1.{packed}")
        else:
            open_form(page, site)
            harm = '<img src=x onerror="harm=1">'
            put(page, "one", kept(odd, title=harm, notes=harm))
            page.goto(f"{site}/interviews/")
            assert page.evaluate(HARM)
            open_form(page, site)
        expect(page.get_by_role("button", name="Make my plan")).to_be_enabled()
        assert page.evaluate(HARM)
    assert plan_for(page, site, "in two weeks")


def test_damaged_entries_are_lines_of_their_own(page: Page, site: str) -> None:
    damaged: tuple[object, ...] = ("", "{", None, 5, [], {"id": 1}, "\x00" * 50, {"id": "n6"})
    page.goto(f"{site}/about/licences/")
    for number, entry in enumerate(damaged):
        put(page, f"n{number}", entry)
    page.goto(f"{site}/interviews/")
    lines = page.locator("#list .overview__item", has_text="can't be shown")
    expect(lines).to_have_count(len(damaged), timeout=START)
    assert plan_for(page, site, "in two weeks")
    assert len(wait_for_kept(page, len(damaged) + 1)) == len(damaged) + 1
