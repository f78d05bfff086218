"""The reader beside two parsers of dates, on the statements of the reader's own cases.

What is compared is the promise date: the last day of the window, or its first where it is open.
The other parsers give one day for a text, so this is what they can be asked for. The cases are
ours: the table shows what a parser of dates makes of statements, not how good it is at dates.
"""

import statistics
import time
import tomllib
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from datetime import time as clock
from typing import NamedTuple

import parsedatetime
from dateparser.search import search_dates

from calculator import read
from tools.engine.pack import ROOT

CASES = ROOT / "tests" / "cases" / "phrases.toml"

type Parser = Callable[[str, date, str], date | None]


class Said(NamedTuple):
    """A statement, the day on which and the country where it was said, and its promise date."""

    text: str
    on: date
    country: str
    promise: date


def statements() -> Iterator[Said]:
    """Yield the statements of the cases of which one day is sure."""
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))
    for case in cases["case"]:
        promise = case.get("latest", case.get("earliest"))
        if case.get("certainty", "sure") == "sure" and isinstance(promise, date):
            for text in case["phrases"]:
                day = case.get("said_on", cases["said_on"])
                yield Said(text, day, case.get("country", "US"), promise)


def ours(text: str, day: date, country: str) -> date | None:
    """Return the promise date that the calculator reads."""
    window = read(text, said_on=day, country=country).window
    return (window.latest or window.earliest) if window else None


def by_dateparser(text: str, day: date, country: str) -> date | None:
    """Return the last date that dateparser finds in the text."""
    settings = {
        "RELATIVE_BASE": datetime.combine(day, clock(9)),
        "PREFER_DATES_FROM": "future",
        "DATE_ORDER": "MDY" if country == "US" else "DMY",
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = search_dates(text, languages=["en"], settings=settings)
    return found[-1][1].date() if found else None


def by_parsedatetime(text: str, day: date, _country: str) -> date | None:
    """Return the last date that parsedatetime finds in the text."""
    found = parsedatetime.Calendar().nlp(text, datetime.combine(day, clock(9)))
    return found[-1][0].date() if found else None


PARSERS: dict[str, Parser] = {
    "this reader": ours,
    "dateparser": by_dateparser,
    "parsedatetime": by_parsedatetime,
}


class Row(NamedTuple):
    """How long a parser takes, in milliseconds, and which part of the promise dates it gets."""

    name: str
    median: float
    slow: float
    right: float
    wrong: float


def row(name: str, parser: Parser, over: list[Said]) -> Row:
    """Measure one parser."""
    spent: list[float] = []
    outcomes: Counter[str] = Counter()
    for said in over:
        began = time.perf_counter()
        found = parser(said.text, said.on, said.country)
        spent.append(1000 * (time.perf_counter() - began))
        outcomes["right" if found == said.promise else "wrong" if found else "none"] += 1
    return Row(
        name,
        statistics.median(spent),
        statistics.quantiles(spent, n=100)[98],
        outcomes["right"] / len(over),
        outcomes["wrong"] / len(over),
    )


def main() -> None:
    """Print the table."""
    over = list(statements())
    print(f"{f'{len(over)} statements':24}{'median':>12}{'99th':>12}{'right':>9}{'wrong':>9}")
    for name, parser in PARSERS.items():
        parser("by Friday", date(2026, 3, 4), "US")  # its tables are loaded before it is timed
        one = row(name, parser, over)
        print(
            f"{one.name:24}{one.median:9.2f} ms{one.slow:9.2f} ms{one.right:9.0%}{one.wrong:9.0%}"
        )


if __name__ == "__main__":
    main()
