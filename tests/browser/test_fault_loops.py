"""A fault at each write and each fetch in turn: the state stays whole, what is said is true."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from forms import START, days, enter_date, make_plan
from playwright.sync_api import Browser, Page, Route, expect
from test_engines import STEPS, click, engine, enter_all, wait_for

from tools.engines import Engine

__all__ = ["engine"]  # the fixture

SAID = "by the end of next week"
# Lets the n-th write from now on fail, and those after it, until it is asked for with 0.
FAIL_AT = """(() => {{
    window.wholePut ??= IDBObjectStore.prototype.put;
    let count = 0;
    IDBObjectStore.prototype.put = function (...given) {{
        if ({n} && ++count >= {n}) throw new DOMException("", "QuotaExceededError");
        return window.wholePut.apply(this, given);
    }};
    return true;
}})()"""
# What is kept, and what is said about it: read in one go.
LOOK = """(() => {
    window.looked = null;
    indexedDB.open("after-the-interview", 1).onsuccess = ({ target: { result: database } }) => {
        const all = database.transaction("interviews").objectStore("interviews").getAll();
        all.onsuccess = () => {
            database.close();
            window.looked = {
                kept: all.result.map(({ request }) => (request.history ?? []).length),
                what: document.querySelector("#unkept").innerText,
            };
        };
    };
    return true;
})()"""


def looked(engine: Engine) -> tuple[list[int], str]:
    """How much has happened in each interview that is kept, and what is said of keeping."""
    engine.ask(LOOK)
    found = wait_for(engine, "window.looked")
    return sorted(map(int, found["kept"])), found["what"]


def test_whichever_write_fails_what_is_kept_is_whole_and_what_is_not_is_said(
    engine: Engine, site: str
) -> None:
    engine.go(f"{site}/calculator/?today=2027-02-17")
    kept: list[int] = []
    # The story has three writes: the plan, and twice that something happened. With 4 none fails.
    for n in (1, 2, 3, 4):
        engine.ask(FAIL_AT.format(n=n))
        # The same answers again would open the interview that is kept.
        enter_all(engine, f"{SAID}{'!' * n}")
        click(engine, "[type=submit][form=form]")
        wait_for(engine, STEPS)
        written = 0
        for write in (1, 2, 3):
            if write > 1:
                click(engine, "#plan button[data-event*=contacted]")
                wait_for(engine, f"document.querySelectorAll('#history li').length === {write - 1}")
            fails = write >= n
            written += not fails
            wait_for(
                engine, f"document.querySelector('#unkept').hidden === {str(not fails).lower()}"
            )
            events, said = looked(engine)
            assert events == sorted([*kept, *([written - 1] if written else [])])
            assert ("no room left" in said) == fails
        # With room again, one press keeps all of it.
        engine.ask(FAIL_AT.format(n=0))
        if n < 4:
            click(engine, "[data-way=again]")
            wait_for(engine, "document.querySelector('#unkept').innerText.includes('kept on this')")
        kept.append(2)
        assert looked(engine)[0] == kept
        click(engine, "[data-another]")
        wait_for(engine, "document.querySelector('[name=said]').value === ''")


@contextmanager
def failing(page: Page, path: str, times: int) -> Iterator[Callable[[], int]]:
    """Let the first requests for a path fail; yields how many have."""
    failed = 0

    def fail(route: Route) -> None:
        nonlocal failed
        failed += 1
        if failed <= times:
            route.abort()
        else:
            route.fallback()

    page.route(f"**{path}", fail)
    yield lambda: min(failed, times)
    page.unroute(f"**{path}")


@pytest.mark.parametrize("times", [1, 3])
def test_whichever_fetch_of_a_start_fails_the_plan_is_made_in_the_end(
    browser: Browser, site: str, times: int
) -> None:
    asked = fetches_of_a_start(browser, site)
    assert len([path for path in asked if "engine" in path or "worker" in path]) >= 2
    for path in asked:
        # Not silent: the browser reports each fault.
        with browser.new_context(locale="en-US", service_workers="block") as context:
            page = context.new_page()
            with failing(page, path, times) as failed:
                page.goto(f"{site}/calculator/?today=2027-02-04")
                expect(page.locator("[name=said]")).to_be_visible()
                page.wait_for_timeout(300)  # for a page that fetches itself anew
                if times > 1 and "/app-" in path:
                    page.reload()
                    page.reload()
                enter_date(page, "4", "2", "2027")
                page.locator("[name=said]").fill(SAID)
                for _ in range(4):
                    make_plan(page)
                    outcome = page.locator("#plan li[data-action], #problems:not([hidden])").first
                    expect(outcome).to_be_visible(timeout=START)
                    if page.locator("#problems").is_hidden():
                        break
                    expect(page.locator("#problems")).to_contain_text("could not start")
                    expect(page.locator("[name=said]")).to_have_value(SAID)
                assert days(page)["email"] == "2027-02-17", path
                assert failed() >= 1, path


def fetches_of_a_start(browser: Browser, site: str) -> list[str]:
    """What a start asks for beside the page itself: scripts, styles and the engine."""
    asked: list[str] = []
    with browser.new_context(locale="en-US", service_workers="block") as context:
        context.on("request", lambda request: asked.append(request.url.removeprefix(site)))
        page = context.new_page()
        page.goto(f"{site}/calculator/?today=2027-02-04")
        enter_date(page, "4", "2", "2027")
        page.locator("[name=said]").fill(SAID)
        make_plan(page)
        days(page)
    needed = (".js", ".wasm", ".mjs", ".css")
    return sorted({path for path in asked if path.split("?")[0].endswith(needed)})
