"""The site while it is written: built again after each change, and served.

Pyodide stands in for the start-up image, and what only a published site needs is left out. A page,
a style or a script that changes is all that is built; after any other change everything is.
Run as ``python -m tools.dev PORT``.
"""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from tools.engine.pack import ROOT
from tools.serve import server

SITE = ROOT / "build" / "dev"
WATCHED = ("calculator", "docs", "hosting", "tools/site", "mkdocs.yml", "pyproject.toml")
BUILD = ("--quiet", "build", "--site-dir", str(SITE))
# Half of the time in which a page is built goes into importing what builds it: that can be done
# before one has changed. Without a line it ends, so it never outlives who started it for long.
WAITING = """
import sys
import mkdocs.commands.build, tools.site.hooks
from mkdocs.__main__ import cli
if sys.stdin.readline():
    cli()
"""
# In seconds, between two looks.
PAUSE = 0.2


def main() -> None:
    """Build, serve, and build after each change, until it is stopped."""
    seen = changed_at()
    build()
    ready = builder(pages=True)
    with server(int(sys.argv[1]), site=SITE) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        print(f"The site is at http://127.0.0.1:{running.server_port}/ (stop it with Ctrl+C)")
        try:
            while True:
                time.sleep(PAUSE)
                now = changed_at()
                if changed := {path for path, _ in now.items() ^ seen.items()}:
                    build(*changed, ready=ready)
                    # What it has imported may be another now.
                    ready.kill()
                    ready = builder(pages=True)
                seen = now
        except KeyboardInterrupt:
            print()


def changed_at() -> dict[Path, float]:
    """Return when each file was last changed."""
    found = [path for name in WATCHED for path in ((ROOT / name), *(ROOT / name).rglob("*"))]
    return {
        path: path.stat().st_mtime
        for path in found
        if path.is_file() and "__pycache__" not in path.parts
    }


def builder(*, pages: bool) -> subprocess.Popen[bytes]:
    """Start what builds, everything or only ``pages`` that have changed, once it gets a line."""
    command = [sys.executable, "-c", WAITING, *BUILD, *(["--dirty"] if pages else [])]
    environment = {**os.environ, "QUICK": "true", "NO_MKDOCS_2_WARNING": "1"}
    # On its own, so that a Ctrl+C is not told by both.
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, start_new_session=True
    )


def build(*changed: Path, ready: subprocess.Popen[bytes] | None = None) -> None:
    """Build what changed files need, or everything, and say how long it took.

    Changed pages are left to ``ready``. What is wrong is shown by MkDocs; the site then stays as it
    was.
    """
    began = time.perf_counter()
    alone = bool(changed) and all(path.is_relative_to(ROOT / "docs") for path in changed)
    chosen = ready if ready and alone else builder(pages=alone)
    chosen.communicate(b"\n")
    what = ", ".join(str(path.relative_to(ROOT)) for path in changed) or "all"
    how = "built" if not chosen.returncode else "not built"
    print(f"{what}: {how} in {time.perf_counter() - began:.1f} s", flush=True)


if __name__ == "__main__":
    main()
