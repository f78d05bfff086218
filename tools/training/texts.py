"""Texts whose times are marked with their roles, as what the reader is to learn from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from calculator import reading
from calculator.reading.reading import Role
from calculator.reading.roles import ROLES

HERE = Path(__file__).parent
TEXTS = HERE / "texts"
SEEING = ("features", "wordkinds")  # what of the reader sees features in a text
# The letter of each role in a marked text. Guesses and other things of their life are other times.
LETTERS: dict[str, Role] = dict(zip("ASCTIPBWO", ROLES, strict=True)) | {"G": "other", "X": "other"}
MARK = re.compile(r"\[\[([A-Z]) |\]\]")

type Mark = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and the role, first and last place of each."""

    source: str
    text: str
    marks: tuple[Mark, ...]
    past: bool = False

    def role_at(self, start: int, end: int) -> Role:
        """Return the role of the words at a place; what has no mark is no time of any interest."""
        shared = ((min(end, last) - max(start, first), role) for role, first, last in self.marks)
        most, role = max(shared, default=(0, ""))
        return LETTERS[role] if most > 0 else "other"


def marked_texts() -> Iterator[Marked]:
    """Yield all marked texts of the repository, file by file."""
    for file in sorted(TEXTS.glob("*.jsonl")):
        for line in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            yield unmarked(line["t"], source=file.stem, past=line.get("past", False))


def digest() -> str:
    """Return a digest of all that weights are learned from: texts, and the code that reads them."""
    folder = Path(reading.__file__).parent
    seeing = [folder / f"{name}.py" for name in SEEING]
    files = sorted([*TEXTS.glob("*.jsonl"), *HERE.glob("*.py"), *seeing])
    found = sha256()
    for file in files:
        found.update(file.name.encode() + b"\n" + file.read_bytes())
    return found.hexdigest()[:16]


def unmarked(text: str, *, source: str, past: bool = False) -> Marked:
    """Return a text and its marks: "I'll know [[A by Friday]]".

    >>> unmarked("I'll know [[A by Friday]].", source="a").marks
    (('A', 10, 19),)
    """
    kept: list[str] = []
    marks: list[Mark] = []
    opened: list[tuple[str, int]] = []
    last = length = 0
    for match in MARK.finditer(text):
        kept.append(text[last : match.start()])
        length += match.start() - last
        last = match.end()
        if match[1]:
            opened.append((match[1], length))
        elif opened:
            marks.append((*opened.pop(), length))
    plain = "".join([*kept, text[last:]])
    return Marked(source, plain, tuple(sorted(marks, key=place_of)), past)


def place_of(mark: Mark) -> tuple[int, int]:
    return mark[1:]
