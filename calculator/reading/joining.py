"""Several times as one answer: said in one breath, put right, bounded by the last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import replace
from itertools import pairwise

from calculator.days import Window
from calculator.reading.chart import Match
from calculator.reading.counted import Candidate, again_bound, is_event
from calculator.reading.roles import Limits
from calculator.reading.times import Text
from calculator.reading.values import Answer, Other, Setting

# How likely a time must be to be the answer's too, beside the likeliest.
GOES_WITH = 0.6


def told_with(
    best: Candidate, found: Sequence[Candidate], text: Text, limits: Limits
) -> list[Candidate]:
    """Return the likeliest time with those that go on from it, lead to it, or put it right."""

    def is_likely(one: Candidate) -> bool:
        first, last = sorted((one, best), key=lambda each: each.match.start)
        if one.role == "stage":
            return False
        if one.chance >= GOES_WITH or one.chance < limits.likely:
            return one.chance >= GOES_WITH
        between = last.match.start - first.match.end
        if one.role != "answer":  # "by the 18th - no wait - the 19th"
            return between <= PUT_RIGHT and is_put_right_by(first, last, text)
        beside = between <= BESIDE and one.chance >= limits.sure
        return beside or is_put_right_by(first, last, text)

    likely = [one for one in found if one is best or is_likely(one)]
    first = last = likely.index(best)
    while first and go_together(likely[first - 1], likely[first], text):
        first -= 1
    while last + 1 < len(likely) and go_together(likely[last], likely[last + 1], text):
        last += 1
    return likely[first : last + 1]


def go_together(one: Candidate, other: Candidate, text: Text) -> bool:
    """Whether two times are said in one breath, of one thing, or end on the same day."""
    same = ends(one) is not None and ends(one) == ends(other)
    return same or in_one_breath(one, other, text)


def in_one_breath(one: Candidate, other: Candidate, text: Text) -> bool:
    again = other.clause.before(other.match.start, "answer")
    between = {token.word for token in text.tokens[one.match.end : other.match.start]}
    said_anew = again is not None and again.start >= one.match.end
    if said_anew or "\n" in between or between & OTHERS_SAY or are_of_two(one, other, text):
        return False
    return other.match.start - one.match.end <= ONE_BREATH


ONE_BREATH, PUT_RIGHT, BESIDE, TWO_SENTENCES = 12, 6, 4, 40  # words between two times
HEADING = 4  # words before a clause, that may name its round: "Round 1: …"


# Another one says something else.
OTHERS_SAY = frozenset("else another whereas while others".split())


def are_of_two(one: Candidate, other: Candidate, text: Text) -> bool:
    """Whether two groups hear at two times, or two people name one each.

    "Internal candidates on Monday, external on Friday", "the manager said Friday, HR said Monday".
    """
    first, last = sorted((one, other), key=lambda each: each.match.start)
    lead = [token.word for token in text.tokens[first.clause.start : first.match.start]]
    between = [token.word for token in text.tokens[first.match.end : last.match.start]]
    if len(between) > TWO_SENTENCES or is_put_right_by(first, last, text):
        return False
    heading = [token.word for token in text.tokens[: first.clause.start]][-HEADING:]
    groups = bool(THE_OTHERS & set(between) or GROUPS & set(between) & set(lead))
    groups = groups or is_another(numbered([*heading, *lead]), numbered(between))
    return (len(between) <= ONE_BREATH and groups) or are_two(speaker(lead), speaker(between))


def numbered(words: Sequence[str]) -> dict[str, str]:
    """Return the last number of each round or group that words name: "Round 2", "the second wave"."""
    pairs = [*pairwise(words), *((other, one) for one, other in pairwise(words))]
    return {name: number for number, name in pairs if name in ROUNDS and number in NUMBERS}


def is_another(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two numbers are of two rounds: not "round 1" told of twice."""
    return any(other[name] != number for name, number in one.items() if name in other)


def are_two(one: str, other: str) -> bool:
    """Whether two names are of two people: not "the manager" and then "she"."""
    told = bool(one and other) and not {one, other} & OWN
    return told and one != other and (one in PRONOUNS or other not in PRONOUNS)


def speaker(words: Sequence[str]) -> str:
    """Return the last word of who says something in a clause; empty where nobody does."""
    said = [place for place, word in enumerate(words) if word in SAYS]
    names = [word for word in words[: said[-1]] if word not in BESIDE_SAYS][-4:] if said else []
    somebody = [word for word in names if word in PRONOUNS]  # "she called and said"
    return (somebody or names or [""])[-1]


