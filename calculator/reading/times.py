"""The times of a text, in clauses: what each says, and what the words around them tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from calculator.reading.chart import Match
from calculator.reading.cues import GOVERNING, Cue, Signal
from calculator.reading.values import Setting, Time
from calculator.reading.words import Token

# What can be when something happens; of two that fit the same words, the first of these is taken.
TIMES = {"other": 0, "answer": 1, "past": 2, "time": 3, "duration": 4, "anchor": 5}
ENDS = frozenset(".!?;:(…")
# No sensible clause has more words; it keeps the time linear.
LONGEST = 80


class CueMatch(NamedTuple):
    """Words that tell something of the times around them."""

    start: int
    end: int
    role: Signal


@dataclass(slots=True)
class Clause:
    """A stretch of words with one thing to say."""

    start: int
    end: int
    times: list[Match] = field(default_factory=list)
    cues: list[CueMatch] = field(default_factory=list)

    def has(self, *roles: Signal) -> bool:
        """Whether there are words of such a role."""
        return any(cue.role in roles for cue in self.cues)

    def before(self, position: int, *roles: Signal) -> CueMatch | None:
        """Return the last words of these roles before a word."""
        found = [cue for cue in self.cues if cue.role in roles and cue.start < position]
        return max(found, key=lambda cue: cue.end, default=None)

    def after(self, position: int, *roles: Signal) -> CueMatch | None:
        """Return the first words of these roles from a word on."""
        found = [cue for cue in self.cues if cue.role in roles and cue.start >= position]
        return min(found, default=None)


@dataclass(frozen=True, slots=True)
class Text:
    """A text said on a day, with all that the phrases find in it."""

    tokens: Sequence[Token]
    chart: Sequence[Sequence[Match]]
    setting: Setting
    clauses: Sequence[Clause]

    @property
    def times(self) -> list[Match]:
        """The times of all clauses."""
        return [time for clause in self.clauses for time in clause.times]


def text_of(tokens: Sequence[Token], chart: Sequence[Sequence[Match]], setting: Setting) -> Text:
    """Return a text with its times and clauses."""
    return Text(tokens, chart, setting, clauses(tokens, chart))


def clauses(tokens: Sequence[Token], chart: Sequence[Sequence[Match]]) -> list[Clause]:
    """Return the text in clauses; a time is never cut."""
    times = {match.start: match for match in timed(tokens, chart)}
    found = [Clause(0, 0)]
    position = 0
    while position < len(tokens):
        if time := times.get(position):
            if position - found[-1].start >= LONGEST:
                found.append(Clause(position, position))
            found[-1].times.append(time)
            position = time.end
        else:
            cues = cues_at(position, chart)
            is_label = tokens[position].word == ":" and position + 1 in times
            new = begins_clause(tokens, position, cues) and not is_label
            new = new and not dates_condition(tokens, position, found[-1], times)
            if new or position - found[-1].start >= LONGEST:
                found.append(Clause(position, position))
            position = note(found[-1], position, cues, times)
        found[-1].end = position
    return found


def note(
    clause: Clause, position: int, cues: Sequence[CueMatch], times: Mapping[int, Match]
) -> int:
    """Keep the cues that begin at a word; return the word after them.

    Of words that a time may belong to the longest are kept, and what is in them is not looked at:
    in "you can call" nobody is called.
    """
    told = [cue for cue in cues if cue.role != "split"]
    end = max((cue.end for cue in told if cue.role in GOVERNING), default=position + 1)
    clause.cues.extend(cue for cue in told if cue.role not in GOVERNING or cue.end == end)
    return next((place for place in range(position + 1, end) if place in times), end)


def cues_at(position: int, chart: Sequence[Sequence[Match]]) -> list[CueMatch]:
    return [
        CueMatch(match.start, match.end, match.value.role)
        for match in chart[position]
        if isinstance(match.value, Cue)
    ]


def begins_clause(tokens: Sequence[Token], position: int, cues: Sequence[CueMatch]) -> bool:
    token = tokens[position]
    if any(cue.role in ("split", "if") for cue in cues):
        return True
    if token.word == "\n":
        return position + 1 == len(tokens) or tokens[position + 1].word == "\n"
    # "5.30" and "e.g." hold no end of a sentence.
    last = position + 1 == len(tokens)
    return token.word in ENDS and (
        token.word != "." or last or tokens[position + 1].start > token.end
    )


def dates_condition(
    tokens: Sequence[Token], position: int, clause: Clause, times: Mapping[int, Match]
) -> bool:
    """Whether it is said when what has to happen first does: "until they sign, which is Friday"."""
    if clause.times or not clause.has("awaits", "link", "after-stage", "ahead"):
        return False
    at = position + (tokens[position].word in (",", "("))
    if at < len(tokens) and tokens[at].word == "which":
        return True
    while at < len(tokens) and tokens[at].is_filler and at not in times:
        at += 1
    return at in times and (at > position + 1 or tokens[position].word == "(")


def timed(tokens: Sequence[Token], chart: Sequence[Sequence[Match]]) -> Iterator[Match]:
    """Yield the times, from left to right; "a three month contract" has none."""
    return (match for match in longest(tokens, chart) if match.kinds != ("other",))


def longest(tokens: Sequence[Token], chart: Sequence[Sequence[Match]]) -> Iterator[Match]:
    """Yield the longest of what is a time, or looks like one, none inside another."""
    position = 0
    while position < len(tokens):
        here = [match for match in chart[position] if is_time(match)]
        if not here:
            position += 1
            continue
        # "The week after next" is longer than "the week after", which begins before it.
        skip = position
        while tokens[skip].is_filler and skip + 1 < len(tokens):
            skip += 1
            here.extend(match for match in chart[skip] if is_time(match))
        best = max(here, key=lambda match: (match.end, -TIMES[match.kinds[-1]], -match.start))
        yield best
        position = best.end


def is_time(match: Match) -> bool:
    """Whether words can be when something happens."""
    return match.kinds[-1] in TIMES and not (isinstance(match.value, Time) and match.value.weak)
