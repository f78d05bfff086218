"""Phrases found in a text: a chart, filled from its end to its beginning.

What a phrase yields has kinds, and fills slots of these kinds in longer phrases: "next month",
"the end of next month", "two weeks after the end of next month". As all that begins further right is
known when a place is looked at, one walk through the tree of phrases finds what begins there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from calculator.reading.patterns import Node, Phrase
from calculator.reading.values import Setting, Time
from calculator.reading.words import Token

# No sensible phrase is longer; it keeps the time linear for texts made of times only.
LONGEST = 12


class Match(NamedTuple):
    """Words that mean something: from which word to which, what, and by which phrase."""

    start: int
    end: int
    value: Any
    kinds: tuple[str, ...]
    phrase: Phrase | None = None
    parts: tuple[Match, ...] = ()


type Found = dict[str, list[Match]]


def chart_of(tokens: Sequence[Token], tree: Node, setting: Setting) -> list[list[Match]]:
    """Return everything that the phrases find, by the word at which it begins."""
    by_kind: list[Found] = [{} for _ in range(len(tokens) + 1)]
    chart: list[list[Match]] = [[] for _ in range(len(tokens))]
    for start in reversed(range(len(tokens))):
        chart[start] = Cell(tokens, tree, setting, start, by_kind).fill()
    return chart


class Cell:
    """What begins at one word, while it is being found.

    ``by_kind`` has what begins at each word, complete for all words further right.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        tree: Node,
        setting: Setting,
        start: int,
        by_kind: list[Found],
    ) -> None:
        self.tokens = tokens
        self.tree = tree
        self.setting = setting
        self.start = start
        self.by_kind = by_kind
        self.limit = min(len(tokens), start + LONGEST)
        self.found: list[Match] = []
        self.taken: set[tuple[str, int]] = set()
        # The phrases whose words are all there, by the word after them.
        self.waiting: dict[int, list[tuple[int, Phrase, tuple[Match, ...]]]] = {}

    def fill(self) -> list[Match]:
        """Return what begins at the word."""
        token = self.tokens[self.start]
        if branch := self.tree.words.get(token.word):
            self.walk(branch, self.start + 1, ())
        for kind, value in token.senses:
            self.keep(Match(self.start, self.start + 1, value, (kind,)))
        end = self.start + 1
        while self.waiting:
            self.settle(end)
            end += 1
        return self.found

    def settle(self, end: int) -> None:
        """Work out what ends at a word, the phrases that stand first in the list first."""
        while waiting := self.waiting.pop(end, None):
            waiting.sort(key=lambda way: way[0])
            meant: Phrase | None = None
            for _, phrase, parts in waiting:
                value = None if phrase is meant else self.value_of(phrase, parts)
                if value is not None:
                    meant = phrase  # another way to divide the same words adds nothing
                    self.keep(Match(self.start, end, value, value.kinds, phrase, parts))

    def value_of(self, phrase: Phrase, parts: tuple[Match, ...]) -> Any:  # noqa: ANN401 - by phrase
        """Return what a phrase means here, or nothing for days that the calendar lacks."""
        try:
            value = phrase.meaning.find(self.setting, *(part.value for part in parts))
        except (OverflowError, ValueError):
            return None  # a day that the calendar does not have
        backwards = isinstance(value, Time) and value.last < value.first
        return None if backwards else value

    def keep(self, match: Match) -> None:
        """Keep what was found, unless a phrase that stands before fits the same words."""
        kinds = [kind for kind in match.kinds if (kind, match.end) not in self.taken]
        if kinds:
            self.found.append(match)
        for kind in kinds:
            self.taken.add((kind, match.end))
            self.by_kind[self.start].setdefault(kind, []).append(match)
            if branch := self.tree.slots.get(kind):
                self.walk(branch, match.end, (match,))

    def walk(self, node: Node, position: int, parts: tuple[Match, ...]) -> None:
        """Go on from a place in the tree of phrases, at a word of the text."""
        for order, phrase in node.ending:
            self.waiting.setdefault(position, []).append((order, phrase, parts))
        while position < self.limit:
            token = self.tokens[position]
            if branch := node.words.get(token.word):
                self.walk(branch, position + 1, parts)
            if here := self.by_kind[position]:
                for kind, branch in node.slots.items():
                    for match in here.get(kind, ()):
                        if match.end > self.limit:
                            continue
                        self.walk(branch, match.end, (*parts, match))
            if not token.is_filler:
                return
            position += 1


def names_in(match: Match) -> Iterator[str]:
    """Yield the names of the phrases that a match was made of, the outermost first."""
    if match.phrase:
        yield match.phrase.name
    for part in match.parts:
        yield from names_in(part)
