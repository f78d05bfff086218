"""A date as people type it: in three fields, or in whichever of them they wrote it.

It may be a near day ("today", "last Friday", "3 days ago", "the 4th") or a whole date ("4 Feb 27",
"February 4", "4.2.2027", "2027-02-04"), misspelt, pasted with signs that nobody sees, or written in
another script's digits. What could mean two days is asked, not guessed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from calculator.days import DAY, WEEK, add_months, monday_of
from calculator.reading.spelling import is_one_slip
from calculator.reading.vocabulary import MONTHS, NUMBERS, QUANTITIES, SPELLINGS, WEEKDAYS

NEAR = {
    "today": 0,
    "now": 0,
    "tonight": 0,
    "this": 0,  # "this morning", without its part of the day
    "yesterday": -1,
    "last night": -1,
    "day before yesterday": -2,
    "tomorrow": 1,
}
LENGTHS = {"day": DAY, "week": WEEK, "fortnight": 2 * WEEK}
NAMES = {name: name for name in (*MONTHS, *WEEKDAYS, "today", "yesterday", "tomorrow")}
COUNTS = NUMBERS | QUANTITIES

MONTH_FIRST = {"US"}
# Without a year, a date farther away than this is not the one that is meant.
FARTHEST = timedelta(days=184)

# Every sign of the full width to the common one, as keyboards of East Asia make them.
FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# A time of day says nothing about the day.
CLOCK = re.compile(
    r"(?:(?<!\w)|(?<=\d)t)(?:\d{1,2}:\d{2}(?::\d{2})?z?(?: ?[ap]\.?m\b)?|\d{1,2} ?[ap]\.?m\b)\.?"
)
WORD = re.compile(r"(\d+)(?:st|nd|rd|th)?(?![^\W\d_])|(\d+|[^\W\d_]+)")
TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
IDLE = frozenset("the of on at in a an earlier just was it morning afternoon evening noon".split())
AGO = re.compile(r"(?:(?P<count>\w+) )?(?P<length>day|week|fortnight)s? (?:ago|back)(?: today)?")
WEEKDAY = re.compile(
    r"(?P<last>(?:this )?(?:last|past|previous) )?(?P<this>this )?(?P<name>\w+)"
    r"(?: (?P<week>last|this) week)?"
)


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


@dataclass(frozen=True, slots=True)
class Parts:
    """A date in parts as they were typed, each empty where it wasn't; the weekday by its number."""

    day: str = ""
    month: str = ""
    year: str = ""
    weekday: int | None = None


def typed_date(typed: Typed, *, today: date, country: str, name: str) -> date | tuple[Fault, ...]:
    """Return the date that was typed, or what is wrong with it, in the order in which to say it.

    ``country`` decides the order of day and month where both are numbers in one field; ``name`` is
    what the messages call the date ("date of your interview").

    >>> typed_date(Typed("last Friday"), today=date(2027, 2, 4), country="GB", name="date")
    datetime.date(2027, 1, 29)
    """
    fields = [plain(part) for part in (typed.day, typed.month, typed.year)]
    text = " ".join(field for field in fields if field)
    if not text:
        return (Fault("", f"Enter the {name}"),)
    words = words_of(text)
    if near := near_day(words, today=today):
        return near
    parts = (
        in_own_fields(*fields) or in_one_text(words, month_first=country in MONTH_FIRST) or Parts()
    )
    title = f"{name[0].upper()}{name[1:]}"
    if parts == Parts():
        return (Fault("", f"{title} must be a real date"),)
    if parts.day and not (parts.month or parts.year):
        return day_alone(parts, today=today) or (Fault("month", f"{title} must include a month"),)
    return missing_parts(parts, title=title) or real_date(parts, today=today, title=title)


