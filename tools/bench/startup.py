"""From starting the calculator's worker to its first plan: our image beside stock Pyodide.

What was measured last stands in ``measured.json``, from which the page on speed is made.
"""

import json
import os
import platform
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from statistics import median
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tools.browsers import chromium
from tools.serve import SITE, server
from tools.site.speed import MEASURED

ROUNDS = 5
REQUEST = {
    "today": "2027-02-04",
    "interview": {"on": "2027-02-04"},
    "said": {"text": "by the end of next week"},
}
# Runs in the page: starts a worker as the page's client does, and times its first answer.
TIME_A_START = """([engine, request]) => new Promise((resolve, reject) => {
  const began = performance.now();
  const worker = new Worker("worker.js", { type: "module" });
  worker.addEventListener("message", ({ data }) => {
    if ("answer" in data) resolve(performance.now() - began);
    else if (data.stage === "failed" || "problem" in data) reject(new Error("no answer"));
    else return;
    worker.terminate();
  });
  worker.postMessage(engine);
  worker.postMessage({ id: 1, request });
})"""
ENGINE_OF_THE_PAGE = """() => {
  const { image, integrity, runtime, calculator } = document.querySelector("#form").dataset;
  const whole = (path) => path && new URL(path, location.href).href;
  return { image: whole(image), integrity, runtime: whole(runtime), calculator: whole(calculator) };
}"""


class Start(NamedTuple):
    """How long two starts took in one profile, the first with an empty cache; in milliseconds."""

    new: float
    second: float


class Row(NamedTuple):
    """Medians of ours and of stock Pyodide's; in milliseconds."""

    what: str
    ours: int
    stock: int

    @property
    def ratio(self) -> float:
        """Return ours as a part of stock's."""
        return self.ours / self.stock


def measure() -> tuple[list[Row], int]:
    """Return the rows, and the bytes of a first plan; the two kinds take turns."""
    ours: list[Start] = []
    stock: list[Start] = []
    with site() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for _ in range(ROUNDS):
            ours.append(start(browser, address, image=True))
            stock.append(start(browser, address, image=False))
        sent = bytes_of_a_first_plan(browser, address)
        browser.close()
    rows = [
        Row(
            f"Chromium, {what}",
            round(median(getattr(each, part) for each in ours)),
            round(median(getattr(each, part) for each in stock)),
        )
        for what, part in (("new profile", "new"), ("second visit", "second"))
    ]
    return rows, sent


@contextmanager
def site() -> Iterator[str]:
    """Serve the built site on this machine and give its address."""
    with server() as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def bytes_of_a_first_plan(browser: Browser, address: str) -> int:
    """Return how much a server sends for a first visit and plan, brotli where it can."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    asked: set[str] = set()
    context.on("request", lambda request: asked.add(urlsplit(request.url).path))
    page.goto(f"{address}/calculator/", wait_until="networkidle")
    context.close()
    return sum(map(compressed_size, asked))


def compressed_size(path: str) -> int:
    """Return how large the file at an address is when it is sent."""
    file = SITE / (path[1:] + "index.html" * path.endswith("/"))
    compressed = file.with_name(f"{file.name}.br")
    return (compressed if compressed.exists() else file).stat().st_size


def start(browser: Browser, address: str, *, image: bool) -> Start:
    """Time two starts in a new profile."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/calculator/")
    found = Start(first_plan(page, image=image), first_plan(page, image=image))
    context.close()
    return found


def first_plan(page: Page, *, image: bool) -> float:
    """Time one start."""
    engine = page.evaluate(ENGINE_OF_THE_PAGE)
    if not image:
        engine["image"] = ""
    spent: float = page.evaluate(TIME_A_START, [engine, json.dumps(REQUEST)])
    return spent


def main() -> None:
    """Print the table, and write down what it says."""
    found, sent = measure()
    print(f"{'start to first plan':44}{'ours':>12}{'stock':>12}{'ratio':>8}")
    for row in found:
        print(f"{row.what:44}{row.ours:9.0f} ms{row.stock:9.0f} ms{row.ratio:8.2f}")
    print(f"{'bytes to the first plan, page included':44}{sent:12,}")
    about = {
        "on": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "rounds": ROUNDS,
        "bytes": sent,
        "rows": [row._asdict() for row in found],
    }
    MEASURED.write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
