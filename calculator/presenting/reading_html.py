"""What was understood of a statement, as HTML: the days, and the words they came from."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from markupsafe import Markup, escape

from calculator.days import Window
from calculator.presenting.hooks import day_entry, opens, sends
from calculator.presenting.layout import Layout, joined
from calculator.presenting.step_wording import sentence
from calculator.presenting.wording import window_text
from calculator.reading.reading import Reading

READING = Layout(
    '<div class="reading reading--{certainty}">'
    "{understood}{statement}{assumed}{choices}{by_hand}</div>"
)
UNDERSTOOD = Layout('<p class="reading__window">{text}</p>')
STATEMENT = Layout('<blockquote class="reading__statement"><p>{marked}</p></blockquote>')
ASSUMED = Layout('<p class="reading__assumed">We took it that: {assumed}.</p>')
CHOICES = Layout(
    '<p class="reading__question">{question}</p><ul class="reading__choices">{choices}</ul>'
)
CHOICE = Layout(
    '<li><button type="button" class="reading__choice" data-choose data-earliest="{earliest}"'
    ' data-latest="{latest}">{text}</button></li>'
)

BY_HAND = Layout('<form class="reading__form" data-choose>{entry}{send}</form>')
MARK = Layout("<mark>{words}</mark>")

NO_DAY = "We found no day in this. The plan is the one for no date."
NOTHING_SAID = "They said nothing about timing. The plan is the one for no date."
MISSING = "To know the day, we would need {missing}. Until then, the plan is the one for no date."
WHICH = "This can be read in more than one way. Which one do you think they meant?"
ANOTHER_DAY = "Not what they said? Choose the date"
NOT_RIGHT = "Not what they meant? It could also be:"


def reading_html(reading: Reading, *, statement: str, said_on: date) -> Markup:
    """Return what was understood of a statement, or that it names no day, as HTML."""
    return READING.format(
        certainty=reading.certainty,
        understood=UNDERSTOOD.format(text=understood(reading, said_on=said_on)),
        statement=STATEMENT.format(marked=_marked(statement, reading.spans)),
        assumed=ASSUMED.format(assumed="; ".join(reading.assumed)) if reading.assumed else "",
        choices=_choices(reading, said_on=said_on),
        by_hand=_by_hand(reading.window.latest if reading.window else None),
    )


def nothing_said_html() -> Markup:
    """Return the words for where they said nothing about timing, as HTML."""
    said = UNDERSTOOD.format(text=NOTHING_SAID)
    return READING.format(
        certainty="none", understood=said, statement="", assumed="", choices="", by_hand=""
    )


def understood(reading: Reading, *, said_on: date) -> str:
    """Return the days that the plan stands on, or why there are none, as a sentence."""
    if reading.missing:
        return MISSING.format(missing=reading.missing)
    if reading.certainty == "none" or reading.window is None:
        return NO_DAY
    return sentence(window_text(reading.window, said_on=said_on))


def _choices(reading: Reading, *, said_on: date) -> Markup:
    asks = reading.certainty == "ask" and reading.window is not None
    windows = (*([reading.window] if asks and reading.window else []), *reading.alternatives)
    if not windows:
        return Markup()
    choices = joined(_choice(window, said_on=said_on) for window in dict.fromkeys(windows))
    return CHOICES.format(question=WHICH if asks else NOT_RIGHT, choices=choices)


def _by_hand(latest: date | None) -> Markup:
    """Return the form for a day that the statement does not give, or not rightly."""
    entry = day_entry("The last day that they named", "latest", latest)
    return opens(ANOTHER_DAY, BY_HAND.format(entry=entry, send=sends("Use this day")))


def _choice(window: Window, *, said_on: date) -> Markup:
    return CHOICE.format(
        earliest=window.earliest or "",
        latest=window.latest or "",
        text=sentence(window_text(window, said_on=said_on)),
    )


def _marked(statement: str, spans: Sequence[tuple[int, int]]) -> Markup:
    """Return the statement with the words that carried the time marked."""
    edges = sorted({0, len(statement), *(edge for span in spans for edge in span)})
    return joined(
        MARK.format(words=words)
        if any(start <= at < end for start, end in spans)
        else escape(words)
        for at, upto in pairwise(edges)
        if (words := statement[at:upto])
    )
