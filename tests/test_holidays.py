"""The committed holidays are those of the library that they were written from."""

from collections.abc import Iterator
from datetime import date

import holidays as library
import pytest

from calculator.holidays import DATA, countries, public_holidays, regional_days, regions, years
from tools.holidays import COUNTRIES, DEFAULT_REGIONS, TERRITORIES, YEARS, english_of

OF_THE_GUIDES = ["US", "CA", "GB", "IE", "AU", "NZ", "NL", "DE", "FR", "IN", "KR", "HK", "SG"]


def places() -> Iterator[tuple[str, str | None]]:
    """Yield each country of the data without a region and with each of its regions."""
    for country in countries():
        yield country, None
        yield from ((country, region) for region in regions(country))


# Where the committed days are not the library's, and why (see ``tools/holidays.py``).
DEPARTS = {("AU", "QLD"), ("IE", None)}


def departs(country: str, region: str | None) -> bool:
    is_state = country == "US" and region is not None and region not in TERRITORIES
    return is_state or (country, region) in DEPARTS


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
        if departs(country, region):
            continue
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


class TestDaysThatFewKeep:
    """Days that only a state's offices or one city keep are none of the country's."""

    @pytest.mark.parametrize("year", range(2025, 2031))
    def test_a_state_has_the_days_of_the_nation_and_few_of_its_own(self, year: int) -> None:
        national = {day for day in public_holidays("US") if day.year == year}
        own = {"MA": 1, "ME": 1, "UT": 1}
        for state in regions("US"):
            if state not in TERRITORIES:
                days = {day for day in public_holidays("US", state) if day.year == year}
                assert national <= days, state
                names = {public_holidays("US", state)[day] for day in days - national}
                assert len({name.removesuffix(" (observed)") for name in names}) == own.get(
                    state, 0
                )

    @pytest.mark.parametrize(
        ("state", "day"),
        [
            ("TX", date(2027, 4, 21)),  # San Jacinto Day
            ("NY", date(2027, 11, 2)),  # Election Day
            ("CA", date(2027, 10, 29)),  # Diwali
            ("CA", date(2027, 3, 31)),  # Cesar Chavez Day
        ],
    )
    def test_what_only_state_offices_keep_is_a_working_day(self, state: str, day: date) -> None:
        assert day not in public_holidays("US", state)

    def test_what_most_of_a_state_keeps_is_none(self) -> None:
        assert public_holidays("US", "MA")[date(2027, 4, 19)] == "Patriots' Day"
        assert date(2027, 7, 23) in public_holidays("US", "UT")

    @pytest.mark.parametrize("year", range(2025, 2031))
    def test_the_show_of_brisbane_is_no_holiday_of_all_queensland(self, year: int) -> None:
        theirs = public_holidays("AU", "QLD")
        assert "The Royal Queensland Show" not in theirs.values()
        assert len([day for day in theirs if day.year == year]) >= 11

    def test_ireland_makes_up_for_a_weekend(self) -> None:
        irish = public_holidays("IE")
        assert irish[date(2027, 12, 27)] == "Christmas Day (observed)"
        assert irish[date(2027, 12, 28)] == "Saint Stephen's Day (observed)"
        assert date(2026, 12, 28) in irish  # Saint Stephen's Day is on a Saturday
        assert date(2025, 12, 29) not in irish


class TestRegionalDays:
    """Which days of a country depend on the region."""

    def test_a_day_with_the_regions_that_differ_on_it(self) -> None:
        assert regional_days("GB")[date(2027, 11, 30)] == {"SCT"}
        assert "ON" in regional_days("CA")[date(2027, 2, 15)]

    def test_weekends_are_left_out_and_unknown_countries_have_none(self) -> None:
        assert all(day.weekday() < 5 for day in regional_days("AU"))
        assert regional_days("ZZ") == {}
