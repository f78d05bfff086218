"""What the site is made of, for people and for programs.

People get the parts by others that it ships, with their licences; programs get a list of those and
of all that the site is built and tested with (CycloneDX).
"""

import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from tools.engine.image import PYODIDE
from tools.engine.pack import ROOT

SHIPPED = Path(__file__).with_name("parts.toml")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s\\;]+)", re.MULTILINE)


class Part(NamedTuple):
    """Something by others that a browser gets."""

    name: str
    version: str
    licence: str
    does: str
    source: str
    notice: str
    package: str
    marker: str = ""


@cache
def parts() -> tuple[Part, ...]:
    """Return the parts that are shipped; raises an error for one whose licence has no text."""
    entries = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))["part"]
    return tuple(part(**entry) for entry in entries)


def part(  # noqa: PLR0913 (the members of an entry)
    *,
    name: str,
    licence: str,
    does: str,
    pypi: str = "",
    npm: str = "",
    inside: str = "",
    within: str = "",
    marker: str = "",
    notice: str = "",
    source: str = "",
) -> Part:
    """Return an entry of the list with its version and its licence's text."""
    text = (ROOT / notice).read_text(encoding="utf-8") if notice else notice_of(pypi)
    package = f"pkg:pypi/{pypi.lower()}" if pypi else f"pkg:npm/{npm}" if npm else ""
    known = f"in {within}" if within else version(pypi, npm, inside)
    return Part(name, known, licence, does, source, text, package, marker)


def version(pypi: str = "", npm: str = "", inside: str = "") -> str:
    """Return the version of a package, or of what is inside Pyodide."""
    if pypi:
        return distribution(pypi).version
    if npm:
        return str(
            json.loads((ROOT / "node_modules" / npm / "package.json").read_text())["version"]
        )
    info = json.loads((PYODIDE / "pyodide-lock.json").read_text())["info"]
    return str(info[inside]).removeprefix("emscripten_").replace("_", ".")


def notice_of(pypi: str) -> str:
    """Return the licence's text that an installed package brings."""
    installed = distribution(pypi)
    (name,) = installed.metadata.get_all("License-File", [])
    return str(installed.read_text(f"licenses/{name}"))


def notices() -> str:
    """Return the licences of all parts, as one text."""
    return "\n\n".join(
        f"{part.name} {part.version} ({part.licence}): {part.does}\n{'=' * 72}\n\n{part.notice}"
        for part in parts()
    )


def bill_of_materials() -> str:
    """Return everything that the site is built with, as CycloneDX has it: shipped is "required"."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": [*map(shipped, parts()), *built_with()],
    }
    return json.dumps(bill, indent=1)


def shipped(part: Part) -> dict[str, Any]:
    """Return a shipped part as a component."""
    known = {"purl": f"{part.package}@{part.version}"} if part.package else {}
    return {
        "type": "library",
        "name": part.name,
        **({} if part.marker else {"version": part.version}),
        "scope": "required",
        "licenses": [{"license": {"id": part.licence}}],
    } | known


def built_with() -> Iterator[dict[str, Any]]:
    """Yield every package that is pinned but not shipped."""
    ours = {f"{part.package}@{part.version}" for part in parts()}
    pinned = PINNED.findall((ROOT / "requirements.txt").read_text())
    lock = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    packages = [(f"pkg:pypi/{name.lower()}", version) for name, version in pinned]
    for path, package in lock.items():
        if path:
            # One that is there twice, in two versions, has a folder of another name.
            name = quote(package.get("name", path.rpartition("node_modules/")[2]), safe="/")
            packages.append((f"pkg:npm/{name}", package["version"]))
    for package, version in dict.fromkeys(packages):
        if (purl := f"{package}@{version}") not in ours:
            yield {
                "type": "library",
                "name": package.partition("/")[2],
                "version": version,
                "scope": "excluded",
                "purl": purl,
            }
