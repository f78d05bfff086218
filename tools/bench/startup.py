"""From starting the calculator's worker to its first plan: our image beside stock Pyodide."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from tools.browsers import chromium
from tools.engine.pack import ROOT

SITE = ROOT / "site"
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
    ours: float
    stock: float

    @property
    def ratio(self) -> float:
        """Return ours as a part of stock's."""
        return self.ours / self.stock


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line for each request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def rows() -> list[Row]:
    """Measure and return the rows; the two kinds take turns, so that both meet the same noise."""
    ours: list[Start] = []
    stock: list[Start] = []
    with site() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for _ in range(ROUNDS):
            ours.append(start(browser, address, image=True))
            stock.append(start(browser, address, image=False))
        browser.close()
    return [
        Row(
            f"Chromium, {what}",
            median(getattr(each, part) for each in ours),
            median(getattr(each, part) for each in stock),
        )
        for what, part in (("new profile", "new"), ("second visit", "second"))
    ]


@contextmanager
def site() -> Iterator[str]:
    """Serve the built site on this machine and give its address."""
    handler = partial(QuietHandler, directory=str(SITE))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


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
    """Print the table."""
    print(f"{'start to first plan':44}{'ours':>12}{'stock':>12}{'ratio':>8}")
    for row in rows():
        print(f"{row.what:44}{row.ours:9.0f} ms{row.stock:9.0f} ms{row.ratio:8.2f}")


if __name__ == "__main__":
    main()
