"""Public holidays by country and region, read from the committed data."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from calculator.days import is_weekend

DATA = Path(__file__).parent / "data" / "holidays.json"

# What people call a holiday, where its name in the law is another.
SAID: Mapping[str, Mapping[str, str]] = {
    "US": {
        "Washington's Birthday": "Presidents' Day",
        "Juneteenth National Independence Day": "Juneteenth",
    },
    "GB": {
        "May Day": "the early May bank holiday",
        "Spring Bank Holiday": "the spring bank holiday",
        "Late Summer Bank Holiday": "the August bank holiday",
        "Summer Bank Holiday": "the August bank holiday",
        "New Year Holiday": "the 2 January bank holiday",
        "Saint Patrick's Day": "St Patrick's Day",
        "Saint Andrew's Day": "St Andrew's Day",
        "Battle of the Boyne": "the Twelfth of July holiday",
    },
    "IE": {
        "May Bank Holiday": "the May bank holiday",
        "June Bank Holiday": "the June bank holiday",
        "August Bank Holiday": "the August bank holiday",
        "October Bank Holiday": "the October bank holiday",
        "Saint Brigid's Day": "St Brigid's Day",
        "Saint Patrick's Day": "St Patrick's Day",
        "Saint Stephen's Day": "St Stephen's Day",
    },
    "NL": {"Pentecost Monday": "Whit Monday", "Second Day of Christmas": "Boxing Day"},
    "DE": {"Pentecost Monday": "Whit Monday", "Second Day of Christmas": "Boxing Day"},
}
OBSERVED = " (observed)"


@cache
def public_holidays(country: str, region: str | None = None) -> Mapping[date, str]:
    """Return the public holidays of a country, or of one of its regions, by day.

    Where a holiday is observed on another day, both days are in it, the other one named so:
    "Christmas Day (observed)". ``country`` is an ISO code (``"GB"``, not ``"UK"``); without a
    ``region``, GB means England and elsewhere the days that all regions share are meant. Only
    ``years()`` are covered.
    Raises ``ValueError`` for a country or region that the data does not have.

    >>> public_holidays("GB", "SCT")[date(2027, 11, 30)]
    "Saint Andrew's Day"
    """
    known = country_data(country)
    days = dict(dates_of(known["days"]))
    if region := region or known["default_region"]:
        if region not in known["regions"]:
            raise ValueError(f"no such region of {country}: {region!r}")
        theirs = known["regions"][region]
        days.update(dates_of(theirs["added"]))
        for day in expand(theirs["left_out"]):
            del days[day]
    return MappingProxyType(dict(sorted(days.items())))


def as_people_say(name: str, country: str) -> str:
    """Return what people call a holiday, whose name may be another in the law.

    >>> as_people_say("Washington's Birthday", "US"), as_people_say("Boxing Day (observed)", "GB")
    ("Presidents' Day", 'Boxing Day (observed)')
    """
    plain = name.removesuffix(OBSERVED)
    return SAID.get(country, {}).get(plain, plain) + name[len(plain) :]


def countries() -> dict[str, str]:
    """Return the name of each country that the data has, by ISO code, in the order of the names."""
    return {code: country["name"] for code, country in load()["countries"].items()}


@cache
def regions(country: str) -> dict[str, str]:
    """Return the name of each region of a country, by code; empty where all share the same days.

    Raises ``ValueError`` for a country that the data does not have.

    >>> regions("GB")
    {'ENG': 'England', 'NIR': 'Northern Ireland', 'SCT': 'Scotland', 'WLS': 'Wales'}
    """
    known = country_data(country)["regions"]
    return {code: region["name"] for code, region in known.items()}


@cache
def regional_days(country: str) -> Mapping[date, frozenset[str]]:
    """Return the weekdays on which some regions differ from the country as it is by default.

    With each day come the regions that differ on it, whether they are closed or open. A country
    that the data does not have has none.

    >>> sorted(regional_days("GB")[date(2027, 3, 29)])
    ['SCT']
    """
    known = load()["countries"].get(country)
    if not known:
        return MappingProxyType({})
    usual = public_holidays(country)
    found: dict[date, set[str]] = {}
    for region in known["regions"]:
        for day in usual.keys() ^ public_holidays(country, region).keys():
            if not is_weekend(day):
                found.setdefault(day, set()).add(region)
    return MappingProxyType({day: frozenset(found[day]) for day in sorted(found)})


def years() -> tuple[int, int]:
    """Return the first and the last year that the data covers."""
    first, last = load()["years"]
    return first, last


def names() -> frozenset[str]:
    """Return the names of all public holidays of all countries."""
    tables = (table for known in load()["countries"].values() for table in tables_of(known))
    return frozenset(name for table in tables for joined in table for name in joined.split("; "))


@cache
def days_named(country: str) -> Mapping[str, tuple[date, ...]]:
    """Return the days of each public holiday of a country or one of its regions, by its name.

    A country that the data does not have has none.

    >>> [day.isoformat() for day in days_named("NL")["King's Day"][:2]]
    ['2024-04-27', '2025-04-26']
    """
    known = load()["countries"].get(country)
    if not known:
        return MappingProxyType({})
    found: dict[str, set[date]] = {}
    for table in tables_of(known):
        for day, joined in dates_of(table):
            for name in joined.split("; "):
                found.setdefault(name, set()).add(day)
    return MappingProxyType({name: tuple(sorted(days)) for name, days in found.items()})


def tables_of(known: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    """Yield the holidays of a whole country, and those that each region adds, by their names."""
    yield known["days"]
    for region in known["regions"].values():
        yield region["added"]


def country_data(country: str) -> dict[str, Any]:
    """Return what the data has on a country."""
    known = load()["countries"]
    if country not in known:
        raise ValueError(f"no such country: {country!r}")
    found: dict[str, Any] = known[country]
    return found


def dates_of(named: Mapping[str, str]) -> Iterator[tuple[date, str]]:
    """Yield each day of the named holidays with its name."""
    return ((day, name) for name, text in named.items() for day in expand(text))


def expand(text: str) -> Iterator[date]:
    """Yield the days of ``"2026-04-03 2027-03-26"``; ``"12-25"`` is a day of every year."""
    first, last = years()
    for day in text.split():
        if len(day) == len("12-25"):
            yield from (date.fromisoformat(f"{year}-{day}") for year in range(first, last + 1))
        else:
            yield date.fromisoformat(day)


@cache
def load() -> dict[str, Any]:
    """Return the data, which ``tools/holidays.py`` writes and describes."""
    data: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return data
