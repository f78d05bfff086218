"""The times of a text, with what each is about, how likely it is the answer's, and what it means."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from copy import replace
from itertools import pairwise

from calculator.days import DAY, Window, monday_of
from calculator.reading.chart import Match, names_in
from calculator.reading.counted import (
    LONGEST_AHEAD,
    NEAREST,
    Candidate,
    anchor_of,
    counted_back,
    counted_from,
    has_length,
    is_before,
)
from calculator.reading.in_clause import as_answer, in_clause, meant, moved_to
from calculator.reading.joining import are_of_two
from calculator.reading.meanings import bounds
from calculator.reading.promised import last_named
from calculator.reading.roles import ROLES, Limits
from calculator.reading.times import Clause, Text
from calculator.reading.values import Answer, Setting
from calculator.reading.wordkinds import kinds_of
from calculator.reading.words import Token


def candidates(text: Text, chances: Sequence[Sequence[float]], limits: Limits) -> list[Candidate]:
    """Return the times of a text with what they are about and what they mean."""
    times = [(match, clause) for clause in text.clauses for match in clause.times]
    found = [
        candidate(match, clause, scores, text)
        for (match, clause), scores in zip(times, chances, strict=True)
    ]
    for place, one in enumerate(found):
        anchor = anchor_of(place, found, text)
        if anchor and anchor.answer.window and follows_answer(one, anchor, text, limits):
            found[place] = replace(one, chance=0.0)
        elif anchor and anchor.answer.window and may_follow(one, anchor, text, limits):
            place_of_anchor = found.index(anchor, max(0, place - NEAREST))
            if not are_of_two(one, anchor, text):
                found[place_of_anchor] = replace(anchor, chance=0.0)
            found[place] = counted(one, anchor, text)
        elif one.answer.again and not one.answer.window and not one.answer.missing:
            found[place] = replace(one, chance=0.0)  # "before then", and no time to count from
    return found[:1] + [put_right(one, wrong, text) for wrong, one in pairwise(found)]


def put_right(one: Candidate, wrong: Candidate, text: Text) -> Candidate:
    """Return a time that takes the place of the one before, as what that is: "make that Tuesday"."""
    lead = [token.word for token in text.tokens[wrong.match.end : one.match.start]]
    if " ".join(lead).removesuffix(" the").endswith("make it"):
        return replace(one, role=wrong.role, chance=max(one.chance, wrong.chance))
    return one


def follows_answer(one: Candidate, anchor: Candidate, text: Text, limits: Limits) -> bool:
    """Whether a length is counted from the answer's time: "the job then starts two weeks later".

    Not where the answer itself is: "they meet on Monday and I'll know two days after that".
    """
    is_answer = anchor.role == "answer" and anchor.chance > max(limits.sure, one.chance)
    if "before then" in names_in(one.match) and anchor.match.start < one.match.start:
        return anchor.role == "answer" and anchor.chance >= limits.sure
    time = one.answer.time
    later = time is not None and time.relative and time.grain != "weekday"
    counts = later or (has_length(one.match.value) and not is_back(one, text))
    return is_answer and counts and not tells(one.clause, HEARING, text)


def tells(clause: Clause, kinds: AbstractSet[str], text: Text) -> bool:
    """Whether a clause has a word of these kinds."""
    return has_kind(text.tokens[clause.start : clause.end], kinds)


def has_kind(tokens: Sequence[Token], kinds: AbstractSet[str]) -> bool:
    return any(not kinds.isdisjoint(kinds_of(token.word)) for token in tokens)


# Kinds of words that tell who gets it.
HEARING = frozenset({"learn", "tell", "reach"})


def may_follow(one: Candidate, anchor: Candidate, text: Text, limits: Limits) -> bool:
    """Whether the answer may come at a time counted from another.

    Not at "you hear within two weeks; who gets an offer does a drug test within 48 hours", nor on a
    weekday counted from a day far off: "it opens again next year. They ring us by the Thursday".
    """
    time, window = one.answer.time, anchor.answer.window
    first = window.earliest if window else None
    far = first is not None and first - text.setting.said_on > LONGEST_AHEAD
    if far and time and time.grain == "weekday" and one.clause is not anchor.clause:
        return False
    likely = limits.sure if anchor.role in ("answer", "stage") else limits.likely
    return one.chance >= likely


def candidate(match: Match, clause: Clause, scores: Sequence[float], text: Text) -> Candidate:
    """Return a time with what it would mean by itself."""
    answer = meant(moved_to(match, clause), match, clause, text)
    if is_far_off(answer, match, text.setting):
        answer = replace(answer, doubtful=True)
    role = ROLES[max(range(len(ROLES)), key=lambda place: scores[place])]
    chance = scores[0] + scores[1]
    if role not in ("answer", "stage") and chance > max(scores[2:]):
        role = "answer" if scores[0] >= scores[1] else "stage"
    return Candidate(match, clause, role, chance, answer)


def is_far_off(answer: Answer, match: Match, setting: Setting) -> bool:
    """Whether a month without a year, or "the holidays", is so far ahead that the last may be meant."""
    end = answer.window and (answer.window.latest or answer.window.earliest)
    if not end or end - setting.said_on <= FAR_OFF:
        return False
    names = " ".join(names_in(match))
    named = "<month" in names or "the holidays" in names
    return named and "year" not in names and "next" not in names


FAR_OFF = 275 * DAY


def counted(one: Candidate, anchor: Candidate, text: Text) -> Candidate:
    """Return a time that is counted from another as what it then means."""
    is_ahead = one.answer.missing and text.tokens[one.match.start].word in AHEAD
    window = anchor.answer.window if is_ahead else when_was(anchor, text.setting)
    time = anchor.answer.time
    if not window:
        return one
    if time and anchor.answer.how == "after":
        window = Window(None, time.last)
    if window.earliest and is_put_right(one):
        window = Window(None, monday_of(window.earliest) - DAY)
    count = counted_back if is_back(one, text) else counted_from
    value = count(window, one.match.value, text.setting)
    words = [token.word for token in text.tokens[one.match.start : one.match.end]]
    if is_ahead and words[0] == "before" and "end" in words and time:
        value = bounds.by_time(text.setting, time)  # "before the end of term (27 June)"
    answer = in_clause(as_answer(value, text.setting), one.match, one.clause, text)
    return replace(
        one, answer=in_doubt(answer, text.setting), chance=max(one.chance, anchor.chance)
    )


# What is dated then is to come: "before we break up on the 16th".
AHEAD = frozenset("before until by".split())


def is_back(one: Candidate, text: Text) -> bool:
    """Whether a length is counted back from an event: "ten days before training begins"."""
    return has_length(one.match.value) and is_before(one.match, text.tokens)


def when_was(anchor: Candidate, setting: Setting) -> Window | None:
    """Return the days of a time to count from; one that is told of is over: "I met them on the 4th"."""
    window, time = anchor.answer.window, anchor.answer.time
    told = anchor.role == "said" and time is not None and time.again and not time.relative
    if not told or not time or time.first <= setting.said_on:
        return window
    day = last_named(time, anchor.match, setting)
    if "<weekday>" in names_in(anchor.match) and day.weekday() != time.first.weekday():
        return window  # "Friday 16 April" is in the year in which that is a Friday
    return Window(day, day + (time.last - time.first))


def in_doubt(answer: Answer, setting: Setting) -> Answer:
    """Return an answer that has to be asked about, where its days were over when it was said."""
    over = answer.window and answer.window.latest and answer.window.latest < setting.said_on
    return replace(answer, doubtful=answer.doubtful or bool(over))


def is_put_right(one: Candidate) -> bool:
    """Whether a weekday is put right, in the same week: "Friday of next week, no, the Thursday"."""
    time = one.answer.time
    weekday = time is not None and time.grain == "weekday"
    return weekday and one.clause.before(one.match.start, "correction") is not None
