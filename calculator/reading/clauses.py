"""A text in clauses: what each says, which times it names, and what the words around them tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import replace
from dataclasses import dataclass, field
from typing import NamedTuple

from calculator.reading.chart import Match
from calculator.reading.cues import GOVERNING, Cue, Role
from calculator.reading.values import Time
from calculator.reading.words import Token

# What can be when something happens; of two that fit the same words, the first of these is taken.
TIMES = {"answer": 0, "past": 1, "time": 2, "duration": 3, "anchor": 4}
ENDS = frozenset(".!?;:(…")
# What may stand beside a time and speaks of nothing but it: "or maybe Monday, if we are lucky".
LIGHT = frozenset(
    "a an the this that these those it its is are be been was were i we they he she you me us them him "
    "her my our your their one or and but so if not no at most least by on in of to for from as up than "
    "more less like maybe perhaps probably possibly possible likely hopefully ideally realistically "
    "definitely certainly guess think reckon suppose believe say says said tell told sometime some "
    "around about roughly approximately only just even still then now already again also too either "
    "well ok okay yeah yes oh um uh er hmm actually really very pretty quite sure fingers crossed tops "
    "max maximum min minimum worst best case scenario later earlier sooner latest earliest soonest "
    "give take thereabouts ish though although will would could might may should can shall let lets "
    "outside lucky luck else anyway please pls thanks cheers sorry wait time day date days morning "
    "afternoon evening sounds seems means exact precise specific fine good great latter former "
    "until till before after within between when once".split()
)
# No sensible clause has more words; it keeps the time linear.
LONGEST = 80


class CueMatch(NamedTuple):
    """Words that tell something of the times around them."""

    start: int
    end: int
    role: Role


@dataclass(slots=True)
class Clause:
    """A stretch of words with one thing to say."""

    start: int
    end: int
    times: list[Match] = field(default_factory=list)
    cues: list[CueMatch] = field(default_factory=list)
    # How many words there are beside the times, and how many of them speak of something else.
    words: int = 0
    other: int = 0

    def has(self, *roles: Role) -> bool:
        """Whether there are words of such a role."""
        return any(cue.role in roles for cue in self.cues)

    def before(self, position: int, *roles: Role) -> CueMatch | None:
        """Return the last words of these roles before a word."""
        found = [cue for cue in self.cues if cue.role in roles and cue.start < position]
        return max(found, key=lambda cue: cue.end, default=None)

    def after(self, position: int, *roles: Role) -> CueMatch | None:
        """Return the first words of these roles from a word on."""
        found = [cue for cue in self.cues if cue.role in roles and cue.start >= position]
        return min(found, default=None)


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
                described_as = described(tokens, position, found)
                aside = tokens[position].word == "(" and speaks_of_something_else(found[-1])
                other = found[-1].other if aside else 0
                found.append(Clause(position, position, cues=described_as, other=other))
            position = note(found[-1], tokens, position, cues, times)
            if is_label:
                found[-1].other = 0  # "the new date: Monday"
        found[-1].end = position
    return found


def speaks_of_something_else(clause: Clause) -> bool:
    """Whether a clause says nothing of the answer: "I'd hand in my notice (four weeks)"."""
    return not clause.times and not clause.has("answer", "wait", "hope")


def described(tokens: Sequence[Token], position: int, found: Sequence[Clause]) -> list[CueMatch]:
    """Return what a clause that begins with "which" is about: "the second round, which is in May"."""
    if tokens[position].word not in ("which", "who"):
        return []
    before = [one for one in found[-2:] if one.end - one.start > 1]
    cues = [cue for one in before for cue in one.cues if position - cue.end <= 1]
    return [replace(cue, start=position, end=position) for cue in cues if cue.role == "topic"]


def note(
    clause: Clause,
    tokens: Sequence[Token],
    position: int,
    cues: Sequence[CueMatch],
    times: Mapping[int, Match],
) -> int:
    """Keep the cues that begin at a word; return the word after them.

    Of words that a time may belong to the longest are kept, and what is in them is not looked at:
    in "you can call" nobody is called.
    """
    told = [cue for cue in cues if cue.role != "split"]
    end = max((cue.end for cue in told if cue.role in GOVERNING), default=position + 1)
    clause.cues.extend(cue for cue in told if cue.role not in GOVERNING or cue.end == end)
    after = next((place for place in range(position + 1, end) if place in times), end)
    words = [token.word for token in tokens[position:after] if token.word.isalpha()]
    clause.words += len(words)
    if not cues:
        clause.other += sum(word not in LIGHT for word in words)
    return after


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
    """Yield the longest times, from left to right, none inside another."""
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
