"""HTML with gaps, and what fills them: the one place where a person's words become HTML."""

from collections.abc import Iterable

from markupsafe import Markup, escape


class Layout(str):
    """HTML of ours with named gaps; what goes into them is escaped, unless it is HTML already.

    It gives what ``Markup.format`` gives, several times faster: an answer fills hundreds.

    >>> Layout("<p>{said}</p>").format(said="5 < 6")
    Markup('<p>5 &lt; 6</p>')
    """

    __slots__ = ()

    def format(self, **fillings: object) -> Markup:  # type: ignore[override] # only named gaps
        """Return the HTML with its gaps filled."""
        safe = {name: _safe(filling) for name, filling in fillings.items()}
        return Markup(str.format(self, **safe))  # noqa: S704 # ours, and what is escaped


def joined(pieces: Iterable[Markup]) -> Markup:
    """Return pieces of HTML one after the other."""
    return Markup("".join(map(_safe, pieces)))  # noqa: S704 # HTML, or escaped


def _safe(filling: object) -> Markup:
    return filling if type(filling) is Markup else escape(filling)
