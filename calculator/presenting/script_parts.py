"""The words for one situation, as values: paragraphs in parts, one for each way of saying it."""

from collections.abc import Iterator
from dataclasses import dataclass

from calculator.presenting.script_names import (
    NAMES,
    WAYS,
)


@dataclass(frozen=True, slots=True)
class Blank:
    """A gap that the person fills: what belongs there."""

    stands_for: str


type Text = tuple[str | Blank, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, line by line; a note is advice to the person, not part of the message."""

    lines: tuple[Text, ...]
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """The words for one way of saying it; only an email has a subject.

    ``letter`` says which it is, where the words of one step hold several.
    """

    way: str
    paragraphs: tuple[Paragraph, ...]
    subject: Text | None = None
    letter: str = ""

    @property
    def heading(self) -> str:
        """What stands above the words."""
        way = WAYS[self.way]
        return f"{self.letter}: {way[:1].lower()}{way[1:]}" if self.letter else way

    @property
    def texts(self) -> Iterator[Text]:
        """The subject and all lines."""
        yield self.subject or ()
        for paragraph in self.paragraphs:
            yield from paragraph.lines


@dataclass(frozen=True, slots=True)
class Script:
    """The words for one situation: its title, and a part for each way that is needed."""

    title: str
    parts: tuple[Part, ...]

    @property
    def lacks_names(self) -> bool:
        """Whether a blank is left that a name would fill."""
        texts = (text for part in self.parts for text in part.texts)
        blanks = {piece.stands_for for text in texts for piece in text if isinstance(piece, Blank)}
        return not NAMES.isdisjoint(blanks)
