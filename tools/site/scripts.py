"""The pages' scripts: each with all that it imports in one file, named by its content.

The sources stay as they are, modules that a browser could load; esbuild only joins them.
"""

import hashlib
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.engine.pack import ROOT

DOCS = ROOT / "docs"
ESBUILD = ROOT / "node_modules" / ".bin" / "esbuild"
# As deep as the sources lie: what a script looks for beside itself is found from either place.
FOLDER = "scripts"
# What is large and fetched when somebody asks for it, with its library.
LATER = {"calendar": "assets"}
# What pages load, and the calculator's worker.
ENTRIES = (
    "assets/embed.js",
    "assets/moved.js",
    "assets/theme.js",
    "assets/trial.js",
    "assets/words.js",
    "calculator/app.js",
    "calculator/calendar.js",
    "calculator/due.js",
    "calculator/first.js",
    "calculator/interviews.js",
    "calculator/worker.js",
)
OPTIONS = ("--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning")


def bundles() -> Mapping[str, bytes]:
    """Return what each entry becomes, by its name: ``{"app": b"…"}``.

    Raises ``CalledProcessError`` for a script that can't be read; esbuild says why.
    """
    with TemporaryDirectory() as folder:
        entries = [str(DOCS / entry) for entry in ENTRIES]
        subprocess.run(
            [str(ESBUILD), *entries, *OPTIONS, "--entry-names=[name]", f"--outdir={folder}"],
            cwd=ROOT,
            check=True,
        )
        return {file.stem: file.read_bytes() for file in sorted(Path(folder).iterdir())}


def addresses(made: Mapping[str, bytes], *, quick: bool = False) -> dict[str, str]:
    """Return where each bundle lies in the site, by its name.

    In a ``quick`` site a changed script has the same address, so that no page must change.

    >>> addresses({"app": b""})
    {'app': 'scripts/app-e3b0c44298fc.js'}
    """
    return {
        name: f"{LATER.get(name, FOLDER)}/{name}-{'now' if quick else content_of(script)}.js"
        for name, script in made.items()
    }


def content_of(script: bytes) -> str:
    """Return what a bundle is named by."""
    return hashlib.sha256(script).hexdigest()[:12]


def is_source(uri: str) -> bool:
    """Return whether a file of ``docs`` is a script's source, which is not served."""
    return uri.endswith(".js") and (DOCS / uri).exists()
