"""Which of the times in a text is the answer's, and the reading that follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from calculator.days import DAY, WEEK, Window
from calculator.reading import bounds
from calculator.reading.chart import Match, names_in
from calculator.reading.cues import Cue
from calculator.reading.reading import Reading
from calculator.reading.values import Answer, Duration, Other, Setting, Time
from calculator.reading.words import Token

TIMES = {"answer": 0, "past": 1, "time": 2, "duration": 3, "anchor": 4}
NONE = Reading(certainty="none")


@dataclass(slots=True)
class Clause:
    """A stretch of words with one thing to say: its times, and the cues around them."""

    start: int
    end: int
    times: list[Match] = field(default_factory=list)
    cues: list[tuple[int, int, str]] = field(default_factory=list)
    words: int = 0

    def has(self, *roles: str) -> bool:
        return any(role in roles for _, _, role in self.cues)

    def before(self, position: int, *roles: str) -> tuple[int, str] | None:
        """Return the last cue of these roles that ends at or before a word."""
        found = [(end, role) for _, end, role in self.cues if role in roles and end <= position]
        return max(found, default=None)

    def between(self, start: int, end: int, role: str) -> bool:
        """Whether there is such a cue between two words."""
        return any(role == other and start <= at < end for at, _, other in self.cues)

    def after(self, position: int, *roles: str) -> tuple[int, str] | None:
        found = [(start, role) for start, _, role in self.cues if role in roles and start >= position]
        return min(found, default=None)


def is_time(match: Match) -> bool:
    """Whether words can be when something happens."""
    weak = isinstance(match.value, Time) and match.value.weak
    return match.kinds[-1] in TIMES and not weak


def timed(tokens: Sequence[Token], chart: Sequence[Sequence[Match]]) -> Iterator[Match]:
    """Yield the longest times, from left to right, none inside another."""
    position = 0
    while position < len(tokens):
        here = [match for match in chart[position] if is_time(match)]
        if here:
            skip = position
            while tokens[skip].is_filler and skip + 1 < len(tokens):
                skip += 1
                here.extend(match for match in chart[skip] if is_time(match))
            best = max(here, key=lambda match: (match.end, -TIMES[match.kinds[-1]], -match.start))
            yield best
            position = best.end
        else:
            position += 1


def clauses(tokens: Sequence[Token], chart: Sequence[Sequence[Match]]) -> list[Clause]:
    """Return the text in clauses; a time is never cut."""
    by_start = {match.start: match for match in timed(tokens, chart)}
    found = [Clause(0, 0)]
    position = 0
    while position < len(tokens):
        match = by_start.get(position)
        if match:
            found[-1].times.append(match)
        else:
            cues = [match for match in chart[position] if match.kinds == ("cue",)]
            splits = [match for match in cues if match.value.role == "split"]
            condition = any(match.value.role == "if" for match in cues)
            if splits or condition or ends_sentence(tokens, position):
                found.append(Clause(position, position))
            cues = [match for match in cues if match.value.role != "split"]
            match = max(cues, key=lambda cue: cue.end, default=None)
            if match:
                found[-1].cues.extend((c.start, c.end, c.value.role) for c in cues if c.end == match.end)
            found[-1].words += tokens[position].word.isalpha()
        position = match.end if match else position + 1
        found[-1].end = position
    return [clause for clause in found if clause.times or clause.cues]


def ends_sentence(tokens: Sequence[Token], position: int) -> bool:
    token = tokens[position]
    if token.word not in (".", ":", "("):
        return False
    return token.word != "." or position + 1 == len(tokens) or tokens[position + 1].start > token.end


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time of the text, what it would mean as the answer's, and how likely it is that."""

    match: Match
    answer: Answer
    clause: Clause
    rank: float


