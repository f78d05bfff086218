"""Phrases found in a text: a chart, filled from its end to its beginning.

A phrase is words and slots: ``"<duration> after <time>"``. What a phrase yields has kinds, and fills
slots of these kinds in longer phrases. As all that begins further right is known when a place is
looked at, one walk through the tree of all phrases finds everything that begins there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, NamedTuple

from calculator.reading.values import Setting
from calculator.reading.words import Token

# No sensible phrase is longer; it keeps the time linear for texts made of times only.
LONGEST = 28


@dataclass(frozen=True, slots=True)
class Meaning:
    """How to find what a phrase means, and what that is in plain English."""

    words: str
    find: Callable[..., Any]


def means(words: str) -> Callable[[Callable[..., Any]], Meaning]:
    """Say in plain English what a function of phrases finds."""
    return lambda find: Meaning(words, find)


class Phrase(NamedTuple):
    """A wording, what it means, and an example of it.

    In the wording, ``<kind>`` is a slot, ``(of)`` may be left out, ``in|of`` is either.
    """

    name: str
    meaning: Meaning
    example: str = ""


class Match(NamedTuple):
    """Words that mean something: from which word to which, what, and by which phrase."""

    start: int
    end: int
    value: Any
    kinds: tuple[str, ...]
    phrase: Phrase | None = None
    parts: tuple[Match, ...] = ()


# Round brackets mean something in a wording; square ones stand for those of the text.
BRACKETS = {"[": "(", "]": ")"}


type Piece = tuple[tuple[str, ...], bool]
type Places = dict[tuple[int, int], "Wording"]


class Wording(NamedTuple):
    """A phrase, its place in the list, and its pieces: each a choice of ways, maybe left out."""

    order: int
    phrase: Phrase
    pieces: tuple[Piece, ...]


class Node:
    """A place in all the phrases at once: what may come next, and what ends here.

    It is worked out when it is first come to, for most ways of saying things are never met.
    """

    __slots__ = ("next_slots", "next_words", "phrases", "places", "seen")

    def __init__(self, places: Places) -> None:
        self.places = places
        self.phrases = [
            (wording.order, wording.phrase)
            for (_, at), wording in places.items()
            if at == len(wording.pieces)
        ]
        self.next_words: dict[str, Node] = {}
        self.next_slots: dict[str, Node] = {}
        self.seen = False

    @property
    def words(self) -> dict[str, Node]:
        """What follows by the word that comes next."""
        if not self.seen:
            self.look_ahead()
        return self.next_words

    @property
    def slots(self) -> dict[str, Node]:
        """What follows by the kind of what comes next."""
        if not self.seen:
            self.look_ahead()
        return self.next_slots

    def look_ahead(self) -> None:
        words: dict[str, Places] = {}
        slots: dict[str, Places] = {}
        for (_, at), wording in self.places.items():
            for way in wording.pieces[at][0] if at < len(wording.pieces) else ():
                branch = slots if way[0] == "<" else words
                after = branch.setdefault(BRACKETS.get(way, way.strip("<>")), {})
                after.update(places_from(wording, at + 1))
        self.next_words = {word: Node(places) for word, places in words.items()}
        self.next_slots = {kind: Node(places) for kind, places in slots.items()}
        self.seen = True


def places_from(wording: Wording, at: int) -> Places:
    """Return the places reached before a piece: that one, and those after what may be left out."""
    places = {(wording.order, at): wording}
    while at < len(wording.pieces) and wording.pieces[at][1]:
        at += 1
        places[wording.order, at] = wording
    return places


def tree_of(phrases: Sequence[Phrase]) -> Node:
    """Return all phrases as one tree, so that they are tried together."""
    places: Places = {}
    for order, phrase in enumerate(phrases):
        places |= places_from(Wording(order, phrase, tuple(pieces_of(phrase.name))), 0)
    return Node(places)


def pieces_of(name: str) -> Iterator[Piece]:
    """Yield the pieces of a wording: the ways to say each, and whether it may be left out.

    >>> list(pieces_of("(the) start|end of <week>"))[1]
    (('start', 'end'), False)
    """
    optional = False
    for piece in name.replace("(", " ( ").replace(")", " ) ").split():
        if piece in "()":
            optional = piece == "("
        else:
            yield tuple(slot_ways(piece)), optional


def wordings(name: str) -> Iterator[tuple[str, ...]]:
    """Yield each way to say a phrase."""
    choices = ([*((way,) for way in ways), *([()] * optional)] for ways, optional in pieces_of(name))
    for chosen in product(*choices):
        yield tuple(element for way in chosen for element in way)


def slot_ways(piece: str) -> Iterator[str]:
    if piece[0] == "<":
        return (f"<{kind}>" for kind in piece[1:-1].split("|"))
    return iter(piece.split("|"))


def chart_of(tokens: Sequence[Token], tree: Node, setting: Setting) -> list[list[Match]]:
    """Return everything that the phrases find, by the word at which it begins."""
    chart: list[list[Match]] = [[] for _ in range(len(tokens) + 1)]
    by_kind: list[dict[str, list[Match]]] = [{} for _ in range(len(tokens) + 1)]
    for start in reversed(range(len(tokens))):
        Place(tokens, tree, setting, start, by_kind, chart[start]).fill()
    return chart


class Place:
    """One place of the chart while it is being filled."""

    def __init__(
        self,
        tokens: Sequence[Token],
        tree: Node,
        setting: Setting,
        start: int,
        by_kind: list[dict[str, list[Match]]],
        found: list[Match],
    ) -> None:
        self.tokens = tokens
        self.tree = tree
        self.setting = setting
        self.start = start
        self.by_kind = by_kind
        self.found = found
        self.limit = min(len(tokens), start + LONGEST)
        # By the word at which they end: what was found to end there.
        self.waiting: dict[int, list[tuple[int, Phrase, tuple[Match, ...]]]] = {}
        self.taken: set[tuple[str, int]] = set()

    def fill(self) -> None:
        token = self.tokens[self.start]
        branch = self.tree.words.get(token.word)
        if branch:
            self.walk(branch, self.start + 1, ())
        for kind, value in token.senses:
            self.keep(Match(self.start, self.start + 1, value, (kind,)))
        end = self.start + 1
        while end <= self.limit:
            self.settle(end)
            end += 1

    def settle(self, end: int) -> None:
        """Work out what ends here, the phrases that stand first in the list first."""
        while waiting := self.waiting.pop(end, None):
            waiting.sort(key=lambda way: way[0])
            for _, phrase, parts in waiting:
                value = self.value_of(phrase, parts)
                if value is not None:
                    self.keep(Match(self.start, end, value, value.kinds, phrase, parts))

    def value_of(self, phrase: Phrase, parts: tuple[Match, ...]) -> Any:
        try:
            return phrase.meaning.find(self.setting, *(part.value for part in parts))
        except (OverflowError, ValueError):
            return None  # a day that the calendar does not have

    def keep(self, match: Match) -> None:
        kinds = [kind for kind in match.kinds if (kind, match.end) not in self.taken]
        if not kinds:
            return
        self.found.append(match)
        for kind in kinds:
            self.taken.add((kind, match.end))
            self.by_kind[self.start].setdefault(kind, []).append(match)
            if branch := self.tree.slots.get(kind):
                self.walk(branch, match.end, (match,))

    def walk(self, node: Node, position: int, parts: tuple[Match, ...]) -> None:
        """Go on from a place in the tree of phrases, at a place in the text."""
        for order, phrase in node.phrases:
            self.waiting.setdefault(position, []).append((order, phrase, parts))
        if node.words or node.slots:
            self.step(node, position, parts)

    def step(self, node: Node, position: int, parts: tuple[Match, ...]) -> None:
        if position >= self.limit:
            return
        token = self.tokens[position]
        if branch := node.words.get(token.word):
            self.walk(branch, position + 1, parts)
        here = self.by_kind[position]
        if here:
            for kind, branch in node.slots.items():
                for match in here.get(kind, ()):
                    self.walk(branch, match.end, (*parts, match))
        if token.is_filler:
            self.step(node, position + 1, parts)


def names_in(match: Match) -> Iterable[str]:
    """Yield the names of the phrases that a match was made of, the outermost first."""
    if match.phrase:
        yield match.phrase.name
    for part in match.parts:
        yield from names_in(part)
