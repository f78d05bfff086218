"""Checks of what came from outside: small ones, and ways to put them together.

A check takes a value and where it stands, and returns it in our own types. It raises ``Refused`` if
nothing can be made of it. A check of something with parts keeps the good ones and writes down a
problem for each of the others, so that a request with problems still answers what it can.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from difflib import get_close_matches
from typing import Any, Self

from calculator.asking.typed_date import date_or_none

FIRST_YEAR, LAST_YEAR = 2000, 2100
MOST_UNKNOWN = 20  # a request of thousands of unknown fields gets an answer too


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, beside the field that it is about; ``None`` is the whole request.

    ``shape``: no form of ours makes such a value, so it came with a damaged link or entry. The
    message is for whoever writes requests; people are told that a part couldn't be read.
    """

    field: str | None
    message: str
    shape: bool = False


class Refused(Exception):  # noqa: N818 # it is an answer, not an error of the program
    """The value can't be used; the message is empty where the problem is already written down."""


class Misshapen(Refused):
    """The value is of another kind than any form of ours makes."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in the request, and the list on which its problems are written.

    ``damaged`` are the paths of all that no form of ours makes.
    """

    path: str = ""
    problems: list[Problem] = field(default_factory=list)
    damaged: set[str] = field(default_factory=set)

    def inside(self, name: str | int) -> Self:
        """Return the place of one part of the value."""
        return type(self)(f"{self.path}.{name}".removeprefix("."), self.problems, self.damaged)

    def write(self, message: str, *, shape: bool = False) -> None:
        """Write down a problem of the value; an empty message is no problem."""
        if shape:
            self.damaged.add(self.path)
        if message:
            self.problems.append(Problem(self.path or None, message, shape))

    @property
    def is_clean(self) -> bool:
        """Whether no problem of the value or its parts is written down."""
        fields = (problem.field or "" for problem in self.problems)
        return not any(f"{field}.".startswith(f"{self.path}.") for field in fields)

    @property
    def label(self) -> str:
        """What a message calls the value: our words for it, or else its path."""
        return LABELS.get(re.sub(r"\.\d+", "", self.path), self.path or "The request")


type Check[T] = Callable[[object, Place], T]

LABELS: Mapping[str, str] = {
    "today": "Today's date",
    "interview.on": "Date of your interview",
    "said.text": "What they said",
    "said.on": "The day on which they said it",
    "said.chosen": "The day they said they would decide",
    "said.chosen.earliest": "The first day you chose",
    "said.chosen.latest": "The last day you chose",
    "country": "The country",
    "region": "The region",
    "leave_to_call.on": "The day you agreed to call",
    "promises": "Your promises",
    "promises.on": "The day of your promise",
    "promises.what": "What you promised",
    "promises.note": "The note on your promise",
    "interviewers": "The number of interviewers",
    "closed": "The days when the office is shut",
    "offer.on": "The day of the other offer",
    "offer.answer_by": "The answer-by day of the other offer",
    "offer.moved_on": "The day on which they gave you more time",
    "offer.first_choice": "The job you'd rather have",
    "history": "Your history",
    "history.on": "The day of this entry in your history",
    "history.event": "What happened",
    "history.said": "What they said",
    "history.answer_by": "The day by which they want your answer",
    "awaiting": "What you are waiting for",
    "interview.how": "How you met",
    "names.you": "Your name",
    "names.interviewer": "The interviewer's name",
    "names.employer": "The employer's name",
    "names.role": "The job title",
    "names.phone": "Your phone number",
    "names.recruiter": "The recruiter's name",
    "names.their_email": "Their email address",
    "names.their_phone": "Their phone number",
}


def flag(value: object, place: Place) -> bool:
    """Return a yes or no."""
    if not isinstance(value, bool):
        raise Misshapen(f"{place.label} must be true or false")
    return value


def day(value: object, place: Place) -> date:
    """Return a date given as ``"2027-02-04"``, in the years that the calculator can plan in."""
    parts = (
        re.fullmatch(r"([0-9]{4,6})-([0-9]{2})-([0-9]{2})", value)
        if isinstance(value, str)
        else None
    )
    found = date_or_none(*map(int, parts.groups())) if parts else None
    # A browser's own field for a day takes years of up to six digits.
    is_far = parts is not None and len(parts[1]) > 4
    if found is None and not is_far:
        raise Misshapen(f"{place.label} must be a real date")
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Refused(f"{place.label} must be in the years {FIRST_YEAR} to {LAST_YEAR}")
    return found


