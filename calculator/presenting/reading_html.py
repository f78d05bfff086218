"""What was understood of a statement, as HTML: the days, and the words they came from."""

from collections.abc import Mapping, Sequence
from datetime import date

from markupsafe import Markup

from calculator.asking.facts import Fact
from calculator.days import Window
from calculator.planning.telling.footing import UNPLANNED, Footing
from calculator.presenting.assumed_html import assumed_html, sent_html
from calculator.presenting.events_html import HAPPENED
from calculator.presenting.hooks import day_entry, hidden, opens, sends
from calculator.presenting.layout import Layout, joined
from calculator.presenting.quoted_html import quoted_html
from calculator.presenting.wording import Dates, as_written_in, sentence, unbroken
from calculator.reading.meanings.dates import NO_SUCH_DAY
from calculator.reading.reading import Reading
from calculator.reading.sayings import ends_saying, says

READING = Layout(
    '<div class="reading reading--{certainty}">'
    "{understood}{sent}{statement}{facts}{assumed}{choices}{by_hand}</div>"
)
UNDERSTOOD = Layout('<p class="reading__window">{text}</p>')
HEAR = Layout("You should {hear} <strong>{window}</strong>{near}")
# It is true on the screen only.
NEAR = Layout('<span class="reading__near">{near}</span>')
FACTS = Layout('<ul class="reading__facts">{facts}</ul>')
FACT = Layout(
    '<li>{text} <button type="button" class="button button--quiet" data-ignore="{id}">'
    "Not so{about}</button></li>"
)
IGNORED = Layout(
    '<li><s>{text}</s> <button type="button" class="button button--quiet" data-ignore="{id}">'
    "Put it back{about}</button></li>"
)
QUESTION = Layout('<p class="reading__question">{question}</p>')
CHOICES = Layout('{question}<ul class="reading__choices">{choices}</ul>')
CHOICE = Layout(
    '<li><button type="button" class="button reading__choice" data-choose'
    ' data-earliest="{earliest}" data-latest="{latest}">{words}{text}</button></li>'
)
WORDS = Layout('<q class="reading__words">{words}</q> ')
NONE_OF_THESE = Layout(
    '<li><button type="button" class="button button--quiet" data-choose="none">None of these'
    "</button></li>"
)

BY_HAND = Layout('<form class="reading__form" novalidate data-choose>{entry}{send}</form>')
LOOSER = {"on": "around", "by": "by about", "between": "roughly between"}

NO_DAY = "We found no day in this."
TURNED_DOWN = "You said it's none of these."
NOTHING_SAID = "They gave you no date."
MISSING = "To know the day, we need {missing}. Until then, the plan does without it."
NO_SUCH = "There's no such day. Pick the date, or we plan without one."
NOT_YET = "You'll know more after the interview."
OVERTAKEN = "On {day}, {what}."
OVERTAKEN_TIME = "New since {day}: {hear} {window}."
AS_IF_NONE = "So we plan as if they gave none: {wait} is a fair wait."
FAIR = "{wait} is a fair wait."
LEAVE = "Your plan goes by what they said about getting in touch."
WHICH = "Which of these is when you'll hear?"
ONE = "Is this when you'll hear?"
ANOTHER_DAY = "Not right? Pick the date"
NOT_RIGHT = "Not what they meant? It could also be:"
AFTER_ALL = "Was it one of these after all?"


def reading_html(  # noqa: PLR0913 # what is shown of a reading, each by its name
    reading: Reading,
    *,
    statement: str,
    said_on: date,
    dates: Dates,
    facts: Sequence[Fact] = (),
    footing: Footing = UNPLANNED,
) -> Markup:
    """Return what was understood of a statement, or that it names no day, as HTML.

    ``facts`` are what their words say beside the time of the answer; each can be taken away and
    put back. ``footing`` is what the plan goes by: once something else counts, there is no more to
    choose.
    """
    is_over = footing.since is not None
    listed = Markup() if footing.is_settled else joined(map(_fact, facts))
    return READING.format(
        certainty=reading.certainty,
        understood=UNDERSTOOD.format(
            text=_hear(reading, statement, said_on=said_on, dates=dates, footing=footing)
        ),
        sent="" if is_over else sent_html(statement, said_on=said_on, dates=dates),
        statement=quoted_html(statement, reading.spans),
        facts=FACTS.format(facts=listed) if listed else "",
        assumed="" if is_over else assumed_html(reading, said_on=said_on, dates=dates),
        choices=""
        if is_over
        else _choices(reading, statement=statement, said_on=said_on, dates=dates),
        by_hand="" if is_over else _by_hand(reading.window.latest if reading.window else None),
    )


def _fact(fact: Fact) -> Markup:
    layout = IGNORED if fact.ignored else FACT
    # Their own words may have brought a full stop along.
    text = f"{fact.as_text}." if fact.as_text[-2:-1] not in (".", "!", "?") else fact.as_text
    return layout.format(text=text, id=fact.id, about=hidden(fact.as_text))


def nothing_said_html(footing: Footing = UNPLANNED, *, dates: Dates) -> Markup:
    """Return the words for where they said nothing about timing, as HTML."""
    said = UNDERSTOOD.format(text=without_time(NOTHING_SAID, footing, dates))
    return READING.format(
        certainty="none",
        understood=said,
        sent="",
        statement="",
        facts="",
        assumed="",
        choices="",
        by_hand="",
    )


