"""Writes the calculator's public holidays from the library ``holidays``, and where it departs.

Run as ``python -m tools.holidays``. A new year is one number here, a new country one line. A
country may be taken where the library names its holidays in English and where the weekend of every
region is Saturday and Sunday, as in ``calculator.days``.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path

import holidays

from calculator.days import is_weekend, on_or_after

THIS_YEAR = 2026
YEARS = range(THIS_YEAR - 2, THIS_YEAR + 6)
DATA = Path(__file__).parent.parent / "calculator" / "data" / "holidays.json"

COUNTRIES = {
    "AR": "Argentina",
    "AU": "Australia",
    "AT": "Austria",
    "BS": "Bahamas",
    "BB": "Barbados",
    "BE": "Belgium",
    "BW": "Botswana",
    "BR": "Brazil",
    "BG": "Bulgaria",
    "CA": "Canada",
    "CL": "Chile",
    "CO": "Colombia",
    "HR": "Croatia",
    "CY": "Cyprus",
    "CZ": "Czechia",
    "DK": "Denmark",
    "EE": "Estonia",
    "FI": "Finland",
    "FR": "France",
    "DE": "Germany",
    "GH": "Ghana",
    "GI": "Gibraltar",
    "GR": "Greece",
    "GG": "Guernsey",
    "HK": "Hong Kong",
    "HU": "Hungary",
    "IS": "Iceland",
    "IN": "India",
    "ID": "Indonesia",
    "IE": "Ireland",
    "IM": "Isle of Man",
    "IT": "Italy",
    "JM": "Jamaica",
    "JP": "Japan",
    "JE": "Jersey",
    "KE": "Kenya",
    "LV": "Latvia",
    "LT": "Lithuania",
    "LU": "Luxembourg",
    "MT": "Malta",
    "MU": "Mauritius",
    "MX": "Mexico",
    "NA": "Namibia",
    "NL": "Netherlands",
    "NZ": "New Zealand",
    "NG": "Nigeria",
    "NO": "Norway",
    "PK": "Pakistan",
    "PH": "Philippines",
    "PL": "Poland",
    "PT": "Portugal",
    "RO": "Romania",
    "SG": "Singapore",
    "SK": "Slovakia",
    "SI": "Slovenia",
    "ZA": "South Africa",
    "KR": "South Korea",
    "ES": "Spain",
    "LK": "Sri Lanka",
    "SE": "Sweden",
    "CH": "Switzerland",
    "TH": "Thailand",
    "TT": "Trinidad and Tobago",
    "TR": "Turkey",
    "UG": "Uganda",
    "AE": "United Arab Emirates",
    "GB": "United Kingdom",
    "US": "United States",
    "ZM": "Zambia",
    "ZW": "Zimbabwe",
}

# The region that a country stands for where none is chosen; elsewhere, what all regions share.
DEFAULT_REGIONS = {"GB": "ENG"}

# In the US a state's own holidays bind the state's offices alone: firms keep the nation's, and of
# a state's only these, on which most of it is shut. The territories' own holidays hold for all.
STATES_OWN = {"MA": ("Patriots' Day",), "ME": ("Patriots' Day",), "UT": ("Pioneer Day",)}
TERRITORIES = ("AS", "GU", "MP", "PR", "VI")

# Holidays of one city and its surroundings, which the library has for the whole region.
OF_ONE_CITY = {("AU", "QLD"): ("The Royal Queensland Show",)}

# Where the next weekday makes up for a holiday at the weekend, and the library does not say so.
IN_LIEU = ("IE",)

type Days = dict[date, str]


def days_off(country: str, region: str | None, years: Iterable[int]) -> Days:
    """Return the days on which most firms of a country or region are shut.

    They are the library's public holidays, but for those that only a state's offices or one city
    keep, and with the days in lieu that the library leaves out.
    """
    found = library_days(country, region, years)
    if country == "US" and region and region not in TERRITORIES:
        own = STATES_OWN.get(region, ())
        kept = {day: name for day, name in found.items() if name.startswith(own or "-")}
        found = library_days(country, None, years) | kept
    city = OF_ONE_CITY.get((country, region or ""), ())
    found = {day: name for day, name in found.items() if name not in city}
    return with_days_in_lieu(found) if country in IN_LIEU else found


def with_days_in_lieu(days: Days) -> Days:
    """Return holidays with the next weekday that is none for each that falls at a weekend.

    >>> christmas = {date(2027, 12, 25): "Christmas Day", date(2027, 12, 26): "St. Stephen's Day"}
    >>> [day.isoformat() for day in with_days_in_lieu(christmas)][2:]
    ['2027-12-27', '2027-12-28']
    """
    found = dict(days)
    for day, name in days.items():
        if is_weekend(day):
            in_lieu = on_or_after(day, lambda each: not is_weekend(each) and each not in found)
            found[in_lieu] = f"{name} (observed)"
    return dict(sorted(found.items()))


def library_days(country: str, region: str | None, years: Iterable[int]) -> Days:
    """Return the library's public holidays of these years, with English names.

    A holiday of next year may be observed in this one, so its neighbours are asked for too.
    """
    wanted = set(years)
    asked = {year + near for year in wanted for near in (-1, 0, 1)}
    found = holidays.country_holidays(
        country, subdiv=region, years=asked, language=english_of(country)
    )
    return {day: name for day, name in sorted(found.items()) if day.year in wanted}


def english_of(country: str) -> str | None:
    """Return the English that the library has for a country; ``None`` where it has only English."""
    library = getattr(holidays, country)
    of_the_country = library.default_language or ""
    if of_the_country.startswith("en_"):
        return str(of_the_country)
    return next((lang for lang in ("en_GB", "en_US") if lang in library.supported_languages), None)


def region_names(country: str) -> dict[str, str]:
    """Return the name of each region by its code: its first alias that isn't a code too."""
    library = getattr(holidays, country)
    aliases = library.subdivisions_aliases.items()
    return {
        region: next(
            (name for name, code in aliases if code == region and not name.isupper()), region
        )
        for region in sorted(library.subdivisions)
    }


