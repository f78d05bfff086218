"""When a season is over: the day after it, by the months that are usual for it."""

import re
from datetime import date

# The month with which what comes after a season begins, in the north; half a year on in the south.
AFTER = {"spring": 6, "summer": 9, "autumn": 12, "fall": 12, "winter": 3}
SOUTHERN = frozenset("AR AU BO BR BW CL MU MZ NA NZ PE PY UY ZA ZM ZW".split())
AFTER_SEASON = re.compile(
    r"\bafter\s+(?:the\s+)?(spring|summer|autumn|fall|winter)"
    r"(?:\s+(?:break|holidays?|vacations?|season))?(?=\s*(?:[.,;:!?)]|$|is\b|and\b|when\b|before\b))",
    re.IGNORECASE,
)


def after_season(statement: str, on: date, country: str) -> tuple[str, date] | None:
    """Return words that name the end of a season, and the first day after it, if any do.

    A season has no day of its own, but nobody means a day before its end.

    >>> after_season("not until after the summer", date(2027, 6, 1), "GB")
    ('after the summer', datetime.date(2027, 9, 1))
    >>> after_season("after the summer", date(2027, 11, 2), "AU")[1].isoformat()
    '2028-03-01'
    """
    if not (found := AFTER_SEASON.search(statement)):
        return None
    months_on = 6 if country in SOUTHERN else 0
    month = (AFTER[found[1].lower()] + months_on - 1) % 12 + 1
    this_year = date(on.year, month, 1)
    return found[0], this_year if this_year > on else date(on.year + 1, month, 1)
