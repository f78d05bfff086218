"""A request, field by field: what each may hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypedDict, cast, get_args, get_type_hints

from calculator import holidays
from calculator.asking.checks import (
    Check,
    Misshapen,
    Place,
    Refused,
    attempt,
    day,
    flag,
    made,
    many,
    nearest,
    number,
    one_of,
    placed,
    record,
    text,
)
from calculator.asking.typed_date import Typed
from calculator.days import Window
from calculator.situation import (
    Awaited,
    Channel,
    Employer,
    FirstChoice,
    Happening,
    How,
    LeaveToCall,
    Names,
    Offer,
    Policy,
    Promise,
    Round,
    Route,
    Sector,
)

OTHER_CODES = {"UK": "GB"}  # what people write, and the code that they mean

LONGEST_STATEMENT = 5_000
LONGEST_NOTE = 500
LONGEST_NAME = 200
MOST_STEPS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What they said, not yet read, and what the person makes of it.

    ``chosen`` is the window that they chose, or "none": none of the times is about the answer.
    ``ignore`` are ids of facts in their words that are not to be used.
    """

    text: str = ""
    on: date | None = None
    chosen: Window | Literal["none"] | None = None
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event of the history whose statement is not yet read."""

    on: date
    event: Happening
    channel: Channel | None = None
    said: str = ""
    agreed_to_next: bool | None = None
    said_would_call: bool | None = None
    in_writing: bool | None = None
    answer_by: date | None = None


class Interview(TypedDict, total=False):
    """The good fields of what a request says of the interview."""

    on: date
    typed: Typed
    round: Round
    how: How


class Facts(TypedDict, total=False):
    """The good fields of a request; code that asks for another one fails the check of types."""

    today: date
    interview: Interview
    said: Statement
    awaiting: Awaited
    leave_to_call: LeaveToCall | None
    promises: tuple[tuple[Place, Promise], ...]
    no_calls: bool
    told_to_wait: bool
    route: Route
    interviewers: int
    sector: Sector
    country: str
    region: str | None
    closed: tuple[tuple[date, date], ...]
    employer: Employer
    offer: Offer | None
    policy: Policy
    history: tuple[tuple[Place, Entry], ...]
    names: Names
    moved: Mapping[str, date]
    left_out: Mapping[str, date]
    planned: Mapping[str, date]
    skipped: tuple[str, ...]
    before: object
    only: Literal["reading"]
    read_only: bool
    rules_version: date
    site_root: str


def window(value: object, place: Place) -> Window:
    """Return a window that has an end and doesn't close before it opens."""
    ends = record(earliest=day, latest=day)(value, place)
    if not ends:
        raise Refused(f"{place.label} must include a day")
    try:
        return Window(**ends)
    except ValueError:
        raise Refused(f"{place.label} must begin before it ends") from None


def window_or_none(value: object, place: Place) -> Window | str:
    """Return a window, or the word that no time in the statement is about the answer."""
    return "none" if value == "none" else window(value, place)


def shutdown(value: object, place: Place) -> tuple[date, date]:
    """Return the first and the last day of a span of at most a year."""
    if not isinstance(value, list) or len(value) != 2 or None in value:
        raise Refused(f"{place.label} must have a first and a last day")
    first, last = (day(end, place) for end in value)
    if not 0 <= (last - first).days <= 366:
        raise Refused(f"{place.label} must end after they begin, within a year")
    return first, last


def country(value: object, place: Place) -> str:
    """Return the code of a country whose holidays are known."""
    code, known = text(LONGEST_NAME)(value, place), holidays.countries()
    if code not in known:
        meant = OTHER_CODES.get(code.upper(), code)
        raise Refused(f"{place.label} must be a code from the list{nearest(meant, known)}")
    return code


def site_root(value: object, place: Place) -> str:
    """Return the way from a page up to the top of the site, and nothing else."""
    if not isinstance(value, str) or value.strip("./") or value != "../" * (len(value) // 3):
        raise Misshapen(f'{place.label} must be "../", as often as needed')
    return value


def or_no[T](check: Check[T]) -> Check[T | None]:
    """Return a check that takes false for a plain no, where null would be "I don't know"."""
    return lambda value, place: None if value is False else check(value, place)


def days_by_step(value: object, place: Place) -> Mapping[str, date]:
    """Return the good days of an object that has a day for each of some steps."""
    if not isinstance(value, dict) or len(value) > MOST_STEPS:
        raise Misshapen(f"{place.label} must be an object with a day for each step")
    found = {name: attempt(day, given, place.inside(name[:50])) for name, given in value.items()}
    return {name: good for name, good in found.items() if good}


def anything(value: object, place: Place) -> object:  # noqa: ARG001 # a check takes both
    """Return what is looked at later."""
    return value


def literal(kind: object) -> Check[str]:
    """Return a check of one of a type's words."""
    return one_of(*get_args(getattr(kind, "__value__", kind)))


POLICY = get_type_hints(Policy)
PROMISE = get_type_hints(Promise)

FIELDS: Mapping[str, Check[Any]] = {
    "today": day,
    "interview": record(
        on=day,
        typed=made(
            Typed, day=text(LONGEST_NAME), month=text(LONGEST_NAME), year=text(LONGEST_NAME)
        ),
        round=literal(Round),
        how=literal(How),
    ),
    "said": made(
        Statement,
        text=text(LONGEST_STATEMENT),
        on=day,
        chosen=window_or_none,
        ignore=many(
            text(LONGEST_NAME), at_most=MOST_STEPS, too_many="You can ignore at most 100 facts"
        ),
    ),
    "awaiting": literal(Awaited),
    "leave_to_call": or_no(made(LeaveToCall, on=day)),
    "promises": many(
        placed(made(Promise, what=literal(PROMISE["what"]), on=day, note=text(LONGEST_NOTE))),
        at_most=20,
        too_many="You can enter at most 20 promises",
    ),
    "no_calls": flag,
    "told_to_wait": flag,
    "route": literal(Route),
    "interviewers": number(1, 50),
    "sector": literal(Sector),
    "country": country,
    "region": text(LONGEST_NAME),
    "closed": many(shutdown, at_most=20, too_many="You can enter at most 20 times when it is shut"),
    "employer": made(Employer, staff_25_or_more=flag, public_posting=flag),
    "offer": or_no(
        made(Offer, on=day, answer_by=day, moved_on=day, first_choice=literal(FirstChoice))
    ),
    "policy": made(
        Policy,
        channel=literal(POLICY["channel"]),
        persistence=literal(POLICY["persistence"]),
        closing_note=flag,
        slow_season=flag,
        inside_week=flag,
    ),
    "history": many(
        placed(
            made(
                Entry,
                on=day,
                event=literal(Happening),
                channel=literal(Channel),
                said=text(LONGEST_STATEMENT),
                agreed_to_next=flag,
                said_would_call=flag,
                in_writing=flag,
                answer_by=day,
            )
        ),
        at_most=200,
        too_many="Your history can hold at most 200 entries",
    ),
    "names": made(Names, **{name: text(LONGEST_NAME) for name in get_type_hints(Names)}),
    "moved": days_by_step,
    "left_out": days_by_step,
    "planned": days_by_step,
    "skipped": many(text(LONGEST_NAME), at_most=50, too_many="You can skip at most 50 questions"),
    "before": anything,
    "only": one_of("reading"),
    "read_only": flag,
    "rules_version": day,
    "site_root": site_root,
}

# What ``record`` returns holds the good ones of these fields, as ``Facts`` says.
REQUEST = cast("Check[Facts]", record(**FIELDS))