def by_name(days: Mapping[date, str]) -> dict[str, str]:
    """Return the days of each holiday as text: ``"12-25"`` where it is the same day each year.

    >>> by_name({date(2026, 4, 3): "Good Friday", date(2027, 3, 26): "Good Friday"})
    {'Good Friday': '2026-04-03 2027-03-26'}
    """
    named = defaultdict(list)
    for day, name in days.items():
        named[name].append(day)
    return {name: as_text(named[name]) for name in sorted(named)}


def as_text(days: list[date]) -> str:
    """Return days as text, shortened where they are one day of every year that the data covers."""
    yearly = {f"{day:%m-%d}" for day in days}
    if len(yearly) == 1 and len(days) == len(YEARS):
        return yearly.pop()
    return " ".join(day.isoformat() for day in days)


def region_data(name: str, days: Days, *, shared: Days) -> dict[str, object]:
    """Return what a region adds to its country's days and which of them it leaves out."""
    return {
        "name": name,
        "added": by_name({day: text for day, text in days.items() if shared.get(day) != text}),
        "left_out": as_text([day for day in shared if day not in days]),
    }


def country_data(country: str) -> dict[str, object]:
    """Return all that the calculator needs to know of one country."""
    shared = days_off(country, None, YEARS)
    return {
        "name": COUNTRIES[country],
        "default_region": DEFAULT_REGIONS.get(country),
        "days": by_name(shared),
        "regions": {
            region: region_data(name, days_off(country, region, YEARS), shared=shared)
            for region, name in region_names(country).items()
        },
    }


def main() -> None:
    """Write the data, one holiday a line, so that a change of the library shows as a short diff."""
    data = {
        "source": f"holidays {version('holidays')}, written by tools/holidays.py",
        "years": [YEARS[0], YEARS[-1]],
        "countries": {country: country_data(country) for country in COUNTRIES},
    }
    DATA.parent.mkdir(exist_ok=True)
    DATA.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{DATA.name}: {len(COUNTRIES)} countries, {DATA.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
