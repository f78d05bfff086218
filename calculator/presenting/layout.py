"""HTML with gaps, and what fills them: the one place where a person's words become HTML."""

import re
from collections.abc import Hashable, Iterable
from functools import lru_cache

from markupsafe import Markup, escape

# A page says the same few things many times over. 1 and 1.0 are one key, but not one text.
escaped = lru_cache(maxsize=1000, typed=True)(escape)


class Layout:
    """HTML of ours with named gaps; what goes into them is escaped, unless it is HTML already.

    It gives what ``Markup.format`` gives, several times faster: an answer fills hundreds.

    >>> Layout("<p>{said}</p>").format(said="5 < 6")
    Markup('<p>5 &lt; 6</p>')
    """

    __slots__ = ("names", "pieces")

    def __init__(self, text: str) -> None:
        # Split at a pattern with one group: what lies between the gaps, and their names, in turn.
        self.pieces = re.split(r"\{(\w+)\}", text)
        self.names = self.pieces[1::2]

    def format(self, **fillings: Hashable) -> Markup:
        """Return the HTML with its gaps filled; raises ``KeyError`` for a gap without a filling."""
        pieces = self.pieces.copy()
        pieces[1::2] = [
            filling if type(filling := fillings[name]) is Markup else escaped(filling)
            for name in self.names
        ]
        return _html("".join(pieces))


def joined(pieces: Iterable[Markup]) -> Markup:
    """Return pieces of HTML one after the other."""
    return _html("".join([it if type(it) is Markup else escaped(it) for it in pieces]))


def _html(text: str) -> Markup:
    """Return text that is HTML, without the questions that ``Markup`` asks of it."""
    return str.__new__(Markup, text)