def plain(text: str) -> str:
    """Return a text in small letters and common digits, without the signs that nobody sees."""
    seen = "".join(sign for sign in text if sign.isprintable() or sign.isspace())
    common = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in seen)
    return " ".join(common.translate(FULL_WIDTH).lower().split()).strip(" .,;:!?")


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text as they are usually spelt, without times of day.

    >>> words_of("thurs. the 4th of febuary at 2:30 pm")
    ['thursday', '4', 'february']
    """
    text = TOGETHER.sub(r"\1 \2 \3", CLOCK.sub(" ", text))
    words = (number or word for number, word in WORD.findall(text))
    return [spelt(word) for word in words if word not in IDLE]


def spelt(word: str) -> str:
    """Return the name that a word begins or misspells, if there is only one; else the word."""
    word = SPELLINGS.get(word, word)
    if word in NAMES or len(word) < 3:
        return word
    begun = [name for name in NAMES if name.startswith(word)]
    near = begun or [name for name in NAMES if len(word) > 4 and is_one_slip(word, name)]
    return near[0] if len(near) == 1 else word


def near_day(words: Sequence[str], *, today: date) -> date | None:
    """Return the day that is named by its distance from today, or ``None``.

    A weekday alone may be today; "last Friday", said on a Friday, is a week ago.
    """
    text = " ".join(words)
    if text in NEAR:
        return today + timedelta(days=NEAR[text])
    if ago := AGO.fullmatch(text):
        count = count_of(ago["count"] or "a")
        return today - count * LENGTHS[ago["length"]] if count else None
    text = text.removesuffix(" night")
    if (found := WEEKDAY.fullmatch(text)) and found["name"] in WEEKDAYS:
        of_week = monday_of(today) + timedelta(days=WEEKDAYS[found["name"]])
        if found["week"] == "last":
            return of_week - WEEK
        if found["this"] or found["week"]:
            return of_week
        newest = today - DAY if found["last"] else today
        return of_week if of_week <= newest else of_week - WEEK
    return today + timedelta(days=NEAR[text]) if text in NEAR else None


def count_of(word: str) -> int | None:
    """Return the number that a word names, up to three digits of it."""
    return int(word) if re.fullmatch(r"\d{1,3}", word) else COUNTS.get(word)


def in_own_fields(day: str, month: str, year: str) -> Parts | None:
    """Return what was typed if each part stands in its own field, and not in the first alone.

    Day and month are taken in each other's field where a year has no such month.
    """
    day, month = (" ".join(words_of(part)) for part in (day, month))
    if month.isdigit() and day.isdigit() and int(day) <= 12 < int(month):
        day, month = month, day
    own = (
        re.fullmatch(r"\d{0,2}", day)
        and (month in MONTHS or re.fullmatch(r"\d{0,2}", month))
        and re.fullmatch(r"'?\d*", year)
    )
    return Parts(day, month, year.strip("'")) if own and (month or year) else None


def in_one_text(words: Sequence[str], *, month_first: bool) -> Parts | None:
    """Return the parts of a date that stand in one text, in any order that is written.

    >>> in_one_text(["february", "4", "27"], month_first=False)
    Parts(day='4', month='february', year='27', weekday=None)
    """
    numbers = [word for word in words if word.isdecimal()]
    months = [word for word in words if word in MONTHS]
    weekdays = [WEEKDAYS[word] for word in words if word in WEEKDAYS]
    if (
        len(numbers) + len(months) + len(weekdays) < len(words)
        or max(len(months), len(weekdays)) > 1
    ):
        return None
    parts = 2 - len(months)  # the numbers beside the year
    at = next((index for index, number in enumerate(numbers) if len(number) > 2), parts)
    year, rest = "".join(numbers[at : at + 1]), numbers[:at] + numbers[at + 1 :]
    if len(rest) > parts or any(len(number) > 2 for number in rest):
        return None
    weekday = weekdays[0] if weekdays else None
    if months or len(rest) < 2:
        return Parts("".join(rest), "".join(months), year, weekday)
    first, second = rest
    swapped = at == 0 or int(second) > 12 or (month_first and int(first) <= 12)
    return Parts(*((second, first) if swapped else (first, second)), year, weekday)


def day_alone(parts: Parts, *, today: date) -> date | None:
    """Return the last such day of a month; with its weekday, the nearest on which both hold."""
    counts = (0, -1, -2) if parts.weekday is None else (1, 0, -1)
    months = (add_months(today.replace(day=1), count) for count in counts)
    days = existing((first.year, first.month, int(parts.day)) for first in months)
    if parts.weekday is None:
        return max((day for day in days if day <= today), default=None)
    return nearest((day for day in days if day.weekday() == parts.weekday), today=today)


def missing_parts(parts: Parts, *, title: str) -> tuple[Fault, ...]:
    """Return what must still be typed: a day, a month, two or four numbers of a year."""
    year = re.fullmatch(r"\d{2}|\d{4}|", parts.year)
    faults = (
        None if parts.day else Fault("day", f"{title} must include a day"),
        None if parts.month else Fault("month", f"{title} must include a month"),
        None if year else Fault("year", "Year must include 4 numbers"),
    )
    return tuple(fault for fault in faults if fault)


def real_date(parts: Parts, *, today: date, title: str) -> date | tuple[Fault, ...]:
    """Return the date of these parts; without a year the nearest, if it is near."""
    month = MONTHS.get(parts.month) or int(parts.month)
    year = int(parts.year or today.year)
    years = (year + 2000 * (len(parts.year) == 2),) if parts.year else range(year - 2, year + 3)
    days = existing((each, month, int(parts.day)) for each in years)
    if not days:
        return (Fault("", f"{title} must be a real date"),)
    near = [day for day in days if parts.year or abs(day - today) <= FARTHEST]
    if not near:
        return (Fault("year", f"{title} must include a year"),)
    meant = [day for day in near if parts.weekday in {None, day.weekday()}]
    return nearest(meant, today=today) or (
        Fault("", f"{title} falls on a {near[0]:%A}, not on the weekday you typed"),
    )


def existing(dates: Iterable[tuple[int, int, int]]) -> list[date]:
    """Return the dates of these that the calendar has."""
    return [day for day in (date_or_none(*parts) for parts in dates) if day]


def nearest(days: Iterable[date], *, today: date) -> date | None:
    """Return the day nearest to today, if there is any."""
    return min(days, key=lambda day: abs(day - today), default=None)


def date_or_none(year: int, month: int, day: int) -> date | None:
    """Return the date, or ``None`` where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
