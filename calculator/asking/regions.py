"""Whether what they said ends on another day in another part of the country."""

from calculator import holidays
from calculator.asking.statement import Heard, heard
from calculator.days import WEEK

# A statement's time holds few days that differ by region: this many regions are tried.
MOST_REGIONS = 3


def depends_on_region(statement: Heard, *, country: str) -> bool:
    """Whether a statement, read without a region, means other days in some region."""
    said = statement.said
    window = said and said.window
    end = window and (window.latest or window.earliest)
    if not end or not statement.reading.by_holidays:
        return False
    days = holidays.regional_days(country)
    regions = {min(regions) for day, regions in days.items() if statement.on <= day <= end + WEEK}
    return any(
        (there := heard(statement.statement, on=statement.on, country=country, region=region).said)
        and there.window != window
        for region in sorted(regions)[:MOST_REGIONS]
    )