def as_answer(match: Match, setting: Setting) -> Answer:
    value = match.value
    if isinstance(value, Time):
        return bounds.on_time.find(setting, value)
    if isinstance(value, Duration):
        return bounds.in_duration.find(setting, value)
    if isinstance(value, Other):
        return bounds.by_anchor.find(setting, value)
    return value


COUNTED_FROM = {"after", "before", "from", "of", "following", "prior", "since", "past", "post"}
SENTENCE_ENDS = {".", ",", ";", "!", "?", "(", ")", "but", "\n"}
# Words that begin a sentence of its own: "two weeks after he has spoken to the others".
NOT_EVENTS = {
    "i", "you", "he", "she", "it", "we", "they", "me", "us", "them", "that", "this", "there",
    "everyone", "everything", "all", "which", "today", "now",
}  # fmt: skip


def missing_anchor(tokens: Sequence[Token], match: Match) -> str | None:
    """Return the event that a length of time is counted from, if nothing dates it.

    "Ten days before training begins": training begins.
    """
    value = match.value
    if not (isinstance(value, Duration) or (isinstance(value, Answer) and value.duration)):
        return None
    rest = [token.word for token in tokens[match.end : match.end + 8]]
    if not rest or rest[0] not in COUNTED_FROM:
        return None
    words = rest[1:]
    while words and words[0] in ("to", "the", "a", "our", "your", "their", "my"):
        words = words[1:]
    event = list(takewhile(lambda word: word not in SENTENCE_ENDS, words))
    if not event or event[0] in NOT_EVENTS or event[0].endswith("ing") and event[0] != "training":
        return None
    return " ".join(event)


ANSWER, ELLIPTIC, NEUTRAL, CONDITION, STAGE, NEVER = 3, 2.9, 2, 1.5, 1, 0


def rank(match: Match, clause: Clause) -> float:
    """Return how likely a time is the answer's, from the words around it."""
    if match.kinds == ("past",):
        return NEVER
    if clause.has("if"):
        return CONDITION
    role = governing(match, clause)
    if role == "answer":
        return ANSWER
    if role == "stage":
        return STAGE
    if role in ("start", "absence", "past", "own"):
        return NEVER
    if clause.has("topic"):
        return STAGE
    return ELLIPTIC if clause.words <= 4 else NEUTRAL


GOVERNING = ("answer", "stage", "start", "absence", "past", "own")


def governing(match: Match, clause: Clause) -> str | None:
    """Return the role of the words that a time belongs to: the last before it, or the first after."""
    before = clause.before(match.start, *GOVERNING)
    answered = clause.before(match.start, "answer")
    if before and answered and before[1] in ("start", "absence", "past"):
        return "answer"
    if before and answered and before[1] == "stage" and not clause.between(answered[0], before[0], "link"):
        return "answer"
    if before:
        return before[1]
    after = clause.after(match.end, *GOVERNING)
    return after[1] if after else None


def reading_of(tokens: list[Token], chart: list[list[Match]], setting: Setting) -> Reading:
    """Return what a text says of when the answer comes."""
    parts = clauses(tokens, chart)
    found = [
        Candidate(match, meant(tokens, match, clause, setting), clause, rank(match, clause))
        for clause in parts
        for match in clause.times
    ]
    best = max((candidate.rank for candidate in found), default=0)
    if best == NEVER:
        return back_then(found, parts, tokens) or NONE
    chosen = [c for c in found if c.rank == best or (best == ANSWER and c.rank == ELLIPTIC)]
    if best == STAGE:
        return told(after_stage(chosen, setting), chosen[-1:], tokens)
    chosen = corrected(chosen, parts, tokens)
    return told(joined(chosen, setting), chosen, tokens)


def meant(tokens: Sequence[Token], match: Match, clause: Clause, setting: Setting) -> Answer:
    if event := missing_anchor(tokens, match):
        return Answer(None, doubtful=True, missing=event)
    return in_clause(as_answer(match, setting), match, clause, setting)


