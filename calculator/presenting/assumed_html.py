"""What was taken for granted in a reading: the day it was said, the year, the order of numbers."""

from datetime import date

from markupsafe import Markup

from calculator.days import MONTH_FIRST, add_months
from calculator.presenting.layout import Layout
from calculator.presenting.wording import Dates
from calculator.reading.meanings.dates import DAY_ORDER, LONG_AHEAD, NO_DAY, NO_YEAR
from calculator.reading.reading import Reading
from calculator.reading.sent import sent_on

SENT = Layout(
    '<p class="reading__sent">This message is from {day}. <button type="button"'
    ' class="button button--quiet" data-said-on="{iso}">Count from that day</button></p>'
)

ASSUMED = Layout('<p class="reading__assumed">We assumed: {assumed}.</p>')
NO_SUCH = Layout('<p class="reading__assumed">{told}.</p>')
PASSED = Layout(
    '<p class="reading__passed">We took next year\'s, because {day} was before they said this. '
    "If you mean that day, check when your interview was.</p>"
)


def assumed_html(reading: Reading, *, said_on: date, dates: Dates) -> Markup:
    """Return what we assumed: above all, of a day that was just over, that of the next year."""
    if no_day := [one for one in reading.assumed if one.startswith(NO_DAY)]:
        return NO_SUCH.format(told=no_day[0])
    latest = reading.window.latest if reading.window else None
    assumed, passed = reading.assumed, Markup()
    if NO_YEAR in assumed and latest and latest - said_on > LONG_AHEAD:
        passed = PASSED.format(day=dates.day(add_months(latest, -12)))
        assumed = tuple(one for one in assumed if one != NO_YEAR)
    month_first = dates.country in MONTH_FIRST
    year = latest.year if latest else said_on.year
    in_words = {
        NO_YEAR: "this year" if year == dates.today.year else f"the year {year}",
        DAY_ORDER: f"the {'month' if month_first else 'day'} comes first",
    }
    told = "; ".join(in_words.get(one, one) for one in assumed)
    return passed + (ASSUMED.format(assumed=told) if told else Markup())


def sent_html(statement: str, *, said_on: date, dates: Dates) -> Markup:
    """Return the offer of the day that a pasted message has in its head, where it came later."""
    sent = sent_on(statement, country=dates.country)
    if sent is None or not said_on < sent <= dates.today:
        return Markup()
    return SENT.format(day=dates.day(sent), iso=sent.isoformat())
