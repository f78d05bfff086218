"""On which day something was promised, where the text says so: "they told me on Monday"."""

from __future__ import annotations

from collections.abc import Callable
from copy import replace
from datetime import date
from itertools import takewhile

from calculator.days import WEEK, Window, add_months
from calculator.reading.chart import Match, names_in
from calculator.reading.outright import before, behind
from calculator.reading.reading import Choice, Mention, Reading
from calculator.reading.sayings import saying, says
from calculator.reading.sent import sent_on
from calculator.reading.times import Clause, Text
from calculator.reading.values import Answer, Setting, Time


def dated(
    reading: Reading, text: Text, statement: str, reread: Callable[[date], Reading]
) -> Reading:
    """Ask, where the text says that the promise was made on another day than given, or not kept.

    ``reread`` reads the same text as if it were said on another day.
    """
    is_new = any(says("now they say", before(span, statement)) for span in reading.spans)
    if reading.certainty != "sure" or is_new:
        return reading
    if is_unkept(reading, statement):
        over = last_time(text.setting.said_on, reread)
        return replace(reading, certainty="ask", window=over or reading.window, alternatives=())
    day = (
        day_back_then(reading, text, statement)
        or day_of_promise(reading, text)
        or day_sent(text.setting, statement)
        or day_gone(reading, text, statement, reread)
    )
    if not day or day == text.setting.said_on:
        return reading
    other = reread(day).window
    if not other or other == reading.window:
        return reading
    ways = tuple(way for way in (reading.window, *reading.alternatives, other) if way)
    return replace(
        reading,
        certainty="ask",
        alternatives=ways[1:],
        choices=tuple(Choice(window=way, spans=reading.spans) for way in ways),
    )


def is_unkept(reading: Reading, statement: str) -> bool:
    """Whether it is told that a promise was not kept: "I had hoped to write by Friday, but couldn't"."""
    return any(
        says("meant to", before(span, statement)) and says("not done", behind(span, statement))
        for span in reading.spans[-1:]
    )


def told_of(reading: Reading, text: Text) -> Reading:
    """Return a reading in which what is told of is over: "I applied in July" is last July."""
    times = {text.tokens[match.start].start: match for match in text.times}
    mentions = tuple(
        replace(one, window=when_over(one, times.get(one.span[0]), text.setting))
        if one.role == "said" and one.span not in reading.spans
        else one
        for one in reading.mentions
    )
    return replace(reading, mentions=mentions)


def when_over(one: Mention, match: Match | None, setting: Setting) -> Window | None:
    """Return the days of a time that is told of; none where its words name no past day."""
    first = (one.window.earliest or one.window.latest) if one.window else None
    if match is None or first is None or first <= setting.said_on:
        return one.window
    time = plain_time(match)
    if time is None:
        return None
    day = last_named(time, match, setting)
    return Window(day, day + (time.last - time.first)) if day <= setting.said_on else None


def last_time(said_on: date, reread: Callable[[date], Reading]) -> Window | None:
    """Return when an answer was last due by the same words, if that is over."""
    earlier = (reread(said_on - weeks * WEEK).window for weeks in (1, 4, 52))
    return next((one for one in earlier if one and one.latest and one.latest < said_on), None)


def day_sent(setting: Setting, statement: str) -> date | None:
    """Return the day of the message that is read, where its head has one before the day given."""
    sent = sent_on(statement, country=setting.country)
    return sent if sent and sent < setting.said_on else None


def day_of_promise(reading: Reading, text: Text) -> date | None:
    """Return the past day on which the text says that the promise was made."""
    timed = [clause for clause in text.clauses if clause.times]
    for clause in timed:
        for match in clause.times:
            near = is_near(match, reading, text) and not dates_another(match, reading, text)
            if near and (day := day_said(match, clause, text)):
                return day
    overdue = any(clause.has("overdue") and holds(clause, reading, text) for clause in timed)
    if overdue and any(clause.has("silence") for clause in text.clauses):
        return text.setting.said_on - WEEK
    return None


def holds(clause: Clause, reading: Reading, text: Text) -> bool:
    """Whether the words of an answer are of a clause."""
    first, last = text.tokens[clause.start].start, text.tokens[clause.end - 1].end
    return any(first <= start < last for start, _ in reading.spans)


def is_near(match: Match, reading: Reading, text: Text) -> bool:
    """Whether a time stands so near to the promise that it may date it."""
    start, end = text.tokens[match.start].start, text.tokens[match.end - 1].end
    return any(start - last <= NEAR and first - end <= NEAR for first, last in reading.spans)


