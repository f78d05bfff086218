"""What each time of a text is about, as learned from texts with marked times."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from calculator.reading.features import features_of
from calculator.reading.reading import Role
from calculator.reading.times import Text

DATA = Path(__file__).parents[1] / "data" / "weights.tsv"
ROLES: tuple[Role, ...] = (
    "answer",
    "stage",
    "may-contact",
    "asked",
    "interview",
    "said",
    "start",
    "away",
    "other",
)
ZERO = ord("O")  # the letter of the weight nought
BEGINNING = 3  # as many letters of a name tell enough to have few names left
# The four that are shorter than that have never counted, and the limits suit the rest.
LINE = re.compile(r"^([^\t\n]{3,})\t(.+)$", re.MULTILINE)


class Limits(NamedTuple):
    """How likely a time must be the answer's: to be taken for it, and to be asked about.

    One of several whose clause has no word of an answer must be ``bare`` times as likely. They
    were chosen on texts not learned from (``tools/training/measured.py``).
    """

    sure: float
    likely: float
    bare: float


class Weights(NamedTuple):
    """What each feature adds to the score of each role, what a step is worth, and the limits.

    Features whose names begin alike are one entry, a line for the rest of each name and then all
    their letters: thousands of entries would take ten times the memory, and be sent to every
    visitor.
    """

    alike: Mapping[str, bytes]
    step: float
    limits: Limits
    learned_from: str  # a digest of the texts, and of the code that sees features in them

    def of(self, feature: str) -> bytes:
        """Return a feature's letters, one a role; empty for one of which nothing was learned."""
        alike = self.alike.get(feature[:BEGINNING], b"")
        at = alike.find(f"\n{feature[BEGINNING:]}\n".encode())
        if at < 0:
            return b""
        # As many letters from the end as there are names from this one on.
        end = len(alike) - (alike.count(b"\n", at + 1) - 1) * len(ROLES)
        return alike[end - len(ROLES) : end]


@cache
def weights() -> Weights:
    """Return what was learned."""
    first, lines = DATA.read_text(encoding="utf-8").split("\n", 1)
    step, *limits, learned_from = first.split()[1::2]
    alike: dict[str, list[tuple[str, str]]] = {}
    for name, letters in LINE.findall(lines):
        alike.setdefault(name[:BEGINNING], []).append((name[BEGINNING:], letters))
    joined = {beginning: in_one(*zip(*rows, strict=True)) for beginning, rows in alike.items()}
    return Weights(joined, float(step), Limits(*map(float, limits)), learned_from)


def in_one(names: Sequence[str], letters: Sequence[str]) -> bytes:
    """Return an entry of ``Weights``."""
    return "\n".join(["", *names, "".join(letters)]).encode()


def chances_of(text: Text) -> list[list[float]]:
    """Return how likely each time of a text has each of the ``ROLES``."""
    of = cache(weights().of)  # the times of a text have much in common
    return [scored(features, of) for features in features_of(text)]


def scored(features: Sequence[str], of: Callable[[str], bytes] | None = None) -> list[float]:
    """Return how likely a time has each of the ``ROLES``; together they are 1."""
    known = weights()
    rows = [row for row in map(of or known.of, features) if row]
    sums = [sum(column) - ZERO * len(rows) for column in zip(*rows, strict=True)]
    return likely([total * known.step for total in sums] if sums else [0.0] * len(ROLES))


def likely(scores: Sequence[float]) -> list[float]:
    most = max(scores)
    powers = [math.exp(score - most) for score in scores]
    total = math.fsum(powers)
    return [power / total for power in powers]
