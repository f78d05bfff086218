"""How long the worker takes for an answer, in Chromium: while a person types, and for a plan."""

import json
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import sync_playwright

from tools.bench.startup import PAGE, engine_at
from tools.browsers import chromium
from tools.nginx import nginx

# Runs in the page: starts a worker as its client does, and times each answer after the first.
TIME_ANSWERS = """([engine, requests]) => new Promise((resolve, reject) => {
  const worker = new Worker(engine.worker, { type: "module" });
  const spent = [];
  let asked = 0;
  let began = 0;
  const ask = () => {
    began = performance.now();
    worker.postMessage({ id: asked, request: requests[asked] });
  };
  worker.addEventListener("message", ({ data }) => {
    if (data.stage === "failed" || "problem" in data) reject(new Error("no answer"));
    if (!("answer" in data)) return;
    spent.push(performance.now() - began);
    asked += 1;
    if (asked < requests.length) return ask();
    worker.terminate();
    resolve(spent.slice(1));
  });
  worker.postMessage(engine);
  ask();
})"""


def measure(requests: list[str], letters: list[str]) -> dict[str, list[float]]:
    """Return the times in milliseconds of reading statements, of letters, and of whole answers."""
    found: dict[str, list[float]] = {}
    with (
        TemporaryDirectory() as name,
        nginx(Path(name)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{address}{PAGE}")
        engine = engine_at(address)
        kinds = {
            "reading": map(reading_only, requests),
            "reading a long e-mail": map(reading_only, letters),
            "plan": requests,
        }
        for what, asked in kinds.items():
            found[what] = page.evaluate(TIME_ANSWERS, [engine, list(asked)])
        browser.close()
    return found


def reading_only(request: str) -> str:
    """Return the request as the page sends it while a person types."""
    asked: dict[str, Any] = json.loads(request)
    return json.dumps({**asked, "only": "reading"})


def main(requests: list[str], letters: list[str]) -> None:
    """Print the table, of requests with a statement each and others with a long e-mail."""
    print(f"{'answer of the worker':44}{'median':>12}{'99th':>12}")
    for what, spent in measure(requests, letters).items():
        print(f"{what:44}{median(spent):9.1f} ms{quantiles(spent, n=100)[98]:9.1f} ms")
