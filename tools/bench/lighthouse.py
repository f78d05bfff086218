"""What Lighthouse, on its phone settings, says of three pages as nginx serves them.

What was found last stands in ``lighthouse.json``, from which the page on speed is made.
"""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from tools.browsers import chromium
from tools.engine.pack import ROOT
from tools.nginx import nginx
from tools.site.speed import LIGHTHOUSE

COMMAND = ("node", str(ROOT / "node_modules" / "lighthouse" / "cli" / "index.js"))
FLAGS = "--chrome-flags=--headless --no-sandbox --disable-gpu"
ROUNDS = 5
TRIES = 3
PAGES = {
    "Home": "/",
    "A guide": "/guides/no-time-frame-given/",
    "The calculator": "/calculator/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def measure() -> dict[str, dict[str, int]]:
    """Return each page's medians by category, 0 to 100."""
    with TemporaryDirectory() as folder, nginx(Path(folder)) as site:
        return {what: medians(site + path) for what, path in PAGES.items()}


def medians(address: str) -> dict[str, int]:
    """Return the medians of a page by category."""
    rounds = [dict(scores(address)) for _ in range(ROUNDS)]
    return {name: round(median(each[name] for each in rounds)) for name in CATEGORIES}


def scores(address: str) -> Iterator[tuple[str, float]]:
    """Yield the categories of one run and their scores, 0 to 100."""
    found = report(address)
    for name in CATEGORIES:
        yield name, 100 * found["categories"][name]["score"]


def report(address: str) -> dict[str, Any]:
    """Return what one run says; now and then one fails, and asks to be run again.

    Raises ``SystemExit`` with the reason of the last one if none of a few succeeds.
    """
    for _ in range(TRIES):
        with TemporaryDirectory() as folder:
            # Into a file: it ends before all that it prints is through a pipe.
            file = Path(folder) / "report.json"
            done = subprocess.run(  # the command stands above
                [*COMMAND, address, "--quiet", "--output=json", f"--output-path={file}", FLAGS],
                env={**os.environ, "CHROME_PATH": chromium() or ""},
                capture_output=True,
                text=True,
                check=False,
            )
            if not done.returncode:
                found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
                return found
    raise SystemExit(f"Lighthouse failed at {address}:\n{done.stderr}")


def main() -> None:
    """Print the table, and write down what it says."""
    found = measure()
    print("".join(f"{what:>16}" for what in ("Lighthouse", *CATEGORIES)))
    for what, page in found.items():
        print(f"{what:>16}" + "".join(f"{page[name]:16}" for name in CATEGORIES))
    LIGHTHOUSE.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
