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
BUILD = (sys.executable, "-m", "mkdocs", "--quiet", "build", "--site-dir", str(SITE))
# In seconds, between two looks.
PAUSE = 0.2


def main() -> None:
    """Build, serve, and build after each change, until it is stopped."""
    seen = changed_at()
    build()
    with server(int(sys.argv[1]), site=SITE) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        print(f"The site is at http://127.0.0.1:{running.server_port}/ (stop it with Ctrl+C)")
        try:
            while True:
                time.sleep(PAUSE)
                now = changed_at()
                if changed := {path for path, _ in now.items() ^ seen.items()}:
                    build(*changed)
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


def build(*changed: Path) -> None:
    """Build what changed files need, or everything, and say how long it took.

    What is wrong is shown by MkDocs; the site then stays as it was.
    """
    began = time.perf_counter()
    alone = changed and all(path.is_relative_to(ROOT / "docs") for path in changed)
    environment = {**os.environ, "QUICK": "true", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([*BUILD, *(["--dirty"] if alone else [])], cwd=ROOT, env=environment)  # noqa: PLW1510 (its output tells)
    what = ", ".join(str(path.relative_to(ROOT)) for path in changed) or "all"
    how = "built" if not done.returncode else "not built"
    print(f"{what}: {how} in {time.perf_counter() - began:.1f} s", flush=True)


if __name__ == "__main__":
    main()