THE_OTHERS = frozenset(
    "else others rest remaining external internal unsuccessful international overseas".split()
)
GROUPS = frozenset(
    "people crew staff applicants candidates students ones shift shifts team class group folks state".split()
)
ROUNDS = frozenset("round cohort intake band wave batch phase stream track pool call".split())
NUMBERS = frozenset("1 2 3 4 5 6 7 8 one two three a b c first second third 1st 2nd 3rd".split())
SAYS = frozenset("says said say told tells reckons reckoned thinks thought mentioned".split())
BESIDE_SAYS = frozenset("has had have just also then now already only . , ; and but".split())
OWN = frozenset("i we me you was were been i'd i've".split())
PRONOUNS = frozenset("he she they it who".split())


def ends(one: Candidate) -> object:
    return one.answer.window and one.answer.window.latest


def dated_only(chosen: list[Candidate]) -> list[Candidate]:
    """Return the times without events, where a day is given too: "Friday, the deadline"."""
    return [one for one in chosen if not is_undated(one.match)] or chosen


def is_undated(match: Match) -> bool:
    """Whether words name an event, and no length of time from it: "when the committee votes"."""
    counts = any(part.kinds == ("duration",) for part in match.parts)
    value = match.value
    missing = isinstance(value, Other) or (isinstance(value, Answer) and value.missing is not None)
    return is_event(match) or (missing and not counts)


def corrected(chosen: list[Candidate], text: Text) -> list[Candidate]:
    """Return the times that stand after a correction."""
    for index in range(len(chosen) - 1, 0, -1):
        one, other = chosen[index - 1 : index + 1]
        instead = other.clause.after(other.match.end, "correction")
        if instead or is_put_right_by(one, other, text):
            return [bound_like(one, other, text), *chosen[index + 1 :]]
    return chosen


def is_put_right_by(one: Candidate, other: Candidate, text: Text) -> bool:
    """Whether a correction stands between a time and a later one: "Friday, no, Monday"."""
    if "\n" in {token.word for token in text.tokens[one.match.end : other.match.start]}:
        return False
    return any(
        cue.role == "correction" and one.match.end <= cue.start < other.match.start
        for clause in text.clauses
        for cue in clause.cues
    )


def bound_like(wrong: Candidate, right: Candidate, text: Text) -> Candidate:
    """Return a time put right with the "by" of the one before: "by Thursday, sorry, Friday"."""
    time = right.answer.time
    bare = right.answer.how == "on" and not right.clause.has("answer")
    if not time or not bare or wrong.answer.how not in ("by", "before"):
        return right
    return replace(right, answer=again_bound(wrong.answer, time, text.setting))


def joined(chosen: list[Candidate], text: Text) -> Answer:
    """Return several promises as one: the last one bounds."""
    answers = [candidate.answer for candidate in chosen]
    missing = next((answer for answer in answers if answer.missing), None)
    known = [one for one in chosen if one.answer.window]
    if missing or not known:
        return missing or answers[-1]
    found = known[0].answer
    for one in known[1:]:
        answer = following(found, one.answer, text.setting)
        found = answer if is_latest(one, found, text) else both(found, answer)
    return found


def is_latest(one: Candidate, first: Answer, text: Text) -> bool:
    """Whether a time is said to be the latest, and no later: "before then, Thursday latest"."""
    words = {token.word for token in text.tokens[one.match.start : one.match.end]}
    last, other = (answer.window and answer.window.latest for answer in (one.answer, first))
    return bool(words & {"latest", "most", "max"} and last and other and last < other)


def following(first: Answer, second: Answer, setting: Setting) -> Answer:
    """Return the second of two promises for after the first: "from Monday on, but by Friday"."""
    start = first.window and not first.window.latest and first.window.earliest
    if not start or not second.time or not second.window:
        return second
    if not second.window.latest or second.window.latest >= start:
        return second
    return again_bound(second, second.time.following(start), setting)


def both(first: Answer, second: Answer) -> Answer:
    """Return the window of two promises: up to the later end, but not before an "at the earliest"."""
    one, two = first.window, second.window
    if not one or not two or one == two:
        return replace(first, doubtful=first.doubtful and second.doubtful)
    starts = [window.earliest for window in (one, two) if window.earliest]
    ends = [window.latest for window in (one, two) if window.latest]
    open_ended = [window.earliest for window in (one, two) if window.earliest and not window.latest]
    earliest = max(open_ended) if open_ended else min(starts, default=None)
    latest = max(ends, default=None)
    if earliest and latest and earliest > latest:
        return Answer(one, (two,), doubtful=True)
    return Answer(Window(earliest, latest), (one, two), first.doubtful or second.doubtful)
