"""Their words for how long something is on hold."""

import re

from calculator.reading.sayings import says

UNTIL = re.compile(r"^\W*(?:not\s+)?(?:until|till?|before)\b\s*", re.IGNORECASE)


def time_that_ends_hold(words: str) -> str | None:
    """Return the words for the time with whose beginning a hold is over.

    ``None`` where the words are a length, or a part of a month: these are as long as they say.

    >>> time_that_ends_hold("not until April"), time_that_ends_hold("for two to three weeks")
    ('April', None)
    """
    is_within = says("length", words) or says("part of a month", words)
    return None if is_within else UNTIL.sub("", words)
