"""Their words, said back: a time as it is told on another day, and an answer as they gave it."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from calculator.days import last_day_of_month, monday_of
from calculator.situation import Said

DATA = Path(__file__).parent.parent / "data"

# Words that say when, and can stand in a sentence: "by Friday", "early next week".
WHEN = re.compile(
    r"(?:at|by|in|within|before|after|on|next|this|early|late|later|around|soon|shortly|sometime|"
    r"mid|towards?|today|tonight|tomorrow|no later than|"
    r"the (?:week|beginning|start|middle|first|second))\b",
    re.IGNORECASE,
)
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
# The little words that people leave out where they write a time down.
LEFT_OUT = (
    (re.compile(r"(?=(?:(?:first|second|third|last) )?week of )", re.IGNORECASE), "the "),
    (re.compile(r"(?=week after next\b)", re.IGNORECASE), "the "),
    (re.compile(r"(?=(?:the )?end of )", re.IGNORECASE), "by "),
    (re.compile(r"by (?=end of (?!day|business|play))", re.IGNORECASE), "by the "),
    (re.compile(rf"(?=(?:early|mid|late)[- ]{MONTH})", re.IGNORECASE), "in "),
)
# Words that say how long: "about two to three weeks", "a week or so".
HOW_LONG = re.compile(
    r"(?:(?:about|around|roughly|another|up to|at least) )?(?:an?|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|several|a few|\d+)\b.*\b(?:day|week|month)s?(?: or (?:two|so|more))?",
    re.IGNORECASE,
)
# Words that are true only in the mouth that said them, or on the day on which they were said.
OF_THE_MOMENT = re.compile(
    r"\b(?:i|i'\w+|we|we'\w+|you|you'\w+|they|they'\w+|he|she|it|our|my|me|us|them)\b"
    r"|[“”\"…?!:;()]",
    re.IGNORECASE,
)
# What is the candidate's, told by the candidate.
YOURS = re.compile(r"\byour\b", re.IGNORECASE)
EDGES = re.compile(r"^\W+|\W+$")
# Words that count from the day on which they were said, and what they are called later on.
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
PERIOD = rf"(?:week|spring|summer|fall|autumn|winter|season|term|{WEEKDAY})"
LONG_PERIOD = r"(?:month|quarter|year)"
DATED = rf"\b(?!,? (?:the|of|in|next|this|week|\d|{MONTH}))"
DAYS_LATER = (
    (
        re.compile(r"\b(in|within|over) the (?:next|coming) (?=(?:couple|few)\b)", re.IGNORECASE),
        r"\1 a ",
    ),
    (
        re.compile(
            r"\b(in|within|over) the (?:next|coming) (?=(?:week|month|fortnight)\b(?! or\b))",
            re.IGNORECASE,
        ),
        r"\1 a ",
    ),
    (
        re.compile(
            r"\b(in|within|over) the (?:next|coming) (?=\w+ (?:\w+ )?(?:day|week|month)s\b)",
            re.IGNORECASE,
        ),
        r"\1 ",
    ),
    (re.compile(r"\btomorrow (?=morning|afternoon|evening|night)", re.IGNORECASE), "the next "),
    (re.compile(r"\btomorrow\b", re.IGNORECASE), "the next day"),
    (re.compile(r"\btoday\b", re.IGNORECASE), "that day"),
    (re.compile(r"\btonight\b", re.IGNORECASE), "that evening"),
)
WEEKS_LATER = (
    (re.compile(r"^(?:in |during )?the week after next$", re.IGNORECASE), "two weeks later"),
    (re.compile(rf"\b(?<!the )(?<!“)next(?= {PERIOD}\b)", re.IGNORECASE), "the following"),
    (re.compile(rf"\bthis(?= {PERIOD}\b)", re.IGNORECASE), "that"),
    (re.compile(rf"\bon (?={WEEKDAY}{DATED})", re.IGNORECASE), "that "),
    # "I'll call you Thursday": the little word is left out.
    (
        re.compile(rf"\b(me|you|us|back|know|touch|again) (?={WEEKDAY}{DATED})", re.IGNORECASE),
        r"\1 that ",
    ),
    (re.compile(rf"\b(by|before|until|after) (?={WEEKDAY}{DATED})", re.IGNORECASE), r"\1 that "),
)
MONTHS_LATER = (
    (re.compile(rf"\b(?<!the )next(?= {LONG_PERIOD}\b)", re.IGNORECASE), "the following"),
    (re.compile(rf"\bthis(?= {LONG_PERIOD}\b)", re.IGNORECASE), "that"),
)
# A time that is named by when it was spoken of: "the end of the month".
OF_THAT_TIME = re.compile(
    r"\b(?P<at>of|in) (?:the|this) (?P<unit>week|month|quarter|year)\b"
    r"(?! (?:of|after|before|beginning|starting|commencing|ending)\b)",
    re.IGNORECASE,
)
THAT_DAY = re.compile(rf"\bthat ({WEEKDAY})\b", re.IGNORECASE)
AT = re.compile(r"^(?:on|in|at|by) ", re.IGNORECASE)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TOMORROW = re.compile(r"\btomorrow\b", re.IGNORECASE)
NEXT_WEEK = re.compile(rf"\b(?<!the )(?<!“)next(?= (?:week|{WEEKDAY})\b)", re.IGNORECASE)
# "By next Friday" is "by Friday" in that week.
NEXT_WEEKDAY = re.compile(rf"\b(?<!the )next (?={WEEKDAY}\b)", re.IGNORECASE)
# Said while that day of the week was still to come, it may be either.
EITHER = re.compile(rf"\bnext (?P<day>{WEEKDAY})\b", re.IGNORECASE)
NEXT_MONTH = re.compile(r"\b(?<!the )next(?= month\b)", re.IGNORECASE)
# "We won't know until early March" says when it will be at the earliest.
NOT_BEFORE = re.compile(r"(?:until|till|before) ", re.IGNORECASE)
SOONEST = re.compile(r"\b(?:earliest|soonest)\b", re.IGNORECASE)
NOT = re.compile(r"\b(?:not|never|no)\b|n['\u2019]t\b", re.IGNORECASE)
QUOTES = re.compile('[“”"]')
MOST_WORDS = 9
MOST_QUOTED = 12


def time_in_their_words(said: Said) -> tuple[str, str] | None:
    """Return how a time in their own words can be said back, and the words; None without any.

    >>> time_in_their_words(Said(on=date(2027, 2, 4), words="Early next week"))
    ('by', 'early next week')
    >>> time_in_their_words(Said(on=date(2027, 2, 4), words="end of next week"))
    ('by', 'by the end of next week')
    >>> time_in_their_words(Said(on=date(2027, 2, 4), words="two to three weeks"))
    ('takes', 'two to three weeks')
    >>> time_in_their_words(Said(on=date(2027, 2, 4), words="within a week of your interview"))
    ('by', 'within a week of my interview')
    >>> time_in_their_words(Said(on=date(2027, 2, 4), words="once we're back"))
    ('quoted', "once we're back")
    """
    words = EDGES.sub("", said.words)
    length = len(words.split())
    if not 0 < length <= MOST_QUOTED:
        return None
    if not OF_THE_MOMENT.search(words) and length <= MOST_WORDS:
        plain = YOURS.sub("my", words[:1].lower() + words[1:])
        for where, little in LEFT_OUT:
            plain = little + plain[found.end() :] if (found := where.match(plain)) else plain
        if WHEN.match(plain):
            return "by", plain
        if HOW_LONG.fullmatch(plain):
            return "takes", plain
    return "quoted", QUOTES.sub("", words)


def without_at(words: str) -> str:
    """Return a time without the little word before it, as it stands for itself.

    >>> without_at("on June 1"), without_at("after Easter")
    ('June 1', 'after Easter')
    """
    return AT.sub("", words)


def as_said_later(words: str, said_on: date, *, on: date, form: str = "by") -> str:
    """Return a time in their words, as it is told in a later week; a quotation stays as it is.

    >>> as_said_later("by the end of next week", date(2027, 2, 4), on=date(2027, 2, 16))
    'by the end of the following week'
    >>> as_said_later("by Friday", date(2027, 2, 1), on=date(2027, 2, 9))
    'by that Friday'
    >>> as_said_later("by Tuesday", date(2027, 2, 4), on=date(2027, 2, 16))
    'by the following Tuesday'
    >>> as_said_later("you'd call me Thursday", date(2027, 2, 9), on=date(2027, 2, 19))
    "you'd call me that Thursday"
    >>> as_said_later("by Friday", date(2027, 2, 1), on=date(2027, 2, 3))
    'by Friday'
    >>> as_said_later("by the end of the month", date(2027, 10, 12), on=date(2027, 11, 2))
    'by the end of October'
    >>> as_said_later("by next Friday", date(2027, 2, 1), on=date(2027, 2, 16))
    'by “next Friday”'
    """
    if form == "quoted" or on == said_on:
        return words
    words = EITHER.sub(lambda found: as_quoted_if_either(found, said_on), words)
    is_same_week = monday_of(on) == monday_of(said_on)
    is_same_month = (on.year, on.month) == (said_on.year, said_on.month)
    words = OF_THAT_TIME.sub(lambda found: named_by_then(found, said_on, on=on), words)
    weeks, months = () if is_same_week else WEEKS_LATER, () if is_same_month else MONTHS_LATER
    for counted, later in (*DAYS_LATER, *weeks, *months):
        words = counted.sub(later, words)
    return THAT_DAY.sub(lambda found: named_from(found[1], said_on), words)


def as_quoted_if_either(found: re.Match[str], said_on: date) -> str:
    """Return "next Friday" in quotes where it may have been the coming one, or the one after."""
    is_to_come = WEEKDAYS.index(found["day"].lower()[:3]) > said_on.weekday()
    return f"“{found[0]}”" if is_to_come else found[0]


def named_by_then(found: re.Match[str], said_on: date, *, on: date) -> str:
    """Return what a time is called once it is over: the month or the year by its name."""
    match found["unit"].lower():
        case "week" if monday_of(on) > monday_of(said_on):
            return f"{found['at']} that week"
        case "month" if on > last_day_of_month(said_on):
            return f"{found['at']} {said_on:%B}"
        case "quarter" if on > last_day_of_month(said_on):
            return f"{found['at']} that quarter"
        case "year" if on.year > said_on.year:
            return f"{found['at']} {said_on.year}"
        case _:
            return found[0]


def named_from(weekday: str, said_on: date) -> str:
    """Return what a weekday after a day is called: one of the same week, or of the next.

    >>> named_from("Friday", date(2027, 2, 4)), named_from("Tuesday", date(2027, 2, 4))
    ('that Friday', 'the following Tuesday')
    """
    is_later = WEEKDAYS.index(weekday.lower()[:3]) > said_on.weekday()
    return f"that {weekday}" if is_later else f"the following {weekday}"


def noted(said: Said, time: tuple[str, str], *, on: date) -> str | None:
    """Return a sentence that takes note of their time on a day, unless it is over by then."""
    form, words = time
    latest = said.window and said.window.latest
    if not latest and SOONEST.search(said.sentence):
        return phrases()["noted"]["first"].replace("{their_time}", without_at(words))
    if latest and latest < on:
        return None
    if (first := NOT_BEFORE.match(words)) and NOT.search(said.sentence):
        return phrases()["noted"]["first"].replace("{their_time}", words[first.end() :])
    if form != "quoted" and on > said.on:
        words = TOMORROW.sub("today", words)
    if form != "quoted" and monday_of(on) > monday_of(said.on):
        words = NEXT_WEEK.sub("this", NEXT_WEEKDAY.sub("", words))
    if form != "quoted" and on.month != said.on.month:
        words = NEXT_MONTH.sub("this", words)
    return phrases()["noted"][form].replace("{their_time}", words)


def usual_phrase(about: str) -> str:
    """Return how a time is said back in the usual case, with a blank for it."""
    return phrases()[about]["by"].replace("{who}", "you")


@cache
def phrases() -> Mapping[str, Mapping[str, str]]:
    """Return the phrases of ``data/awaited.toml``."""
    return tomllib.loads((DATA / "awaited.toml").read_text(encoding="utf-8"))
