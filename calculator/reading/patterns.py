"""Phrases and the tree that they form, so that all of them are looked for at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from sys import intern
from typing import Any, NamedTuple

from calculator.reading.meaning import Meaning

# Round brackets mean something in a wording; square ones stand for those of the text.
BRACKETS = {"[": "(", "]": ")"}


class Phrase:
    """A way to say something: its name, which is its first wording, what it means, an example.

    In a wording, ``<kind>`` is a slot, ``(of)`` may be left out, ``in|of`` is either.
    """

    __slots__ = ("example", "meaning", "name", "others")

    def __init__(
        self, name: str, meaning: Meaning[..., Any], example: str = "", *others: str
    ) -> None:
        self.name = name
        self.meaning = meaning
        self.example = example
        self.others = others

    @property
    def wordings(self) -> tuple[str, ...]:
        """All ways to say it."""
        return (plain(self.name), *self.others) if self.name else self.others

    def sequences(self) -> Iterator[tuple[str, ...]]:
        """Yield all that it stands for, as words and kinds of slot."""
        for wording in self.wordings:
            ways = ([*piece.named(), *[""][: piece.optional]] for piece in pieces_of(wording))
            for chosen in product(*ways):
                yield tuple(filter(None, chosen))


class End(NamedTuple):
    """Where nothing more is needed for the phrase that stands at ``order`` in the list."""

    order: int
    phrase: Phrase


class Place:
    """A place in a wording: the words, or the kinds of slot, that will do, and what comes then."""

    __slots__ = ("is_slot", "optional", "rest", "ways")

    def __init__(self, piece: Piece, rest: Place | End) -> None:
        self.ways = piece.ways
        self.is_slot = piece.is_slot
        self.optional = piece.optional
        self.rest = rest


class Node:
    """A place in all wordings at once: what may come next, and which phrases end here.

    What comes next is worked out when a text first leads here: most ways are never met.
    """

    __slots__ = ("_slots", "_words", "ending", "places")

    def __init__(self, places: Sequence[Place | End]) -> None:
        self.places = tuple(place for place in places if isinstance(place, Place))
        self.ending = tuple(place for place in places if isinstance(place, End))
        self._words: dict[str, Node] = NOTHING
        self._slots: dict[str, Node] = NOTHING

    @property
    def words(self) -> dict[str, Node]:
        """What follows a word."""
        if self.places:
            self.open()
        return self._words

    @property
    def slots(self) -> dict[str, Node]:
        """What follows something of a kind."""
        if self.places:
            self.open()
        return self._slots

    def ends_after(self, words: Iterable[str]) -> bool:
        """Whether a phrase ends after these words."""
        node = self
        for word in words:
            if word not in node.words:
                return False
            node = node.words[word]
        return bool(node.ending)

    def open(self) -> None:
        """Work out what follows; the places themselves are not needed any more."""
        shared: dict[tuple[Place | End, ...], Node] = {}
        self._words = branches((one for one in self.places if not one.is_slot), shared)
        self._slots = branches((one for one in self.places if one.is_slot), shared)
        self.places = ()


# What follows where a wording ends.
NOTHING: dict[str, Node] = {}


def branches(
    places: Iterable[Place], shared: dict[tuple[Place | End, ...], Node]
) -> dict[str, Node]:
    """Return what follows places, by what leads there; ways to the same places share a node."""
    found: dict[str, list[Place | End]] = {}
    for place in places:
        after = tuple(reached(place.rest))
        for way in place.ways:
            found.setdefault(way, []).extend(after)
    return {way: node_of(tuple(dict.fromkeys(after)), shared) for way, after in found.items()}


def node_of(places: tuple[Place | End, ...], shared: dict[tuple[Place | End, ...], Node]) -> Node:
    """Return the node of these places."""
    if places not in shared:
        shared[places] = Node(places)
    return shared[places]


def reached(place: Place | End) -> Iterator[Place | End]:
    """Yield a place, and those after it while they may be left out."""
    yield place
    while isinstance(place, Place) and place.optional:
        place = place.rest
        yield place


def tree_of(phrases: Sequence[Phrase]) -> Node:
    """Return all phrases as one tree."""
    same: dict[Piece, Piece] = {}
    return Node(
        [
            place
            for order, phrase in enumerate(phrases)
            for first in places_of(phrase, End(order, phrase), same)
            for place in reached(first)
        ]
    )


def places_of(phrase: Phrase, end: End, same: dict[Piece, Piece]) -> Iterator[Place | End]:
    """Yield the first place of each wording; what ``same`` has already is shared."""
    for wording in phrase.wordings:
        place: Place | End = end
        for piece in reversed(list(pieces_of(wording))):
            place = Place(same.setdefault(piece, piece), place)
        yield place


def plain(name: str) -> str:
    """Return a name as its words are found in a text: small, with its signs apart.

    >>> plain("<duration>' time, New Year's Q<digits>")
    "<duration> ' time , new year q <digits>"
    """
    small = name.lower().replace("'s", "").replace("q<", "q <").replace("h<", "h <")
    return " ".join(re.sub(r"([,'+])", r" \1 ", small).split())


class Piece(NamedTuple):
    """A part of a wording: the words, or the kinds of slot, that will do."""

    ways: tuple[str, ...]
    is_slot: bool = False
    optional: bool = False

    def named(self) -> Sequence[str]:
        """Return the ways, kinds of slot in their brackets."""
        return [f"<{way}>" for way in self.ways] if self.is_slot else self.ways


def pieces_of(wording: str) -> Iterator[Piece]:
    """Yield the pieces of a wording.

    >>> list(pieces_of("(the) start|end of <week>"))[1]
    Piece(ways=('start', 'end'), is_slot=False, optional=False)
    """
    optional = False
    for piece in wording.replace("(", " ( ").replace(")", " ) ").split():
        if piece in "()":
            optional = piece == "("
        else:
            is_slot = piece[0] == "<"
            found = (BRACKETS.get(way, way) for way in piece.strip("<>").split("|"))
            yield Piece(tuple(map(intern, found)), is_slot, optional)