def dates_another(match: Match, reading: Reading, text: Text) -> bool:
    """Whether a past time is that of another thing said: "they told the others on Monday that it takes a week"."""
    promised = max((last for _, last in reading.spans), default=0)
    rest = takewhile(lambda token: token.word not in GOES_ON, text.tokens[match.end :])
    ends = match.end + sum(1 for _ in rest)
    behind = any(match.end <= time.start < ends for time in text.times)
    return behind and text.tokens[match.start].start > promised


# What follows these is no more what was told.
GOES_ON = frozenset([*".!?;,\n", "so", "and", "but", "which"])
NEAR = 120  # letters between a promise and the day on which it was made


def day_back_then(reading: Reading, text: Text, statement: str) -> date | None:
    """Return the last day told of before a promise, if it was made on that day.

    "I interviewed on the 3rd and was told then that it would be two weeks".
    """
    is_dated = any(says("told then", before(span, statement)) for span in reading.spans)
    return last_told_of(reading, text) if is_dated else None


def last_told_of(reading: Reading, text: Text) -> date | None:
    """Return the last past day that is told of before a promise."""
    promised = reading.spans[0][0] if reading.spans else 0
    told = {mention.span[0] for mention in reading.mentions if mention.role == "said"}
    earlier = [
        match
        for match in text.times
        if text.tokens[match.start].start in told and text.tokens[match.start].start < promised
    ]
    days = (day_named(match, text.setting) for match in reversed(earlier))
    return next((day for day in days if day and day < text.setting.said_on), None)


def day_gone(
    reading: Reading, text: Text, statement: str, reread: Callable[[date], Reading]
) -> date | None:
    """Return the last day told of before a promise, if one of that day would be over and nothing came.

    "I interviewed on July 3rd and they said two weeks. I haven't heard", said in August.
    """
    promised = reading.spans[0][0] if reading.spans else 0
    begins = [text.tokens[clause.start].start for clause in text.clauses if clause.has("silence")]
    begins += [told.start() for told in saying("gone by").finditer(statement)]
    if not any(begin > promised for begin in begins):
        return None
    day = last_told_of(reading, text)
    window = reread(day).window if day else None
    over = window and window.latest and window.latest < text.setting.said_on
    return day if over else None


def day_named(match: Match, setting: Setting) -> date | None:
    """Return the past day that a time names: "three weeks ago", "last Monday", "on the 3rd"."""
    if match.kinds == ("past",):
        first: date = match.value.first
        return first
    time = plain_time(match)
    return last_named(time, match, setting) if time else None


def day_said(match: Match, clause: Clause, text: Text) -> date | None:
    """Return the past day that a time of a text is, if it is when the promise was made."""
    if match.kinds == ("past",):
        first: date = match.value.first
        return first if is_said_then(match, clause) else None
    time = plain_time(match)
    if not time or len(text.times) < 2:
        return None
    if is_today(time, match, clause, text.setting):
        return text.setting.said_on - WEEK
    return last_named(time, match, text.setting) if was_then(match, clause, text) else None


def plain_time(match: Match) -> Time | None:
    """Return the time of "on Monday" or "Monday"."""
    value = match.value
    if isinstance(value, Answer):
        return value.time if value.how == "on" else None
    return value if isinstance(value, Time) else None


def is_today(time: Time, match: Match, clause: Clause, setting: Setting) -> bool:
    """Whether a time says what day it is now: "by Tuesday, and it's Wednesday"."""
    now = clause.before(match.start, "today")
    if not now or match.start - now.end > 1:
        return False
    this = time.grain == "weekday" and time.first.weekday() == setting.said_on.weekday()
    return this or time.first <= setting.said_on <= time.last


def was_then(match: Match, clause: Clause, text: Text) -> bool:
    """Whether it was said at a time: "told me on Monday that", "in January they said"."""
    was = clause.before(match.start, "dating")
    if was and match.start - was.end <= 1 and text.tokens[was.end - 1].word == "was":
        return True
    led = text.tokens[match.start].word in ("on", "in", "back")
    if match.start > 0 and text.tokens[match.start - 1].is_filler:
        return False  # "they said sometime in November"
    return led and is_said_then(match, clause) and clause.has("report")


def last_named(time: Time, match: Match, setting: Setting) -> date:
    """Return the day that a time names when it is over: the last Monday, the last 2nd or 3 March."""
    if time.first <= setting.said_on:
        return time.first
    if time.grain == "weekday":
        return time.first - WEEK
    return add_months(time.first, -1 if "<day-number>" in names_in(match) else -12)


def is_said_then(match: Match, clause: Clause) -> bool:
    """Whether a past time is when it was said: "told me yesterday", "last week they said"."""
    before, after = (
        clause.before(match.start, "report", "dating"),
        clause.after(match.end, "report"),
    )
    said_before = before is not None and match.start - before.end <= 1
    return said_before or (after is not None and after.start - match.end <= 2)
