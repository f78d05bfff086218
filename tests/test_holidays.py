"""The committed holidays are those of the library that they were written from."""

from collections.abc import Iterator
from datetime import date

import holidays as library
import pytest

from calculator.holidays import DATA, countries, public_holidays, regions, years
from tools.holidays import COUNTRIES, DEFAULT_REGIONS, YEARS, english_of

OF_THE_GUIDES = ["US", "CA", "GB", "IE", "AU", "NZ", "NL", "DE", "FR", "IN", "KR", "HK", "SG"]


def places() -> Iterator[tuple[str, str | None]]:
    """Yield each country of the data without a region and with each of its regions."""
    for country in countries():
        yield country, None
        yield from ((country, region) for region in regions(country))


def of_the_library(country: str, region: str | None, year: int) -> dict[date, str]:
    return dict(
        library.country_holidays(
            country,
            subdiv=region or DEFAULT_REGIONS.get(country),
            years=year,
            language=english_of(country),
        ).items()
    )


@pytest.mark.parametrize("year", YEARS)
def test_every_country_and_region_has_the_days_of_the_library(year: int) -> None:
    for country, region in places():
        ours = {
            day: name for day, name in public_holidays(country, region).items() if day.year == year
        }
        assert ours == of_the_library(country, region, year), (country, region, year)


def test_every_region_of_the_library_is_there() -> None:
    for country in countries():
        assert set(regions(country)) == set(library.list_supported_countries()[country]), country


def test_every_country_of_the_guides_is_there() -> None:
    assert set(OF_THE_GUIDES) <= set(countries())
    assert countries() == COUNTRIES


def test_the_weekend_is_saturday_and_sunday_in_every_country() -> None:
    # The library counts Hong Kong's Saturdays as working days; its offices are mostly shut then.
    others = {
        country for country in countries() if library.country_holidays(country).weekend != {5, 6}
    }
    assert others == {"HK"}


def test_the_years_are_two_back_to_five_ahead() -> None:
    assert years() == (2024, 2031)
    assert {day.year for day in public_holidays("US")} == set(range(2024, 2032))


@pytest.mark.parametrize(
    ("country", "region", "day", "name"),
    [
        ("GB", None, date(2027, 12, 25), "Christmas Day"),
        ("GB", None, date(2027, 12, 27), "Christmas Day (observed)"),
        ("GB", None, date(2027, 3, 29), "Easter Monday"),  # not in Scotland
        ("US", None, date(2026, 7, 3), "Independence Day (observed)"),
        ("US", None, date(2026, 7, 4), "Independence Day"),
        ("US", None, date(2027, 12, 31), "New Year's Day (observed)"),  # of 2028, a Saturday
        ("CA", "ON", date(2027, 2, 15), "Family Day"),
        ("HK", None, date(2027, 7, 1), "Hong Kong S.A.R. Establishment Day"),
    ],
)
def test_a_day_has_its_english_name(country: str, region: str | None, day: date, name: str) -> None:
    assert public_holidays(country, region)[day] == name


def test_gb_without_a_region_is_england() -> None:
    assert public_holidays("GB") == public_holidays("GB", "ENG")
    assert date(2027, 3, 29) not in public_holidays("GB", "SCT")


def test_names_are_for_a_select_box() -> None:
    assert list(countries().values()) == sorted(countries().values())
    assert regions("GB")["SCT"] == "Scotland"
    assert regions("IN")["GA"] == "Goa"
    assert regions("IE") == {}


@pytest.mark.parametrize(
    ("country", "region"), [("UK", None), ("XX", None), ("", None), ("GB", "XX"), ("IE", "ENG")]
)
def test_an_unknown_place_is_an_error_that_names_it(country: str, region: str | None) -> None:
    with pytest.raises(ValueError, match=repr(region or country)):
        public_holidays(country, region)


def test_the_holidays_of_a_place_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        public_holidays("US")[date(2026, 3, 3)] = "Today"  # type: ignore[index]


def test_the_data_is_small_enough_to_ship_whole() -> None:
    assert DATA.stat().st_size < 300_000
