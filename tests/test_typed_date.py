"""The date of the interview, as people type it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.asking.typed_date import Fault, Typed, typed_date

TODAY = date(2027, 2, 4)  # a Thursday


def understood(*parts: str, country: str = "US", today: date = TODAY) -> date | tuple[Fault, ...]:
    return typed_date(Typed(*parts), today=today, country=country, name="date of your interview")


def faults(*parts: str) -> list[tuple[str, str]]:
    found = understood(*parts)
    assert isinstance(found, tuple)
    return [(fault.part, fault.message) for fault in found]


@pytest.mark.parametrize(
    "parts",
    [
        ("29", "1", "2027"),
        ("29", "01", "2027"),
        ("29th", "jan", "2027"),
        (" 29 ", "January", "2027"),
        ("29", "JAN.", "2027"),
        ("29", "Jan", ""),
        ("Friday",),
        ("last Friday",),
        ("on friday",),
        ("Fri",),
        ("6 days ago",),
        ("29 January 2027",),
        ("29 Jan",),
        ("29th of January",),
        ("January 29",),
        ("Jan 29th, 2027",),
        ("Friday, 29 January 2027",),
        ("Friday 29 Jan",),
        ("29/1/2027",),
        ("1/29/2027",),
        ("29.1.2027",),
        ("29/1",),
        ("2027-01-29",),
    ],
    ids=" ".join,
)
def test_all_these_are_friday_29_january_2027(parts: tuple[str, ...]) -> None:
    assert understood(*parts) == date(2027, 1, 29)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", date(2027, 2, 4)),
        ("Yesterday", date(2027, 2, 3)),
        ("the day before yesterday", date(2027, 2, 2)),
        ("tomorrow", date(2027, 2, 5)),
        ("Thursday", date(2027, 2, 4)),  # said on a Thursday: today
        ("last Thursday", date(2027, 1, 28)),  # said on a Thursday: not today
        ("last Wednesday", date(2027, 2, 3)),
        ("a week ago", date(2027, 1, 28)),
        ("2 weeks ago", date(2027, 1, 21)),
        ("1 day ago", date(2027, 2, 3)),
    ],
)
def test_a_near_day_counts_from_today(typed: str, day: date) -> None:
    assert understood(typed) == day


def test_where_both_orders_are_possible_the_country_decides() -> None:
    assert understood("2/3/2027", country="US") == date(2027, 2, 3)
    assert understood("2/3/2027", country="GB") == date(2027, 3, 2)


@pytest.mark.parametrize(
    ("today", "typed", "day"),
    [
        (date(2027, 1, 5), ("20", "12", ""), date(2026, 12, 20)),  # two weeks ago, not in a year
        (date(2026, 12, 20), ("5", "1", ""), date(2027, 1, 5)),  # still to come, not a year ago
        (date(2027, 2, 4), ("29", "2", ""), date(2028, 2, 29)),  # the only one near
    ],
)
def test_without_a_year_the_nearest_such_date_is_meant(
    today: date, typed: tuple[str, ...], day: date
) -> None:
    assert understood(*typed, today=today) == day


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        (("", "", ""), [("", "Enter the date of your interview")]),
        (("4", "", "2027"), [("month", "Date of your interview must include a month")]),
        (("4", "", ""), [("month", "Date of your interview must include a month")]),
        (("", "2", "2027"), [("day", "Date of your interview must include a day")]),
        (
            ("", "", "2027"),
            [
                ("day", "Date of your interview must include a day"),
                ("month", "Date of your interview must include a month"),
            ],
        ),
        (("4", "2", "27"), [("year", "Year must include 4 numbers")]),
        (("4", "2", "20277"), [("year", "Year must include 4 numbers")]),
        (("4/2/27", "", ""), [("year", "Year must include 4 numbers")]),
        (("30", "2", "2027"), [("", "Date of your interview must be a real date")]),
        (("29", "2", "2027"), [("", "Date of your interview must be a real date")]),
        (("4", "13", "2027"), [("", "Date of your interview must be a real date")]),
        (("4", "J", "2027"), [("", "Date of your interview must be a real date")]),
        (("4", "Ju", "2027"), [("", "Date of your interview must be a real date")]),
        (("0", "1", "2027"), [("", "Date of your interview must be a real date")]),
        (("4", "2", "0000"), [("", "Date of your interview must be a real date")]),
        (("x", "y", "2027"), [("", "Date of your interview must be a real date")]),
    ],
)
def test_each_fault_is_named_beside_its_part(
    parts: tuple[str, ...], found: list[tuple[str, str]]
) -> None:
    assert faults(*parts) == found


@given(st.text(max_size=30), st.text(max_size=15), st.text(max_size=8))
def test_anything_typed_gives_a_date_or_says_what_is_wrong(day: str, month: str, year: str) -> None:
    found = understood(day, month, year)
    assert isinstance(found, date) or all(fault.message for fault in found)
    assert found


@given(st.dates(date(2026, 9, 1), date(2027, 7, 1)), st.sampled_from(["US", "GB"]))
def test_a_date_written_out_is_understood_whatever_the_country(day: date, country: str) -> None:
    assert understood(f"{day:%A} {day.day} {day:%B} {day.year}", country=country) == day
    assert understood(str(day.day), f"{day:%b}", str(day.year), country=country) == day
    assert understood(day.isoformat(), country=country) == day
