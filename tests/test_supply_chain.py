"""What the site is made of: all pinned, all named with its licence, and no secret among it."""

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

import pytest
from built import SITE

from tools.engine.image import PYODIDE
from tools.site.offline import WORKBOX
from tools.site.parts import PINNED, Part, parts
from tools.site.scripts import DOCS, ENTRIES, ESBUILD, OPTIONS

ROOT = SITE.parent
FILES = subprocess.run(
    ["git", "ls-files"],  # noqa: S607 (git as the person has it)
    cwd=ROOT,
    capture_output=True,
    text=True,
    check=True,
).stdout.split()
SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_\w{36}|xox[abp]-\w{10}"
    r"|(?:npm|pypi)[_-][A-Za-z0-9]{36}|(?i:password|api_?key|secret)\s*[:=]\s*[\"'][^\"'\s]{8}"
)
BILL = json.loads((SITE / "bill-of-materials.json").read_text())


def test_no_committed_file_holds_a_secret() -> None:
    for name in FILES:
        text = (ROOT / name).read_text(encoding="utf-8", errors="ignore")
        assert not SECRETS.search(text), name


def test_every_python_package_is_pinned_by_hash() -> None:
    lock = (ROOT / "requirements.txt").read_text()
    entries = re.split(r"\n(?=\w)", lock)
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_every_npm_package_is_pinned_by_hash() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert [name for name, one in packages.items() if name and "integrity" not in one] == []


def test_every_action_of_a_workflow_is_pinned_by_hash() -> None:
    workflows = [ROOT / name for name in FILES if name.startswith(".github/workflows/")]
    used = [one for file in workflows for one in re.findall(r"uses: (.+)", file.read_text())]
    assert used
    assert [one for one in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", one)] == []


def test_two_builds_of_the_site_are_the_same(tmp_path: Path) -> None:
    again = tmp_path / "site"
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict"]
    subprocess.run([*command, "--site-dir", str(again)], cwd=ROOT, check=True)  # noqa: S603 (ours)
    for one, other in ((SITE, again), (ROOT / "build/hosting", tmp_path / "build/hosting")):
        assert contents(one) == contents(other)


def contents(folder: Path) -> dict[str, str]:
    """The hash of each file, by where it lies."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_the_bill_of_materials_names_all_that_is_pinned_and_what_is_shipped() -> None:
    named = {component.get("purl", "") for component in BILL["components"]}
    for name, version in PINNED.findall((ROOT / "requirements.txt").read_text()):
        assert f"pkg:pypi/{name.lower()}@{version}" in named
    required = [one["name"] for one in BILL["components"] if one["scope"] == "required"]
    assert required == [part.name for part in parts()]


@pytest.mark.parametrize("part", parts(), ids=lambda part: part.name)
def test_a_shipped_part_is_named_on_the_page_with_its_licence_in_full(part: Part) -> None:
    page = (SITE / "about" / "licences" / "index.html").read_text()
    for said in (part.name, part.version, part.licence):
        assert said in page
    assert part.notice in (SITE / "licences.txt").read_text()


THEME = distribution("mkdocs-material").locate_file("material/templates/assets")
IN_PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
# What Python is built with, each with the text that shows it in the program.
BUILT_IN = {
    "zlib": rb"Mark Adler",
    "bzip2": rb"jseward@bzip",
    "Expat": rb"expat_\d",
    "libmpdec": rb"libmpdec/",
    "HACL*": rb"HACL",
    "libffi": rb"ffi_prep_cif",
    "XZ Utils": rb"lzma_",
    "SQLite": rb"SQLite format",
    "OpenSSL": rb"OpenSSL \d",
    "Zstandard": rb"Zstd",
    "ncurses": rb"ncurses",
}


def packages_in(sources: Iterable[str]) -> set[str]:
    return {found[1] for source in sources if (found := IN_PACKAGE.search(source))}


def test_the_theme_holds_no_part_that_is_not_named() -> None:
    maps = [json.loads(file.read_text()) for file in Path(str(THEME)).rglob("*.map")]
    found = set().union(*(packages_in(one["sources"]) for one in maps))
    assert "rxjs" in found
    assert found <= packages_in(part.marker for part in parts())


def test_our_scripts_hold_no_part_that_is_not_named(tmp_path: Path) -> None:
    entries = [str(DOCS / entry) for entry in ENTRIES]
    told = tmp_path / "told.json"
    command = [str(ESBUILD), *entries, *OPTIONS, f"--outdir={tmp_path}", f"--metafile={told}"]
    subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 (ours)
    used = packages_in(json.loads(told.read_text())["inputs"])
    used |= {f"workbox-{name}" for name in WORKBOX}
    named = {part.package.removeprefix("pkg:npm/") for part in parts()}
    assert {"idb", "ical.js"} <= used
    assert used <= named


def test_python_holds_no_part_that_is_not_named() -> None:
    program = (PYODIDE / "pyodide.asm.wasm").read_bytes()
    found = {name for name, marker in BUILT_IN.items() if re.search(marker, program)}
    named = {part.name for part in parts() if part.version == "in Pyodide"}
    assert found == named
