"""A published copy is compared with its source, file by file."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from built import SITE

from tools.compare import as_list, differences, hashes
from tools.serve import server


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A part of the site, as somebody publishes it."""
    for name in ("index.html", "robots.txt", "hashes.txt", "_headers", "about", "scripts"):
        (shutil.copytree if (SITE / name).is_dir() else shutil.copy)(SITE / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def published(copy: Path) -> Iterator[str]:
    """Where it is published."""
    with server(site=copy) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


def test_what_is_published_as_it_was_built_has_no_difference(copy: Path, published: str) -> None:
    assert len(hashes(copy)) > 20
    assert list(differences(published, copy)) == []


def test_a_changed_and_a_missing_file_are_named(
    copy: Path, published: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    built = tmp_path_factory.mktemp("built") / "site"
    shutil.copytree(copy, built)
    (copy / "index.html").write_text("something else")
    (copy / "robots.txt").unlink()
    assert list(differences(published, built)) == [
        "index.html: other content",
        "robots.txt: not there",
    ]


def test_the_list_of_hashes_is_in_the_site_and_true() -> None:
    assert (SITE / "hashes.txt").read_text() == as_list(hashes(SITE))