def in_clause(answer: Answer, match: Match, clause: Clause, setting: Setting) -> Answer:
    """Return what a time means with the "not", "if", "earliest" and "latest" of its clause."""
    negated = clause.before(match.start, "not") is not None
    time = answer.time
    if clause.has("if") and answer.how in ("in", "on", "by", "before") and answer.window:
        latest = answer.window.latest
        others = (answer.window,) if answer.how == "in" else ()
        return replace(answer, window=Window(min(setting.said_on, latest or setting.said_on), latest), others=others)
    if negated and answer.how in ("until", "before") and time:
        return bounds.not_before.find(setting, time)
    if negated and answer.how == "for" and answer.duration:
        return bounds.at_least.find(setting, answer.duration)
    if time and answer.how == "on" and clause.before(match.start, "earliest"):
        return bounds.from_time.find(setting, time)
    if time and answer.how == "on" and clause.before(match.start, "latest"):
        return bounds.by_time.find(setting, time)
    return answer


def after_stage(chosen: list[Candidate], setting: Setting) -> Answer:
    """Return an answer that comes when a stage before it has ended."""
    answer = chosen[-1].answer
    if not answer.window:
        return answer
    end = answer.window.latest or answer.window.earliest
    return Answer(Window(end), (Window(end + DAY),), answer.doubtful)


def back_then(found: list[Candidate], parts: list[Clause], tokens: list[Token]) -> Reading | None:
    """Return the day when someone is back, where the answer is promised for "then"."""
    for clause in parts:
        if clause.has("then") and clause.has("answer"):
            for candidate in reversed(found):
                if candidate.clause.has("absence") and candidate.answer.window and candidate.clause.start <= clause.start:
                    answer = candidate.answer
                    latest = answer.window.latest or answer.window.earliest
                    return told(Answer(Window(latest, latest)), [candidate], tokens)
    return None


def corrected(chosen: list[Candidate], parts: list[Clause], tokens: list[Token]) -> list[Candidate]:
    """Return the times that stand after a correction."""
    cues = [start for clause in parts for start, _, role in clause.cues if role == "correction"]
    for index in range(len(chosen) - 1, 0, -1):
        low, high = chosen[index - 1].match.end, chosen[index].match.start
        if any(low <= start < high for start in cues):
            return chosen[index:]
    return chosen


def joined(chosen: list[Candidate], setting: Setting) -> Answer:
    """Return several promises as one: the last one bounds."""
    answers = [candidate.answer for candidate in chosen if candidate.answer.window]
    if not answers or len(chosen) == 1:
        return chosen[-1].answer
    first, *more = answers
    for answer in more:
        first = both(first, answer)
    return first


def both(first: Answer, second: Answer) -> Answer:
    if first.window == second.window:
        return replace(first, doubtful=first.doubtful and second.doubtful)
    one, two = first.window, second.window
    starts = [w.earliest for w in (one, two) if w.earliest]
    ends = [w.latest for w in (one, two) if w.latest]
    openers = [w.earliest for w in (one, two) if not w.latest]
    earliest = max(openers) if openers and ends else min(starts, default=None)
    latest = max(ends, default=None)
    if earliest and latest and earliest > latest:
        return Answer(one, (two,), doubtful=True)
    return Answer(Window(earliest, latest), (one, two), first.doubtful or second.doubtful)


def told(answer: Answer, chosen: list[Candidate], tokens: list[Token]) -> Reading:
    if answer.window is None and not answer.doubtful:
        return NONE
    return Reading(
        certainty="ask" if answer.doubtful else "sure",
        window=answer.window,
        alternatives=tuple(w for w in dict.fromkeys(answer.others) if w != answer.window),
        spans=tuple((tokens[c.match.start].start, tokens[c.match.end - 1].end) for c in chosen),
        missing=answer.missing,
        phrases=tuple(dict.fromkeys(name for c in chosen for name in names_in(c.match))),
        assumed=tuple(dict.fromkeys(note for c in chosen for note in c.answer.assumed)),
    )
