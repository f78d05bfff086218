"""The page's code stays in small parts, each read in one go."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PARTS = sorted(
    [
        *ROOT.glob("docs/**/*.js"),
        *ROOT.glob("docs/styles/*.css"),
        *ROOT.glob("calculator/presenting/*.py"),
        ROOT / "calculator/browser.py",
    ]
)


def lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("file", PARTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_module_of_the_page_has_more_than_250_lines(file: Path) -> None:
    assert lines(file) <= 250


def test_the_worker_and_its_client_have_200_lines_together() -> None:
    scripts = ROOT / "docs" / "calculator"
    assert lines(scripts / "worker.js") + lines(scripts / "client.js") <= 200


def test_no_script_makes_html() -> None:
    """What is rendered comes from the calculator; a script only puts it in its place."""
    tag = re.compile(r"""["'`][^"'`\n]*</?[a-z]+[ >]""")
    scripts = [file for file in PARTS if file.suffix == ".js"]
    assert [file.name for file in scripts if tag.search(_without_comments(file))] == []


def _without_comments(file: Path) -> str:
    return re.sub(r"/\*.*?\*/|//[^\n]*", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
