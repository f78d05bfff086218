"""Asks a public list of known weaknesses about every package that the site is made and tested with.

Run as ``python -m tools.audit``. It needs the list at osv.dev, so that a workflow runs it each week
and ``make test`` does not.
"""

import json
import sys
import urllib.request
from collections.abc import Iterator

from tools.site.parts import bill_of_materials

LIST = "https://api.osv.dev/v1/querybatch"
WAIT_SECONDS = 60


def main() -> str | None:
    """Print each weakness that is known; return how many there are, if any."""
    packages = [
        part["purl"] for part in json.loads(bill_of_materials())["components"] if "purl" in part
    ]
    found = list(weaknesses(packages))
    for package, name in found:
        print(f"{package}: https://osv.dev/vulnerability/{name}")
    print(f"{len(packages)} packages looked up")
    return f"{len(found)} weaknesses are known" if found else None


def weaknesses(packages: list[str], *, at: str = LIST) -> Iterator[tuple[str, str]]:
    """Yield each weakness that a list knows, as package (its purl) and the name of the weakness."""
    queries = [{"package": {"purl": package}} for package in packages]
    request = urllib.request.Request(  # noqa: S310 (https, but for the tests' own list)
        at, json.dumps({"queries": queries}).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=WAIT_SECONDS) as answer:  # noqa: S310
        results = json.load(answer)["results"]
    for package, result in zip(packages, results, strict=True):
        for weakness in result.get("vulns", []):
            yield package, weakness["id"]


if __name__ == "__main__":
    sys.exit(main())
