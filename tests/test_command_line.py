"""The command line prints the same plan, as text."""

import json
import runpy
import sys
from pathlib import Path

import pytest

TWO_ANSWERS = ("--today", "2027-02-08", "--interview", "4 Feb")


def run(*arguments: str) -> int:
    """Run ``python -m calculator`` with the arguments and return its exit status."""
    sys.argv = ["calculator", *arguments]
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("calculator", run_name="__main__")
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.fixture(autouse=True)
def _own_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", sys.argv)


def test_two_answers_print_a_plan(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*TWO_ANSWERS, "--said", "in two weeks") == 0
    printed = capsys.readouterr().out
    assert "Interview: Thursday, February 4" in printed
    assert "You should hear on Thursday, February 18" in printed
    assert "The whole plan" in printed


def test_it_says_why_a_text_is_read_so(capsys: pytest.CaptureFixture[str]) -> None:
    text = "We met on Monday. You'll hear by the 19th."
    assert run("--today", "2027-02-08", "--explain", text) == 0
    words, *times = capsys.readouterr().out.splitlines()
    assert words == "Words: we met on monday . you'll hear by the 19th ."
    assert [line.split(":")[0] for line in times[::2]] == ["“on Monday”", "“by the 19th”"]
    assert times[2].startswith("“by the 19th”: 2027-02-08 to 2027-02-19; answer ")
    assert all(line.strip()[0] in "+-" for line in times[1::2])


@pytest.mark.parametrize("today", [(), ("--today", "soon")])
def test_why_needs_the_day(today: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*today, "--explain", "by Friday") == 2
    assert "argument --explain: needs --today" in capsys.readouterr().err


def test_a_problem_is_named_and_the_status_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--today", "2027-02-08", "--interview", "31 Feb") == 1
    assert "interview.on: Date of your interview must be a real date" in capsys.readouterr().err


def test_more_answers_come_from_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "request.json"
    file.write_text(json.dumps({"policy": {"channel": "call"}, "names": {"you": "Ada Byron"}}))
    assert run(*TWO_ANSWERS, "--request", str(file)) == 0
    printed = capsys.readouterr().out
    assert "Thursday, February 11 (in 3 days): call." in printed
    assert "Ada Byron" in printed


@pytest.mark.parametrize("content", [None, "not JSON", "[]"])
def test_a_file_that_cannot_be_used_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None
) -> None:
    file = tmp_path / "request.json"
    if content is not None:
        file.write_text(content)
    assert run(*TWO_ANSWERS, "--request", str(file)) == 2
    assert "error: argument --request: " in capsys.readouterr().err
