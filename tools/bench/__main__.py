"""Measure speed and size and print one table; times are of this machine, at this moment."""

import gzip
import json
import statistics
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from calculator import read
from calculator.browser import respond
from calculator.planning.rules import advice
from tools.bench import answers, lighthouse, readers, startup
from tools.engine.pack import ROOT
from tools.training.texts import marked_texts

CASES = ROOT / "tests" / "cases" / "phrases.toml"
ENGINE = ROOT / "site" / "assets" / "engine"
ROUNDS = 3
# The longest e-mails that the training knows, 180 words and more.
LETTERS = 20


def main() -> None:
    """Print the table."""
    advice()
    print(f"{'what':44}{'median':>12}{'99th':>12}")
    for name, work, over in speeds():
        median, slow = spread(work, over)
        print(f"{name:44}{median:9.2f} ms{slow:9.2f} ms")
    print()
    readers.main()
    print(f"\n{'file':44}{'bytes':>12}{'gzip':>12}")
    for file in sorted(ENGINE.rglob("*.*")):
        raw = file.read_bytes()
        print(f"{file.name:44}{len(raw):12,}{len(gzip.compress(raw, 9)):12,}")
    print()
    startup.main()
    print()
    letters = sorted((marked.text for marked in marked_texts()), key=len)[-LETTERS:]
    answers.main(list(map(request, phrases())), list(map(request, letters)))
    print()
    lighthouse.main()


def speeds() -> Iterator[tuple[str, Callable[[Any], object], list[Any]]]:
    """Yield what is timed: its name, the work, and what it is done to."""
    statements = list(phrases())
    yield "read a statement", lambda text: read(text, said_on=date(2026, 3, 4)), statements
    yield "answer a request, plan and HTML included", respond, list(map(request, statements))


def phrases() -> Iterator[str]:
    """Yield the statements of the reader's own cases."""
    for case in tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]:
        yield from case["phrases"]


def request(statement: str) -> str:
    """Return a request with a statement, as the page would send it."""
    interview = {"on": "2026-03-04"}
    return json.dumps({"today": "2026-03-05", "interview": interview, "said": {"text": statement}})


def spread(work: Callable[[Any], object], over: Iterable[Any]) -> tuple[float, float]:
    """Return the median and the 99th percentile of some work's time, in milliseconds."""
    spent = [timed(work, subject) for _ in range(ROUNDS) for subject in over]
    return statistics.median(spent), statistics.quantiles(spent, n=100)[98]


def timed(work: Callable[[Any], object], subject: object) -> float:
    """Return how long one piece of work takes, in milliseconds."""
    began = time.perf_counter()
    work(subject)
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    main()