def text(at_most: int) -> Check[str]:
    """Return a check of a text that is not too long."""

    def check(value: object, place: Place) -> str:
        if not isinstance(value, str):
            raise Misshapen(f"{place.label} must be text")
        if len(value) > at_most:
            raise Refused(f"{place.label} can hold at most {at_most:,} characters")
        return value

    return check


def number(least: int, most: int) -> Check[int]:
    """Return a check of a whole number between two others."""

    def check(value: object, place: Place) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise Refused(f"{place.label} must be a whole number from {least} to {most}")
        return value

    return check


def one_of(*words: str) -> Check[str]:
    """Return a check of a word from a list."""

    def check(value: object, place: Place) -> str:
        if value not in words:
            raise Misshapen(
                f"{place.label} must be one of: {', '.join(words)}{nearest(value, words)}"
            )
        return str(value)

    return check


def many[T](check: Check[T], *, at_most: int, too_many: str) -> Check[tuple[T, ...]]:
    """Return a check of a list that keeps the good items; of too many, the last ones.

    Null is no item: a form of which only the second part is filled leaves it for the first.
    """

    def check_all(value: object, place: Place) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise Misshapen(f"{place.label} must be a list")
        if len(value) > at_most:
            place.write(too_many)
        first = max(0, len(value) - at_most)
        found = (
            attempt(check, item, place.inside(at))
            for at, item in enumerate(value[first:], start=first)
            if item is not None
        )
        return tuple(item for item in found if item is not None)

    return check_all


def record(**checks: Check[Any]) -> Check[dict[str, Any]]:
    """Return a check of named values that keeps the good ones; null is the same as not given."""

    def check(value: object, place: Place) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise Misshapen(f"{place.label} must be an object with named fields")
        for name in [name for name in value if name not in checks][:MOST_UNKNOWN]:
            short = name[:50]
            message = f'There is no field "{short}"{nearest(short, checks)}'
            place.inside(short).write(message, shape=True)
        found = {
            name: attempt(check, value[name], place.inside(name))
            for name, check in checks.items()
            if value.get(name) is not None
        }
        return {name: good for name, good in found.items() if good is not None}

    return check


def made[T](kind: type[T], **checks: Check[Any]) -> Check[T]:
    """Return a check that makes a value of ours, a dataclass, if the values it needs are there."""
    check_parts = record(**checks)
    parts_of_kind = fields(kind)  # type: ignore[arg-type] # mypy has no bound for dataclasses
    needed = {
        part.name for part in parts_of_kind if part.default is part.default_factory is MISSING
    }

    def check(value: object, place: Place) -> T:
        parts = check_parts(value, place)
        for name in checks:
            if name in needed and isinstance(value, dict) and value.get(name) is None:
                label = place.inside(name).label
                place.inside(name).write(f"Enter {label[0].lower()}{label[1:]}")
        missing = needed - parts.keys()
        if any(place.inside(name).path in place.damaged for name in missing):
            raise Misshapen
        if missing:
            raise Refused
        return kind(**parts)

    return check


def placed[T](check: Check[T]) -> Check[tuple[Place, T]]:
    """Return a check that also gives the place, for problems that show only later."""
    return lambda value, place: (place, check(value, place))


def attempt[T](check: Check[T], value: object, place: Place) -> T | None:
    """Return what the check makes of the value, or ``None`` once its problem is written down."""
    try:
        return check(value, place)
    except Refused as refused:
        place.write(str(refused), shape=isinstance(refused, Misshapen))
        return None


def without(value: object, paths: Collection[str], *, at: str = "") -> object:
    """Return JSON without what stands at some paths, written as those of problems are.

    >>> without({"a": [1, 2], "b": {"c": 3, "d": 4}}, {"a.0", "b.c"})
    {'a': [2], 'b': {'d': 4}}
    """
    inside = f"{at}." if at else ""
    match value:
        case dict():
            return {
                name: without(part, paths, at=path)
                for name, part in value.items()
                if (path := f"{inside}{name}") not in paths
            }
        case list():
            return [
                without(part, paths, at=path)
                for number, part in enumerate(value)
                if (path := f"{inside}{number}") not in paths
            ]
        case _:
            return value


def nearest(word: object, words: object) -> str:
    """Return a hint at the known word that is most like this one, if any is."""
    close = get_close_matches(str(word)[:50], list(words), n=1)  # type: ignore[call-overload]
    return f'; did you mean "{close[0]}"?' if close else ""
