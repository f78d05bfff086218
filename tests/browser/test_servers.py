"""What nginx and Caddy of Debian send with the settings that we ship; nginx serves all tests."""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from forms import open_form, plan_on_page
from playwright.sync_api import Browser

from tools.caddy import caddy
from tools.nginx import nginx
from tools.serve import SITE
from tools.site.headers import KEPT_FOR_EVER, SAID, policies


def headers(address: str, encoding: str = "br") -> dict[str, str]:
    request = Request(address, headers={"Accept-Encoding": encoding})  # noqa: S310 (our own server)
    with urlopen(request) as answer:  # noqa: S310
        return dict(answer.headers)


@pytest.fixture(scope="module", params=["nginx", "Caddy"])
def server(request: pytest.FixtureRequest, site: str) -> Iterator[str]:
    """The address of the site at each of the servers that we ship settings for."""
    if request.param == "nginx":
        yield site
        return
    with TemporaryDirectory() as folder, caddy(Path(folder)) as address:
        yield address


def test_every_answer_carries_all_headers(server: str) -> None:
    for path in ("/", "/calculator/", "/licences.txt", "/robots.txt"):
        told = headers(server + path)
        assert told["Content-Security-Policy"] == policies(SITE)["/"]
        assert told.keys() >= SAID["headers"].keys()
        assert told["Cache-Control"] == "no-cache"
    assert headers(f"{server}/embed/")["Content-Security-Policy"] == policies(SITE)["/embed/"]


@pytest.mark.parametrize(("encoding", "sent"), [("gzip, br", "br"), ("gzip", "gzip"), ("", None)])
def test_the_engine_is_sent_compressed_and_kept_for_ever(
    server: str, encoding: str, sent: str | None
) -> None:
    image = next(SITE.glob("assets/engine/*/calculator.wasm")).relative_to(SITE)
    told = headers(f"{server}/{image}", encoding)
    assert told["Content-Type"] == "application/wasm"
    assert told.get("Content-Encoding") == sent
    assert told["Cache-Control"] == KEPT_FOR_EVER
    # A cache between keeps one for each way to compress.
    assert told["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("assets/engine/*/pyodide.mjs", "text/javascript"),
        ("scripts/app-*.js", "(text|application)/javascript"),
        ("manifest.webmanifest", "application/manifest\\+json"),
        ("index.html", "text/html; charset=utf-8"),
        ("assets/icon.svg", "image/svg\\+xml"),
        ("bill-of-materials.json", "application/json"),
    ],
)
def test_each_file_says_what_it_is_to_a_browser_that_does_not_guess(
    server: str, path: str, kind: str
) -> None:
    file = next(SITE.glob(path)).relative_to(SITE)
    address = f"{server}/{file}".removesuffix("index.html")
    assert re.match(kind, headers(address)["Content-Type"])


@pytest.mark.parametrize(
    "path", ["/not/here", "/_headers", "/assets/engine/0/calculator.wasm", "/scripts/app-0.js"]
)
def test_what_is_not_there_leads_on_is_as_safe_and_is_not_kept(server: str, path: str) -> None:
    with pytest.raises(HTTPError) as missing:
        headers(server + path, "")
    with missing.value as answer:
        assert answer.code == 404
        assert answer.headers["Content-Security-Policy"] == policies(SITE)["/"]
        assert answer.headers["Cache-Control"] == "no-cache"
        assert b"We can't find that page" in answer.read()


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
