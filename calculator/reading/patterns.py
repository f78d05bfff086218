"""Phrases and the tree that they form, so that all of them are looked for at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
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


class Piece(NamedTuple):
    """A part of a wording: the words or slots that will do, and whether it may be left out."""

    ways: tuple[str, ...]
    optional: bool


class Place(NamedTuple):
    """A place in a wording of the phrase that stands at ``order`` in the list."""

    order: int
    phrase: Phrase
    pieces: tuple[Piece, ...]
    at: int

    @property
    def is_end(self) -> bool:
        """Whether nothing more is needed."""
        return self.at == len(self.pieces)


class Node:
    """A place in all wordings at once: what may come next, and which phrases end here.

    What comes next is worked out when a text first leads here: most ways are never met.
    """

    __slots__ = ("_slots", "_words", "ending", "places")

    def __init__(self, places: Iterable[Place]) -> None:
        self.places = tuple(dict.fromkeys(places))
        self.ending = [(place.order, place.phrase) for place in self.places if place.is_end]
        self._words: dict[str, Node] | None = None
        self._slots: dict[str, Node] | None = None

    @property
    def words(self) -> dict[str, Node]:
        """What follows a word."""
        if self._words is None:
            self._words = self.branches(slots=False)
        return self._words

    @property
    def slots(self) -> dict[str, Node]:
        """What follows something of a kind."""
        if self._slots is None:
            self._slots = self.branches(slots=True)
        return self._slots

    def branches(self, *, slots: bool) -> dict[str, Node]:
        """Return what follows, by the slot or the word that leads there."""
        found: dict[str, list[Place]] = {}
        for place in self.places:
            for way in () if place.is_end else place.pieces[place.at].ways:
                if (way[0] == "<") == slots:
                    name = BRACKETS.get(way, way.strip("<>"))
                    found.setdefault(name, []).extend(reached(place, place.at + 1))
        return {name: Node(places) for name, places in found.items()}


def reached(place: Place, at: int) -> Iterator[Place]:
    """Yield the places before a piece: that one, and those after what may be left out."""
    yield place._replace(at=at)
    while at < len(place.pieces) and place.pieces[at].optional:
        at += 1
        yield place._replace(at=at)


def tree_of(phrases: Sequence[Phrase]) -> Node:
    """Return all phrases as one tree."""
    return Node(
        place
        for order, phrase in enumerate(phrases)
        for wording in phrase.wordings
        for place in reached(Place(order, phrase, tuple(pieces_of(wording)), 0), 0)
    )


def plain(name: str) -> str:
    """Return a name as its words are found in a text: small, with its signs apart.

    >>> plain("<duration>' time, New Year's Q<digits>")
    "<duration> ' time , new year q <digits>"
    """
    small = name.lower().replace("'s", "").replace("q<", "q <").replace("h<", "h <")
    return " ".join(re.sub(r"([,'+])", r" \1 ", small).split())


def pieces_of(wording: str) -> Iterator[Piece]:
    """Yield the pieces of a wording.

    >>> list(pieces_of("(the) start|end of <week>"))[1]
    Piece(ways=('start', 'end'), optional=False)
    """
    optional = False
    for piece in wording.replace("(", " ( ").replace(")", " ) ").split():
        if piece in "()":
            optional = piece == "("
        elif piece[0] == "<":
            yield Piece(tuple(f"<{kind}>" for kind in piece[1:-1].split("|")), optional)
        else:
            yield Piece(tuple(piece.split("|")), optional)


def ways(wording: str) -> Iterator[str]:
    """Yield each way to say a wording.

    >>> list(ways("(the) start|end of <week>"))[-1]
    'end of <week>'
    """
    choices = ([*piece.ways, *([""] * piece.optional)] for piece in pieces_of(wording))
    for chosen in product(*choices):
        yield " ".join(way for way in chosen if way)