def without_time(text: str, footing: Footing, dates: Dates) -> str:
    """Return what is said where no time of theirs counts, with what the plan goes by."""
    if footing.since and footing.window:
        window = dates.window(footing.window, said_on=footing.since)
        hear = "the letter should come" if footing.event == "offered" else "you should hear"
        return OVERTAKEN_TIME.format(day=dates.day(footing.since), hear=hear, window=window)
    if footing.since:
        what = HAPPENED.get(footing.event or "acknowledged") or "you got in touch"
        what = as_written_in(dates.country, what)
        return OVERTAKEN.format(day=dates.day(footing.since), what=f"{what[0].lower()}{what[1:]}")
    if footing.is_ahead:
        return NOT_YET
    if footing.wait and text == NO_DAY:
        wait = f"{footing.wait[0].lower()}{footing.wait[1:]}"
        return f"{text} {AS_IF_NONE.format(wait=wait)}"
    if footing.wait:
        return f"{text} {FAIR.format(wait=footing.wait)}"
    return LEAVE if footing.has_leave else text


def understood(
    reading: Reading, *, said_on: date, dates: Dates, footing: Footing = UNPLANNED
) -> str:
    """Return when they should hear by what the plan stands on, or why no day is known."""
    if footing.since:
        return without_time(NO_DAY, footing, dates)
    if reading.missing:
        is_no_day = reading.missing == NO_SUCH_DAY.words
        return NO_SUCH if is_no_day else MISSING.format(missing=reading.missing)
    window = reading.window if reading.certainty != "none" else None
    if window := window or footing.window:
        hear = "The next round should be" if footing.is_of_round else "You should hear"
        return f"{hear} {dates.window(window, said_on=said_on)}"
    return without_time(TURNED_DOWN if reading.alternatives else NO_DAY, footing, dates)


def _hear(
    reading: Reading, statement: str, *, said_on: date, dates: Dates, footing: Footing
) -> Markup | str:
    """Return when they should hear and how far away that is, or ask which day it is."""
    is_unread = reading.missing or reading.certainty == "none"
    if footing.since or is_unread or reading.window is None:
        return unbroken(understood(reading, said_on=said_on, dates=dates, footing=footing))
    if reading.certainty == "ask":
        return WHICH if reading.alternatives else ONE
    latest = reading.window.latest
    window = dates.window(reading.window, said_on=said_on)
    window = _loosely(window, statement, reading.spans)
    is_over = latest is not None and latest < dates.today
    is_near = latest is not None and "between" not in window
    near = NEAR.format(near=_near(latest, dates)) if latest and is_near else ""
    hear = "have heard" if is_over else "hear"
    return HEAR.format(hear=hear, window=unbroken(window), near=near)


def _near(latest: date, dates: Dates) -> str:
    """Return how far away the last day is."""
    if latest < dates.today:
        return f". That was {dates.near(latest)}."
    is_close = (latest - dates.today).days <= 1
    return f", {'which is ' if is_close else ''}{dates.near(latest)}"


def _loosely(window: str, statement: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the days as loosely as they were said: "in about two weeks" promises no day."""
    said = any(
        says("loosely", statement[start:end])
        or ends_saying("roughly before", statement[:start].rstrip(" ."))
        for start, end in spans
        if not says("part of a month", statement[start:end])  # days enough, "around the middle of"
    )
    way, _, day = window.partition(" ")
    return f"{LOOSER[way]} {day}" if said and way in LOOSER else window


def _choices(reading: Reading, *, statement: str, said_on: date, dates: Dates) -> Markup:
    asks = reading.certainty == "ask" and reading.window is not None
    # What is told in the same words is no choice.
    told: dict[str, Window] = {}
    for each in (reading.window, *reading.alternatives):
        if each:
            told.setdefault(dates.window(each, said_on=said_on), each)
    windows = [each for each in told.values() if asks or each != reading.window]
    if not windows:
        return Markup()
    words = _words(reading, statement)
    choices = joined(
        _choice(each, words=words.get(each, ""), said_on=said_on, dates=dates) for each in windows
    )
    return CHOICES.format(
        question=""
        if asks
        else QUESTION.format(question=NOT_RIGHT if reading.window else AFTER_ALL),
        choices=choices + (NONE_OF_THESE.format() if asks else Markup()),
    )


def _words(reading: Reading, statement: str) -> Mapping[Window, str]:
    """Return the words of each time to choose from, where they tell the times apart."""
    words = {
        one.window: " … ".join(statement[start:end] for start, end in one.spans)
        for one in reading.choices
    }
    return words if len(set(words.values())) > 1 else {}


def _by_hand(latest: date | None) -> Markup:
    """Return the form for a day that the statement does not give, or not rightly."""
    entry = day_entry("The last day they gave you", "latest", latest)
    return opens(ANOTHER_DAY, BY_HAND.format(entry=entry, send=sends("Use this day")))


def _choice(window: Window, *, words: str, said_on: date, dates: Dates) -> Markup:
    return CHOICE.format(
        words=WORDS.format(words=words) if words else "",
        earliest=window.earliest or "",
        latest=window.latest or "",
        text=sentence(unbroken(dates.window(window, said_on=said_on))),
    )
