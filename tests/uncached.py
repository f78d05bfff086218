"""A plugin of ``make mutate``: no test sees the calendar that another one had made.

Else only the first test that needs a calendar would run its code, and most changes of it would
survive unseen.
"""

import pytest

from calculator.planning.calendar import calendar_of


@pytest.fixture(autouse=True)
def made_anew() -> None:
    """Forget the calendars that are known."""
    calendar_of.cache_clear()
