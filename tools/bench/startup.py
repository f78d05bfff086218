"""From starting the calculator's worker to its first plan, in three browsers.

Ours is measured beside the same calculator on Pyodide as its makers publish it, in the version that
we ship and in a newer one, and beside a page that reads a date with chrono-node, the least that can
be asked. What was measured last stands in
``measured.json``, from which the page on speed is made.
"""

import json
import os
import platform
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import UTC, datetime
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

from tools.bench.newer import NEWER, newer_engine, newer_site
from tools.bench.slower import slowed
from tools.browsers import chromium
from tools.engine import pack as packed
from tools.engine.image import PYODIDE
from tools.engines import Engine, firefox, webkit
from tools.nginx import nginx
from tools.serve import SITE, Server
from tools.site.hooks import PACKED, told_to_scripts
from tools.site.parts import version
from tools.site.scripts import addresses, bundles
from tools.site.speed import MEASURED

LONGEST = 300
TRIES = 5
KINDS = ("ours", "stock", "newer", "floor")
REQUEST = {
    "today": "2027-02-04",
    "interview": {"on": "2027-02-04"},
    "said": {"text": "by the end of next week"},
}
# By then the copy for offline is complete.
SETTLED_MS = 6_000
# One that starts no calculator of its own, which would take its share of the line.
PAGE = "/about/how-fast-it-is/"
# Runs in the page: starts a worker as the page's client does, and times its first answer.
TIME_A_START = """(({{ script, engine, request }}) => {{
  const began = performance.now();
  const worker = new Worker(script, {{ type: "module" }});
  worker.addEventListener("message", ({{ data }}) => {{
    if ("answer" in data) window.spent = performance.now() - began;
    else if (data.stage === "failed" || "problem" in data) window.spent = -1;
  }});
  worker.postMessage(engine);
  worker.postMessage({{ id: 1, request }});
}})({given})"""
# The page of the floor: its worker answers in the same words as ours.
FLOOR = {
    "index.html": "<!doctype html><title>chrono-node</title>",
    "worker.js": """import * as chrono from "./chrono/index.js";
self.onmessage = ({ data }) => {
  if (!("id" in data)) return;
  const { said, today } = JSON.parse(data.request);
  postMessage({ id: data.id, answer: String(chrono.parseDate(said.text, new Date(today))) });
};""",
}

type Opened = Callable[[], AbstractContextManager[Engine]]


class Way(NamedTuple):
    """In what it is measured: how a browser with a new profile is opened, the visits, how often.

    On a slow line, which takes most of the time, one start is hardly longer than the next.
    """

    name: str
    opened: Opened
    visits: tuple[str, ...] = ("new profile",)
    rounds: int = 5


class Row(NamedTuple):
    """Medians in milliseconds: ours, those of Pyodide and of a newer one, and the floor's.

    ``unanswered`` are starts of the newer one that came to no plan, and were tried again.
    """

    what: str
    rounds: int
    unanswered: int
    ours: int
    stock: int
    newer: int
    floor: int


