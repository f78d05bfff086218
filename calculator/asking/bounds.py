"""Whether the days of a request make sense beside today and the interview."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from calculator.asking.checks import Place


@dataclass(frozen=True, slots=True)
class Bound:
    """What a day must be: a test, and how a message says it."""

    holds: Callable[[date], bool]
    says: str


def after_interview(interview_on: date) -> Bound:
    """Return the bound of a day that can't be the interview's own."""
    says = f"after {_plain(interview_on)}, the day of your interview"
    return Bound(lambda day: day > interview_on, says)


def from_interview(interview_on: date) -> Bound:
    """Return the bound of a day that can't be before the interview."""
    says = f"the same as or after {_plain(interview_on)}, the day of your interview"
    return Bound(lambda day: day >= interview_on, says)


def from_today(today: date) -> Bound:
    """Return the bound of a day that is not over."""
    return Bound(lambda day: day >= today, "today or in the future")


def until_today(today: date) -> Bound:
    """Return the bound of a day on which something has happened."""
    return Bound(lambda day: day <= today, "today or in the past")


def makes_sense(day: date, place: Place, *bounds: Bound, label: str = "") -> bool:
    """Whether a day is within all bounds; writes down the first that it is not."""
    broken = next((bound for bound in bounds if not bound.holds(day)), None)
    if broken:
        place.write(f"{label or place.label} must be {broken.says}")
    return broken is None


def _plain(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
