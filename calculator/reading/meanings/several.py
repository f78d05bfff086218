"""Several times as one: from one to another, one or another."""

from __future__ import annotations

from collections.abc import Callable
from copy import replace
from datetime import date

from calculator.days import DAY
from calculator.reading.meaning import as_named, means
from calculator.reading.meanings.calendar import stretch
from calculator.reading.values import Setting, Time


def through(first: Time, last: Time) -> Time | None:
    """Return from the first day of one to the last day of the other."""
    first = under_way(in_year_of(last, first), last)
    last = last.following(first.last if last.relative else first.first)
    if last.last < first.first:
        return None
    return replace(
        stretch(first.first, last.last),
        grain="stretch",
        again=again_from(first, last),
        relative=first.relative and (last.relative or last.grain == "weekday"),
        doubtful=first.doubtful or last.doubtful,
        assumed=tuple(dict.fromkeys((*first.assumed, *last.assumed))),
    )


def again_from(first: Time, last: Time) -> Callable[[date], Time] | None:
    """Return how to find "Wednesday or Friday" after another day."""
    again = first.again
    if not again:
        return None
    later = last.again if last.relative else None
    return lambda day: through(again(day), later(day) if later else last) or again(day)


# A date that is so much later than the one it leads to was over already when it was said.
MOST_OF_A_YEAR, SOME_OF_IT = 9 * 30 * DAY, 3 * 30 * DAY


def under_way(first: Time, last: Time) -> Time:
    """Return the first day of a stretch that has begun: "5 to 12 March", said on the 9th."""
    has_begun = first.grain == last.grain == "day" and first.first - last.last > MOST_OF_A_YEAR
    return first.again(last.last - SOME_OF_IT) if has_begun and first.again else first


def in_year_of(dated: Time, time: Time) -> Time:
    """Return a date without a year in the year that the other one has: "2 May to 4 June 2027"."""
    if not time.assumed or not time.again or dated.again:
        return time
    same_year = time.again(date(dated.first.year, 1, 1))
    return same_year if same_year.first <= dated.first else time


@means("from the first day of the one to the last day of the other")
def from_to(_: Setting, first: Time, last: Time) -> Time | None:
    return through(first, last)


FAR_APART = 60 * DAY


@means(
    "from the first day of the one to the last day of the other, in doubt where they are far apart"
)
def one_or_other(_: Setting, first: Time, last: Time) -> Time | None:
    found = through(first, last)
    if not found:
        return None
    in_doubt = found.doubtful or last.following(first.last).first - first.last > FAR_APART
    return replace(found, doubtful=in_doubt)


@means("from the first day of the first to the last day of the last")
def from_to_list(_: Setting, first: Time, last: Time) -> Time | None:
    return through(first, last) if last.grain == "stretch" else None


the_first = as_named("the one that is not denied")


the_second = as_named("the one that is not denied", 1)
