"""Public holidays by country and region, read from the committed data."""

from collections.abc import Mapping
from datetime import date


def public_holidays(country: str, region: str | None = None) -> Mapping[date, str]:
    """Return the public holidays of a country or of one of its regions, by day, observed days included.

    ``country`` is an ISO code (``"GB"``, not ``"UK"``); without a ``region``, GB means England and
    elsewhere the national holidays are meant. Raises ``ValueError`` for a country or region that
    the data does not have.
    """
    raise NotImplementedError
