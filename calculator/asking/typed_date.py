"""A date as people type it: in three fields, or all of it in the first.

The day may be a number ("4", "4th"), a near day ("today", "last Friday", "3 days ago") or a whole
date ("4 Feb 2027", "February 4", "4/2/2027", "2027-02-04"). The month may be a number or a name.
Without a year the nearest such date is meant.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from calculator.days import DAY, WEEK, monday_of

MONTHS = {f"{date(2000, number, 1):%B}".lower(): number for number in range(1, 13)}
WEEKDAYS = {f"{date(2001, 1, number):%A}".lower(): number - 1 for number in range(1, 8)}
NEAR = {"today": 0, "yesterday": -1, "the day before yesterday": -2, "tomorrow": 1}
LENGTHS = {"day": DAY, "week": WEEK}

MONTH_FIRST = {"US"}

YEAR = r"(?P<year>\d+)"
NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
NAME = r"(?P<month>[a-z]{3,})\.?"
WHOLE_DATES = tuple(
    re.compile(rf"(?:[a-z]+,? )?(?:{pattern})")
    for pattern in (
        rf"{NUMBER} (?:of )?{NAME}(?:,? {YEAR})?",
        rf"{NAME} {NUMBER}(?:,? {YEAR})?",
        rf"{YEAR}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})",
    )
)
NUMBERS = re.compile(r"(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d+))?")
AGO = re.compile(r"(?P<count>\d{1,3}|an?|one) (?P<length>day|week)s? ago")
WEEKDAY = re.compile(r"(?:on )?(?P<last>last |this past )?(?P<name>[a-z]{3,})")


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the three fields."""

    day: str = ""
    month: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a typed date: the part at fault (none: the whole), and the message."""

    part: str
    message: str


def typed_date(typed: Typed, *, today: date, country: str, name: str) -> date | tuple[Fault, ...]:
    """Return the date that was typed, or what is wrong with it, in the order in which to say it.

    ``country`` decides the order of day and month where both are numbers in one field; ``name`` is
    what the messages call the date ("date of your interview").

    >>> typed_date(Typed("last Friday"), today=date(2027, 2, 4), country="GB", name="date")
    datetime.date(2027, 1, 29)
    """
    day, month, year = (
        " ".join(part.lower().split()) for part in (typed.day, typed.month, typed.year)
    )
    if not (day or month or year):
        return (Fault("", f"Enter the {name}"),)
    if near := near_day(day, today=today):
        return near
    if not (month or year):
        day, month, year = whole_date(day, month_first=country in MONTH_FIRST)
    return missing_parts(day, month, year, name=name) or (
        real_date(day, month, year, today=today)
        or (Fault("", f"{name[0].upper()}{name[1:]} must be a real date"),)
    )


def near_day(text: str, *, today: date) -> date | None:
    """Return the day that is named by its distance from today, or ``None``.

    A weekday alone may be today; "last Friday", said on a Friday, is a week ago.
    """
    if text in NEAR:
        return today + timedelta(days=NEAR[text])
    if ago := AGO.fullmatch(text):
        count = int(ago["count"]) if ago["count"].isdigit() else 1
        return today - count * LENGTHS[ago["length"]]
    if (found := WEEKDAY.fullmatch(text)) and (
        number := named(found["name"], WEEKDAYS)
    ) is not None:
        newest = today - DAY if found["last"] else today
        day = monday_of(newest) + timedelta(days=number)
        return day if day <= newest else day - WEEK
    return None


def whole_date(text: str, *, month_first: bool) -> tuple[str, str, str]:
    """Return the day, month and year that stand in one text; a text that is no date is all day."""
    for pattern in WHOLE_DATES:
        if found := pattern.fullmatch(text):
            return found["day"], found["month"], found["year"] or ""
    if found := NUMBERS.fullmatch(text):
        first, second, year = found.groups(default="")
        only_order = {first: int(second) > 12, second: int(first) > 12}
        swapped = only_order[first] or (month_first and not only_order[second])
        return (second, first, year) if swapped else (first, second, year)
    return text, "", ""


def missing_parts(day: str, month: str, year: str, *, name: str) -> tuple[Fault, ...]:
    """Return what must still be typed: a day, a month, four numbers of the year if there is one."""
    title = f"{name[0].upper()}{name[1:]}"
    faults = (
        Fault("day", f"{title} must include a day") if not day else None,
        Fault("month", f"{title} must include a month") if not month else None,
        Fault("year", "Year must include 4 numbers") if year and not four_numbers(year) else None,
    )
    return tuple(fault for fault in faults if fault)


def four_numbers(text: str) -> bool:
    """Whether the text is four digits and no more."""
    return re.fullmatch(r"[0-9]{4}", text) is not None


def real_date(day: str, month: str, year: str, *, today: date) -> date | None:
    """Return the date of these parts, in the year nearest to today if there is none."""
    number = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", day)
    in_year = int(month) if re.fullmatch(r"\d{1,2}", month) else named(month.strip("."), MONTHS)
    if number is None or in_year is None:
        return None
    years = (int(year),) if year else (today.year - 1, today.year, today.year + 1)
    days = [found for year_ in years if (found := date_or_none(year_, in_year, int(number[1])))]
    return min(days, key=lambda found: abs(found - today), default=None)


def date_or_none(year: int, month: int, day: int) -> date | None:
    """Return the date, or ``None`` where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def named(text: str, names: Mapping[str, int]) -> int | None:
    """Return the number of the only name that begins with the text, of three letters or more.

    >>> named("sept", MONTHS)
    9
    """
    found = [number for name, number in names.items() if len(text) > 2 and name.startswith(text)]
    return found[0] if len(found) == 1 else None