class ChromiumPage:
    """A page of Chromium, driven by Playwright."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go(self, address: str) -> None:
        """Open an address and wait until it has loaded."""
        self.page.goto(address)

    def ask(self, script: str) -> object:
        """Return the value of an expression in the page."""
        return self.page.evaluate(script)


@contextmanager
def chromium_page(*, line: Mapping[str, int] | None = None, share: float = 1) -> Iterator[Engine]:
    """Open a Chromium with a new profile, on a slower line and with a share of the processor."""
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"]) as browser,
    ):
        page = browser.new_page(service_workers="block")
        if line:
            page.context.new_cdp_session(page).send(
                "Network.emulateNetworkConditions", {"offline": False, **line}
            )
        known = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
        (main,) = (each["id"] for each in known["processInfo"] if each["type"] == "browser")
        with slowed(main, share):
            yield ChromiumPage(page)


# As Lighthouse has it: 1.6 Mbit/s down, 0.75 up, 150 ms there and back.
SLOW_4G = {"latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
# As WebPageTest has it: 400 kbit/s both ways, 400 ms there and back.
SLOW_3G = {"latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOW_PROCESSOR = 0.25
VISITS = ("new profile", "second visit")
WAYS = (
    Way("Chromium", chromium_page, VISITS),
    Way("Firefox", firefox, VISITS),
    Way("WebKitGTK", webkit, VISITS, rounds=3),
    Way("Chromium, slowed processor", partial(chromium_page, share=SLOW_PROCESSOR)),
    Way("Chromium, slow 4G", partial(chromium_page, line=SLOW_4G), rounds=3),
    Way("Chromium, slow 3G", partial(chromium_page, line=SLOW_3G), rounds=1),
)


@contextmanager
def served() -> Iterator[Mapping[str, str]]:
    """Serve each kind and give its site's address."""
    with ExitStack() as stack:
        first, second, newer = (
            Path(stack.enter_context(TemporaryDirectory(prefix=name)))
            for name in ("first", "second", "newer")
        )
        newer_site(newer)
        site = stack.enter_context(nginx(first))
        floor = stack.enter_context(floor_site(first / "floor"))
        others = stack.enter_context(nginx(second, site=newer))
        yield {"ours": site, "stock": site, "newer": others, "floor": floor}


def measure() -> Iterator[Row]:
    """Yield the rows; the kinds take turns."""
    with served() as sites:
        for way in WAYS:
            spent: dict[tuple[str, str], list[float]] = {}
            unanswered = 0
            for _ in range(way.rounds):
                for kind, site in sites.items():
                    times, failed = answered(way, site, kind)
                    unanswered += failed
                    for visit, took in zip(way.visits, times, strict=True):
                        spent.setdefault((visit, kind), []).append(took)
            for visit in way.visits:
                middle = (round(median(spent[visit, kind])) for kind in KINDS)
                yield Row(f"{way.name}, {visit}", way.rounds, unanswered, *middle)


def answered(way: Way, address: str, kind: str) -> tuple[list[float], int]:
    """Time starts until all come to a plan; return the times, and how often that failed before.

    Only the newer Pyodide is tried again. Raises ``TimeoutError`` in the end.
    """
    failed = 0
    while True:
        try:
            return list(starts(way, address, kind)), failed
        except TimeoutError:
            failed += 1
            if kind != "newer" or failed == TRIES:
                raise


def starts(way: Way, address: str, kind: str) -> Iterator[float]:
    """Time starts one after the other in one new profile."""
    with way.opened() as engine:
        for _ in way.visits:
            engine.go(address if kind == "floor" else f"{address}{PAGE}")
            yield first_plan(engine, address, kind)


def first_plan(engine: Engine, address: str, kind: str) -> float:
    """Time one start. Raises ``RuntimeError`` if it fails and ``TimeoutError`` if it never ends."""
    files = {"worker": f"{address}/worker.js"} if kind == "floor" else engine_at(address)
    if kind == "stock":
        files["image"] = ""
    if kind == "newer":
        files |= newer_engine(f"{address}/")
    given = {"script": files["worker"], "engine": files, "request": json.dumps(REQUEST)}
    engine.ask(TIME_A_START.format(given=json.dumps(given)))
    for _ in range(10 * LONGEST):
        spent: float | None = engine.ask("window.spent")
        if spent:
            if spent < 0:
                raise RuntimeError("the worker gave no answer")
            return spent
        time.sleep(0.1)
    raise TimeoutError("the worker never answered")


@cache
def built() -> tuple[packed.Engine, dict[str, str]]:
    """Return the engine and the scripts' addresses of the site that is measured, seen once.

    A source that is changed meanwhile is none of its.
    """
    return packed.pack(PACKED), addresses(bundles())


