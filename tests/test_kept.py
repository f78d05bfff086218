"""What the page keeps, takes in and links to: anything at all is read or refused in words."""

import os
import shutil
import subprocess
from pathlib import Path

FUZZ = Path(__file__).parents[1] / "tools" / "fuzz_kept.mjs"


def test_a_few_hundred_made_up_files_entries_and_links_do_no_harm() -> None:
    done = subprocess.run(  # noqa: S603
        [shutil.which("node") or "node", FUZZ],
        env={**os.environ, "KEPT": "900"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "900 files, entries and links read without a failure" in done.stdout, done.stderr
