"""The calculator on the command line: ``python -m calculator --help``."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from calculator.asking.asked import Asked, asked
from calculator.planning.plan import as_told
from calculator.planning.planner import plan
from calculator.planning.road import road_of
from calculator.planning.telling.footing import UNPLANNED, footing_of
from calculator.presenting.plan_text import plan_text
from calculator.presenting.reading_html import understood
from calculator.presenting.wording import Dates
from calculator.reading.explained import explained
from calculator.reading.values import Setting


def main() -> int:
    """Print the plan for the answers on the command line; return 1 if there are problems.

    With ``--explain``, print why a text is read as it is, and no plan.
    """
    given = _parser().parse_args()
    if given.explain:
        sys.stdout.write("\n".join(_why(given)) + "\n")
        return 0
    found = asked(_request(given))
    sys.stdout.write("\n\n".join([*_understood(found), *_plan(found)]) + "\n")
    for problem in found.problems:
        sys.stderr.write(f"{problem.field or 'request'}: {problem.message}\n")
    return 1 if found.problems else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m calculator",
        description="Print a dated plan for the time after a job interview.",
    )
    parser.add_argument("--today", help="today's date: 2027-02-04")
    parser.add_argument("--interview", metavar="DAY", help='its day: "4 Feb 2027", "last Friday"')
    parser.add_argument("--said", metavar="WORDS", help="what they said about when you will hear")
    parser.add_argument("--country", metavar="CODE", help="where the job is: US, GB, CA, …")
    parser.add_argument(
        "--explain", metavar="TEXT", help="why a text is read as it is, said on --today"
    )
    parser.add_argument(
        "--request",
        metavar="FILE",
        type=_answers,
        default={},
        help="more answers, as the JSON that the page sends",
    )
    return parser


def _why(given: argparse.Namespace) -> Iterator[str]:
    try:
        said_on = date.fromisoformat(given.today or "")
    except ValueError:
        _parser().error("argument --explain: needs --today with the day on which it was said")
    return explained(given.explain, Setting(said_on, given.country or "US"))


def _answers(file: str) -> dict[str, object]:
    try:
        answers = json.loads(Path(file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if not isinstance(answers, dict):
        raise argparse.ArgumentTypeError(f"{file} does not hold a JSON object")
    return answers


def _request(given: argparse.Namespace) -> dict[str, object]:
    typed = {"day": given.interview, "month": "", "year": ""}
    answers = {
        "today": given.today,
        "interview": {"typed": typed} if given.interview else None,
        "said": {"text": given.said} if given.said else None,
        "country": given.country,
    }
    return {**given.request, **{name: answer for name, answer in answers.items() if answer}}


def _understood(found: Asked) -> list[str]:
    dates = Dates(found.country, found.today or date.min)
    interview = [f"Interview: {dates.day(found.interview_on)}"] if found.interview_on else []
    heard, situation = found.heard, found.situation
    if heard is None:
        return interview
    footing = footing_of(road_of(situation).standing) if situation else UNPLANNED
    said = understood(heard.reading, said_on=heard.on, dates=dates, footing=footing)
    return [*interview, said]


def _plan(found: Asked) -> list[str]:
    situation = found.situation
    return [plan_text(as_told(plan(situation)), situation=situation)] if situation else []


if __name__ == "__main__":
    sys.exit(main())
