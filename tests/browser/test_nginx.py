"""What Debian's nginx sends with the settings that we ship; it serves all other tests too."""

from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from forms import open_form, plan_on_page
from playwright.sync_api import Browser

from tools.nginx import nginx
from tools.serve import SITE
from tools.site.headers import KEPT_FOR_EVER, SAID, policies


def headers(address: str, encoding: str = "br") -> dict[str, str]:
    request = Request(address, headers={"Accept-Encoding": encoding})  # noqa: S310 (our own server)
    with urlopen(request) as answer:  # noqa: S310
        return dict(answer.headers)


def test_every_answer_carries_all_headers(site: str) -> None:
    for path in ("/", "/calculator/", "/service-worker.js", "/robots.txt"):
        told = headers(site + path)
        assert told["Content-Security-Policy"] == policies(SITE)["/"]
        assert told.keys() >= SAID["headers"].keys()
        assert told["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(("encoding", "sent"), [("gzip, br", "br"), ("gzip", "gzip"), ("", None)])
def test_the_engine_is_sent_compressed_and_kept_for_ever(
    site: str, encoding: str, sent: str | None
) -> None:
    image = next(SITE.glob("assets/engine/*/calculator.wasm")).relative_to(SITE)
    told = headers(f"{site}/{image}", encoding)
    assert told["Content-Type"] == "application/wasm"
    assert told.get("Content-Encoding") == sent
    assert told["Cache-Control"] == KEPT_FOR_EVER


def test_scripts_are_scripts_to_a_browser_that_does_not_guess(site: str) -> None:
    module = next(SITE.glob("assets/engine/*/pyodide.mjs")).relative_to(SITE)
    assert headers(f"{site}/{module}")["Content-Type"].startswith("text/javascript")


@pytest.mark.parametrize("path", ["/not/here", "/_headers"])
def test_what_is_not_there_leads_on_and_is_as_safe(site: str, path: str) -> None:
    with pytest.raises(HTTPError) as missing:
        headers(site + path)
    with missing.value as answer:
        assert answer.code == 404
        assert answer.headers["Content-Security-Policy"] == policies(SITE)["/"]


def test_the_image_is_fetched_once_though_it_is_kept_for_offline_too(
    browser: Browser, tmp_path: Path
) -> None:
    log = tmp_path / "sent"
    with (
        nginx(tmp_path, log=log) as address,
        browser.new_context(service_workers="allow") as context,
    ):
        page = context.new_page()
        open_form(page, address)
        assert plan_on_page(page, "in two weeks")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    asked = [line.split()[0] for line in log.read_text().splitlines()]
    assert len([path for path in asked if path.endswith("calculator.wasm")]) == 1
