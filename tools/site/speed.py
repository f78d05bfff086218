"""What was measured of the calculator's start, for the page that tells it."""

import json
from collections.abc import Iterator
from typing import Any

from tools.engine.pack import ROOT

# `make bench` writes them.
MEASURED = ROOT / "tools" / "bench" / "measured.json"
LIGHTHOUSE = MEASURED.with_name("lighthouse.json")

VISITORS = 10_000_000


def speed() -> dict[str, Any]:
    """Return what the last measurement says: its table in Markdown, its day, machine and bytes."""
    found: dict[str, Any] = json.loads(MEASURED.read_text(encoding="utf-8"))
    megabytes = found["bytes"] / 1e6
    return {
        **found,
        "table": "\n".join(table(found["rows"], **found["pyodide"])),
        "unanswered": unanswered(found["rows"]),
        "lighthouse": "\n".join(marks(json.loads(LIGHTHOUSE.read_text(encoding="utf-8")))),
        "megabytes": f"{megabytes:.1f}",
        "pyodide_megabytes": f"{found['stock_bytes'] / 1e6:.1f}",
        "first_visit_megabytes": f"{found['first_visit_bytes'] / 1e6:.1f}",
        "later_visit_kilobytes": f"{found['later_visit_bytes'] / 1e3:.1f}",
        "terabytes": f"{found['first_visit_bytes'] * VISITORS / 1e12:.0f}",
        "later_gigabytes": f"{found['later_visit_bytes'] * VISITORS / 1e9:.0f}",
    }


def table(rows: list[dict[str, Any]], *, stock: str, newer: str) -> Iterator[str]:
    """Yield the lines of the table; times in seconds, to a tenth, as they differ each time."""
    versions = f"Pyodide {stock} | Ratio | Pyodide {newer}"
    yield f"| Start, in seconds | This site | {versions} | Only a date |"
    yield "|---|---|---|---|---|---|"
    for row in rows:
        ours, pyodide, others, floor = (
            f"{row[kind] / 1000:.1f}" for kind in ("ours", "stock", "newer", "floor")
        )
        ratio = row["ours"] / row["stock"]
        yield f"| {row['what']} | {ours} | {pyodide} | {ratio:.2f} | {others} | {floor} |"


def unanswered(rows: list[dict[str, Any]]) -> str:
    """Return where starts of the newer Pyodide came to no plan: "in WebKitGTK 4"."""
    found = {row["what"].partition(",")[0]: row["unanswered"] for row in rows if row["unanswered"]}
    return ", ".join(f"in {browser} {count}" for browser, count in found.items())


def marks(pages: dict[str, dict[str, int]]) -> Iterator[str]:
    """Yield the lines of the table of what Lighthouse says."""
    yield "| Page | Speed | Access | Practice | Search |"
    yield "|---|---|---|---|---|"
    for what, page in pages.items():
        yield f"| {what} | " + " | ".join(map(str, page.values())) + " |"