def engine_at(site: str) -> dict[str, str]:
    """Return what a page of the site at an address tells the worker."""
    return told_to_scripts(*built(), root=f"{site}/")


@contextmanager
def floor_site(folder: Path) -> Iterator[str]:
    """Serve the page of the floor and give its address."""
    shutil.copytree(PYODIDE.parent / "chrono-node" / "dist" / "esm", folder / "chrono")
    for name, text in FLOOR.items():
        (folder / name).write_text(text, encoding="utf-8")
    handler = partial(Quiet, directory=str(folder))
    with Server(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and no line for each request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def bytes_of_a_first_plan() -> dict[str, int]:
    """Return how much is sent for a first visit and plan, page included, ours and stock."""
    with TemporaryDirectory() as name, nginx(Path(name)) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        sent = {kind: sent_for(browser.new_page(), site, kind) for kind in KINDS[:2]}
        browser.close()
    return sent


def bytes_of_two_visits() -> list[int]:
    """Return how much nginx sends for a first visit, with the copy for offline, and a later one."""
    with (
        TemporaryDirectory() as name,
        nginx(Path(name), log=Path(name) / "sent") as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        totals = [visited(page, site, Path(name) / "sent") for _ in range(2)]
        browser.close()
    return [totals[0], totals[1] - totals[0]]


def visited(page: Page, site: str, log: Path) -> int:
    """Make a plan on a new visit, and return all that the server has sent when it is quiet."""
    page.goto(f"{site}/calculator/?today={REQUEST['today']}")
    for name, entry in (("day", "4"), ("month", "2"), ("year", "2027"), ("said", "next week")):
        page.locator(f"[name={name}]").fill(entry)
    page.get_by_role("button", name="Make my plan").click()
    page.locator("#plan li[data-action]").first.wait_for()
    page.wait_for_timeout(SETTLED_MS)
    page.goto("about:blank")
    return sum(int(line.split()[1]) for line in log.read_text().splitlines())


def sent_for(page: Page, site: str, kind: str) -> int:
    """Return how much is sent until the first plan, compressed as the server has it."""
    asked: set[str] = set()
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    page.context.on("request", lambda request: asked.add(urlsplit(request.url).path))
    page.goto(f"{site}/calculator/", wait_until="networkidle")
    first_plan(ChromiumPage(page), site, kind)
    page.context.close()
    return sum(map(compressed_size, asked))


def compressed_size(path: str) -> int:
    """Return how large the file at an address is when it is sent."""
    file = SITE / (path[1:] + "index.html" * path.endswith("/"))
    compressed = file.with_name(f"{file.name}.br")
    return (compressed if compressed.exists() else file).stat().st_size


def main() -> None:
    """Print the table, and write down what it says."""
    print(f"{'start to first plan':50}{''.join(f'{kind:>10}' for kind in KINDS)}{'ratio':>8}")
    rows = []
    for row in measure():
        rows.append(row)
        times = "".join(f"{getattr(row, kind):7} ms" for kind in KINDS)
        print(f"{row.what:50}{times}{row.ours / row.stock:8.2f}", flush=True)
    sent = bytes_of_a_first_plan()
    for kind, size in sent.items():
        print(f"{f'bytes to the first plan, page included, {kind}':50}{size:10,}")
    first_visit, later_visit = bytes_of_two_visits()
    print(f"{'bytes of a first visit, with the copy for offline':50}{first_visit:10,}")
    print(f"{'bytes of a later visit':50}{later_visit:10,}")
    about = {
        "on": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "pyodide": {"stock": version(npm=PYODIDE.name), "newer": version(npm=NEWER.name)},
        "bytes": sent["ours"],
        "stock_bytes": sent["stock"],
        "first_visit_bytes": first_visit,
        "later_visit_bytes": later_visit,
        "rows": [row._asdict() for row in rows],
    }
    MEASURED.write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
